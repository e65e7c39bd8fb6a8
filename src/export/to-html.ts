/** A CV as one page of HTML: semantic, with its style in it and no script, for reading, printing and assistive technology. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml as stringify } from 'hast-util-to-html';
import { phrasingText } from '../formats/plain-phrase.ts';
import type { Block, Contact, Cv, DateRange, Entry, PartialDate, Person, Phrase } from '../model/cv.ts';
import type { PublicationList } from '../model/publication.ts';
import { publicationWords } from '../publications/publication-words.ts';
import { toReference } from '../publications/reference.ts';
import { toIsoDate } from './iso-date.ts';
import { pageStyle } from './page-style.ts';
import { flowToHast, phrasingToHast } from './to-hast.ts';

const rightToLeft = /^(?:ar|he|fa|ur|yi|dv|ps|sd|ug|ckb)(?:-|$)/i;

/** The whole page. Text comes out as text, whatever signs it holds. */
export function toHtml(cv: Cv): string {
  const { person, lang } = cv;
  const name = person.name?.text ?? '';
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    ...(name ? [element('meta', { name: 'author', content: name })] : []),
    ...(cv.keywords.length > 0
      ? [element('meta', { name: 'keywords', content: cv.keywords.join(', ') })]
      : []),
    element('title', {}, [text(name || 'CV')]),
    element('style', {}, [text(pageStyle)]),
  ]);
  const ending = [cv.footer, cv.date].flatMap((phrase) =>
    phrase ? [element('p', {}, phraseToHast(phrase))] : [],
  );
  const body = element('body', {}, [
    header(person),
    element('main', {}, [
      ...blocksToHast(cv.introduction, 2, lang),
      ...cv.sections.map(({ title, blocks }, index) =>
        element('section', { ariaLabelledBy: [`section-${index + 1}`] }, [
          element('h2', { id: `section-${index + 1}` }, phraseToHast(title)),
          ...blocksToHast(blocks, 3, lang),
        ]),
      ),
    ]),
    ...(ending.length > 0 ? [element('footer', {}, ending)] : []),
  ]);
  const dir = rightToLeft.test(lang) ? 'rtl' : undefined;
  const root: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang, dir }, [head, body])],
  };
  return `${stringify(root)}\n`;
}

function header({ name, headline, address, contacts }: Person): Element {
  const lines = address.flatMap((line, index) => [
    ...(index > 0 ? [element('br')] : []),
    ...phraseToHast(line),
  ]);
  return element('header', {}, [
    ...(name ? [element('h1', {}, [text(name.text)])] : []),
    ...(headline ? [element('p', { className: ['headline'] }, phraseToHast(headline))] : []),
    ...(lines.length > 0 ? [element('address', {}, lines)] : []),
    ...(contacts.length > 0 ? [element('ul', { className: ['contacts'] }, contacts.map(contactToHast))] : []),
  ]);
}

function contactToHast({ text: shown, url, remark }: Contact): Element {
  const hasLink = shown.children.some(({ type }) => type === 'link');
  const inner = phraseToHast(shown);
  const linked = url && !hasLink && isSafe(url) ? [element('a', { href: url }, inner)] : inner;
  return element('li', {}, [...linked, ...(remark ? [text(` (${phrasingText(remark)})`)] : [])]);
}

/** Schemes that lead somewhere and run nothing. */
function isSafe(url: string): boolean {
  return /^(?:https?|mailto|tel|skype|xmpp|sip):/iu.test(url);
}

function blocksToHast(blocks: readonly Block[], level: number, lang: string): ElementContent[] {
  return blocks.flatMap((block) => blockToHast(block, level, lang));
}

function blockToHast(block: Block, level: number, lang: string): ElementContent[] {
  switch (block.type) {
    case 'entry':
      return [entryToHast(block, level, lang)];
    case 'item':
      return [
        element('dl', {}, [
          element('dt', {}, phraseToHast(block.label)),
          element('dd', {}, blocksToHast(block.body, level, lang)),
        ]),
      ];
    case 'subsection':
      return [heading(level, phraseToHast(block.title)), ...blocksToHast(block.blocks, level + 1, lang)];
    case 'publications':
      return publicationsToHast(block, level, lang);
    case 'prose':
      return flowToHast([block.node]);
  }
}

function entryToHast(
  { title, subtitle, place, details, date, body }: Entry,
  level: number,
  lang: string,
): Element {
  const fields = [subtitle, place, ...details].flatMap((field) => (field ? [phraseToHast(field)] : []));
  const line = fields.flatMap((field, index) => (index > 0 ? [text(', '), ...field] : field));
  return element('article', {}, [
    heading(level, phraseToHast(title)),
    ...(date ? [element('p', { className: ['date'] }, dateToHast(date))] : []),
    ...(line.length > 0 ? [element('p', { className: ['fields'] }, line)] : []),
    ...blocksToHast(body, level + 1, lang),
  ]);
}

/** One date is a `time` that programs read; a range has two ends, of which HTML can only say each by itself. */
function dateToHast({ text: shown, start, end }: DateRange): ElementContent[] {
  const single: PartialDate | undefined = end === undefined ? start : undefined;
  const inner = phraseToHast(shown);
  return single ? [element('time', { dateTime: toIsoDate(single) }, inner)] : inner;
}

function publicationsToHast({ groups }: PublicationList, level: number, lang: string): ElementContent[] {
  const words = publicationWords(lang);
  return groups.flatMap(({ title, publications }) => [
    ...(title ? [heading(level, phraseToHast(title))] : []),
    element(
      'ul',
      { className: ['publications'] },
      publications.map((publication) =>
        element('li', {}, [
          ...(publication.label === undefined ? [] : [text(`[${publication.label}] `)]),
          ...phrasingToHast(toReference(publication, words)),
        ]),
      ),
    ),
  ]);
}

function heading(level: number, children: ElementContent[]): Element {
  return element(`h${Math.min(level, 6)}`, {}, children);
}

function phraseToHast({ children }: Phrase): ElementContent[] {
  return phrasingToHast(children);
}

function element(
  tagName: string,
  properties: Element['properties'] = {},
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
