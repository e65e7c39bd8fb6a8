/** The front matter of an imported CV, and what the line of contacts below it says. */
import type { PhrasingContent, RootContent } from 'mdast';
import { Document } from 'yaml';
import { kindOfUrl } from '../content/recognition/contact-kinds.ts';
import { toProfileUrl } from '../content/recognition/contact-url.ts';
import { kindOfNetwork } from '../formats/networks.ts';
import type { DescribedContact, Description } from './description.ts';
import { isWebAddress, toLink, toParagraph, toText, toWebAddress } from './rich-text.ts';

/** The YAML between the fences. Every value comes out as a text, whatever it looks like. */
export function writeFrontMatter(description: Description): string {
  const { person, lang, frontMatter, settings } = description;
  const map = new Map<string, unknown>();
  const set = (key: string, value: unknown): void => {
    if (value !== undefined) map.set(key, value);
  };
  set('name', person.name);
  set('headline', person.headline);
  if (lang !== 'en') set('lang', lang);
  for (const [key, value] of frontMatter.filter(([name]) => name !== 'meta')) set(key, value);
  set('photo', person.photo);
  const address = Object.entries(person.address).filter(([, value]) => value !== undefined);
  if (address.length > 0) set('address', new Map(address));
  for (const [key, values] of keyedContacts(person.contacts))
    set(key, values.length === 1 && key !== 'contact' ? values[0] : values);
  for (const [key, value] of frontMatter.filter(([name]) => name === 'meta')) set(key, value);
  const document = new Document(map);
  if (settings.length > 0) document.comment = ` ${settings.map(toComment).join('\n ')}`;
  return map.size === 0 && settings.length === 0
    ? ''
    : document.toString({ lineWidth: 0, singleQuote: true });
}

/** Profiles with more to them than a key has room for: `Twitter: [name](address) | …`. */
export function contactLine(contacts: readonly DescribedContact[]): RootContent[] {
  const pieces = inLine(contacts).map(toPiece);
  const children = pieces.flatMap((piece, index) =>
    index > 0 ? [{ type: 'fieldSeparator' } as never, ...piece] : piece,
  );
  return children.length > 0 ? [toParagraph(children)] : [];
}

function toComment({ path, value }: { path: string; value: string }): string {
  return `${path}: ${value}`.replace(/\s+/gu, ' ');
}

function keyedContacts(contacts: readonly DescribedContact[]): Map<string, string[]> {
  const keyed = new Map<string, string[]>();
  const line = new Set<DescribedContact>(inLine(contacts));
  for (const contact of contacts) {
    const one = 'key' in contact ? contact : line.has(contact) ? undefined : toKeyed(contact);
    if (one) keyed.set(one.key, [...(keyed.get(one.key) ?? []), one.value]);
  }
  return keyed;
}

/** The first profile that no key says wholly, and those after it, so that their order stays. */
function inLine(contacts: readonly DescribedContact[]): Profile[] {
  const profiles = contacts.filter((contact): contact is Profile => !('key' in contact));
  const first = profiles.findIndex((profile) => !toKeyed(profile));
  return first < 0 ? [] : profiles.slice(first);
}

type Profile = Exclude<DescribedContact, { key: string }>;

/** A profile that a key of the front matter says wholly: mdcv makes the same address of the user's name. */
function toKeyed({ network, username, url: said }: Profile): { key: string; value: string } | undefined {
  const kind = network === undefined ? undefined : kindOfNetwork(network);
  const url = said === undefined ? undefined : (toWebAddress(said) ?? said);
  if (url !== undefined && isWebAddress(url)) {
    if (!kind || kindOfUrl(url) !== kind) return undefined;
    if (username === undefined || toProfileUrl(kind, username) === url)
      return { key: kind, value: username ?? url };
    // The address shows the name as its end.
    const end = url.replace(/\/+$/u, '').split('/').at(-1);
    return end === username && toProfileUrl(kind, url) === url ? { key: kind, value: url } : undefined;
  }
  if (kind === 'skype' && username !== undefined && url?.startsWith('skype:'))
    return { key: kind, value: username };
  const value = [username, url].filter(Boolean).join(', ');
  if (value === '') return network === undefined ? undefined : { key: 'contact', value: network };
  if (kind && url === undefined) return { key: kind, value };
  return { key: 'contact', value: network === undefined ? value : `${network}: ${value}` };
}

function toPiece({ network, username, url: said = '' }: Profile): PhrasingContent[] {
  const url = toWebAddress(said);
  const text = url === undefined ? [username, said].filter(Boolean).join(', ') : (username ?? said);
  const shown = toLink(toText(text), url);
  return network === undefined ? shown : [...toText(`${network}:`), { type: 'text', value: ' ' }, ...shown];
}
