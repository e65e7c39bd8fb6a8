import { toCharacter } from './tex-html.ts';
import { toInlineMath } from './tex-math.ts';
import { hasStyle } from './tex-output.ts';
import {
  close,
  type MathRange,
  open,
  print,
  runPattern,
  skip,
  skipBlanks,
  type TexState,
} from './tex-state.ts';

/** Commands that are more than text and arguments. They begin after the command's name; `start` is the offset of its backslash. */
export const specialCommands: ReadonlyMap<string, (state: TexState, start: number) => void> = new Map([
  ['url', readUrl],
  ['nolinkurl', printAddress],
  ['path', printAddress],
  ['href', readHref],
  ['doi', readDoi],
  ['ensuremath', readEnsuremath],
  ['char', readCharacter],
  ['symbol', readCharacter],
  ['ifmmode', skipMathBranch],
  ...['newcommand', 'renewcommand', 'providecommand', 'DeclareRobustCommand', 'def', 'gdef', 'let'].map(
    (name) => [name, skipDefinition] as const,
  ),
  ...['kern', 'hskip', 'vskip', 'raise', 'lower', 'penalty'].map((name) => [name, skipLength] as const),
]);

/** Sets a formula as mathematics if that is wanted and safe; else its content is read as text. */
export function openMath(state: TexState, range: MathRange, start: number): void {
  const isText = state.asText || state.math !== undefined || hasStyle(state.format, 'code');
  const value = isText ? undefined : toInlineMath(state.source.slice(range.start, range.end));
  print(state, '', start);
  if (value === undefined) {
    open(state, 'math');
    state.math = range;
    state.index = range.start;
  } else {
    state.output.printMath(value, state.format, start, range.after);
    state.index = range.after;
  }
}

function readUrl(state: TexState, start: number): void {
  const written = readAddress(state);
  const address = written.replace(/\s+/g, '');
  if (isWebAddress(address)) printLink(state, address, address, start);
  else print(state, written, start);
}

function printAddress(state: TexState, start: number): void {
  print(state, readAddress(state), start);
}

function readHref(state: TexState): void {
  const address = readAddress(state).replace(/\s+/g, '');
  runPattern(state, 'k', undefined, isWebAddress(address) ? address : undefined);
}

function readDoi(state: TexState, start: number): void {
  const written = readAddress(state);
  const doi = written.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)\s*/i, '');
  if (/^10\.\d+\/\S+$/.test(doi)) printLink(state, `https://doi.org/${encodeURI(doi)}`, doi, start);
  else print(state, written, start);
}

/** An argument as it was typed, but for the escapes that TeX wants (hyperref's manual, 4): `\%`, `\_`, `\~{}`. */
function readAddress(state: TexState): string {
  skip(state, /\*?\s*(?:\[[^[\]{}\\]{0,200}\]\s*)?/y);
  const { source, index, pairs } = state;
  if (source[index] !== '{') return skip(state, /[^\s\\{}]+/y)?.[0] ?? '';
  const end = pairs.braces.get(index) ?? source.length;
  state.index = end + 1;
  return source
    .slice(index + 1, end)
    .replace(/\\textasciitilde(?![a-z])/gi, '~')
    .replace(/\\([a-z]*)\s*/gi, '')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What mdcv links in a value that may come from anywhere. */
function isWebAddress(address: string): boolean {
  return /^(?:https?:\/\/[^/]|mailto:[^@]+@)/i.test(address);
}

function printLink(state: TexState, address: string, text: string, start: number): void {
  open(state, 'group', { link: address });
  print(state, text, start);
  close(state);
}

function readEnsuremath(state: TexState, start: number): void {
  skipBlanks(state);
  const { pairs, index } = state;
  const end = pairs.braces.get(index);
  if (end === undefined) runPattern(state, 'k', undefined);
  else openMath(state, { start: index + 1, end, after: end + 1 }, start);
}

/** `\char"E9`, `\symbol{233}`. */
function readCharacter(state: TexState, start: number): void {
  const match = skip(state, /\s*\{?\s*(?:"([0-9a-f]{1,6})|'([0-7]{1,7})|(\d{1,7}))\s*\}?/iy);
  if (!match) return;
  const [, hex, octal, decimal] = match;
  const code = hex ? Number.parseInt(hex, 16) : octal ? Number.parseInt(octal, 8) : Number(decimal);
  print(state, toCharacter(code) ?? '', start);
}

/** `\ifmmode\acute{e}\else\'e\fi`, which the APS writes: the second is for text. */
function skipMathBranch(state: TexState): void {
  skip(state, /.{0,200}?\\else(?![a-z])/isy);
  skipBlanks(state);
}

function skipDefinition(state: TexState): void {
  skip(
    state,
    /\*?\s*(?:\{\s*\\(?:[a-z@]+|.)\s*\}|\\(?:[a-z@]+|.))\s*(?:\[\d\]\s*)?(?:\[[^[\]]{0,200}\]\s*)?(?:#\d)*\s*=?\s*/isy,
  );
  const end = state.pairs.braces.get(state.index);
  if (end !== undefined) state.index = end + 1;
}

function skipLength(state: TexState): void {
  skip(state, /\s*-?\d*[.,]?\d*\s*(?:(?:pt|em|ex|mm|cm|in|mu|sp|pc)(?![a-z]))?\s*/y);
}
