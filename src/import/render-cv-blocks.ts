/** RenderCV's sections: a list of entries of one of nine kinds each, told by their fields. */
import type { List, PhrasingContent, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { type FieldLabel, fieldLabel } from '../formats/field-labels.ts';
import type { DescribedBlock, DescribedDate, DescribedEntry, DescribedField } from './description.ts';
import { createFields, type Fields, leavesOf } from './fields.ts';
import { joinDegree } from './join-degree.ts';
import { toLeftLines, withList } from './resume-sections.ts';
import { isWebAddress, toFlow, toLabelled, toLink, toList, toParagraph, toText } from './rich-text.ts';
import type { SourceNode } from './source-tree.ts';

/** A title is printed as it is, a key such as `selected_honors` in words. */
export function toSectionTitle(key: string): string {
  if (/[\p{Lu}\s]/u.test(key) || !/^[\p{Ll}\p{N}_]+$/u.test(key)) return key;
  return key
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim();
}

/** The blocks of a section; entries that are one line each, in a row, become one list. */
export function toRenderCvBlocks(
  section: SourceNode,
  path: string,
  lang: string,
  vfile: VFile,
): DescribedBlock[] {
  if (section.type === 'scalar')
    return [{ type: 'flow', nodes: toFlow(section.value, vfile, section.position) }];
  if (section.type === 'map') return [{ type: 'flow', nodes: toLeftLines(leavesOf(section, [])) }];
  const blocks: DescribedBlock[] = [];
  const reversed = section.items.filter((item) => keysOf(item).has('reversed_number')).length;
  let number = reversed;
  for (const [index, item] of section.items.entries()) {
    if (item.type === 'scalar') {
      blocks.push({ type: 'flow', nodes: toFlow(item.value, vfile, item.position) });
      continue;
    }
    const fields = createFields(item, `${path}[${index}]`, vfile);
    if (item.type === 'list') blocks.push({ type: 'flow', nodes: toLeftLines(fields.left()) });
    else if (keysOf(item).has('reversed_number')) {
      const text = fields.phrasing('reversed_number');
      blocks.push(toBullet([...toText(`[${number}]`), { type: 'text', value: ' ' }, ...text], fields));
      number -= 1;
    } else if (keysOf(item).has('number')) blocks.push(toBullet(fields.phrasing('number'), fields, true));
    else if (keysOf(item).has('bullet')) blocks.push(toBullet(fields.phrasing('bullet'), fields));
    else if (keysOf(item).has('label')) blocks.push(toOneLine(fields));
    else blocks.push(toEntry(fields, lang, vfile));
  }
  return joinLists(blocks);
}

function keysOf(item: SourceNode): Set<string> {
  return new Set(item.type === 'map' ? item.pairs.map(({ key }) => key) : []);
}

function toBullet(children: PhrasingContent[], fields: Fields, ordered = false): DescribedBlock {
  const nodes = toList([children.length > 0 ? [toParagraph(children)] : []], ordered);
  return { type: 'flow', nodes: [...nodes, ...toLeftLines(fields.left())] };
}

function toOneLine(fields: Fields): DescribedBlock {
  const label = fields.phrasing('label');
  const details = fields.phrasing('details');
  const strong: PhrasingContent = { type: 'strong', children: [...label, { type: 'text', value: ':' }] };
  const line: RootContent[] =
    details.length > 0
      ? [toParagraph([strong, { type: 'text', value: ' ' }, ...details])]
      : toList([[toParagraph(label)]]);
  return { type: 'flow', nodes: [...line, ...toLeftLines(fields.left())] };
}

function joinLists(blocks: readonly DescribedBlock[]): DescribedBlock[] {
  const joined: DescribedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const before = last?.type === 'flow' ? last.nodes.at(-1) : undefined;
    const [first, ...others] = block.type === 'flow' ? block.nodes : [];
    if (
      before?.type === 'list' &&
      first?.type === 'list' &&
      before.ordered === first.ordered &&
      last?.type === 'flow'
    ) {
      (before as List).children.push(...first.children);
      last.nodes.push(...others);
    } else joined.push(block);
  }
  return joined;
}

function toEntry(fields: Fields, lang: string, vfile: VFile): DescribedEntry {
  const url = fields.text('url');
  const doi = fields.text('doi');
  const degree = joinDegree(fields.text('degree'), fields.text('area'));
  const phrasing = (label: FieldLabel, ...names: string[]): DescribedField => ({
    label,
    children: fields.phrasing(...names),
  });
  const named: DescribedField[] = [
    { label: 'degree', children: toText(degree.title ?? degree.area ?? '') },
    phrasing('position', 'position'),
    phrasing('name', 'name', 'title'),
    phrasing('organisation', 'institution', 'company'),
    phrasing('publisher', 'journal'),
    phrasing('place', 'location'),
  ];
  const described = named.filter(({ children }) => children.length > 0);
  const target = url ?? (doi === undefined ? undefined : `https://doi.org/${doi}`);
  const [title] = described;
  const isLinked = title !== undefined && target !== undefined && isWebAddress(target) && !hasLink(title);
  if (title && isLinked) title.children = toLink(title.children, target);
  const labelled = (label: FieldLabel, text: string | undefined): RootContent[] =>
    text === undefined ? [] : toLabelled(fieldLabel(label, lang), toText(text));
  const authors = fields.flows('authors').flatMap((flow, index): PhrasingContent[] => {
    const [only] = flow;
    const name = only?.type === 'paragraph' ? only.children : [];
    return index > 0 && name.length > 0 ? [{ type: 'text', value: ', ' }, ...name] : name;
  });
  const body: RootContent[] = [
    ...(degree.title === undefined ? [] : labelled('area', degree.area)),
    ...toLabelled(fieldLabel('authors', lang), authors),
    ...withList('summary', fields.flow('summary'), lang),
    ...toList(fields.texts('highlights').map((text) => toHighlight(text, vfile))),
    ...labelled('doi', doi),
    ...(url === undefined || (isLinked && url === target) ? [] : labelled('url', url)),
  ];
  return {
    type: 'entry',
    fields: described,
    date: toDate(fields),
    body: [...body, ...toLeftLines(fields.left())],
  };
}

/** RenderCV makes bullets below a highlight of what stands behind ` - `. */
function toHighlight(text: string, vfile: VFile): RootContent[] {
  const [first = '', ...below] = text.split(/ - /);
  const inner = toList(below.map((one) => toFlow(one, vfile)));
  return [...toFlow(first, vfile), ...inner];
}

function hasLink({ children }: DescribedField): boolean {
  return children.some(({ type }) => type === 'link');
}

function toDate(fields: Fields): DescribedDate | undefined {
  const date = fields.text('date');
  if (date !== undefined) return { start: date };
  const start = fields.text('start_date');
  const end = fields.text('end_date');
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined) return { start: end };
  return { start, end: end === 'present' ? undefined : end, open: end === undefined || end === 'present' };
}
