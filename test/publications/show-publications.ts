/** Lists of publications as text that a person can check, a line a field. The goldens of the fixtures are of this form. */
import type { Block, Cv, Phrase } from '../../src/model/cv.ts';
import type { AuthorList, Badge, NumberedPublication, PublicationList } from '../../src/model/publication.ts';
import { show } from '../content/recognition/phrasing.ts';

export function showPublications(cv: Cv): string {
  const blocks = [cv.introduction, ...cv.sections.map((section) => section.blocks)];
  return blocks
    .flatMap((list) => list.flatMap(showBlock))
    .map((line) => `${line}\n`)
    .join('');
}

function showBlock(block: Block): string[] {
  if (block.type === 'publications') return showList(block);
  if (block.type === 'subsection') return block.blocks.flatMap(showBlock);
  if (block.type === 'prose') return 'children' in block.node ? [`text: ${showNode(block.node)}`] : [];
  const head = block.type === 'entry' ? block.title : block.label;
  return [`${block.type}: ${show(head)}`, ...block.body.flatMap(showBlock)];
}

function showNode(node: { children: readonly unknown[] }): string {
  return node.children
    .map((child) => {
      const { children, value } = child as { children?: unknown[]; value?: string };
      return children ? showNode({ children }) : (value ?? '');
    })
    .join('');
}

function showList({ style, legend, groups }: PublicationList): string[] {
  return [
    `list: ${style}${legend.length > 0 ? `, legend: ${legend.join(' ')}` : ''}`,
    ...groups.flatMap(({ title, publications }) => [
      ...(title ? [`  group: ${show(title)}`] : []),
      ...publications.flatMap(showPublication),
    ]),
  ];
}

function showPublication(publication: NumberedPublication): string[] {
  const { key, kind, label, authors, editors, badges, date } = publication;
  const texts = [
    'year',
    'status',
    'venueShort',
    'venue',
    'genre',
    'volume',
    'number',
    'pages',
    'publisher',
  ] as const;
  const more = ['place', 'edition', 'remark'] as const;
  const ids = ['doi', 'arxiv', 'pmid', 'isbn', 'url'] as const;
  const phrases = [...texts, ...more].flatMap((name) => {
    const phrase: Phrase | undefined = publication[name];
    return phrase ? [`${name}: ${show(phrase)}`] : [];
  });
  return [
    `  ${label ? `[${label}] ` : ''}${key} (${kind})`,
    ...[
      `title: ${show(publication.title)}`,
      `authors: ${showAuthors(authors)}`,
      ...(editors ? [`editors: ${showAuthors(editors)}`] : []),
      ...(date ? [`date: ${[date.year, date.month, date.day].filter((part) => part).join('-')}`] : []),
      ...phrases,
      ...ids.flatMap((name) => (publication[name] ? [`${name}: ${publication[name]}`] : [])),
      ...badges.map((badge) => `badge: ${showBadge(badge)}`),
    ].map((line) => `    ${line}`),
  ];
}

function showAuthors({ shown, open, count }: AuthorList): string {
  const names = shown.map((author) => {
    if (typeof author === 'number') return `… ${author}`;
    const { given, particle, family, suffix, corporate, marks, owner } = author;
    const parts = [given, particle, family, suffix].map((part) => (part ? show(part) : '-'));
    const name = corporate ? `{${show(family)}}` : parts.join('/').replace(/\/-$/, '');
    return `${owner ? `**${name}**` : name}${marks.length > 0 ? ` [${marks.join(' ')}]` : ''}`;
  });
  return `${names.join('; ')}${open ? '; et al.' : ''} (${count})`;
}

function showBadge({ label, url, remark }: Badge): string {
  return [show(label), ...(remark ? [`(${show(remark)})`] : []), ...(url ? [`-> ${url}`] : [])].join(' ');
}
