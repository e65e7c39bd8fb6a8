/** What a letter takes from its CV, unless it says otherwise itself. */
import type { Contact, Person } from '../../model/cv.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { canonicalKey } from '../front-matter/front-matter-keys.ts';

/** The look, and how the PDF is made. How long the CV may be, its date and its footer are its own. */
const shared = [
  'lang',
  'template',
  'engine',
  'toolchain',
  'profile',
  'lock',
  'geometry',
  'fontsize',
  'mainfont',
] as const satisfies readonly (keyof FrontMatter)[];

/** The letter's front matter with what it shares with its CV. Options and reasons are joined key by key, private fields all together. */
export function inheritFrontMatter(own: FrontMatter, cv: FrontMatter): FrontMatter {
  const merged: FrontMatter = { ...own };
  for (const key of shared) if (!own[key] && cv[key]) Object.assign(merged, { [key]: cv[key] });
  for (const key of ['options', 'checks'] as const) {
    const [theirs, ours] = [cv[key], own[key]];
    if (theirs)
      Object.assign(merged, { [key]: { ...(ours ?? theirs), value: { ...theirs.value, ...ours?.value } } });
  }
  // Names of fields that there are not are told where the CV is built.
  const fields = cv.private?.value.filter((name) => canonicalKey(name)) ?? [];
  if (cv.private && fields.length > 0)
    merged.private = { ...(own.private ?? cv.private), value: [...(own.private?.value ?? []), ...fields] };
  return merged;
}

/** The letter's person: what it says of a field stands in place of all that the CV says of it. */
export function inheritPerson(own: Person, cv: Person, { photo }: FrontMatter): Person {
  const kinds = new Set(own.contacts.map(({ kind }) => kind));
  return {
    name: own.name ?? cv.name,
    headline: own.headline ?? cv.headline,
    address: own.address.length > 0 ? own.address : cv.address,
    contacts: [...cv.contacts.filter(isKept(kinds)), ...own.contacts],
    // `photo: false` is the letter's last word.
    photo: photo ? own.photo : cv.photo,
  };
}

function isKept(kinds: ReadonlySet<Contact['kind']>): (contact: Contact) => boolean {
  return ({ kind }) => kind === 'text' || !kinds.has(kind);
}
