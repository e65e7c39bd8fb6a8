/** The same contact in the front matter and in the text, or twice in the text, is one. */
import type { Contact, Person } from '../../model/cv.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { toPhrasingText } from '../phrasing-text.ts';
import { kindOfWord } from './contact-kinds.ts';

/** The person's contacts without those that say again what stands above: the address of another, or what the front matter says. */
export function withoutRepeats({ contacts }: Person, frontMatter: FrontMatter): Contact[] {
  const urls = new Set<string>();
  const { title, headline, address } = frontMatter;
  const placed = [title, headline, ...frontMatter.contacts.map(({ value }) => value)];
  const said = new Set([...placed.map((one) => one?.value ?? ''), ...(address?.value ?? [])].map(toKey));
  const own = new Set(frontMatter.contacts.map(({ value }) => value.position));
  return contacts.filter((contact) => {
    const { kind, text, url } = contact;
    const isSaid = !own.has(text.position) && said.has(toKey(toPhrasingText(text.children)));
    if (!url) return !((kind === 'text' || kind === 'location') && isSaid);
    // A telephone's number may be that of a messenger, too.
    const key = `${kind} ${toAddress(url)}`;
    if (urls.has(key) && isBare(contact)) return false;
    urls.add(key);
    return true;
  });
}

function toKey(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, ' ').trim();
}

function toAddress(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/$/u, '');
}

/** True where the text is the address, a part of it or a word for its kind, and so says nothing new. */
function isBare({ text, url = '' }: Contact): boolean {
  const words = toKey(toPhrasingText(text.children))
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .split(/[\s:]+/u);
  const address = toAddress(url).replace(/^(?:mailto|tel):/u, '');
  return words.every((word) => {
    const bare = word.replace(/\/$/u, '');
    const digits = bare.replace(/\D/gu, '');
    return (
      address.includes(bare) || kindOfWord(bare) !== undefined || (digits !== '' && address.includes(digits))
    );
  });
}
