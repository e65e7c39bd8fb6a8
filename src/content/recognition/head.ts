/** What stands before the first section: a photo, a role, contacts, an introduction. */
import type { Heading, PhrasingContent, RootContent, Table } from 'mdast';
import type { Contact, Person, Photo, Phrase } from '../../model/cv.ts';
import { hardBreak, opaque, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { isToolBadge } from './badges.ts';
import { readContactBlock } from './contact-block.ts';
import { readLabel } from './labelled-item.ts';
import { toPlainPhrase } from './phrase.ts';
import { isPostalAddress, recogniseContact } from './recognise-contact.ts';
import { isRole, isSurelyRole } from './role-words.ts';
import { takeFacts } from './take-facts.ts';

export interface Head {
  photo?: Photo | undefined;
  headline?: Phrase | undefined;
  contacts: Contact[];
  address: Phrase[];
  rest: RootContent[];
}

/** @param titled whether a name stands above, so that a first short line is a role */
export function readHead(nodes: readonly RootContent[], titled: boolean): Head {
  const head: Head = { contacts: [], address: [], rest: [] };
  let isFirst = titled;
  for (const whole of nodes) {
    const { photo: framed, node } =
      whole.type === 'table' && !head.photo ? takeFramed(whole) : { node: whole };
    head.photo ??= framed;
    const photo = head.photo ? undefined : readPhoto(node);
    if (photo) {
      head.photo = photo;
      continue;
    }
    const line = isFirst ? readFirstLine(node) : readLoneLine(node);
    const block = readContactBlock(node) ?? line;
    if (block) {
      addBlock(head, block);
      head.rest.push(...(block.aside ?? []));
    } else if (node.type === 'list' || node.type === 'table' || node.type === 'definitionList')
      head.rest.push(...takeFacts([node], head));
    else if (node.type !== 'thematicBreak' || head.rest.length > 0) head.rest.push(node);
    isFirst &&= node.type === 'paragraph' && isOnlyLinks(node.children);
  }
  return head;
}

/** Takes contacts out of a list of nodes, such as a section named so. */
export function takeContacts(
  nodes: readonly RootContent[],
  person: Pick<Person, 'contacts' | 'address'>,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    const block = readContactBlock(node);
    if (!block) return node.type === 'thematicBreak' ? [] : [node];
    const above = block.headline ? [{ kind: 'text' as const, text: block.headline }] : [];
    person.contacts.push(...above, ...block.contacts);
    person.address.push(...block.address);
    return block.aside;
  });
}

interface HeadLines {
  headline?: Phrase | undefined;
  contacts: Contact[];
  address: Phrase[];
  aside?: RootContent[];
}

function addBlock(head: Head, { headline, contacts, address }: HeadLines): void {
  if (headline && head.headline) head.contacts.push({ kind: 'text', text: headline });
  else head.headline ??= headline;
  head.contacts.push(...contacts);
  head.address.push(...address);
}

/** A short line below the name: a role, or a place. */
function readFirstLine(node: RootContent): HeadLines | undefined {
  if (node.type !== 'paragraph' || readLabel(node.children) || node.children.some(isToolBadge))
    return undefined;
  const text = toPhrasingText(node.children).trim();
  if (isOnlyLinks(node.children)) return undefined;
  if (text === '' || text.length > 90 || /[\n\u2028\uFFFC]|[.!?]\s/u.test(text)) return undefined;
  const contact = recogniseContact(node.children);
  // "37 years, Hull" is nobody's role.
  if (contact?.kind === 'text' && /^\d/u.test(text)) return { contacts: [contact], address: [] };
  if (contact?.kind !== 'location' || isRole(text))
    return { headline: toPlainPhrase(node.children), contacts: [], address: [] };
  const isAddress = isPostalAddress(text);
  return { contacts: isAddress ? [] : [contact], address: isAddress ? [contact.text] : [] };
}

/** `[English version](cv-en.md)` leads to another page, and `[EN](…) | [FR](…)` to two. */
function isOnlyLinks(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(({ type }) => type === 'link') && !/[\p{L}\p{N}]/u.test(toOpenText(nodes));
}

/** A role in large letters that opens no section, or a postal address. */
function readLoneLine(node: RootContent): HeadLines | undefined {
  const text = node.type === 'heading' || node.type === 'paragraph' ? toPhrasingText(node.children) : '';
  if (text.length > 90) return undefined;
  if (node.type === 'paragraph' && isPostalAddress(text) && !/[.!?\n\u2028]\s/u.test(text)) {
    // It has words.
    return { contacts: [], address: [toPlainPhrase(node.children) as Phrase] };
  }
  if (node.type !== 'heading' || !isSurelyRole(text)) return undefined;
  return { headline: toPlainPhrase(node.children), contacts: [], address: [] };
}

/** The one picture of a table that only sets it beside the contacts, and the table without it. */
function takeFramed(table: Table): { photo?: Photo | undefined; node: Table } {
  const cells = table.children.flatMap(({ children }) => children);
  const [framed, ...others] = cells.filter(({ children }) => imagesIn(children).length > 0);
  const photo = framed && readPhoto({ type: 'paragraph', children: framed.children });
  if (!photo || others.length > 0) return { node: table };
  const rows = table.children.map((row) => ({
    ...row,
    children: row.children.map((cell) => (cell === framed ? { ...cell, children: [] } : cell)),
  }));
  return { photo, node: { ...table, children: rows } };
}

/** A portrait in the heading of the name, by its name: other pictures there are icons. */
export function readPortrait(title: Heading | undefined): Photo | undefined {
  const [image, ...others] = title ? imagesIn(title.children) : [];
  if (!image || others.length > 0 || !portrait.test(`${image.url} ${image.alt ?? ''}`)) return undefined;
  return { path: image.url, position: image.position };
}

const portrait = /photo|foto|portrait|avatar|headshot|profile|head-?shot|\bme\.|照片|写真|사진/iu;

/** A picture by itself. */
function readPhoto(node: RootContent): Photo | undefined {
  if (node.type !== 'paragraph') return undefined;
  const blank = new RegExp(`^[\\s${opaque}${hardBreak}]*$`, 'u');
  if (!blank.test(toPhrasingText(node.children))) return undefined;
  const images = imagesIn(node.children);
  const [image] = images;
  return image && images.length === 1 ? { path: image.url, position: image.position } : undefined;
}

function imagesIn(nodes: readonly PhrasingContent[]): Extract<PhrasingContent, { type: 'image' }>[] {
  return nodes.flatMap((node) => {
    if (node.type === 'image') return [node];
    return 'children' in node ? imagesIn(node.children as PhrasingContent[]) : [];
  });
}
