/** What no field of a CV takes, each with its name as a label, and records of which nobody says the kind, told by their fields. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { VFile } from 'vfile';
import { type FieldLabel, fieldLabel, fieldOfLabel } from '../formats/field-labels.ts';
import { toDateText } from './date-text.ts';
import type { DescribedDate, DescribedEntry, DescribedField } from './description.ts';
import { createFields, type Fields, type LeftField } from './fields.ts';
import { humanise } from './humanise.ts';
import { joinDegree } from './join-degree.ts';
import {
  isWebAddress,
  joinWords,
  toAddress,
  toFlow,
  toLabelled,
  toLabelledFlow,
  toLink,
  toList,
  toMarkedText,
  toParagraph,
  toText,
  toWebAddress,
} from './rich-text.ts';
import type { SourceList } from './source-tree.ts';

/** Fields of one name are one line; long texts and records are lists. */
export function toLeftLines(left: readonly LeftField[], lang: string): RootContent[] {
  const byLabel = new Map<string, LeftField[]>();
  for (const one of left) {
    const label = toLabel(one.path, lang);
    byLabel.set(label, [...(byLabel.get(label) ?? []), one]);
  }
  return [...byLabel].flatMap(([label, fields]) => {
    const records = fields.flatMap((field) => (field.records ? toRecordList(field.records, lang) : []));
    const values = fields.flatMap(({ value, records: own }) => (own ? [] : [value]));
    return [...toLeftLine(label, values), ...toLabelledFlow(label, records)];
  });
}

/** The name of a field, in the language of the CV where mdcv has a word for that very name. */
function toLabel(path: readonly string[], lang: string): string {
  const label = path.map(humanise).join(' / ');
  const field = fieldOfLabel(label);
  return field && fieldLabel(field, 'en') === label ? fieldLabel(field, lang) : label;
}

/** Longer texts in one line could not be told apart. */
const longestWords = 60;

function toLeftLine(label: string, values: readonly string[]): RootContent[] {
  const [value = '', ...others] = values;
  if (others.length === 0)
    return isWebAddress(value)
      ? toLabelled(label, toAddress(value))
      : toLabelledFlow(label, toFlow(value, new VFile()));
  const isLong = values.some((one) => one.length > longestWords || /\n/.test(one));
  return isLong
    ? toLabelledFlow(label, toList(values.map((one) => toFlow(one, new VFile()))))
    : toLabelled(label, toMarkedText(joinWords(values), new VFile()));
}

/** `- **Title**, organisation, date` with what else it says below. */
function toRecordList({ items }: SourceList, lang: string): RootContent[] {
  const vfile = new VFile();
  const records = items.map((item): ListItem['children'] => {
    const { fields, date, body } = toOpenEntry(createFields(item, '', vfile), lang, vfile);
    const words = [
      ...fields.map(({ children }) => children),
      ...(date ? [toText(toDateText(date, lang).text)] : []),
    ];
    const [title, ...others] = words;
    const line: PhrasingContent[] = [
      ...(title ? [{ type: 'strong' as const, children: title }] : []),
      ...others.flatMap((part) => [{ type: 'text' as const, value: ', ' }, ...part]),
    ];
    return [...(line.length > 0 ? [toParagraph(line)] : []), ...body] as ListItem['children'];
  });
  return toList(records);
}

/** RenderCV's names of fields, its first version's, and those that people give to sections of their own. */
const openNames: readonly (readonly [label: FieldLabel, ...names: string[]])[] = [
  ['position', 'position', 'role', 'jobTitle', 'job_title'],
  ['name', 'name', 'title'],
  ['organisation', 'institution', 'company', 'organization', 'organisation', 'employer', 'school'],
  ['organisation', 'awarder', 'issuer', 'authority', 'event', 'conference', 'entity'],
  ['publisher', 'journal', 'publisher'],
  ['place', 'location', 'place'],
];

/** A record as an entry, by the names of its fields. */
export function toOpenEntry(fields: Fields, lang: string, vfile: VFile): DescribedEntry {
  const url = fields.text('url', 'website', 'link', 'href');
  const doi = fields.text('doi');
  const degree = joinDegree(fields.text('degree', 'studyType', 'study_type'), fields.text('area'));
  const named: DescribedField[] = [
    { label: 'degree', children: toText(degree.title ?? degree.area ?? '') },
    ...openNames.map(([label, ...names]) => ({ label, children: fields.phrasing(...names) })),
  ];
  const described = named.filter(({ children }) => children.length > 0);
  const target = url === undefined ? doi && `https://doi.org/${doi}` : toWebAddress(url);
  const [title] = described;
  const isLinked = title !== undefined && target !== undefined && !hasLink(title);
  if (title && isLinked) title.children = toLink(title.children, target);
  const labelled = (label: FieldLabel, text: string | undefined): RootContent[] =>
    text === undefined ? [] : toLabelled(fieldLabel(label, lang), toText(text));
  const authors = fields.flows('authors').flatMap((flow, index): PhrasingContent[] => {
    const [only] = flow;
    const name = only?.type === 'paragraph' ? only.children : [];
    return index > 0 && name.length > 0 ? [{ type: 'text', value: ', ' }, ...name] : name;
  });
  const date = toDate(fields);
  const said: RootContent[] = [
    ...(degree.title === undefined ? [] : labelled('area', degree.area)),
    ...toLabelled(fieldLabel('authors', lang), authors),
    ...withList('summary', fields.flow('summary', 'description'), lang),
    ...toList(
      fields
        .texts('highlights', 'responsibilities', 'achievements', 'bullets')
        .map((text) => toHighlight(text, vfile)),
    ),
    ...labelled('doi', doi),
    ...(url === undefined || isLinked ? [] : toLabelled(fieldLabel('url', lang), toAddress(url))),
  ];
  return withTitle({ type: 'entry', fields: described, date, body: said }, fields.left(), lang);
}

/** Longer texts are no titles. */
const longestTitle = 100;

/** An entry with what is left of its record: a heading that has no words gets the first of them, or the entry would be a part of the one above. */
export function withTitle(entry: DescribedEntry, left: readonly LeftField[], lang: string): DescribedEntry {
  const isNamed = entry.fields.some(({ children }) => children.length > 0);
  const isTitle = ({ value, records }: LeftField): boolean =>
    !records && value.length < longestTitle && !/\n/.test(value) && !isWebAddress(value);
  const first = isNamed ? undefined : left.find(isTitle);
  const fields: DescribedField[] = first ? [{ label: 'name', children: toText(first.value) }] : entry.fields;
  const others = left.filter((one) => one !== first);
  return { ...entry, fields, body: [...entry.body, ...toLeftLines(others, lang)] };
}

/** A text that needs a label only where a list in it would be taken for one of highlights. */
export function withList(field: FieldLabel, flow: readonly RootContent[], lang: string): RootContent[] {
  return flow.some(({ type }) => type === 'list') ? toLabelledFlow(fieldLabel(field, lang), flow) : [...flow];
}

/** RenderCV makes bullets below a highlight of what stands behind ` - `. */
function toHighlight(text: string, vfile: VFile): RootContent[] {
  const [first = '', ...below] = text.split(/ - /);
  const inner = toList(below.map((one) => toFlow(one, vfile)));
  return [...toFlow(first, vfile), ...inner];
}

/** Whether a field leads somewhere already. */
export function hasLink({ children }: DescribedField): boolean {
  return children.some(({ type }) => type === 'link');
}

function toDate(fields: Fields): DescribedDate | undefined {
  const date = fields.text('date', 'releaseDate', 'year');
  if (date !== undefined) return { start: date };
  const start = fields.text('start_date', 'startDate', 'fromDate', 'from');
  const end = fields.text('end_date', 'endDate', 'toDate', 'to');
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined) return { start: end };
  return { start, end: end === 'present' ? undefined : end, open: end === undefined || end === 'present' };
}
