import type { EngineName } from '../engine/engine.ts';
import { isInMainFont } from './encodings.ts';
import { scriptOf } from './scripts.ts';
import { unsafe } from './unsafe.ts';

/** A piece of text that one font sets. */
export interface Run {
  /** Missing for the main font. */
  script?: string | undefined;
  text: string;
}

/**
 * An emoji as people see one: with its skin tone, joined to others, a flag, a digit in a box. After that: a character with its marks, and
 * the joiners that Arabic and Indic scripts need.
 */
const unitPattern: RegExp =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}(?=\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic}))(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*)|.(?:\p{M}|\u200C|\u200D)*/gsu;

const cjk: ReadonlySet<string | undefined> = new Set(['han', 'kana', 'hangul']);
const asciiPattern: RegExp = /^[\n -~]*$/;
const neutralPattern: RegExp = /^[^\p{L}]*$/u;
/** What is turned in text from right to left; lualatex turns it in the main font only. */
const mirrored: RegExp = /[()[\]{}<>«»‹›]/;
const madeByCommand: ReadonlySet<string> = new Set(unsafe.map((row) => row.character));

/** Marks that Chinese shares with Latin, but sets as wide as its characters. */
const sharedMarks = '[“”‘’…—]+';
const marksBefore: RegExp = new RegExp(`^${sharedMarks}`);
const marksBehind: RegExp = new RegExp(`${sharedMarks}$`);

/**
 * Cuts text into runs of one font each for an engine that takes OpenType fonts. Joined again, the runs are the text.
 * @param lang BCP 47, of the document: in Chinese the quotes and dashes beside Chinese characters are Chinese ones
 */
export function toRuns(text: string, engine: EngineName, lang = ''): Run[] {
  if (asciiPattern.test(text)) return [{ text }];
  const runs: Run[] = [];
  for (const [unit] of text.matchAll(unitPattern)) {
    const script = scriptOfUnit(unit, engine);
    const last = runs.at(-1);
    if (last && last.script === script) last.text += unit;
    else if (last && cjk.has(last.script) && cjk.has(script)) {
      last.text += unit;
      // Fonts for Japanese and Korean have the ideographs, too: one font sets the whole.
      if (last.script === 'han') last.script = script;
    } else runs.push({ script, text: unit });
  }
  return attachSpaces(joinNeutral(/^zh\b/i.test(lang) ? widenMarks(runs) : runs));
}

/** An emoji takes a space beside it, which goes with it where no font has it: `🧶 Work`, `Hi 👋, I’m Ada`. */
function attachSpaces(runs: readonly Run[]): Run[] {
  const attached = runs.map((run) => ({ ...run }));
  for (const [index, run] of attached.entries()) {
    if (run.script !== 'emoji') continue;
    const [before, next] = [attached[index - 1], attached[index + 1]];
    if (next?.text.startsWith(' ') && /(?:^| )$/.test(before?.text ?? '')) {
      run.text += ' ';
      next.text = next.text.slice(1);
    } else if (before?.text.endsWith(' ') && next && !next.text.startsWith(' ')) {
      run.text = ` ${run.text}`;
      before.text = before.text.slice(0, -1);
    }
  }
  return attached.filter(({ text }) => text !== '');
}

function scriptOfUnit(unit: string, engine: EngineName): string | undefined {
  const codePoint = unit.codePointAt(0) as number;
  const character = String.fromCodePoint(codePoint);
  if (/[\uFE0F\u20E3]|^\p{Regional_Indicator}{2}/u.test(unit)) return 'emoji';
  if (!madeByCommand.has(character) && !isInMainFont(character, engine)) return scriptOf(codePoint);
  // A mark that the main font lacks is looked for with its letter.
  const marks = unit.slice(character.length);
  return [...marks].every((mark) => isInMainFont(mark, engine)) ? undefined : 'latin';
}

function widenMarks(runs: readonly Run[]): Run[] {
  const wide: Run[] = [];
  for (const [index, run] of runs.entries()) {
    let { text } = run;
    const before =
      !run.script && runs[index - 1]?.script === 'han' ? (marksBefore.exec(text)?.[0] ?? '') : '';
    text = text.slice(before.length);
    const behind =
      !run.script && runs[index + 1]?.script === 'han' ? (marksBehind.exec(text)?.[0] ?? '') : '';
    text = text.slice(0, text.length - behind.length);
    for (const piece of [
      { script: 'han', text: before },
      { ...run, text },
      { script: 'han', text: behind },
    ]) {
      const last = wide.at(-1);
      if (piece.text === '') continue;
      if (last && last.script === piece.script) last.text += piece.text;
      else wide.push(piece);
    }
  }
  return wide;
}

// Spaces, digits and punctuation between two words of a script stay with them: right-to-left text needs it, kerning likes it.
function joinNeutral(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const last = joined.at(-1);
    const next = runs[index + 1];
    const between = !run.script && next && last?.script === next.script && neutralPattern.test(run.text);
    const stays = (last?.script === 'arabic' || last?.script === 'hebrew') && mirrored.test(run.text);
    const joins =
      between && !stays && !cjk.has(last?.script) && last?.script !== 'emoji' && last?.script !== 'symbol';
    if (last && (joins || (last.script && last.script === run.script))) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}
