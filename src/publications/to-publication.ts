import { toString as nodesToString } from 'mdast-util-to-string';
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
import { findArchive, findShortVenue, findVenue, type VenueNames } from './venue-name.ts';
import { withQuotes } from './with-quotes.ts';

/** What making publications of entries needs to know; one a CV. */
export interface PublicationContext {
  vfile: VFile;
  /** BCP 47, of the CV. */
  lang: string;
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
export function toPublication(written: BibEntry, context: PublicationContext): Publication {
  const entry = withQuotes(written, context.lang);
  const { key, position } = entry;
  const { vfile } = context;
  const kind = toPublicationKind(entry);
  const when = readEntryDate(entry);
  const identifiers = readIdentifiers(entry);
  const status = readStatus(entry, when);
  const venueField = findVenue(entry, kind);
  const short = findShortVenue(entry, venueField, context.venues);
  // The number of a patent and the publisher of a book are venues already.
  const phrase = (...names: string[]): Phrase | undefined => {
    const field = findField(entry, ...names);
    return field === venueField ? undefined : toPhrase(field, vfile);
  };
  const editors = findField(entry, 'author') && findField(entry, 'editor');
  return {
    key,
    kind,
    entryType: entry.type,
    title: toTitle(entry, vfile),
    authors: toAuthorList(findField(entry, ...authorFields), entry, context),
    editors: editors && toAuthorList(editors, entry, context),
    date: when.date,
    year: toYear(when, status !== undefined),
    status: status && textPhrase(context.words.status[status], when.field?.position ?? position),
    venue: toVenue(venueField, identifiers, entry, vfile),
    venueShort:
      typeof short === 'string'
        ? textPhrase(short, venueField?.position ?? position)
        : toPhrase(short, vfile),
    volume: phrase('volume'),
    number: phrase('number', 'issue'),
    pages: toPages(findField(entry, 'pages', 'eid'), vfile),
    publisher: phrase('publisher'),
    place: phrase('address', 'location'),
    edition: phrase('edition'),
    genre: toGenre(entry, context),
    remark: toRemark(entry, context),
    badges: readBadges(entry, vfile),
    links: identifierBadges(identifiers, position),
    doi: identifiers.doi,
    arxiv: identifiers.arxiv,
    pmid: identifiers.pmid,
    isbn: identifiers.isbn,
    url: identifiers.url,
    keywords: readKeywords(entry),
    position,
  };
}

/** Title and subtitle; an entry without a title goes by its key. */
function toTitle(entry: BibEntry, vfile: VFile): Phrase {
  const { key, position } = entry;
  const title = toPhrase(findField(entry, 'title', 'booktitle', 'maintitle'), vfile);
  const subtitle = toPhrase(entry.fields.get('subtitle'), vfile);
  if (!title) {
    addProblem(vfile, 'bib-syntax', {
      reason: `Cannot find the title of \`${key}\``,
      note: 'Write `title = {…}` into the entry. Until then its key stands in.',
      place: position,
    });
    return subtitle ?? textPhrase(key, position);
  }
  if (!subtitle) return title;
  // A title may have a mark of its own: "Why?".
  const value = /[.:?!…]$/.test(nodesToString(title.children)) ? ' ' : ': ';
  const between = { type: 'text' as const, value, position: title.position };
  return { children: [...title.children, between, ...subtitle.children], position: title.position };
}

function toAuthorList(
  field: BibField | undefined,
  entry: BibEntry,
  context: PublicationContext,
): Publication['authors'] {
  if (!field) return { shown: [], count: 0, open: false };
  const { authors, open } = readNames(field, entry, context.vfile);
  if (context.authors === 0) return { shown: [], count: authors.length, open: false };
  return shortenAuthors(context.markOwner(authors), open, context.authors);
}

function readNames(field: BibField, entry: BibEntry, vfile: VFile): ReturnType<typeof toAuthors> {
  const { fields } = entry;
  const name = field === fields.get('editor') ? 'editor' : 'author';
  if (field !== fields.get('organization'))
    return toAuthors(field, readAnnotations(name, entry, vfile), vfile);
  // No list of names: "Department of Trade and Industry".
  const family = toPhrase(field, vfile);
  return { authors: family ? [{ family, corporate: true, marks: [], owner: false }] : [], open: false };
}

function toYear({ date, field, words }: EntryDate, hasStatus: boolean): Phrase | undefined {
  if (date) return textPhrase(String(date.year), field?.position);
  return words && !hasStatus ? textPhrase(words, field?.position) : undefined;
}

function toVenue(
  field: BibField | undefined,
  { arxiv }: Identifiers,
  { position }: BibEntry,
  vfile: VFile,
): Phrase | undefined {
  const archive = findArchive(texToText(field?.value ?? ''));
  // `eprinttype = {arxiv}`, as BibLaTeX wants it.
  if (archive && archive.toLowerCase() === field?.value.trim().toLowerCase())
    return textPhrase(archive, field.position);
  // `archiveprefix = {arXiv}` and the like name the archive; so does a bare number.
  return toPhrase(field, vfile) ?? (arxiv ? textPhrase('arXiv', position) : undefined);
}

/** A range of pages has a dash, however it was typed. */
function toPages(field: BibField | undefined, vfile: VFile): Phrase | undefined {
  if (!field) return undefined;
  return toPhrase(
    { ...field, value: field.value.replace(/(?<=[\p{L}\p{N}])\s*-{1,3}\s*(?=[\p{L}\p{N}])/gu, '--') },
    vfile,
  );
}

type Genre = keyof PublicationWords['genres'];

/** Genres as BibLaTeX's `type` names them, with the types of entries that say the same. */
const genreTypes: Readonly<Record<Genre, string | undefined>> = {
  phdthesis: 'phdthesis',
  mathesis: 'mastersthesis',
  bathesis: 'bachelorsthesis',
  candthesis: undefined,
  techreport: 'techreport',
};

function toGenre(entry: BibEntry, { words, vfile }: PublicationContext): Phrase | undefined {
  const field = findField(entry, 'type');
  const written = field && texToText(field.value).toLowerCase();
  if (entry.type === 'patent' && (written === undefined || /^patent/.test(written)))
    return textPhrase(words.patent, entry.position);
  const genre = (Object.keys(genreTypes) as Genre[]).find((name) =>
    written === undefined ? genreTypes[name] === entry.type : name === written,
  );
  return genre ? textPhrase(words.genres[genre], entry.position) : toPhrase(field, vfile);
}

/** The line below the venue: the first of the asked-for fields that the entry has. */
function toRemark(entry: BibEntry, { line, vfile }: PublicationContext): Phrase | undefined {
  for (const name of line) {
    const field = findField(entry, name, ...(name === 'keywords' ? ['keyword'] : []));
    if (!field) continue;
    if (name !== 'keywords') return toPhrase(field, vfile);
    const text = readKeywords(entry)
      .filter((word) => word.toLowerCase() !== 'selected')
      .join(', ');
    if (text !== '' && text.length <= longestKeywords) return textPhrase(text, field.position);
  }
  return undefined;
}

function readKeywords(entry: BibEntry): string[] {
  return texToText(findField(entry, 'keywords', 'keyword')?.value ?? '')
    .split(/\s*[,;]\s*/)
    .filter((word) => word !== '');
}
