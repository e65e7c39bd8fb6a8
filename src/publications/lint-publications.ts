/** Looks over the publications that a CV prints for what authors overlook. */
import type { VFile } from 'vfile';
import { toPhrasingText } from '../content/phrasing-text.ts';
import type { Cv, PartialDate, Phrase } from '../model/cv.ts';
import type { AuthorList, Publication, PublicationKind, PublicationList } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import type { BibEntry } from './bib-entry.ts';
import { readIdentifiers } from './identifiers.ts';
import { findStatus } from './publication-status.ts';

/** Kinds of which a reader asks where they appeared. */
const appearing: ReadonlySet<PublicationKind> = new Set([
  'journal',
  'conference',
  'chapter',
  'thesis',
  'preprint',
]);

/**
 * Warns of entries printed twice, doubled, without venue or year, preprints beside their published versions, "to appear" with a date
 * that is over, DOIs that are none, and lists of authors without the owner of the CV.
 * @param entries those that the publications were made of
 * @param today the day that dates are held against
 */
export function checkPublications(
  lists: readonly PublicationList[],
  entries: readonly BibEntry[],
  cv: Cv,
  vfile: VFile,
  today: Date = new Date(),
): void {
  const printed = new Map<string, Publication>();
  for (const list of lists) {
    const publications = list.groups.flatMap((group) => group.publications);
    warnOfRepeated(
      publications.filter(({ key }) => printed.has(key)),
      list,
      vfile,
    );
    for (const publication of publications) printed.set(publication.key, publication);
  }
  const all = [...printed.values()];
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  for (const publication of all) {
    checkVenueAndYear(publication, vfile);
    checkEntry(byKey.get(publication.key) as BibEntry, publication.date, vfile, today);
  }
  checkDoubles(all, vfile);
  if (cv.person.name) checkOwner(all, cv.person.name.text, vfile);
}

function warnOfRepeated(again: readonly Publication[], list: PublicationList, vfile: VFile): void {
  if (again.length === 0) return;
  addProblem(vfile, 'repeated-publication', {
    reason: `${nameKeys(again)} ${again.length === 1 ? 'is' : 'are'} printed in another list already`,
    note: 'Narrow the filters of one of the two.',
    place: list.position,
  });
}

/** The first few keys, and how many more there are. */
function nameKeys(publications: readonly Publication[]): string {
  const keys = publications.slice(0, 5).map(({ key }) => `\`${key}\``);
  const more = publications.length - keys.length;
  return more > 0 ? `${keys.join(', ')} and ${more} more` : keys.join(', ');
}

function checkVenueAndYear(
  { key, kind, venue, date, year, status, position }: Publication,
  vfile: VFile,
): void {
  // What is not out yet may have no venue.
  if (!venue && !status && appearing.has(kind))
    addProblem(vfile, 'missing-venue', {
      reason: `\`${key}\` does not say where it appeared`,
      note: 'Write `journal`, `booktitle`, `school` or `eprint` into the entry.',
      place: position,
    });
  if (!date && !year && !status)
    addProblem(vfile, 'missing-year', {
      reason: `\`${key}\` has no year`,
      note: 'Write `year` or `date` into the entry, or `pubstate = {forthcoming}`.',
      place: position,
    });
}

function checkEntry(entry: BibEntry, date: PartialDate | undefined, vfile: VFile, today: Date): void {
  const { badDoi } = readIdentifiers(entry);
  if (badDoi)
    addProblem(vfile, 'bad-doi', {
      reason: `\`${badDoi}\` of \`${entry.key}\` is no DOI, expected one such as \`10.1145/3448016\``,
      note: 'It is not linked.',
      place: entry.fields.get('doi')?.position,
    });
  const coming = findStatus(entry);
  if (coming && coming.status !== 'prepublished' && date && isOver(date, today))
    addProblem(vfile, 'past-status', {
      reason: `\`${entry.key}\` is still to come, but its date is over`,
      note: 'If it has appeared, delete the words that say otherwise.',
      place: coming.field.position,
    });
}

/** Months count where there is one; a year is over when the next has begun. */
function isOver({ year, month }: PartialDate, today: Date): boolean {
  const now = today.getUTCFullYear();
  if (year !== now) return year < now;
  return month !== undefined && month < today.getUTCMonth() + 1;
}

function checkDoubles(publications: readonly Publication[], vfile: VFile): void {
  const seen = new Map<string, Publication>();
  const sorted = [...publications].sort(
    (a, b) => Number(a.kind === 'preprint') - Number(b.kind === 'preprint'),
  );
  for (const publication of sorted) {
    // A talk is often named as the paper that it is about, and has its DOI.
    const prefix = isTalk(publication) ? 'talk ' : '';
    const names = [toTitleKey(publication), publication.doi?.toLowerCase()].flatMap((name) =>
      name === undefined ? [] : `${prefix}${name}`,
    );
    const shared = names.find((name) => seen.has(name)) ?? '';
    const other = seen.get(shared);
    for (const name of names) if (!seen.has(name)) seen.set(name, publication);
    if (!other) continue;
    const isPreprint = publication.kind === 'preprint' && other.kind !== 'preprint';
    const isSameTitle = shared.startsWith(`${prefix}title `);
    addProblem(vfile, isPreprint ? 'superseded-preprint' : 'duplicate-publication', {
      reason: isPreprint
        ? `\`${publication.key}\` is the preprint of \`${other.key}\`, which is printed, too`
        : `\`${publication.key}\` and \`${other.key}\` have the same ${isSameTitle ? 'title' : 'DOI'}`,
      note: isPreprint
        ? 'Leave one of them out, for instance with `type="!preprint"`.'
        : 'Delete one of the entries.',
      place: publication.position,
    });
  }
}

/** How authors write that something was shown and not published, where the type of the entry does not say it. */
const shown =
  /\b(?:posters?|talks?|presentations?|slides|keynote|lecture|vortrag|folien|exposé|charla|conferencia invitada)\b/i;

function isTalk({ kind, genre, venue, remark }: Publication): boolean {
  return kind === 'talk' || [genre, venue, remark].some((phrase) => phrase && shown.test(textOf(phrase)));
}

function textOf({ children }: Phrase): string {
  return toPhrasingText(children);
}

/** Titles that differ in signs and capitals only are the same; so short ones as "Editorial" say nothing. */
function toTitleKey({ title }: Publication): string | undefined {
  const key = toPhrasingText(title.children)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return key.length > 12 ? `title ${key}` : undefined;
}

function checkOwner(publications: readonly Publication[], name: string, vfile: VFile): void {
  const named = publications.filter(({ authors }) => authors.shown.length > 0);
  const without = named.filter(
    ({ authors, editors }) => !hasOwner(authors) && !(editors && hasOwner(editors)),
  );
  const [first] = without;
  if (!first) return;
  const isNowhere = without.length === named.length;
  addProblem(vfile, 'missing-owner', {
    reason: isNowhere
      ? `${name} is not among the authors of any publication`
      : `${name} is not among the authors of ${nameKeys(without)}`,
    note: 'Write other names that you published under into the front matter, as `aliases: [Jane Doe, J. D. Smith]`.',
    place: first.position,
  });
}

function hasOwner({ shown }: AuthorList): boolean {
  return shown.some((author) => typeof author !== 'number' && author.owner);
}
