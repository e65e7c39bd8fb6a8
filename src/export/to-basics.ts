/** JSON Resume's `basics`: the person, with contacts as profiles. */
import { networkName } from '../formats/networks.ts';
import { phrasingText } from '../formats/plain-phrase.ts';
import type { Contact, Cv, Person } from '../model/cv.ts';
import { compact } from './json-resume.ts';

/** @param summary Markdown */
export function toBasics(
  { person }: Cv,
  summary: string,
  image: string | undefined,
): Record<string, unknown> {
  const left = [...person.contacts];
  const take = (fits: (contact: Contact) => boolean): Contact | undefined => {
    const index = left.findIndex(fits);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const email = take(({ kind }) => kind === 'email');
  const phone = take(({ kind }) => kind === 'phone') ?? take(({ kind }) => kind === 'mobile');
  const url = take(({ kind, text }) => kind === 'homepage' && !isLabelled(phrasingText(text)));
  const location = person.address.length === 0 ? take(({ kind }) => kind === 'location') : undefined;
  const profiles = left.filter(isProfile);
  const others = left.filter((contact) => !isProfile(contact));
  return {
    ...compact([
      ['name', person.name?.text],
      ['label', person.headline && phrasingText(person.headline)],
    ]),
    image: person.photo?.path ?? image ?? '',
    ...compact([
      ['email', email && (email.url?.replace(/^mailto:/u, '') ?? phrasingText(email.text))],
      ['phone', phone && withRemark(phone)],
      ['url', url?.url],
      ['summary', summary],
      ['location', toLocation(person, location)],
      ['profiles', profiles.map(toProfile)],
      ['contacts', others.map(toOther)],
    ]),
  };
}

/** Other than contacts to write or call to, and places. */
function isProfile({ kind, url, text }: Contact): boolean {
  if (networkName(kind) !== undefined) return true;
  return (kind === 'homepage' && url !== undefined) || (kind === 'text' && isLabelled(phrasingText(text)));
}

const label = /^(?<label>[^:：]{1,40}?)\s*[:：]\s*(?=\S)(?!\/\/)/u;

function isLabelled(text: string): boolean {
  return label.test(text);
}

function toProfile({ kind, text, url }: Contact): Record<string, unknown> {
  const said = phrasingText(text);
  const named = label.exec(said);
  const value = named ? said.slice(named[0].length) : said;
  // An address is no name, but the end of one in a network is, though it may have dots: `ada.bsky.social`.
  const plain = toPlain(url ?? '');
  const isPart = /\//u.test(value) || plain === toPlain(value);
  const isAddress = url !== undefined && plain.endsWith(toPlain(value)) && isPart;
  const last = plain.split('/').slice(1).at(-1);
  const username = isAddress ? (named || kind === 'homepage' ? undefined : last) : value;
  return compact([
    ['network', named?.groups?.label ?? networkName(kind) ?? 'Website'],
    ['username', username],
    ['url', url],
  ]);
}

function toPlain(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/\/$/u, '');
}

function toOther(contact: Contact): Record<string, unknown> {
  return compact([
    ['kind', contact.kind],
    ['text', withRemark(contact)],
    ['url', contact.url],
  ]);
}

function withRemark({ text, remark }: Contact): string {
  return remark ? `${phrasingText(text)} (${phrasingText(remark)})` : phrasingText(text);
}

/** The parts that the author named; else the lines of the address, or a town with its region. */
function toLocation({ address, postal }: Person, contact: Contact | undefined): object | undefined {
  if (postal && Object.keys(postal).length > 0)
    return compact([
      ['address', postal.street],
      ['postalCode', postal.postcode],
      ['city', postal.city],
      ['countryCode', isCode(postal.country) ? postal.country : undefined],
      ['country', isCode(postal.country) ? undefined : postal.country],
      ['region', postal.region],
    ]);
  if (address.length > 0) return { address: address.map(phrasingText).join('\n') };
  if (!contact) return undefined;
  const [city = '', ...region] = phrasingText(contact.text).split(/,\s*/u);
  return compact([
    ['city', city],
    ['region', region.join(', ')],
  ]);
}

/** ISO 3166-1 alpha-2. */
function isCode(country: string | undefined): boolean {
  return /^[A-Z]{2}$/u.test(country ?? '');
}
