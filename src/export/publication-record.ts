import { phrasingText } from '../formats/plain-phrase.ts';
import type { Phrase } from '../model/cv.ts';
import type { Author, AuthorList, Publication } from '../model/publication.ts';
import { toIsoDate } from './iso-date.ts';
import { compact } from './json-resume.ts';

/** A publication of a .bib file as a record of JSON Resume, with properties beyond the schema for what it has no field for. */
export function toPublicationRecord(publication: Publication): Record<string, unknown> {
  const { title, venue, publisher, date, url, doi, remark, authors, kind } = publication;
  const text = (phrase: Phrase | undefined): string | undefined => phrase && phrasingText(phrase);
  return compact([
    ['name', phrasingText(title)],
    ['publisher', text(venue) ?? text(publisher)],
    ['releaseDate', date && toIsoDate(date)],
    ['url', url],
    ['summary', text(remark)],
    ['authors', authorNames(authors)],
    ['doi', doi],
    ['type', kind],
  ]);
}

/** The names that are shown, in their order. */
function authorNames({ shown }: AuthorList): string[] {
  return shown.flatMap((author) => (typeof author === 'number' ? [] : [authorName(author)]));
}

function authorName({ given, particle, family, suffix }: Author): string {
  return [given, particle, family, suffix].flatMap((part) => (part ? phrasingText(part) : [])).join(' ');
}
