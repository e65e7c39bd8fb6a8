import type { Point } from 'unist';
import { addProblem } from '../problem.ts';
import { breakLongWords } from './break-words.ts';
import { cleanText } from './clean-text.ts';
import type { EscapeContext } from './context.ts';
import { encodedScriptOf, toEncodedRuns } from './encoded-scripts.ts';
import { isInMainFont } from './encodings.ts';
import { codePointName, nameCharacter } from './name-character.ts';
import { placeInText } from './place-in-text.ts';
import { type Run, toRuns } from './runs.ts';
import { joinTex, rawTex, type Tex } from './tex.ts';
import { setsExactly, toPdflatex } from './to-pdflatex.ts';
import { type UnsafeCharacter, unsafe } from './unsafe.ts';
import { cutAtDates, type DatedRun } from './whole-dates.ts';

const rows: ReadonlyMap<string, readonly UnsafeCharacter[]> = new Map(
  unsafe.map(({ character }) => [character, unsafe.filter((row) => row.character === character)]),
);

/** Signs of which no row speaks and that every engine has in its main font, and commas and hyphens that join no other. */
const unchanged = /^(?:[A-Za-z0-9 .:;()/=+@]|,(?=[^,])|-(?=[^-]))*$/;

/** Text that is TeX already, as most is; `undefined` for any other. */
export function asUnchanged(text: string): Tex | undefined {
  return unchanged.test(text) && breakLongWords(text) === text ? rawTex(text) : undefined;
}

/**
 * Turns text into TeX that prints that very text, whatever it holds. The dashes, quotes and ties that the author meant are set before, by
 * `typography.ts`: here `--` is two hyphens.
 */
export function escapeTex(text: string, context: EscapeContext): Tex {
  const lost = new Map<string, number>();
  const clean = cleanText(text, (character, offset) => lost.has(character) || lost.set(character, offset));
  for (const [character, offset] of lost) {
    addProblem(context.vfile, 'control-character', {
      reason: `Cannot set ${nameCharacter(character)}, which has no shape in any text font; it was left out`,
      note: 'Delete it, or write in words what it stands for.',
      place: placeInText(text, offset, context.position, String(context.vfile)),
    });
  }
  // An empty line would end the paragraph. Only now is it known which lines are empty: what was left out may have stood alone on one.
  const whole = breakLongWords(clean.replace(/\n[ \t]*(?=\n)/g, ''));
  const runs =
    context.engine === 'pdflatex'
      ? toEncodedRuns(whole, context.scriptFonts)
      : toRuns(whole, context.engine, context.lang);
  const pieces: Tex[] = [];
  const progress: Progress = { whole, offset: 0, newlines: 0, unset: new Set(), unclean: new Set() };
  const parts = cutAtDates(runs, whole);
  for (const [index, run] of parts.entries()) {
    pieces.push(breakBetween(parts[index - 1], run));
    const tex = escapeRun(run.text, progress, context);
    if (run.script) context.scripts.add(run.script);
    const set = run.script ? `\\mdcvscript{${run.script}}{${tex}}` : tex;
    pieces.push(
      rawTex(run.script && run.part !== undefined && run.text.length > 1 ? `\\mdcvunbroken{${set}}` : set),
    );
  }
  reportUnset([...progress.unset.keys()], clean, context);
  reportUnclean([...progress.unclean.keys()], clean, context);
  return joinTex(pieces);
}

interface Progress {
  whole: string;
  offset: number;
  newlines: number;
  /** Characters without a glyph. */
  unset: Set<string>;
  /** Those that are drawn right, and copied as other letters. */
  unclean: Set<string>;
}

/** Letters, digits, spaces and signs that mean themselves to every engine, and of which no row speaks. */
const plain = '([A-Za-z0-9 .:;()/=+@]+)';
/** With pdflatex an accent belongs to the letter before it, so the two are one unit. */
const pdflatexUnits: RegExp = new RegExp(
  `${plain}(?![\\p{M}\\u200C\\u200D])|.(?:\\p{M}|\\u200C|\\u200D)*`,
  'gsu',
);
const unicodeUnits: RegExp = new RegExp(`${plain}|.`, 'gsu');

function escapeRun(text: string, progress: Progress, context: EscapeContext): Tex {
  let tex = '';
  const units = context.engine === 'pdflatex' ? pdflatexUnits : unicodeUnits;
  units.lastIndex = 0;
  for (let match = units.exec(text); match; match = units.exec(text)) {
    const [unit, word] = match;
    tex += word ?? (unit === '\n' ? escapeNewline(progress, context) : escapeUnit(unit, progress, context));
    progress.offset += unit.length;
  }
  return rawTex(tex);
}

function escapeUnit(unit: string, progress: Progress, context: EscapeContext): string {
  const { whole, offset } = progress;
  const row = rows
    .get(unit)
    ?.find(
      ({ before, after }) =>
        (!before || before.test(whole.slice(0, offset))) && (!after || after.test(whole.slice(offset + 1))),
    );
  if (row) return row.tex;
  if (context.engine !== 'pdflatex' || isInMainFont(unit, 'pdflatex')) return unit;
  const script = encodedScriptOf(unit);
  if (script && context.scriptFonts.has(script)) return unit;
  const neighbours = `${whole[offset - 1] ?? ''}${whole[offset + unit.length] ?? ''}`;
  const isGreek = /\p{Script=Greek}/u.test(neighbours);
  const tex = toPdflatex(unit, isGreek);
  if (tex) {
    if (/\p{L}/u.test(unit) && !setsExactly(unit, isGreek)) progress.unclean.add(unit);
    return tex;
  }
  progress.unset.add(unit);
  // Visible, so that a reader of the PDF sees the gap and can look the character up.
  return `{[}${nameCodePoints(unit)}{]}`;
}

// After a tie or a break the line ending must not add a space: a command swallows it.
function escapeNewline(progress: Progress, context: EscapeContext): string {
  progress.newlines += 1;
  const joins = /[\u00a0\u200b]/.test(progress.whole[progress.offset - 1] ?? '');
  const newline = context.newline?.(progress.newlines);
  if (!newline) return joins ? '' : ' ';
  return joins ? `\\relax${newline}` : newline;
}

function breakBetween(left: DatedRun | undefined, right: DatedRun): Tex {
  if (left?.part !== undefined && left.part === right.part) return rawTex('');
  if (right.goesOn) return rawTex('\\mdcvdatebreak{}');
  return rawTex(needsBreak(left, right) ? '\\mdcvbreak{}' : '');
}

// TeX sees no place to break where ideographs meet Latin letters, though there is one.
function needsBreak(left: Run | undefined, right: Run): boolean {
  if (!left) return false;
  return (
    /[\p{L}\p{N}]$/u.test(left.text) &&
    /^[\p{L}\p{N}]/u.test(right.text) &&
    [left, right].some(({ script }) => script === 'han' || script === 'kana' || script === 'hangul')
  );
}

function reportUnset(unset: readonly string[], text: string, context: EscapeContext): void {
  if (unset.length === 0) return;
  addProblem(context.vfile, 'unset-character', {
    reason: `Cannot set ${nameSome(unset)} with pdflatex`,
    note: 'Use `engine: xelatex` in the front matter, or `--engine xelatex`.',
    place: placeFirst(unset, text, context),
  });
}

function reportUnclean(unclean: readonly string[], text: string, context: EscapeContext): void {
  if (unclean.length === 0) return;
  addProblem(context.vfile, 'unclean-text', {
    reason: `pdflatex sets ${nameSome(unclean)} so that a copy of the PDF's text has other letters`,
    note: 'Leave out the engine, or use `engine: xelatex` in the front matter.',
    place: placeFirst(unclean, text, context),
  });
}

function nameSome(characters: readonly string[]): string {
  const names = characters.slice(0, 5).map(nameCharacter).join(', ');
  return characters.length > 5 ? `${names} and ${characters.length - 5} more` : names;
}

function placeFirst(
  [first = '']: readonly string[],
  text: string,
  context: EscapeContext,
): Point | undefined {
  return placeInText(text, Math.max(text.indexOf(first), 0), context.position, String(context.vfile));
}

function nameCodePoints(unit: string): string {
  return Array.from(unit, codePointName).join(' ');
}
