/** Sections whose kind nobody says, as all of RenderCV's: a list of entries of one of nine kinds each, told by their fields. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import type { DescribedBlock } from './description.ts';
import { createFields, type Fields, leavesOf } from './fields.ts';
import { humanise } from './humanise.ts';
import { joinLists } from './join-lists.ts';
import { toLeftLines, toOpenEntry } from './left-lines.ts';
import { toFlow, toList, toParagraph, toText } from './rich-text.ts';
import { isBlank, type SourceNode, type SourcePair } from './source-tree.ts';

/** A title is printed as it is, a key such as `selected_honors` in words. */
export function toSectionTitle(key: string): string {
  if (/^\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u.test(key)) return humanise(key);
  if (/[\p{Lu}\s]/u.test(key) || !/^[\p{Ll}\p{N}_-]+$/u.test(key)) return key;
  return key
    .split(/[_-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim();
}

/** The blocks of a section; entries that are one line each, in a row, become one list. */
export function toOpenBlocks(
  section: SourceNode,
  path: string,
  lang: string,
  vfile: VFile,
): DescribedBlock[] {
  if (section.type === 'scalar')
    return [{ type: 'flow', nodes: toFlow(section.value, vfile, section.position) }];
  if (section.type === 'map') return [{ type: 'flow', nodes: toLeftLines(leavesOf(section, []), lang) }];
  if (section.items.every(isLine))
    return section.items.flatMap((item, index) => toLine(createFields(item, `${path}[${index}]`, vfile)));
  const blocks: DescribedBlock[] = [];
  const reversed = section.items.filter((item) => keysOf(item).has('reversed_number')).length;
  let number = reversed;
  for (const [index, item] of section.items.entries()) {
    if (item.type === 'scalar') {
      blocks.push({ type: 'flow', nodes: toFlow(item.value, vfile, item.position) });
      continue;
    }
    const fields = createFields(item, `${path}[${index}]`, vfile);
    if (item.type === 'list') blocks.push({ type: 'flow', nodes: toLeftLines(fields.left(), lang) });
    else if (keysOf(item).has('reversed_number')) {
      const text = fields.phrasing('reversed_number');
      blocks.push(toBullet([...toText(`[${number}]`), { type: 'text', value: ' ' }, ...text], fields, lang));
      number -= 1;
    } else if (keysOf(item).has('number'))
      blocks.push(toBullet(fields.phrasing('number'), fields, lang, true));
    else if (keysOf(item).has('bullet')) blocks.push(toBullet(fields.phrasing('bullet'), fields, lang));
    else if (keysOf(item).has('label')) blocks.push(toOneLine(fields, lang));
    else blocks.push(toOpenEntry(fields, lang, vfile));
  }
  return joinLists(blocks);
}

function keysOf(item: SourceNode): Set<string> {
  return new Set(item.type === 'map' ? item.pairs.map(({ key }) => key) : []);
}

const lineNames = ['label', 'name', 'title', 'category', 'group', 'language'] as const;
const lineValues = [
  'details',
  'value',
  'text',
  'level',
  'proficiency',
  'fluency',
  'items',
  'keywords',
  'list',
] as const;

/** Whether a record is but a name and what belongs to it. */
function isLine(item: SourceNode): boolean {
  if (item.type !== 'map') return false;
  const said = item.pairs.filter(({ value }) => !isBlank(value));
  const isText = ({ value }: SourcePair): boolean =>
    value.type === 'scalar' || (value.type === 'list' && value.items.every(({ type }) => type === 'scalar'));
  return (
    said.length === 2 &&
    said.every(isText) &&
    said.some(({ key, value }) => value.type === 'scalar' && lineNames.includes(key as never)) &&
    said.some(({ key }) => lineValues.includes(key as never))
  );
}

function toLine(fields: Fields): DescribedBlock[] {
  const label = fields.phrasing(...lineNames);
  const values = fields.flows(...lineValues);
  const words = values.flatMap((flow): PhrasingContent[][] => {
    const [only, ...others] = flow;
    return only?.type === 'paragraph' && others.length === 0 ? [only.children] : [];
  });
  const strong: PhrasingContent = { type: 'strong', children: [...label, { type: 'text', value: ':' }] };
  const line = words.flatMap((word, index): PhrasingContent[] =>
    index > 0 ? [{ type: 'text', value: ', ' }, ...word] : word,
  );
  const isLine = words.length === values.length;
  const nodes = isLine
    ? [toParagraph([strong, { type: 'text', value: ' ' }, ...line])]
    : [toParagraph([strong]), ...values.flat()];
  return [{ type: 'flow', nodes }];
}

function toBullet(
  children: PhrasingContent[],
  fields: Fields,
  lang: string,
  ordered = false,
): DescribedBlock {
  const nodes = toList([children.length > 0 ? [toParagraph(children)] : []], ordered);
  return { type: 'flow', nodes: [...nodes, ...toLeftLines(fields.left(), lang)] };
}

function toOneLine(fields: Fields, lang: string): DescribedBlock {
  const label = fields.phrasing('label');
  const details = fields.phrasing('details');
  const strong: PhrasingContent = { type: 'strong', children: [...label, { type: 'text', value: ':' }] };
  const line: RootContent[] =
    details.length > 0
      ? [toParagraph([strong, { type: 'text', value: ' ' }, ...details])]
      : toList([[toParagraph(label)]]);
  return { type: 'flow', nodes: [...line, ...toLeftLines(fields.left(), lang)] };
}
