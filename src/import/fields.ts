/**
 * The fields of a map of another format, each asked for by its names. What nobody has asked for is told in the end, so that a reader cannot
 * lose a field that it does not know.
 */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import { toFlow, toMarkedText, toPhrasing } from './rich-text.ts';
import {
  isBlank,
  type SourceList,
  type SourceNode,
  type SourcePair,
  type SourceScalar,
} from './source-tree.ts';

/** A value that nobody has asked for. */
export interface LeftField {
  /** Keys from the map that it is in: `['extra', 'notes', '0']`. */
  path: string[];
  value: string;
  position: Position;
  /** A list of maps, in place of a text. */
  records?: SourceList;
}

export interface Fields {
  /** The first of these names that has a text, in one line. A number is taken as it is written. */
  text(...names: string[]): string | undefined;
  /** The same with its lines. */
  lines(...names: string[]): string | undefined;
  /** A text that is Markdown, or several below one another. */
  flow(...names: string[]): RootContent[];
  /** The same within a line. */
  phrasing(...names: string[]): PhrasingContent[];
  /** The same, each of a list. */
  flows(...names: string[]): RootContent[][];
  /** Texts of a list; a single text is a list of one. */
  texts(...names: string[]): string[];
  /** The map of a name. */
  record(...names: string[]): Fields | undefined;
  /** The maps of a list; a text among them is one with a `name`, and a map by itself a list of one. */
  records(...names: string[]): Fields[];
  /** The value of a name as it is. */
  node(name: string): SourceNode | undefined;
  /** What is said within a line, HTML as Markdown: see `toMarkedText`. */
  marked(...names: string[]): PhrasingContent[];
  /** Whether the value of a name is a map. */
  isMap(name: string): boolean;
  /** Keys with their values, of what the reader does not know by name. */
  pairs(): { key: string; value: SourceNode }[];
  /** Everything that was not asked for, here and in the records that were given out, once; `silent` where nobody needs to know. */
  left(silent?: boolean): LeftField[];
}

/** @param path of the map, as messages print it: `cv.sections` */
export function createFields(node: SourceNode, path: string, vfile: VFile): Fields {
  const pairs: SourcePair[] =
    node.type === 'map' ? node.pairs : [{ key: 'name', keyPosition: node.position, value: node }];
  const taken = new Set<SourcePair>();
  const given: { name: string; fields: Fields }[] = [];

  function find(names: readonly string[]): SourcePair | undefined {
    for (const name of names) {
      const pair = pairs.find((one) => one.key === name && !taken.has(one) && !isBlank(one.value));
      if (pair) return pair;
    }
    return undefined;
  }

  function wrongType({ key, value }: { key: string; value: SourceNode }, expected: string): undefined {
    addProblem(vfile, 'wrong-type', {
      reason: `Cannot use \`${join(path, key)}\` with ${describe(value)}, expected ${expected}`,
      note: 'What it says is kept as labelled items.',
      place: value.position,
      severity: 'warning',
    });
  }

  function take(names: readonly string[]): SourceScalar | undefined {
    const pair = find(names);
    if (!pair) return undefined;
    if (pair.value.type !== 'scalar') return wrongType(pair, 'a text');
    taken.add(pair);
    // Files for two versions of a format say the same under two names.
    for (const other of pairs)
      if (names.includes(other.key) && isSame(other.value, pair.value)) taken.add(other);
    return pair.value;
  }

  function takeList(names: readonly string[]): SourceScalar[] {
    const pair = find(names);
    if (!pair) return [];
    const items = pair.value.type === 'list' ? pair.value.items : [pair.value];
    if (!items.every((item) => item.type === 'scalar')) {
      wrongType(pair, 'a list of texts');
      return [];
    }
    taken.add(pair);
    return items.filter((item) => !isBlank(item));
  }

  function sub(pair: SourcePair, value: SourceNode, index?: number): Fields {
    const name = index === undefined ? pair.key : `${pair.key}[${index}]`;
    const fields = createFields(value, join(path, name), vfile);
    given.push({ name: pair.key, fields });
    return fields;
  }

  return {
    text: (...names) => take(names)?.value.replace(/\s+/gu, ' ').trim(),
    lines: (...names) => take(names)?.value.trim(),
    flow: (...names) => takeList(names).flatMap(({ value, position }) => toFlow(value, vfile, position)),
    phrasing(...names) {
      const scalar = take(names);
      return scalar ? toPhrasing(scalar.value, vfile, scalar.position) : [];
    },
    flows: (...names) => takeList(names).map(({ value, position }) => toFlow(value, vfile, position)),
    texts: (...names) => takeList(names).map(({ value }) => value.replace(/\s+/gu, ' ').trim()),
    record(...names) {
      const pair = find(names);
      if (!pair) return undefined;
      if (pair.value.type !== 'map') return wrongType(pair, 'a map of fields');
      taken.add(pair);
      return sub(pair, pair.value);
    },
    records(...names) {
      const pair = find(names);
      if (!pair) return [];
      const { value } = pair;
      taken.add(pair);
      if (value.type !== 'list') {
        if (value.type !== 'map') wrongType(pair, 'a list');
        return [sub(pair, value)];
      }
      const wrong = value.items.findIndex((item) => item.type !== 'map' && !isBlank(item));
      const first = value.items[wrong];
      if (first) wrongType({ key: `${pair.key}[${wrong}]`, value: first }, 'a map of fields');
      return value.items.flatMap((item, index) => (isBlank(item) ? [] : [sub(pair, item, index)]));
    },
    node(name) {
      const pair = find([name]);
      if (pair) taken.add(pair);
      return pair?.value;
    },
    marked(...names) {
      const scalar = take(names);
      return scalar ? toMarkedText(scalar.value, vfile, scalar.position) : [];
    },
    isMap: (name) => find([name])?.value.type === 'map',
    pairs() {
      const all = pairs.filter((pair) => !taken.has(pair) && !isBlank(pair.value));
      for (const pair of all) taken.add(pair);
      return all.map(({ key, value }) => ({ key, value }));
    },
    left(silent = false) {
      const own = pairs.filter((pair) => !taken.has(pair));
      for (const pair of own) taken.add(pair);
      const inner = given.flatMap(({ name, fields }) =>
        fields.left(silent).map((one) => ({ ...one, path: [name, ...one.path] })),
      );
      const leaves = own.flatMap((pair) => (silent ? leavesOf : leftOf)(pair.value, [pair.key]));
      const told = new Set<string>();
      for (const { path: keys, position } of silent ? [] : leaves) {
        const key = keys.join('.');
        if (told.has(key)) continue;
        told.add(key);
        addProblem(vfile, 'unplaced-field', {
          reason: `Cannot place \`${join(path, key)}\`, mdcv has no field for it`,
          note: 'It is kept as a labelled item. Move it where it belongs.',
          place: position,
        });
      }
      return [...leaves, ...inner];
    },
  };
}

function isSame(one: SourceNode, { value }: SourceScalar): boolean {
  return one.type === 'scalar' && one.value.trim() === value.trim();
}

/** The same as `leavesOf`, but lists of maps stay whole, since what stands in one map belongs together. */
function leftOf(node: SourceNode, path: string[]): LeftField[] {
  if (node.type === 'map') return node.pairs.flatMap(({ key, value }) => leftOf(value, [...path, key]));
  const items = node.type === 'list' ? node.items.filter((item) => !isBlank(item)) : [];
  if (node.type !== 'list' || items.length === 0 || !items.every(({ type }) => type === 'map'))
    return leavesOf(node, path);
  return [{ path, value: '', position: node.position, records: { ...node, items } }];
}

/** Every text in a value, with the keys that lead to it. */
export function leavesOf(node: SourceNode, path: string[]): LeftField[] {
  if (node.type === 'scalar')
    return node.value.trim() === '' ? [] : [{ path, value: node.value.trim(), position: node.position }];
  return node.type === 'list'
    ? node.items.flatMap((item) => leavesOf(item, path))
    : node.pairs.flatMap(({ key, value }) => leavesOf(value, [...path, key]));
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function describe(node: SourceNode): string {
  if (node.type === 'scalar') return node.kind === 'text' ? 'a text' : `a ${node.kind}`;
  return node.type === 'list' ? 'a list' : 'a map';
}
