/**
 * The files under `bibliography:`. pandoc takes a path or a list of paths, its extension multibib a mapping of names of lists to paths; sites
 * and other tools have mappings with the file beside their own settings, `{file: own.bib, style: apa}`. Whatever names a file is read, the
 * rest is told and costs nothing else: a CV without its publications is better than none.
 */
import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { addProblem } from '../../problem.ts';
import type { Placed } from './front-matter.ts';
import { plainKey } from './front-matter-keys.ts';
import {
  entriesOf,
  itemsOf,
  type KeyContext,
  placeOf,
  readTexts,
  reportType,
} from './front-matter-values.ts';

/** Keys whose value is a file, whatever it is called. */
const fileKeys: ReadonlySet<string> = new Set(
  'file files filename path paths src source sources bib bibfile bibfiles bibtex'.split(' '),
);
/** Keys of other tools for the look of what is listed. */
const styleKeys: ReadonlySet<string> = new Set(
  'style csl bibliographystyle bibstyle citationstyle'.split(' '),
);

/** Paths in the author's order; nothing for `false`, which means none. What names no file is a warning at its place. */
export function readBibliographyFiles(node: Node, context: KeyContext): Placed<string[]> | undefined {
  const value = filesOf(node, context);
  return value.length > 0 ? { value, position: placeOf(node, context) } : undefined;
}

/** Lists of mappings of lists are the most that anybody writes; an alias to what it stands in would never end. */
const deepest = 3;

function filesOf(node: Node, context: KeyContext, depth = 0): string[] {
  if (isScalar(node)) {
    if (typeof node.value !== 'boolean') return readTexts(node, context).map((text) => text.value);
    if (node.value) reportNoFile(node, context);
    return [];
  }
  if (depth >= deepest) {
    reportNoFile(node, context);
    return [];
  }
  if (isMap(node)) return filesOfMapping(node, context, depth);
  return itemsOf(node as YAMLSeq, context).flatMap((item) => filesOf(item, context, depth + 1));
}

/** Those under a key for files; without one, as multibib has it, whatever is called a .bib file. */
function filesOfMapping(map: YAMLMap, context: KeyContext, depth: number): string[] {
  const pairs = entriesOf(map, context);
  const named = pairs.filter(({ name }) => fileKeys.has(plainKey(name)));
  const files = named.length > 0 ? named : pairs.filter(({ value }) => isBibFile(value));
  if (files.length === 0) {
    reportNoFile(map, context);
    return [];
  }
  return pairs.flatMap((pair) => {
    if (files.includes(pair))
      return filesOf(pair.value, { ...context, key: `${context.key}.${pair.name}` }, depth + 1);
    reportSetting(pair, context);
    return [];
  });
}

function isBibFile(node: Node): boolean {
  const one = isSeq(node) ? node.items[0] : node;
  return isScalar(one) && typeof one.value === 'string' && /\.bib\s*$/i.test(one.value);
}

function reportNoFile(node: Node, context: KeyContext): void {
  reportType(node, context, 'the path of a .bib file or a list of them', 'warning');
}

function reportSetting({ name, value }: { name: string; value: Node }, context: KeyContext): void {
  const isStyle = styleKeys.has(plainKey(name));
  addProblem(context.vfile, 'unknown-key', {
    reason: `Cannot use \`${context.key}.${name}\`, only the files under \`${context.key}\` are read`,
    note: isStyle
      ? 'Choose the look of publications by `publications: {style: …}`, such as `compact`, or take it out.'
      : `Take it out, or, if it is a .bib file, write \`${context.key}: [first.bib, second.bib]\`.`,
    place: placeOf(value, context),
  });
}
