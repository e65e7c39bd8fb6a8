import { type Quotes, quotesOf } from '../latex/typography/quotes.ts';
import { journalMacros } from './journal-macros.ts';
import { texAccents } from './tex-accents.ts';
import { texCommands, texSwitches } from './tex-commands.ts';
import { type HtmlTag, htmlStyles, readHtmlEntity } from './tex-html.ts';
import { hasStyle, type TexSpan, toFormat, withoutFonts } from './tex-output.ts';
import { openMath, specialCommands } from './tex-special-commands.ts';
import {
  close,
  closeTo,
  closeUnits,
  createTexState,
  type MathRange,
  open,
  print,
  runPattern,
  skip,
  skipBlanks,
  type TexState,
} from './tex-state.ts';
import { texSymbols } from './tex-symbols.ts';

export interface TexReading {
  spans: readonly TexSpan[];
  /** Commands that nothing is known of: offset of the first occurrence, by name with its backslash. */
  unknown: ReadonlyMap<string, number>;
}

/** What TeX makes of several characters together, by the first one; of each the first that matches counts. */
const ligatures: Readonly<Record<string, readonly (readonly [pattern: RegExp, text: string])[]>> = {
  '-': [
    [/---/y, '—'],
    [/--/y, '–'],
  ],
  '`': [
    [/``/y, '“'],
    [/`/y, '‘'],
  ],
  "'": [
    [/''/y, '”'],
    [/'/y, '’'],
  ],
  '?': [[/\?`(?!`)/y, '¿']],
  '!': [[/!`(?!`)/y, '¡']],
};
const textSigns: Readonly<Record<string, string>> = { '~': '\u00a0' };
const mathSigns: Readonly<Record<string, string>> = { ...textSigns, '-': '−', "'": '′' };
/** From here to the next blank dashes and ties are what they look like. */
const addressStart = /(?:https?|ftp):\/\/|^www\.|(?:^|[^\d.])10\.\d{4,}\//i;

/** Reads a value that is more than plain text; what `readTex` gives. */
export function readTexAnew(source: string, asText: boolean, quotes: Quotes | undefined): TexReading {
  const state = createTexState(source, asText, quotes ?? quotesOf('en'));
  for (;;) {
    while (state.math && state.index >= state.math.end) endMath(state, state.math);
    if (state.index >= source.length) break;
    const depth = state.frames.length;
    const isUnit = readNext(state);
    if (isUnit && state.frames.length <= depth) closeUnits(state);
  }
  while (state.frames.length > 0) close(state);
  print(state, '', source.length);
  return { spans: state.output.finish(), unknown: state.unknown };
}

function endMath(state: TexState, { after }: MathRange): void {
  closeTo(state, 'math', Math.max(0, after - state.index));
  closeUnits(state);
}

const blanks = /\s+/y;

/** Reads a step; `false` where it was none that is an argument: a space, an accent. */
function readNext(state: TexState): boolean {
  const { source, index, pairs, address } = state;
  const tag = pairs.tags.get(index);
  if (tag) {
    readTag(state, tag);
    return true;
  }
  switch (source[index]) {
    case '\\':
      return readEntity(state) || readCommand(state);
    case '{':
      if (readEntity(state)) return true;
      state.index += 1;
      open(state, 'group');
      return true;
    case '}':
      closeTo(state, 'group', 1);
      return true;
    case '&':
      return readEntity(state) || readText(state);
    case '^':
    case '_':
      return state.math ? readScript(state) : readText(state);
    case '$': {
      const range = address === undefined ? pairs.math.get(index) : undefined;
      if (!range) return readText(state);
      openMath(state, range, index);
      return true;
    }
    default:
      return skip(state, blanks) ? readBlanks(state, index) : readText(state);
  }
}

function readTag(state: TexState, { name, closes, length }: HtmlTag): void {
  if (closes) closeTo(state, 'tag', length);
  else {
    state.index += length;
    open(state, 'tag', { style: htmlStyles.get(name) });
  }
}

function readEntity(state: TexState): boolean {
  const start = state.index;
  const entity = readHtmlEntity(state.source, start);
  if (!entity) return false;
  state.index += entity.length;
  print(state, entity.text, start);
  return true;
}

/** `^`, `_` in mathematics. A raised ring is a degree. */
function readScript(state: TexState): boolean {
  const start = state.index;
  if (skip(state, /\^\s*(?:\{\s*\\circ\s*\}|\\circ(?![a-z]))/iy)) print(state, '°', start);
  else {
    state.index += 1;
    runPattern(state, 'k', state.source[start] === '^' ? 'superscript' : 'subscript');
  }
  return true;
}

function readBlanks(state: TexState, start: number): boolean {
  const { math, index, format, source } = state;
  state.address = undefined;
  const isScript = format?.style === 'superscript' || format?.style === 'subscript';
  // In mathematics blanks say nothing, but between two terms they are easier to read.
  if (math && (isScript || start === math.start || index >= math.end)) return false;
  print(state, /[\u00a0\u202f]/.exec(source.slice(start, index))?.[0] ?? ' ', start);
  return false;
}

const letter = /.\p{M}*/suy;
/** Text without a sign that may mean something, or one such sign. */
const run = /[^\\{}$\s~\-`'<&?!^_]+|./suy;

function readText(state: TexState): boolean {
  const { source, index, frames } = state;
  const ligature = state.address === undefined ? readLigature(state) : undefined;
  if (ligature) {
    print(state, ligature, index);
    return true;
  }
  skip(state, frames.at(-1)?.kind === 'unit' ? letter : run);
  const text = source.slice(index, state.index);
  if (addressStart.test(text)) state.address = frames.length;
  print(state, text, index);
  return true;
}

function readLigature(state: TexState): string | undefined {
  const { source, index, math, format } = state;
  const sign = (math ? mathSigns : textSigns)[source[index] as string];
  if (sign) {
    state.index += 1;
    return sign;
  }
  if (math || hasStyle(format, 'code')) return undefined;
  return ligatures[source[index] as string]?.find(([pattern]) => skip(state, pattern))?.[1];
}

function readCommand(state: TexState): boolean {
  const start = state.index;
  const name = readName(state);
  const isWord = /^[a-z]/i.test(name);
  const accent = texAccents.get(name);
  if (accent && state.address === undefined) {
    state.output.accent(accent);
    skipBlanks(state);
    return false;
  }
  const range = state.pairs.math.get(start);
  const special = specialCommands.get(name);
  const command = texCommands.get(name);
  const style = texSwitches.get(name);
  const symbol = accent?.alone ?? texSymbols.get(name);
  const journal = journalMacros.get(name);
  if (range) openMath(state, range, start);
  else if (special) special(state, start);
  else if (command) {
    skip(state, /\*(?=\s*[{[])/y);
    runPattern(state, command.pattern, command.style);
  } else if (style) {
    state.format = style === 'normal' ? withoutFonts(state.format) : toFormat(state.format, { style });
    skipBlanks(state);
  } else if (symbol !== undefined) {
    if (symbol !== '') print(state, symbol, start);
    if (isWord && (symbol === '' || !state.math)) skipBlanks(state);
  } else if (journal) {
    print(state, journal, start);
    // TeX would eat the blank before a word, too, which nobody means after a journal.
    skip(state, /\s+(?![\p{L}\p{N}])/uy);
  } else if (name !== '') readUnknown(state, name, start);
  return true;
}

const commandName = /\\(?:[a-z@]+|.|$)/isuy;

/** The name of a command, without its backslash; empty where the value ends in one. */
function readName(state: TexState): string {
  const start = state.index + 1;
  const [token] = skip(state, commandName) as RegExpExecArray;
  const name = token.slice(1);
  if (!name.includes('@') || texCommands.has(name)) return name;
  // `@` is a letter in the files of bibliography styles only.
  const short = /^[a-z]+/i.exec(name)?.[0] ?? '@';
  state.index = start + short.length;
  return short;
}

/** The command vanishes, its arguments stay; a sign stays itself. */
function readUnknown(state: TexState, name: string, start: number): void {
  const { unknown } = state;
  if (!unknown.has(`\\${name}`)) unknown.set(`\\${name}`, start);
  if (!/^[a-z]/i.test(name)) print(state, name, start);
  else {
    skipBlanks(state);
    if (state.source[state.index] === '{') runPattern(state, 'k+', undefined);
  }
}
