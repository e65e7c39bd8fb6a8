/**
 * What entries inherit: `xdata` gives its fields as they are, `crossref` those of a parent that are missing. Names of fields change
 * as BibLaTeX's manual says (appendix B, "Default Inheritance Setup"); other pairs of types inherit as BibTeX does it, name by name.
 */
import type { BibEntry, BibField } from './bib-entry.ts';
import type { BibProblems } from './bib-problems.ts';

type Fields = BibEntry['fields'];

/** Of the parent as a work of its own, or for sorting and citing it. */
const own = new Set(
  [
    'ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype',
    'shorthand shorthandintro sortkey shorttitle sorttitle indextitle indexsorttitle',
    // BibLaTeX lets these through; a paper would get the address and the tags of its proceedings.
    'doi url urldate eprint eprinttype eprintclass archiveprefix primaryclass pmid pmcid abstract file keywords keyword selected',
    'code pdf slides video award',
  ].flatMap((names) => names.split(' ')),
);

/** Names of the same thing: who has one inherits no other. */
const same: readonly (readonly string[])[] = [
  ['date', 'year', 'month', 'day'],
  ['journal', 'journaltitle'],
  ['address', 'location'],
];

const parts = {
  book: ['inbook', 'bookinbook', 'suppbook', 'incollection', 'inproceedings', 'conference'],
  collection: ['incollection', 'inreference', 'suppcollection', 'inbook', 'inproceedings', 'conference'],
  reference: ['inreference', 'incollection', 'inbook'],
  proceedings: ['inproceedings', 'conference', 'incollection', 'inbook'],
};

/** By type of the parent: the types that it is the book, the journal or the main work of. */
const prefixes: readonly { prefix: string; parents: readonly string[]; children: readonly string[] }[] = [
  ...Object.entries(parts).map(([parent, children]) => ({ prefix: 'book', parents: [parent], children })),
  { prefix: 'journal', parents: ['periodical'], children: ['article', 'suppperiodical'] },
  {
    prefix: 'main',
    parents: ['mvbook', 'mvcollection', 'mvreference', 'mvproceedings'],
    children: [...Object.keys(parts), ...Object.values(parts).flat()],
  },
];

/** Longer chains of parents are taken for circles. */
const deepest = 50;

/** Gives every entry what it inherits. Keys of parents are found also in other letter case, as BibTeX finds them. */
export function inheritFields(entries: readonly BibEntry[], add: BibProblems['add']): BibEntry[] {
  const byKey = new Map<string, BibEntry>();
  for (const entry of entries) byKey.set(entry.key, entry);
  for (const entry of entries) {
    const lower = entry.key.toLowerCase();
    if (!byKey.has(lower)) byKey.set(lower, entry);
  }
  const done = new Map<BibEntry, BibEntry>();

  function resolve(entry: BibEntry, children: readonly BibEntry[]): BibEntry {
    const known = done.get(entry);
    if (known) return known;
    const chain = [...children, entry];
    const fields: Fields = new Map(entry.fields);
    for (const name of ['xdata', 'crossref'] as const) {
      const reference = fields.get(name);
      for (const key of reference?.value.split(',').map((part) => part.trim()) ?? []) {
        if (key === '') continue;
        const found = byKey.get(key) ?? byKey.get(key.toLowerCase());
        const parent = found && !chain.includes(found) && chain.length <= deepest ? found : undefined;
        if (parent) inherit(fields, entry, resolve(parent, chain), name);
        else reportReference(entry.key, key, reference as BibField, found !== undefined, add);
      }
    }
    const resolved = { ...entry, fields };
    done.set(entry, resolved);
    return resolved;
  }

  return entries.map((entry) => resolve(entry, []));
}

function reportReference(
  child: string,
  key: string,
  { position }: BibField,
  isCircle: boolean,
  add: BibProblems['add'],
): void {
  add('bib-crossref', {
    reason: isCircle
      ? `Cannot let \`${child}\` inherit from \`${key}\`, which inherits from it`
      : `Cannot find \`${key}\`, which \`${child}\` inherits from`,
    note: isCircle ? 'Delete one of the references.' : 'Add that entry, or correct its key here.',
    place: position,
  });
}

function inherit(fields: Fields, child: BibEntry, parent: BibEntry, by: 'xdata' | 'crossref'): void {
  const had = new Set([...fields].filter(([, { value }]) => value !== '').map(([name]) => name));
  const titled = by === 'crossref' && prefixOf(child, parent);
  for (const [name, field] of parent.fields) {
    if (by === 'xdata' ? name === 'xdata' : own.has(baseOf(name))) continue;
    give(titled && had.has('title') && isTitle(name) ? `${titled}${name}` : name, field);
  }
  // A book's author is that of a chapter, too, if no other is named; in a collection it is the one of the whole.
  const author = parent.fields.get('author');
  if (titled === 'book' && author && had.has('author')) give('bookauthor', author);

  function give(name: string, field: BibField): void {
    const names = same.find((group) => group.includes(name)) ?? [name];
    const isOwn = [...names, baseOf(name)].some((other) => had.has(other));
    if (!isOwn) fields.set(name, field);
  }
}

/** The field that an annotation (`author+an`) belongs to. */
function baseOf(name: string): string {
  return name.replace(/\+an(?::.*)?$/, '');
}

function isTitle(name: string): boolean {
  return /^(?:sub)?title(?:addon)?$/.test(name);
}

function prefixOf({ type }: BibEntry, parent: BibEntry): string | undefined {
  return prefixes.find(({ parents, children }) => parents.includes(parent.type) && children.includes(type))
    ?.prefix;
}
