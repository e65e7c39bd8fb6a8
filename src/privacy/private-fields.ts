/** The front matter's `private:`: names of fields that a public CV leaves out. */
import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { canonicalKey, keyRules } from '../content/front-matter/front-matter-keys.ts';
import type { Block, Contact, ContactKind, Cv, Person, Phrase } from '../model/cv.ts';
import { nearestName } from '../nearest-name.ts';
import { addProblem } from '../problem.ts';
import type { PrivatePart, PrivateText } from './private-part.ts';
import { textsOf, toText } from './texts-of.ts';

/** Fields beside those of contacts, each key with the field that it belongs to. */
const fieldOfKey: ReadonlyMap<string, string> = new Map([
  ...['name', 'firstname', 'lastname', 'author'].map((key) => [key, 'name'] as const),
  ...['title', 'headline', 'photo', 'address', 'contact', 'date', 'keywords', 'summary', 'footer'].map(
    (key) => [key, key] as const,
  ),
  ['publications', 'publications'],
]);

/** Who hides a phone number means all numbers to call. */
const kindsOfField: Readonly<Record<string, readonly ContactKind[]>> = { phone: ['phone', 'mobile', 'fax'] };

const numbers: ReadonlySet<ContactKind> = new Set(['phone', 'mobile', 'fax', 'whatsapp', 'signal']);

/** The fields that `private:` names, whatever their spelling. A name that is none is an error in a public build, else a warning. */
export function readPrivateFields(frontMatter: FrontMatter, vfile: VFile, isPublic: boolean): Set<string> {
  const fields = new Set<string>();
  const contactKeys = Object.entries(keyRules).flatMap(([key, { shape }]) =>
    shape === 'texts' ? [key] : [],
  );
  for (const written of frontMatter.private?.value ?? []) {
    const key = canonicalKey(written);
    const field = key && (contactKeys.includes(key) ? key : fieldOfKey.get(key));
    if (field) {
      fields.add(field);
      continue;
    }
    const nearest = nearestName(written, [...contactKeys, ...fieldOfKey.keys()]);
    addProblem(vfile, 'unknown-private-field', {
      reason: `Cannot keep \`${written}\` private, ${key ? 'it is no content of the CV' : 'mdcv does not know this field'}`,
      note: nearest
        ? `Did you mean \`${nearest}\`?`
        : 'Name keys of the front matter such as `phone` or `address`, and mark other parts with `{.private}`.',
      place: frontMatter.private?.position,
      severity: isPublic ? 'error' : 'warning',
    });
  }
  return fields;
}

/** What has to be gone before the CV is recognised, since other places are searched for the field else. */
export function withoutPrivateTexts(frontMatter: FrontMatter, fields: ReadonlySet<string>): FrontMatter {
  const left = { ...frontMatter };
  if (fields.has('title')) delete left.title;
  if (fields.has('summary')) delete left.summary;
  if (fields.has('footer')) delete left.footer;
  return left;
}

/** The CV without its private fields, wherever they were written, and what they said. */
export function dropPrivateFields(cv: Cv, fields: ReadonlySet<string>): { cv: Cv; parts: PrivatePart[] } {
  const parts: PrivatePart[] = [];
  const drop = (what: string, phrases: readonly Phrase[]): void => {
    for (const { children, position } of phrases) parts.push({ what, position, texts: textsOf(children) });
  };
  const person: Person = { ...cv.person };
  const left: Cv = { ...cv, person };
  const { name, headline, photo, address } = person;
  if (fields.has('name') && name) {
    drop('name', [name.given, ...(name.family ? [name.family] : [])]);
    parts.push({ what: 'name', position: name.given.position, texts: toText(name.text) });
    person.name = undefined;
  }
  if (fields.has('headline') && headline) {
    drop('headline', [headline]);
    person.headline = undefined;
  }
  if (fields.has('photo') && photo) {
    parts.push({ what: 'photo', position: photo.position, texts: [{ kind: 'file', value: photo.path }] });
    person.photo = undefined;
  }
  if (fields.has('address')) {
    drop('address', address);
    person.address = [];
    person.postal = undefined;
  }
  person.contacts = person.contacts.filter((contact) => {
    if (!isPrivateContact(contact, fields)) return true;
    parts.push({ what: contact.kind, position: contact.text.position, texts: contactTexts(contact) });
    return false;
  });
  if (fields.has('date') && cv.date) {
    drop('date', [cv.date]);
    left.date = undefined;
  }
  if (fields.has('keywords')) {
    if (cv.keywords.length > 0) parts.push({ what: 'keywords', texts: cv.keywords.flatMap(toText) });
    left.keywords = [];
  }
  if (!fields.has('publications')) return { cv: left, parts };
  const introduction = withoutLists(cv.introduction);
  const sections = cv.sections.map((one) => ({ ...one, blocks: withoutLists(one.blocks) }));
  return { cv: { ...left, introduction, sections }, parts };
}

function withoutLists(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'publications') return [];
    if (block.type === 'subsection') return [{ ...block, blocks: withoutLists(block.blocks) }];
    if (block.type === 'prose') return [block];
    return [{ ...block, body: withoutLists(block.body) }];
  });
}

function isPrivateContact({ kind }: Contact, fields: ReadonlySet<string>): boolean {
  if (fields.has('contact') || fields.has(kind)) return true;
  return [...fields].some((field) => kindsOfField[field]?.includes(kind));
}

/** What a contact says, in the text and behind it. */
export function contactTexts({ kind, text, url, remark }: Contact): PrivateText[] {
  const shown = textsOf(text.children);
  return [
    ...(numbers.has(kind) ? shown.map(({ value }): PrivateText => ({ kind: 'phone', value })) : shown),
    ...(url ? [toUrlText(url)] : []),
    ...(remark ? textsOf(remark.children) : []),
  ];
}

function toUrlText(url: string): PrivateText {
  const number = /^tel:(.*)$/i.exec(url)?.[1];
  return number ? { kind: 'phone', value: number } : { kind: 'address', value: url };
}
