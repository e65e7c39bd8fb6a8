import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Position } from 'unist';
import type { TextPoints } from './text-points.ts';
import { walkTree } from './walk-tree.ts';

/**
 * What may be shortcodes: `:house:`, or several at once. Times, ratios, addresses and C++'s `std::` have a letter, a digit, a slash or a colon
 * before their colons; names that are numbers (`:100:`) end at a number.
 */
const runs = /(?<![\p{L}\p{N}:/])(?::(?:\d{1,9}:(?!\d)|(?!\d+:)[+\w-]{1,60}:))+/gu;
/** The same in the source, where an underscore may be escaped, and the first colon so that it is none. */
const writtenRuns = /(?<![\p{L}\p{N}:/])\\?(?::(?:\d{1,9}:(?!\d)|(?!\d+:)(?:\\?[+\w-]){1,60}:))+/gu;
const shortcode = /:([+\w-]+):/g;

/**
 * Puts the emoji in the place of GitHub's shortcodes (`:house:`, kramdown has the same), so that all later sees what a page shows. Code and
 * addresses are left alone, names that GitHub does not have are text. The list of names is loaded only where something looks like one.
 */
export async function resolveShortcodes(root: Root, source: string, points: TextPoints): Promise<void> {
  const found: { node: Text; parent: Parents }[] = [];
  walkTree(root, (node, parent) => {
    if (node.type === 'text' && parent && node.value.search(runs) >= 0 && !isAddress(node, parent))
      found.push({ node, parent });
  });
  if (found.length === 0) return;
  const { nameToEmoji } = await import('gemoji');
  const texts = new Map(
    found.map(({ node }) => [node as Nodes, toTexts(node, source, points, nameToEmoji)] as const),
  );
  for (const parent of new Set(found.map((one) => one.parent)))
    (parent.children as Nodes[]) = (parent.children as Nodes[]).flatMap(
      (child) => texts.get(child) ?? [child],
    );
}

/** The text of a link that only shows where it leads. */
function isAddress({ value }: Text, parent: Parents): boolean {
  return parent.type === 'link' && parent.url.endsWith(value);
}

/** The text in pieces: its emoji, and what is between them, each at its place where the source can tell it. */
function toTexts(
  text: Text,
  source: string,
  points: TextPoints,
  emoji: Readonly<Record<string, string>>,
): Text[] {
  const { value } = text;
  const { start, end } = text.position as Position;
  const from = start.offset as number;
  const matches = [...value.matchAll(runs)];
  const written = [...source.slice(from, end.offset).matchAll(writtenRuns)];
  const isPlaced = written.length === matches.length;
  const texts: Text[] = [];
  let done = 0;
  let place = from;
  const add = (piece: string, to: number): void => {
    if (piece === '') return;
    texts.push({ ...text, value: piece, position: isPlaced ? points.position(place, to) : text.position });
    place = to;
  };
  matches.forEach(({ 0: run, index }, count) => {
    const { 0: raw, index: at } = isPlaced ? (written[count] as RegExpExecArray) : { 0: run, index: 0 };
    const shown = raw.startsWith('\\') ? run : toEmoji(run, emoji);
    if (shown === run) return;
    add(value.slice(done, index), from + at);
    add(shown, from + at + raw.length);
    done = index + run.length;
  });
  add(value.slice(done), end.offset as number);
  return texts;
}

/** The run with its shortcodes as emoji; those that have none stay as they are. */
function toEmoji(run: string, emoji: Readonly<Record<string, string>>): string {
  return run.replace(shortcode, (whole, name: string) =>
    Object.hasOwn(emoji, name) ? (emoji[name] as string) : whole,
  );
}
