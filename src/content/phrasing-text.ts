/**
 * Phrasing nodes seen as one string. A recogniser finds its offsets with a regular expression, and `slicePhrasing` cuts there, through
 * emphasis and links, so that nothing but the cut is lost.
 */
import type { PhrasingContent, Text } from 'mdast';
import type { Point, Position } from 'unist';

/** Stands for a node without text of its own: an image, a footnote's mark. No pattern matches it. */
export const opaque = '\uFFFC';
/** Stands for a hard line break. White space to a pattern, and told apart from the `\n` of a wrapped line. */
export const hardBreak = '\u2028';

/** The text of the nodes; every character is at the offset that `slicePhrasing` cuts at. */
export function toPhrasingText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(textOf).join('');
}

/** The nodes between two offsets of `toPhrasingText(nodes)`. Parents that are cut through appear on both sides. */
export function slicePhrasing(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number = Number.POSITIVE_INFINITY,
): PhrasingContent[] {
  return createSlicer(nodes)(from, to);
}

/** Cuts at every match of a pattern in a text that runs beside the nodes: the pieces, untrimmed, and what parted each from the next. */
export function splitAtMatches(
  nodes: readonly PhrasingContent[],
  text: string,
  pattern: RegExp,
): { nodes: PhrasingContent[]; separator: string | undefined }[] {
  const slice = createSlicer(nodes);
  const pieces: { nodes: PhrasingContent[]; separator: string | undefined }[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    pieces.push({ nodes: slice(from, match.index), separator: match[0] });
    from = match.index + match[0].length;
  }
  pieces.push({ nodes: slice(from, text.length), separator: undefined });
  return pieces;
}

type Slicer = (from: number, to: number) => PhrasingContent[];

/** Measures the nodes once for many cuts: a paragraph may have thousands of lines. */
function createSlicer(nodes: readonly PhrasingContent[]): Slicer {
  const ends: number[] = [];
  for (const node of nodes) ends.push((ends.at(-1) ?? 0) + textOf(node).length);
  const cutters = new Map<PhrasingContent, (start: number, end: number) => PhrasingContent>();
  const cut = (node: PhrasingContent, start: number, end: number): PhrasingContent => {
    const cutter = cutters.get(node) ?? createCutter(node);
    cutters.set(node, cutter);
    return cutter(start, end);
  };
  return (from, to) => {
    const sliced: PhrasingContent[] = [];
    for (let index = firstAfter(ends, from); index < nodes.length; index++) {
      const node = nodes[index] as PhrasingContent;
      const offset = ends[index - 1] ?? 0;
      const length = (ends[index] as number) - offset;
      if (offset >= to) break;
      const start = Math.max(from - offset, 0);
      const end = Math.min(to - offset, length);
      if (start < end) sliced.push(start === 0 && end === length ? node : cut(node, start, end));
    }
    return sliced;
  };
}

/** The first index whose number is above a value, in rising numbers. */
function firstAfter(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The nodes without white space and hard breaks at either end. */
export function trimPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const text = toPhrasingText(nodes);
  return slicePhrasing(nodes, text.length - text.trimStart().length, text.trimEnd().length);
}

/** The text with what stands in links, code and `[…]{.field}` made opaque, for patterns that must not match there. */
export function toOpenText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (
        node.type === 'link' ||
        node.type === 'linkReference' ||
        node.type === 'inlineCode' ||
        isField(node)
      )
        return opaque.repeat(textOf(node).length);
      return 'children' in node ? toOpenText(node.children as PhrasingContent[]) : textOf(node);
    })
    .join('');
}

/** What the author marked as one field, whatever separators and dates it holds. */
function isField(node: PhrasingContent): boolean {
  return node.type === 'span' && node.data?.attributes?.classes.includes('field') === true;
}

function textOf(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return hardBreak;
  return 'children' in node ? toPhrasingText(node.children as PhrasingContent[]) : opaque;
}

function createCutter(node: PhrasingContent): (start: number, end: number) => PhrasingContent {
  if ('children' in node) {
    const slice = createSlicer(node.children as PhrasingContent[]);
    return (start, end) => {
      const children = slice(start, end);
      return { ...node, children, position: around(children) } as PhrasingContent;
    };
  }
  const { value } = node as Text;
  const place = createPlacer(node, value);
  return (start, end) =>
    ({ ...node, value: value.slice(start, end), position: place(start, end) }) as PhrasingContent;
}

// Offsets in the value are offsets in the source only where nothing was escaped or encoded; lines can be counted where they were kept.
function createPlacer(
  { position }: PhrasingContent,
  value: string,
): (start: number, end: number) => Position | undefined {
  if (!position) return () => undefined;
  const lines = position.end.line - position.start.line;
  const starts = [0, ...Array.from(value.matchAll(/\n/g), ({ index }) => index + 1)];
  if (lines > 0 && starts.length - 1 !== lines) return () => position;
  if (lines === 0 && position.end.column - position.start.column !== value.length) return () => position;
  const pointAt = createPointFinder(position.start, starts);
  return (start, end) => ({ start: pointAt(start), end: pointAt(end) });
}

// The indent of a wrapped line is not in the value, so that its columns are counted from the first letter.
function createPointFinder(
  { line, column, offset, file }: Point,
  starts: readonly number[],
): (at: number) => Point {
  const other = file !== undefined && { file };
  return (at) => {
    const above = firstAfter(starts, at) - 1;
    if (above > 0) return { line: line + above, column: at - (starts[above] as number) + 1, ...other };
    return { line, column: column + at, ...other, ...(offset !== undefined && { offset: offset + at }) };
  };
}

/** From the first node's start to the last one's end. */
export function around(nodes: readonly { position?: Position | undefined }[]): Position | undefined {
  const placed = nodes.flatMap((node) => (node.position ? [node.position] : []));
  const [first] = placed;
  const last = placed.at(-1);
  return first && last && { start: first.start, end: last.end };
}
