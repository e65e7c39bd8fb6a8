/** An entry as Markdown: a heading with its fields and its date, as people write it, unless mdcv would read something else into it. */
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { parseCv } from '../content/parse-cv.ts';
import { type FieldLabel, fieldLabel } from '../formats/field-labels.ts';
import type { Block, Phrase } from '../model/cv.ts';
import { type DateText, toDateText } from './date-text.ts';
import type { DescribedEntry, DescribedField } from './description.ts';
import { toLabelled, toText } from './rich-text.ts';
import { type FieldSeparator, type WholeField, writeMarkdown } from './write-markdown.ts';

/** How careful a form is, the plainest first. */
interface Care {
  /** Fields are marked as whole (`[A - B]{.field}`): those with signs that part fields or dates, or all. */
  fields?: 'risky' | 'all';
  /** The first paragraph gets a label, so that it is no line of the entry's head. */
  summary?: boolean;
  /** Only the title stands in the heading. */
  bare?: boolean;
}

const cares: readonly Care[] = [
  {},
  { fields: 'risky' },
  { summary: true },
  { fields: 'risky', summary: true },
  { fields: 'all', summary: true },
  { fields: 'all', summary: true, bare: true },
];

/** The nodes of an entry in the plainest form that mdcv reads back as it is meant. */
export async function writeEntry(entry: DescribedEntry, lang: string): Promise<RootContent[]> {
  const date = entry.date && toDateText(entry.date, lang);
  let nodes: RootContent[] = [];
  for (const care of cares) {
    nodes = toNodes(entry, date, lang, care);
    if (await isReadBack(nodes, entry, date)) return nodes;
  }
  return nodes;
}

function toNodes(entry: DescribedEntry, date: DateText | undefined, lang: string, care: Care): RootContent[] {
  const [title, others] = takeTitle(entry.fields);
  const [subtitle, place] = others;
  // A place without a second field would be read as that.
  const placeless = subtitle?.label === 'place' && place === undefined;
  const inHeading = care.bare || placeless ? [title] : [title, ...others];
  const shown = inHeading.flatMap((field): PhrasingContent[][] => {
    if (!field || field.children.length === 0) return [];
    const isWhole = care.fields && needsMark(field.children, care.fields);
    return [
      isWhole ? [{ type: 'wholeField', children: field.children } as WholeField as never] : field.children,
    ];
  });
  const dateInHeading = date?.isRead && !care.bare;
  if (dateInHeading) shown.push(toText(date.text));
  const heading: Heading = {
    type: 'heading',
    depth: 3,
    children: shown.flatMap((part, index) =>
      index > 0 ? [{ type: 'fieldSeparator' } as FieldSeparator as never, ...part] : part,
    ),
  };
  const label = (field: FieldLabel, children: PhrasingContent[]): Paragraph[] =>
    toLabelled(fieldLabel(field, lang), children);
  const below = care.bare || placeless ? others : [];
  const body = care.summary ? withSummary(entry.body, lang) : entry.body;
  return [
    ...(heading.children.length > 0 ? [heading] : []),
    ...below.flatMap((field) => label(field.label, field.children)),
    ...(date && !dateInHeading ? label('date', toText(date.text)) : []),
    ...body,
  ];
}

/** The first field that says something is the title. */
function takeTitle(fields: readonly DescribedField[]): [DescribedField | undefined, DescribedField[]] {
  const [title, ...others] = fields.filter(({ children }) => children.length > 0);
  return [title, others];
}

const risky = /[|｜·•∙@\d\t]|\s[-–—]+\s|\p{Extended_Pictographic}/u;

/** A link is whole already. */
function needsMark(children: readonly PhrasingContent[], which: 'risky' | 'all'): boolean {
  const isLink = children.length === 1 && children[0]?.type === 'link';
  return !isLink && (which === 'all' || risky.test(children.map((child) => textOf(child)).join('')));
}

function withSummary(body: readonly RootContent[], lang: string): RootContent[] {
  const [first, ...others] = body;
  if (first?.type !== 'paragraph' || first.children[0]?.type === 'strong') return [...body];
  return [...toLabelled(fieldLabel('summary', lang), first.children), ...others];
}

/** Whether mdcv finds these fields and this date in the Markdown, and the rest below them. */
async function isReadBack(
  nodes: readonly RootContent[],
  { fields, body }: DescribedEntry,
  date: DateText | undefined,
): Promise<boolean> {
  const markdown = `---\nname: A\n---\n\n## B\n\n${writeMarkdown(nodes)}`;
  const { cv } = await parseCv(new VFile({ path: 'cv.md', value: markdown }));
  const [block, ...others] = cv.sections[0]?.blocks ?? [];
  if (others.length > 0 || (block?.type !== 'entry' && block?.type !== 'subsection')) return false;
  const words = fields.map(({ children }) => letters(textOf(children))).filter((word) => word !== '');
  const found = block.type === 'entry' ? [block.title, block.subtitle, block.place] : [block.title];
  const read = found.flatMap((phrase) => (phrase ? letters(phraseText(phrase)) : []));
  const dated = block.type === 'entry' ? block.date : undefined;
  const details = block.type === 'entry' ? block.details : [];
  const blocks = block.type === 'entry' ? block.body : block.blocks;
  const headed = words.slice(0, read.length);
  const below = letters(blocks.map(blockText).join(' '));
  const expected = [
    ...words.slice(read.length),
    ...(date && !date.isRead ? [letters(date.text)] : []),
    letters(textOf(body)),
  ];
  return (
    details.length === 0 &&
    cv.sections.length === 1 &&
    cv.introduction.length === 0 &&
    headed.join('|') === read.join('|') &&
    (dated ? letters(phraseText(dated.text)) : '') === (date?.isRead ? letters(date.text) : '') &&
    expected.every((text) => below.includes(text)) &&
    blocks.every(({ type }) => type === 'item' || type === 'prose')
  );
}

function phraseText({ children }: Phrase): string {
  return textOf(children);
}

function blockText(block: Block): string {
  if (block.type === 'item') return `${phraseText(block.label)} ${block.body.map(blockText).join(' ')}`;
  return block.type === 'prose' ? textOf(block.node) : '';
}

/** What is left of a text whatever was done to its signs. */
function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
