/** The front matter's contacts: `github: adalovelace`, `phone: +86 185 1911 5711 (WeChat ID)`. */
import type { Contact, ContactKind } from '../../model/cv.ts';
import type { FrontMatter, Placed } from '../front-matter/front-matter.ts';
import { kindOfUrl, kindOfWord } from './contact-kinds.ts';
import { toProfileUrl, toUrl } from './contact-url.ts';
import { textPhrase } from './phrase.ts';

const remarkAtEnd = /^(?<value>.*\S)\s*[(（](?<remark>[^()（）]*\p{L}[^()（）]*)[)）]$/u;

/** Contacts in the author's order, their URLs made from handles. */
export function toFrontMatterContacts({ contacts }: FrontMatter): Contact[] {
  return contacts.flatMap(({ key, value }) => toContact(kindOfWord(key) ?? 'text', value));
}

function toContact(keyed: ContactKind, { value, position }: Placed<string>): Contact[] {
  const parts = remarkAtEnd.exec(value.trim())?.groups;
  const text = parts?.value ?? value.trim();
  if (text === '') return [];
  const url =
    keyed === 'location' || keyed === 'born' ? undefined : (toProfileUrl(keyed, text) ?? toUrl(text));
  const kind = url && (keyed === 'homepage' || keyed === 'text') ? kindOfUrl(url) : keyed;
  return [
    {
      kind,
      text: textPhrase(toShown(text), position),
      url,
      ...(parts?.remark && { remark: textPhrase(parts.remark, position) }),
    },
  ];
}

// What a reader types does not need the scheme.
function toShown(text: string): string {
  return text.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/iu, '').replace(/\/$/u, '') || text;
}
