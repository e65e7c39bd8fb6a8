/** A CV as plain text, wrapped, for forms that take nothing else. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { toLocales } from '../content/language-tag.ts';
import { phrasingText } from '../formats/plain-phrase.ts';
import type { Block, Contact, Cv, Entry, Person } from '../model/cv.ts';
import type { PublicationList } from '../model/publication.ts';
import { publicationWords } from '../publications/publication-words.ts';
import { toReference } from '../publications/reference.ts';
import { toCommonMark } from './to-common-mark.ts';
import { columnsOf, wrapText } from './wrap-text.ts';

/** Columns of a line. */
const width = 72;

/** Lines end with LF; blocks are parted by a blank line, sections by two. */
export function toPlainText(cv: Cv): string {
  const head = personLines(cv.person).join('\n');
  const sections = cv.sections.map(({ title, blocks }) => {
    const heading = phrasingText(title).toLocaleUpperCase(toLocales(cv.lang));
    return [`${heading}\n${'-'.repeat(columnsOf(heading))}`, ...blocksToText(blocks, cv.lang)].join('\n\n');
  });
  const parts = [[head, ...blocksToText(cv.introduction, cv.lang)].filter(Boolean).join('\n\n'), ...sections];
  const end = [cv.footer, cv.date].flatMap((phrase) =>
    phrase ? [wrapText(plain(phrase.children), width)] : [],
  );
  return `${[...parts, ...end].filter(Boolean).join('\n\n\n')}\n`;
}

function personLines({ name, headline, address, contacts }: Person): string[] {
  return [
    ...(name ? [name.text] : []),
    ...(headline ? [wrapText(phrasingText(headline), width)] : []),
    ...address.map((line) => wrapText(phrasingText(line), width)),
    ...contacts.map(contactLine),
  ];
}

function contactLine({ text, url, remark, kind }: Contact): string {
  const shown = plain(text.children);
  // A form has no links: the address is said where the text is not it.
  const address = url?.replace(/^(?:mailto|tel):/u, '') ?? '';
  const isSaid = kind === 'phone' || kind === 'mobile' || isAddressIn(shown, address);
  return [shown, remark && `(${phrasingText(remark)})`, !isSaid && `<${address}>`].filter(Boolean).join(' ');
}

function isAddressIn(shown: string, address: string): boolean {
  return shown.includes(address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, ''));
}

function blocksToText(blocks: readonly Block[], lang: string): string[] {
  return blocks.map((block) => blockToText(block, lang)).filter((text) => text !== '');
}

function blockToText(block: Block, lang: string): string {
  switch (block.type) {
    case 'entry':
      return entryToText(block, lang);
    case 'item': {
      const [first = '', ...others] = blocksToText(block.body, lang);
      const label = phrasingText(block.label);
      return [wrapText(`${label}: ${first.replace(/\s+/gu, ' ')}`, width, '  '), ...others].join('\n');
    }
    case 'subsection':
      return [phrasingText(block.title), ...blocksToText(block.blocks, lang)].join('\n\n');
    case 'publications':
      return publicationsToText(block, lang);
    case 'prose':
      return flowToText(toCommonMark([block.node]), width).join('\n\n');
  }
}

function entryToText({ title, subtitle, place, details, date, body }: Entry, lang: string): string {
  const fields = [title, subtitle, place, ...details].flatMap((field) =>
    field ? [plain(field.children)] : [],
  );
  const lines = [wrapText(joinFields(fields), width), ...(date ? [phrasingText(date.text)] : [])];
  const inner = blocksToText(body, lang);
  return [lines.join('\n'), ...inner].join('\n');
}

/** A remark in brackets goes on with what is before it. */
function joinFields(fields: readonly string[]): string {
  return fields
    .map((field, index) => (index === 0 ? field : `${/^[(（]/u.test(field) ? ' ' : ', '}${field}`))
    .join('');
}

function publicationsToText({ groups }: PublicationList, lang: string): string {
  const words = publicationWords(lang);
  return groups
    .flatMap(({ title, publications }) => [
      ...(title ? [phrasingText(title)] : []),
      publications
        .map((publication) => {
          const bullet = publication.label === undefined ? '- ' : `[${publication.label}] `;
          return wrapText(
            `${bullet}${plain(toReference(publication, words))}`,
            width,
            ' '.repeat(bullet.length),
          );
        })
        .join('\n'),
    ])
    .join('\n\n');
}

function flowToText(nodes: readonly RootContent[], columns: number): string[] {
  return nodes.flatMap((node): string[] => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return [wrapText(plain(node.children), columns)];
      case 'list':
        return [
          node.children
            .map((item, index) =>
              itemToText(item, node.ordered ? `${(node.start ?? 1) + index}. ` : '- ', columns),
            )
            .join('\n'),
        ];
      case 'blockquote':
        return flowToText(node.children, columns - 2).map((text) => text.replace(/^/gm, '  '));
      case 'code':
        return [node.value];
      default:
        return [];
    }
  });
}

function itemToText({ children }: ListItem, bullet: string, columns: number): string {
  const indent = ' '.repeat(bullet.length);
  const text = flowToText(children, columns - bullet.length).join('\n');
  return bullet + text.replace(/\n(?=.)/g, `\n${indent}`);
}

/** The words of a line; a link says where it leads, unless its text does. */
function plain(nodes: readonly PhrasingContent[]): string {
  return (toCommonMark(nodes) as PhrasingContent[])
    .map((node): string => {
      if (node.type === 'break') return '\n';
      if (node.type === 'text' || node.type === 'inlineCode') return node.value.replace(/\s*\n\s*/gu, ' ');
      if (!('children' in node)) return '';
      const text = plain(node.children as PhrasingContent[]);
      if (node.type !== 'link') return text;
      const url = node.url.replace(/^mailto:/u, '');
      return isAddressIn(text, url) ? text : `${text} <${url}>`;
    })
    .join('');
}
