/** Where the reader of TeX is, and the groups and arguments around it. There is no recursion: a value may nest thousands of braces. */
import type { Quotes } from '../latex/typography/quotes.ts';
import type { TexStyle } from './tex-commands.ts';
import { createTexOutput, type TexFormat, type TexOutput, toFormat } from './tex-output.ts';
import { findTexPairs, type TexPairs } from './tex-pairs.ts';

/** Mathematics that is read as text: offsets of its content, and of what comes after its end. */
export interface MathRange {
  start: number;
  end: number;
  after: number;
}

interface Frame {
  /** `unit`: an argument without braces, which is the next letter or command. */
  kind: 'group' | 'unit' | 'tag' | 'math';
  /** As they were before it. */
  format: TexFormat | undefined;
  math: MathRange | undefined;
  /** What its command does after it. */
  rest: string;
  style: TexStyle | undefined;
}

export interface TexState {
  readonly source: string;
  readonly pairs: TexPairs;
  /** Formulas are wanted as text, too. */
  readonly asText: boolean;
  readonly output: TexOutput;
  /** Offset of the first occurrence, by command. */
  readonly unknown: Map<string, number>;
  readonly frames: Frame[];
  index: number;
  format: TexFormat | undefined;
  math: MathRange | undefined;
  /** Number of frames where a bare web address began, in which dashes and ties are what they look like. */
  address: number | undefined;
  readonly quotes: Quotes;
  /** How many quotes are open. */
  openQuotes: number;
}

export function createTexState(source: string, asText: boolean, quotes: Quotes): TexState {
  return {
    source,
    pairs: findTexPairs(source),
    asText,
    output: createTexOutput(),
    unknown: new Map(),
    frames: [],
    index: 0,
    format: undefined,
    math: undefined,
    address: undefined,
    quotes,
    openQuotes: 0,
  };
}

/** Prints text that was read from an offset up to here. White space alone is a space. */
export function print(state: TexState, text: string, start: number): void {
  const { output, format, index } = state;
  if (text !== '' && text.trim() === '') {
    output.print('', format, start, start);
    output.space(text);
  } else output.print(text, format, start, index);
}

export function open(
  state: TexState,
  kind: Frame['kind'],
  inner: { style?: TexStyle | undefined; link?: string } = {},
): Frame {
  const { format, math } = state;
  const frame: Frame = { kind, format, math, rest: '', style: inner.style };
  state.frames.push(frame);
  state.format = toFormat(format, inner);
  return frame;
}

export function close(state: TexState): void {
  const frame = state.frames.pop() as Frame;
  // What waits for a letter has none: `\~{}`.
  print(state, '', state.index);
  state.format = frame.format;
  state.math = frame.math;
  if (state.address !== undefined && state.frames.length < state.address) state.address = undefined;
  runPattern(state, frame.rest, frame.style);
}

/** Closes arguments without braces after what they are. */
export function closeUnits(state: TexState): void {
  const { frames } = state;
  let depth = frames.length;
  while (frames.at(-1)?.kind === 'unit') {
    close(state);
    // The next argument of the command has begun.
    if (frames.length >= depth) return;
    depth = frames.length;
  }
}

/** Goes past a closing sign and closes what is innermost, if it is of that kind, after the arguments in it that lack. */
export function closeTo(state: TexState, kind: Frame['kind'], length: number): void {
  const { frames } = state;
  while (frames.at(-1)?.kind === 'unit') close(state);
  state.index += length;
  if (frames.at(-1)?.kind === kind) close(state);
}

/**
 * Does with arguments what the pattern of a command says (`TexCommand`), up to the first that is kept: that is read like all
 * text, and the rest is done when it ends. `+` keeps any number of groups more.
 */
export function runPattern(
  state: TexState,
  pattern: string,
  style: TexStyle | undefined,
  link?: string,
): void {
  for (let at = 0; at < pattern.length; at += 1) {
    const action = pattern[at] as string;
    if (action === 'd') dropArgument(state);
    else if (action === 'k') {
      openArgument(state, { style, ...(link !== undefined && { link }) }).rest = pattern.slice(at + 1);
      return;
    } else if (action === '+') {
      if (state.source[state.index] !== '{') return;
      print(state, ' ', state.index);
      openArgument(state, {}).rest = '+';
      return;
    } else printLiteral(state, action);
  }
}

const blanks = /\s*/y;

export function skipBlanks(state: TexState): void {
  skip(state, blanks);
}

/** Goes on after what a sticky pattern matches here, and returns the match. */
export function skip(state: TexState, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = state.index;
  const match = pattern.exec(state.source);
  if (match) state.index = pattern.lastIndex;
  return match;
}

function openArgument(state: TexState, inner: { style?: TexStyle | undefined; link?: string }): Frame {
  skipBlanks(state);
  const isGroup = state.source[state.index] === '{';
  if (isGroup) state.index += 1;
  return open(state, isGroup ? 'group' : 'unit', inner);
}

/** One that is never closed is not dropped: all the rest would be lost with it. */
function dropArgument(state: TexState): void {
  skip(state, /\s*(?:\[[^[\]{}\\]{0,200}\]\s*)?/y);
  const { source, index, pairs } = state;
  if (source[index] !== '{') skip(state, /\\(?:[a-z]+|[^a-z])|[^{}\\$]/iuy);
  else state.index = (pairs.braces.get(index) ?? index - 1) + 1;
}

function printLiteral(state: TexState, character: string): void {
  if (character === '”') state.openQuotes = Math.max(0, state.openQuotes - 1);
  const isInner = state.openQuotes % 2 === 1;
  if (character === '“') state.openQuotes += 1;
  const [open, close, innerOpen, innerClose] = state.quotes;
  const quotes: Record<string, string> = isInner
    ? { '“': innerOpen, '”': innerClose }
    : { '“': open, '”': close };
  print(state, quotes[character] ?? character, state.index);
}
