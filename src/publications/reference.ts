/** A publication as a run of text, for places where no list can stand, and for Markdown. */
import type { PhrasingContent } from 'mdast';
import { toString as nodesToString } from 'mdast-util-to-string';
import type { Author, AuthorList, Badge, Publication } from '../model/publication.ts';
import type { PublicationWords } from './publication-words.ts';

/** What stands behind a name for each of its marks. */
export const markSigns: Readonly<Record<Author['marks'][number], string>> = {
  equal: '*',
  corresponding: '†',
  student: '‡',
};

/** A mark that ends a sentence, also within quotes. */
const ending = /[.?!…。？！]["'”’“‘»«\u202f]*$/u;

/** `**Jintao Zhang**, Jia Wei. *SageAttention*. ICLR, 2025.`, with badges and links behind it. */
export function toReference(publication: Publication, words: PublicationWords): PhrasingContent[] {
  const { authors, title, badges, links } = publication;
  const sentences = [
    namesOf(authors, words),
    [{ type: 'emphasis', children: title.children, position: title.position } as PhrasingContent],
    placeOf(publication),
  ].filter((part) => part.length > 0);
  const marks = [...badges, ...links].map((badge) => [toBadgeNode(badge)]);
  return joinNodes([...sentences.map(toSentence), ...marks], ' ');
}

/** Where and when it appeared: `PhD thesis, Journal, 12(3), 45–67, 2024, to appear`. */
function placeOf(publication: Publication): PhrasingContent[] {
  const { genre, venue, venueShort, volume, number, pages, year, status } = publication;
  const issue = number ? [text('('), ...number.children, text(')')] : [];
  const count = volume || publication.kind === 'journal' ? [...(volume?.children ?? []), ...issue] : [];
  // The number of a report, not of an issue.
  const bare = number && count.length === 0 ? number.children : [];
  const name = genre ? joinNodes([genre.children, ...(bare.length > 0 ? [bare] : [])], ' ') : [];
  const rest = [pages, year, status].map((part) => part?.children ?? []);
  const parts = [name, (venue ?? venueShort)?.children ?? [], count, ...(genre ? [] : [bare]), ...rest];
  return joinNodes(
    parts.filter((part) => part.length > 0),
    ', ',
  );
}

/** With a full stop, unless it has a mark of its own. */
function toSentence(nodes: PhrasingContent[]): PhrasingContent[] {
  return ending.test(nodesToString(nodes)) ? nodes : [...nodes, text('.')];
}

/** `Zhang et al.`, for a citation in the text. */
export function shortNames({ shown, count, open }: AuthorList, words: PublicationWords): string {
  const families = shown.flatMap((author) =>
    typeof author === 'number' ? [] : [nodesToString(author.family.children)],
  );
  if (count > 2 || open) return `${families[0] ?? ''} ${words.etAl}`.trim();
  return families.join(` ${words.and} `);
}

function namesOf({ shown, open }: AuthorList, words: PublicationWords): PhrasingContent[] {
  const names = shown.map((author): PhrasingContent[] =>
    typeof author === 'number' ? [text('…')] : [nameNode(author)],
  );
  return joinNodes(open ? [...names, [text(words.etAl)]] : names, ', ');
}

function nameNode(author: Author): PhrasingContent {
  const parts = [author.given, author.particle, author.family, author.suffix].flatMap((part) =>
    part ? [part.children] : [],
  );
  const signs = author.marks.map((mark) => markSigns[mark]).join('');
  const children = [...joinNodes(parts, ' '), ...(signs ? [text(signs)] : [])];
  const type = author.owner ? 'strong' : 'span';
  return { type, children, position: author.family.position } as PhrasingContent;
}

function toBadgeNode({ label, remark, url }: Badge): PhrasingContent {
  const inner = remark ? [...label.children, text(' · '), ...remark.children] : label.children;
  const children = [text('['), ...inner, text(']')];
  return (url ? { type: 'link', url, children } : { type: 'span', children }) as PhrasingContent;
}

function joinNodes(parts: readonly PhrasingContent[][], separator: string): PhrasingContent[] {
  return parts.flatMap((part, index) => (index > 0 ? [text(separator), ...part] : part));
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
