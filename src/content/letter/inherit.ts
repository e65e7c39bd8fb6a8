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

/** The letter's front matter with what it shares with its CV. Options and silenced checks are joined key by key, private fields all together. */
export function inheritFrontMatter(own: FrontMatter, cv: FrontMatter): FrontMatter {
  const merged: FrontMatter = { ...own };
  for (const key of shared) if (!own[key] && cv[key]) Object.assign(merged, { [key]: cv[key] });
  if (cv.checks) merged.checks = { ...cv.checks, value: { ...cv.checks.value, ...own.checks?.value } };
  Object.assign(merged, inheritOptions(own, cv));
  // Names of fields that there are not are told where the CV is built.
  const fields = cv.private?.value.filter((name) => canonicalKey(name)) ?? [];
  if (cv.private && fields.length > 0)
    merged.private = { ...(own.private ?? cv.private), value: [...(own.private?.value ?? []), ...fields] };
  return merged;
}

type Options = NonNullable<FrontMatter['options']>;

/** Those of the CV and of its variant, then the letter's own. Where the templates differ, the CV's options need not fit that of the letter. */
function inheritOptions(
  own: FrontMatter,
  cv: FrontMatter,
): Pick<FrontMatter, 'options' | 'variantOptions' | 'hasOtherTemplate'> {
  const theirs = [cv.options, cv.variantOptions];
  const isOther = own.template && own.template.value !== cv.template?.value;
  if (!isOther && !cv.hasOtherTemplate) return joinOptions('options', [...theirs, own.options]);
  return {
    ...joinOptions('options', theirs),
    ...joinOptions('variantOptions', [own.options, own.variantOptions]),
    hasOtherTemplate: true,
  };
}

/** Nothing where there are none. */
function joinOptions(
  key: 'options' | 'variantOptions',
  parts: readonly (Options | undefined)[],
): Partial<Pick<FrontMatter, typeof key>> {
  const said = parts.filter((part) => part !== undefined);
  const last = said.at(-1);
  return last ? { [key]: { ...last, value: Object.assign({}, ...said.map(({ value }) => value)) } } : {};
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
