import type { VFile } from 'vfile';
import type { Phrase } from '../model/cv.ts';
import type { Author, Publication } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import { readAnnotations } from './author-annotations.ts';
import { identifierBadges, readBadges, textPhrase, toPhrase } from './badges.ts';
import type { BibEntry, BibField } from './bib-entry.ts';
import { findField } from './find-field.ts';
import { type Identifiers, readIdentifiers } from './identifiers.ts';
import { type EntryDate, readEntryDate } from './publication-date.ts';
import { toPublicationKind } from './publication-kind.ts';
import { readStatus } from './publication-status.ts';
import type { PublicationWords } from './publication-words.ts';
import { shortenAuthors } from './shorten-authors.ts';
import { texToText } from './tex-to-text.ts';
import { toAuthors } from './to-authors.ts';
import { findShortVenue, findVenue, type VenueNames } from './venue-name.ts';

/** What making publications of entries needs to know; one a CV. */
export interface PublicationContext {
  vfile: VFile;
  words: PublicationWords;
  venues: readonly VenueNames[];
  /** Finds the owner of the CV among the authors. */
  markOwner: (authors: Author[]) => Author[];
  /** At most so many names; none at all for 0. */
  authors?: number | undefined;
  /** Fields for the line below the venue. */
  line: readonly string[];
}

/** Keywords of a library (Zotero, JabRef) are many; as a line below a venue only few make sense. In characters. */
const longestKeywords = 40;

/** Those who made a collection stand where its authors would. */
export const authorFields = ['author', 'editor', 'organization', 'holder'] as const;

/** An entry as what a CV prints of it. */
export function toPublication(entry: BibEntry, context: PublicationContext): Publication {
  const { fields, key, position } = entry;
  const { vfile } = context;
  const phrase = (...names: string[]): Phrase | undefined => {
    const name = names.find((one) => fields.get(one)?.value.trim());
    return name === undefined ? undefined : toPhrase(fields.get(name), vfile);
  };
  const kind = toPublicationKind(entry);
  const when = readEntryDate(entry);
  const identifiers = readIdentifiers(entry);
  const status = readStatus(entry, when);
  const venueField = findVenue(entry, kind);
  const short = findShortVenue(entry, venueField, context.venues);
  const venue = toVenue(venueField, identifiers, vfile);
  const keywords = readKeywords(fields.get('keywords') ?? fields.get('keyword'));
  return {
    key,
    kind,
    entryType: entry.type,
    title: toTitle(entry, vfile),
    authors: toAuthorList(findField(entry, ...authorFields), entry, context),
    editors:
      fields.has('author') && fields.has('editor')
        ? toAuthorList(fields.get('editor'), entry, context)
        : undefined,
    date: when.date,
    year: toYear(when, status !== undefined),
    status: status && textPhrase(context.words.status[status], when.field?.position ?? position),
    venue,
    venueShort:
      typeof short === 'string'
        ? textPhrase(short, venueField?.position ?? position)
        : toPhrase(short, vfile),
    volume: phrase('volume'),
    number: phrase('number', 'issue'),
    pages: toPages(fields.get('pages') ?? fields.get('eid'), vfile),
    publisher: venueField && venueField === fields.get('publisher') ? undefined : phrase('publisher'),
    place: phrase('address', 'location'),
    edition: phrase('edition'),
    genre: toGenre(entry, context),
    remark: toRemark(entry, keywords, context),
    badges: readBadges(entry, vfile),
    links: identifierBadges(identifiers, position),
    doi: identifiers.doi,
    arxiv: identifiers.arxiv,
    pmid: identifiers.pmid,
    isbn: identifiers.isbn,
    url: identifiers.url,
    keywords,
    position,
  };
}

/** Title and subtitle; an entry without a title goes by its key. */
function toTitle({ fields, key, position }: BibEntry, vfile: VFile): Phrase {
  const title = toPhrase(fields.get('title') ?? fields.get('booktitle') ?? fields.get('maintitle'), vfile);
  const subtitle = toPhrase(fields.get('subtitle'), vfile);
  if (!title) {
    addProblem(vfile, 'bib-syntax', {
      reason: `Cannot find the title of \`${key}\``,
      note: 'Write `title = {…}` into the entry. Until then its key stands in.',
      place: position,
    });
    return subtitle ?? textPhrase(key, position);
  }
  if (!subtitle) return title;
  const colon = { type: 'text' as const, value: ': ', position: title.position };
  return { children: [...title.children, colon, ...subtitle.children], position: title.position };
}

function toAuthorList(
  field: BibField | undefined,
  entry: BibEntry,
  context: PublicationContext,
): Publication['authors'] {
  if (!field) return { shown: [], count: 0, open: false };
  const name = field === entry.fields.get('editor') ? 'editor' : 'author';
  const annotations = readAnnotations(name, entry, context.vfile);
  const { authors, open } = toAuthors(field, annotations, context.vfile);
  if (context.authors === 0) return { shown: [], count: authors.length, open: false };
  return shortenAuthors(context.markOwner(authors), open, context.authors);
}

function toYear({ date, field, words }: EntryDate, hasStatus: boolean): Phrase | undefined {
  if (date) return textPhrase(String(date.year), field?.position);
  return words && !hasStatus ? textPhrase(words, field?.position) : undefined;
}

function toVenue(field: BibField | undefined, { arxiv }: Identifiers, vfile: VFile): Phrase | undefined {
  const venue = toPhrase(field, vfile);
  // `archiveprefix = {arXiv}` and the like name the archive; so does a bare number.
  if (!venue && arxiv) return textPhrase('arXiv', undefined);
  return venue;
}

/** A range of pages has a dash, however it was typed. */
function toPages(field: BibField | undefined, vfile: VFile): Phrase | undefined {
  if (!field) return undefined;
  return toPhrase(
    { ...field, value: field.value.replace(/(?<=[\p{L}\p{N}])\s*-{1,3}\s*(?=[\p{L}\p{N}])/gu, '--') },
    vfile,
  );
}

function toGenre(entry: BibEntry, { words, vfile }: PublicationContext): Phrase | undefined {
  const field = entry.fields.get('type');
  const written = texToText(field?.value ?? '').toLowerCase();
  const byType: Record<string, keyof PublicationWords['genres']> = {
    phdthesis: 'phdthesis',
    mastersthesis: 'mathesis',
    bachelorsthesis: 'bathesis',
    techreport: 'techreport',
  };
  const known = (Object.keys(words.genres) as (keyof PublicationWords['genres'])[]).find(
    (name) => name === written,
  );
  const genre = known ?? (field ? undefined : byType[entry.type]);
  return genre ? textPhrase(words.genres[genre], entry.position) : toPhrase(field, vfile);
}

/** The line below the venue: the first of the asked-for fields that the entry has. */
function toRemark(
  entry: BibEntry,
  keywords: readonly string[],
  { line, vfile }: PublicationContext,
): Phrase | undefined {
  for (const name of line) {
    const field = entry.fields.get(name);
    if (!field?.value.trim()) continue;
    if (name !== 'keywords') return toPhrase(field, vfile);
    const text = keywords.filter((word) => word !== 'selected').join(', ');
    if (text !== '' && text.length <= longestKeywords) return textPhrase(text, field.position);
  }
  return undefined;
}

function readKeywords(field: BibField | undefined): string[] {
  const text = texToText(field?.value ?? '');
  return text
    .split(/\s*[,;]\s*/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
