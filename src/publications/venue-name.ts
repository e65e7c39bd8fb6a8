import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import type { PublicationKind } from '../model/publication.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { findField } from './find-field.ts';
import { texToText } from './tex-to-text.ts';

/** Fields that name where a publication of a kind appeared, the best first. */
const venueFields: Readonly<Record<PublicationKind, readonly string[]>> = {
  journal: ['journaltitle', 'journal', 'booktitle'],
  conference: ['booktitle', 'eventtitle', 'conference', 'journal', 'journaltitle'],
  preprint: ['journaltitle', 'journal', 'eprinttype', 'archiveprefix', 'howpublished', 'publisher'],
  book: ['publisher'],
  chapter: ['booktitle', 'maintitle', 'publisher'],
  editorship: ['publisher'],
  thesis: ['school', 'institution', 'publisher'],
  report: ['institution', 'organization', 'publisher', 'howpublished'],
  talk: ['eventtitle', 'booktitle', 'venue', 'howpublished', 'organization', 'institution'],
  patent: ['number', 'holder'],
  software: ['publisher', 'organization', 'howpublished', 'journal'],
  dataset: ['publisher', 'organization', 'howpublished'],
  online: ['organization', 'publisher', 'journaltitle', 'journal', 'howpublished'],
  other: ['journaltitle', 'journal', 'booktitle', 'eventtitle', 'howpublished', 'publisher', 'organization'],
};

/** Series of books in which the proceedings of all conferences appear; their names say nothing of the venue. */
const bookSeries =
  /lecture notes|lncs|lnai|lnbip|ccis|ifip|springer|studies in|communications in|advances in/i;
const longestShort = 24;

/** Where an entry appeared: the field that says it. */
export function findVenue(entry: BibEntry, kind: PublicationKind): BibField | undefined {
  return findField(entry, ...venueFields[kind]);
}

/**
 * The short name of a venue, without the year: the one that the CV gives it (`venues:`), else `shortjournal` or `abbr`, a short
 * `series` or `eventtitle`, or what stands in brackets at the end of the long name, `… (SECRYPT 2013)`.
 * @param venues names of one venue each, the short one first
 */
export function findShortVenue(
  entry: BibEntry,
  venue: BibField | undefined,
  venues: readonly VenueNames[],
): BibField | string | undefined {
  const named = venues.length > 0 ? findNamed(entry, venues) : undefined;
  if (named) return named.short;
  const own = findField(entry, 'shortjournal', 'abbr', 'shortbooktitle');
  if (own) return own;
  for (const name of ['series', 'eventtitle']) {
    const text = texToText(entry.fields.get(name)?.value ?? '');
    const short = withoutYear(text);
    // A number alone is that of a series.
    if (text.length <= longestShort && /\p{L}/u.test(short) && !bookSeries.test(text)) return short;
  }
  const name = texToText(venue?.value ?? '');
  const acronym = /\(([^()]{2,24})\)\s*\.?$/.exec(name)?.[1];
  if (acronym && /\p{Lu}/u.test(acronym)) return withoutYear(acronym);
  return findArchive(name);
}

/** The venue that one of an entry's fields names. */
function findNamed({ fields }: BibEntry, venues: readonly VenueNames[]): VenueNames | undefined {
  const texts = ['booktitle', 'journaltitle', 'journal', 'eventtitle', 'series'].flatMap((name) => {
    const field = fields.get(name);
    return field ? toKey(texToText(field.value)) : [];
  });
  return venues.find(({ keys }) => keys.some((key) => texts.some((text) => isWithin(key, text))));
}

/** The author's names of a venue. */
export interface VenueNames {
  short: string;
  /** All names, folded for comparison. */
  keys: string[];
}

/** Of each venue in the front matter its names; the shortest is the short one. Longer names go first, so that the closest is found. */
export function readVenues(venues: FrontMatter['venues']): VenueNames[] {
  return Object.entries(venues?.value ?? {})
    .map(([name, others]) => {
      const names = [name, ...others.map(({ value }) => value)];
      const [short = name] = [...names].sort((a, b) => a.length - b.length);
      return { short, keys: names.map(toKey) };
    })
    .sort((a, b) => longest(b.keys) - longest(a.keys));
}

/** The year is beside the name already. */
function withoutYear(name: string): string {
  return name
    .replace(/[\s,]*(?:['’]\d{2}|\b(?:19|20)\d{2})\b/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `arXiv preprint arXiv:2401.00001` is arXiv. */
export function findArchive(text: string): string | undefined {
  const names = ['arXiv', 'bioRxiv', 'medRxiv', 'ChemRxiv', 'PsyArXiv', 'SSRN'];
  if (/^corr\b(?!\.)/i.test(text)) return 'arXiv';
  return names.find((name) => text.toLowerCase().startsWith(name.toLowerCase()));
}

function toKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isWithin(key: string, text: string): boolean {
  return key !== '' && ` ${text} `.includes(` ${key} `);
}

function longest(keys: readonly string[]): number {
  return Math.max(...keys.map((key) => key.length));
}
