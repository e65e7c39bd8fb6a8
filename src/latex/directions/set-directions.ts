import bidi from 'bidi-js';
import type { PhrasingContent, Text } from 'mdast';
import { isBareLink } from '../bare-link.ts';
import { maskFixedStretches } from './fixed-stretches.ts';
import type { Direction } from './language-direction.ts';
import type { Turn } from './turn.ts';

// Its types are those of an ES module, its main file is none.
const createBidi = bidi as unknown as typeof bidi.default;

/** Copies nodes with a `Turn` wherever the direction of lines changes. */
export type SetDirections = (nodes: readonly PhrasingContent[]) => PhrasingContent[];

/** Letters that are written from right to left, and Unicode's marks that ask for a direction. */
const needed: RegExp =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * The directions of text, by Unicode's algorithm (UAX 9). A phrase, such as a field of an entry or a paragraph, is what the
 * standard calls a paragraph, so what templates put between two fields follows the direction of the document.
 * @param base of the document
 */
export function createDirections(base: Direction): SetDirections {
  // Its tables take milliseconds to unpack.
  let algorithm: ReturnType<typeof createBidi> | undefined;
  const setAll: SetDirections = (nodes) => {
    const text = nodes.map(toFlat).join('');
    // Nearly all texts run from left to right from end to end.
    if (base === 'ltr' && !needed.test(text)) return [...nodes];
    algorithm ??= createBidi();
    const { levels } = algorithm.getEmbeddingLevels(maskFixedStretches(text), base);
    const state: Progress = { levels, offset: 0, level: base === 'rtl' ? 1 : 0, setAll };
    const set = nodes.flatMap((node) => setNode(node, state));
    return [...set, ...turnsTo(base === 'rtl' ? 1 : 0, state)];
  };
  return setAll;
}

interface Progress {
  /** Of each UTF-16 unit of the text: odd from right to left. */
  levels: Uint8Array;
  offset: number;
  level: number;
  setAll: SetDirections;
}

/** Stands for code, mathematics and addresses, which run from left to right. */
const word = 'x';
const fromLeft: ReadonlySet<string> = new Set<PhrasingContent['type']>(['inlineCode', 'inlineMath', 'link']);
/** Stands for what has no direction of its own. */
const neutral = '\uFFFC';

/** The text that the algorithm sees; line endings of the source are spaces to it, hard breaks end a paragraph. */
function toFlat(node: PhrasingContent): string {
  if (node.type === 'text') return withoutOverrides(node.value.replaceAll('\n', ' '));
  if (node.type === 'break') return '\n';
  if (isTransparent(node)) return node.children.map(toFlat).join('');
  return fromLeft.has(node.type) ? word : neutral;
}

/** Letters keep their own direction, whatever a text asks for: set backwards, a word is lost to who searches the PDF. The rest of the line follows. */
function withoutOverrides(text: string): string {
  return text.replaceAll('\u202D', '\u202A').replaceAll('\u202E', '\u202B');
}

/** Nodes whose text is one with the text around them. */
function isTransparent(node: PhrasingContent): node is Transparent {
  return transparent.has(node.type) && !isBareLink(node);
}

type Transparent = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'link' | 'small' | 'span' }>;
const transparent: ReadonlySet<string> = new Set<Transparent['type']>([
  'strong',
  'emphasis',
  'link',
  'small',
  'span',
]);

function setNode(node: PhrasingContent, state: Progress): PhrasingContent[] {
  if (node.type === 'text') return setText(node, state);
  if (isTransparent(node)) {
    const children = node.children.flatMap((child) => setNode(child, state));
    return [{ ...node, children } as PhrasingContent];
  }
  const turns = turnsTo(state.levels[state.offset] as number, state);
  state.offset += 1;
  // Set in a box of its own, so its text turns by itself.
  const isBox = 'children' in node && !fromLeft.has(node.type);
  return [...turns, isBox ? ({ ...node, children: state.setAll(node.children) } as PhrasingContent) : node];
}

function setText(node: Text, state: Progress): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  const { value } = node;
  for (let from = 0; from < value.length; ) {
    const level = state.levels[state.offset + from] as number;
    let to = from + 1;
    while (to < value.length && state.levels[state.offset + to] === level) to += 1;
    pieces.push(...turnsTo(level, state), {
      ...node,
      value: value.slice(from, to),
      position: placeBehind(node, from),
    });
    from = to;
  }
  state.offset += value.length;
  return pieces;
}

/** A text's own place, of what begins on a later line of it. */
function placeBehind({ value, position }: Text, offset: number): Text['position'] {
  const lines = value.slice(0, offset).split('\n').length - 1;
  if (!position || lines === 0) return position;
  const { start, end } = position;
  return { start: { ...start, line: start.line + lines, column: 1, offset: undefined }, end };
}

function turnsTo(level: number, state: Progress): Turn[] {
  const turns: Turn[] = [];
  for (; state.level < level; state.level += 1) turns.push(turnOf(state.level + 1, false));
  for (; state.level > level; state.level -= 1) turns.push(turnOf(state.level, true));
  return turns;
}

function turnOf(level: number, ends: boolean): Turn {
  return { type: 'turn', to: level % 2 === 1 ? 'rtl' : 'ltr', ends };
}
