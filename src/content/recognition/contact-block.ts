/** Blocks of contacts: lines split by bars or dots, bullets, quotes, tables, definition lists. */
import type { Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Contact, Phrase } from '../../model/cv.ts';
import { hardBreak, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { toParagraphs, withoutTools } from './badges.ts';
import { isColumnHead } from './column-words.ts';
import { parseDateRange } from './date-range.ts';
import { isKnownLabel, readFactDefinition, readFactRow, splitAtTerms } from './fact-lines.ts';
import { splitPhrasing, toPlainPhrase, withoutIcons } from './phrase.ts';
import { isPostalAddress, recogniseContact } from './recognise-contact.ts';
import { isContactTitle, isPersonalTitle } from './section-words.ts';

export interface ContactBlock {
  contacts: Contact[];
  address: Phrase[];
  /** A short line above the first contact: a role. */
  headline?: Phrase | undefined;
  /** Badges that are no contacts, which stay where they are. */
  aside: Paragraph[];
}

const separator =
  /\s*[|｜•‣]\s*|\s+[·∙]\s+|\s*·\s*(?=\S+@|http)|\s*[\n\u2028]\s*|\s{3,}(?!\s*\p{Script=Han}?\s*[:：])|\s+(?:[–—]|-{2,3})(?:\s+|$)/gu;

/** The contacts of a node; `undefined` where it holds none, or is mostly prose. */
export function readContactBlock(node: RootContent): ContactBlock | undefined {
  const lines = linesOf(node);
  const parted = (lines?.flatMap(toPieces) ?? []).map((piece) => withoutTools(piece, isContact));
  const pieces = parted.flatMap((piece) => splitLinks(piece.contacts));
  // The head of a table may say what a section's title would.
  const contacts = pieces.flatMap((piece) => recogniseContact(piece) ?? []).filter((one) => !isTitle(one));
  const known = contacts.filter(
    ({ kind, text }) => kind !== 'text' && (kind !== 'location' || isLabelled(text)),
  );
  const others = contacts.filter(({ kind }) => kind === 'text');
  if (
    known.length === 0 ||
    others.some((one) => isProse(one) || isPeriod(one)) ||
    others.length > known.length + 3
  )
    return undefined;
  const headline = takeHeadline(contacts);
  const address = contacts.filter(isAddress);
  return {
    contacts: contacts.filter((contact) => contact !== headline && !address.includes(contact)),
    address: address.map(({ text }) => text),
    headline: headline && toPlainPhrase(headline.text.children),
    aside: toParagraphs(parted.map(({ aside }) => aside)),
  };
}

/** The runs of text in a node that may be contacts; `undefined` for content that never is. */
function linesOf(node: RootContent): PhrasingContent[][] | undefined {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell':
    case 'definitionTerm':
      return [node.children];
    case 'tableRow': {
      const cells = node.children.map(({ children }) => children);
      return readFactRow(node.children) ?? cells;
    }
    case 'definitionList': {
      const facts = splitAtTerms(node).map((group) => readFactDefinition(group));
      if (facts.every((fact) => fact !== undefined)) return facts;
      return linesWithin(node.children);
    }
    case 'table': {
      const [head, ...rows] = node.children;
      return linesWithin(isColumnHead(head as TableRow) ? rows : node.children);
    }
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'definitionDescription':
      return linesWithin(node.children);
    default:
      return undefined;
  }
}

function linesWithin(nodes: readonly RootContent[]): PhrasingContent[][] | undefined {
  const lines = nodes.map(linesOf);
  return lines.every((some) => some !== undefined) ? lines.flat() : undefined;
}

function toPieces(nodes: PhrasingContent[]): PhrasingContent[][] {
  const bare = withoutIcons(nodes);
  const pieces = splitPhrasing(bare, separator, toOpenText(bare));
  // A comma parts contacts only where each piece is one: an address has commas too.
  return pieces.flatMap((piece) => {
    const parts = splitPhrasing(piece, /\s*[,，;；/]\s+/gu, toOpenText(piece));
    const all = parts.length > 1 && parts.every((part) => recogniseContact(part)?.url !== undefined);
    return all ? parts : [piece];
  });
}

function isContact(nodes: PhrasingContent[]): boolean {
  return recogniseContact(nodes)?.url !== undefined;
}

/** Links side by side with nothing but space between them are a contact each. */
function splitLinks(piece: PhrasingContent[]): PhrasingContent[][] {
  const links = piece.filter(({ type }) => type === 'link');
  const others = piece.filter(({ type }) => type !== 'link');
  return links.length > 1 && toPhrasingText(others).trim() === '' ? links.map((link) => [link]) : [piece];
}

/** `2019 – 2021` beside an address is what an entry has. */
function isPeriod({ text }: Contact): boolean {
  return parseDateRange(toPhrasingText(text.children))?.end !== undefined;
}

function isTitle({ kind, text }: Contact): boolean {
  const said = toPhrasingText(text.children);
  return kind === 'text' && (isPersonalTitle(said) || isContactTitle(said));
}

// Two words with capitals and a comma look like a place; a label makes them one.
function isLabelled({ children }: Phrase): boolean {
  return /^[^:：]{1,25}[:：]\s*\S/u.test(toPhrasingText(children));
}

function isProse({ text }: Contact): boolean {
  const shown = toPhrasingText(text.children);
  return (shown.match(/[\p{L}\p{N}]+/gu) ?? []).length > 12 || shown.length > 90;
}

function takeHeadline(contacts: readonly Contact[]): Contact | undefined {
  const [first, ...others] = contacts;
  if (first?.kind !== 'text' || !others.some(({ url }) => url)) return undefined;
  const line = first.text.position?.start.line;
  // On a line with contacts it is one of them; a line of its own is the role.
  const alone = line !== undefined && others.every(({ text }) => text.position?.start.line !== line);
  const said = toPhrasingText(first.text.children);
  // "Nationality: Danish" is a fact, whether its label is known or not.
  const isRemark = /\d|,.*,|^\p{L}[\p{L}\s]{1,24}[:：]\s*\S/u.test(said) || isKnownLabel(said);
  return alone && !isRemark ? first : undefined;
}

function isAddress({ kind, text }: Contact): boolean {
  return kind === 'location' && isPostalAddress(toPhrasingText(text.children).replaceAll(hardBreak, ', '));
}
