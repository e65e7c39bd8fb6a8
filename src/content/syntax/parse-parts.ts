import type { List, Root } from 'mdast';
import { around } from '../phrasing-text.ts';
import { createBlockParser } from './parse-blocks.ts';

/** About this many characters are parsed at once. */
const partLength = 8_000;

/**
 * Parses a text, in parts where it is long: micromark takes quadratic time. Positions are those within a part, which begins at `start`
 * of the text. `cuts` are offsets at which nothing but a list can be open.
 */
export function* parseParts(text: string, cuts: readonly number[]): Generator<{ start: number; root: Root }> {
  const parts = toParts(cuts, text.length);
  const parse = createBlockParser();
  const definitions = parts.length > 1 ? findDefinitions(text) : [];
  for (const [start, end] of parts) {
    yield { start, root: parsePart(text.slice(start, end), start, definitions, parse) };
  }
}

/** Adds a part with the positions of the file, and puts a list together that was cut between two of its items. */
export function joinParts(root: Root, part: Root, source: string): void {
  const [first, ...rest] = part.children;
  const last = root.children.at(-1);
  if (last?.type === 'list' && first?.type === 'list' && markerOf(last, source) === markerOf(first, source)) {
    last.children.push(...first.children);
    last.position = around([last, first]);
  } else if (first) rest.unshift(first);
  for (const child of rest) root.children.push(child);
}

/** The bullet, or the sign behind the number. */
function markerOf(list: List, source: string): string {
  const start = list.position?.start.offset as number;
  return /^\d*(.)/s.exec(source.slice(start, start + 11))?.[1] as string;
}

function toParts(cuts: readonly number[], length: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut - start < partLength) continue;
    parts.push([start, cut]);
    start = cut;
  }
  parts.push([start, length]);
  return parts;
}

interface LinkDefinition {
  label: string;
  index: number;
  source: string;
}

function findDefinitions(text: string): LinkDefinition[] {
  const lines = text.matchAll(/^[ \t>]*\[([^[\]\n]+)\]:[ \t]*\S[^\n]*$/gm);
  return [...lines].map((match) => ({
    label: match[1] as string,
    index: match.index,
    source: match[0].trim(),
  }));
}

/** A part needs the definitions that it refers to, wherever they stand. */
function parsePart(
  part: string,
  start: number,
  definitions: readonly LinkDefinition[],
  parse: (text: string) => Root,
): Root {
  const labels = new Set([...part.matchAll(/\[([^[\]\n]+)\]/g)].map((match) => match[1] as string));
  const needed = definitions.filter(
    ({ label, index }) => labels.has(label) && (index < start || index >= start + part.length),
  );
  const root = parse([part, ...needed.map(({ source }) => source)].join('\n\n'));
  // They are in the tree of their own part.
  root.children = root.children.filter((child) => (child.position?.start.offset as number) < part.length);
  return root;
}
