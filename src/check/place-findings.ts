import { resolve } from 'node:path';
import type { Point, Position } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { displayPath } from '../display-path.ts';
import { addProblem, type ProblemCode } from '../problem.ts';
import type { Checked, Finding } from './checked.ts';
import { foldLetters, toWords } from './letters.ts';
import { placeInPassage } from './passages.ts';

/**
 * Adds findings to a file's messages, each at the line of the CV that it is about, where one is.
 * @returns the messages that tell them; one that was there already where it says the same and more
 */
export function placeFindings(
  findings: readonly Finding[],
  { source }: Pick<Checked, 'source'>,
  vfile: VFile,
): VFileMessage[] {
  return findings.map(({ code, reason, note, place, at }) => {
    const told = vfile.messages.find(({ ruleId }) => ruleId !== undefined && ruleId === toldBy[code]);
    if (told) return told;
    const found = place ?? (at && source && placeOnPage(at, source));
    return addProblem(vfile, code, { reason, note, place: found });
  });
}

/** Codes of a build that tell what a check finds, and what to do about it as well. */
const toldBy: Partial<Record<ProblemCode, ProblemCode>> = { 'page-budget': 'cannot-fit' };

type Source = NonNullable<Checked['source']>;

/** By SyncTeX where it is there, else where the CV has the text that stands there. */
function placeOnPage(at: NonNullable<Finding['at']>, source: Source): Point | Position | undefined {
  const found = source.places?.sourceAt(at.page, at.x + Math.min(at.width, 40) / 2, at.y + at.height / 2);
  if (found) {
    const { line, column = 1, file } = found;
    const isCv = file === resolve(source.vfile.path);
    return { line, column, ...(!isCv && { file: displayPath(file) }) };
  }
  return at.text === undefined ? undefined : placeOfText(at.text, source);
}

/** The passage with this text, else with its longest word. */
function placeOfText(text: string, { passages }: Source): Position | undefined {
  const letters = foldLetters(text);
  if (letters === '') return undefined;
  const whole = passages.find((passage) => foldLetters(passage.text).includes(letters));
  if (whole) return whole.position;
  const words = toWords(text).sort((a, b) => b.word.length - a.word.length);
  for (const { word } of words.slice(0, 3)) {
    for (const passage of passages) {
      const span = toWords(passage.text).find((one) => foldLetters(one.word) === foldLetters(word));
      if (span) return placeInPassage(passage, span.start, span.end);
    }
  }
  return undefined;
}
