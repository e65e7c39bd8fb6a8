/** A CV as text that a person can check: one line a field, indented by depth. The goldens of the fixtures are of this form. */
import type { Nodes } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import type { Block, Cv, DateRange, PartialDate } from '../../../src/model/cv.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { show } from './phrasing.ts';

export function showCv({ person, introduction, sections, footer, letter }: Cv): string {
  const { name, headline, address, contacts, photo } = person;
  const lines = [
    `name: ${show(name?.given) ?? '-'}${name?.family ? ` / ${show(name.family)}` : ''}`,
    ...(headline ? [`headline: ${show(headline)}`] : []),
    ...(photo ? [`photo: ${photo.path}`] : []),
    ...address.map((line) => `address: ${show(line)}`),
    ...contacts.map(({ kind, text, url, remark }) =>
      [
        `${kind}: ${show(text)}`,
        ...(url ? [`-> ${url}`] : []),
        ...(remark ? [`(${show(remark)})`] : []),
      ].join(' '),
    ),
    ...(letter ? showLetter(letter) : []),
    ...introduction.flatMap((block) => showBlock(block, '')),
    ...sections.flatMap(({ title, blocks }) => [
      '',
      `# ${show(title)}`,
      ...blocks.flatMap((block) => showBlock(block, '')),
    ]),
    ...(footer ? ['', `footer: ${show(footer)}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function showLetter({ recipient, date, subject, opening, closing, signature, enclosures }: Letter): string[] {
  return [
    ...recipient.map((line) => `to: ${show(line)}`),
    ...(date ? [`date: ${show(date)}`] : []),
    ...(subject ? [`subject: ${show(subject)}`] : []),
    `opening: ${show(opening)}`,
    `closing: ${show(closing)}`,
    ...(signature ? [`signature: ${signature.path}`] : []),
    ...(enclosures ? [`${show(enclosures.label)}: ${enclosures.items.map(show).join(', ')}`] : []),
  ];
}

function showBlock(block: Block, indent: string): string[] {
  const inner = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((one) => showBlock(one, `${indent}  `));
  switch (block.type) {
    case 'entry': {
      const { title, subtitle, place, details, date, body } = block;
      const fields = [
        `entry: ${show(title)}`,
        ...(subtitle ? [`subtitle: ${show(subtitle)}`] : []),
        ...(place ? [`place: ${show(place)}`] : []),
        ...details.map((detail) => `detail: ${show(detail)}`),
        ...(date ? [`date: ${show(date.text)}${showRange(date)}`] : []),
      ];
      return [...fields.map((field, index) => `${indent}${index > 0 ? '  . ' : ''}${field}`), ...inner(body)];
    }
    case 'item':
      return [`${indent}item: ${show(block.label)}`, ...inner(block.body)];
    case 'subsection':
      return [`${indent}subsection: ${show(block.title)}`, ...inner(block.blocks)];
    case 'publications':
      return block.groups.flatMap(({ title, publications }) => [
        ...(title ? [`${indent}group: ${show(title)}`] : []),
        ...publications.map(
          (one) => `${indent}publication: ${one.label ?? ''} ${one.key} ${show(one.title)}`,
        ),
      ]);
    case 'prose':
      return [`${indent}${block.node.type}: ${showNode(block.node)}`];
  }
}

function showNode(node: Nodes): string {
  if (node.type === 'paragraph') return show(node.children) ?? '';
  if (node.type === 'list')
    return node.children.map((item) => `(${item.children.map(showNode).join(' / ')})`).join(' ');
  return toText(node).replaceAll('\n', '↵');
}

function showRange({ start, end }: DateRange): string {
  if (!start && !end) return ' [?]';
  return ` [${showDate(start)}${end ? `..${showDate(end)}` : ''}]`;
}

function showDate(date: PartialDate | 'open' | undefined): string {
  if (!date) return '';
  return date === 'open' ? 'open' : [date.year, date.month, date.day].filter((part) => part).join('-');
}
