import type { PublicationKind } from '../model/publication.ts';
import type { BibEntry } from './bib-entry.ts';
import { type EntryDate, readEntryDate } from './publication-date.ts';
import { toPublicationKind } from './publication-kind.ts';
import { findStatus } from './publication-status.ts';
import { texToText } from './tex-to-text.ts';
import { findShortVenue, findVenue, type VenueNames } from './venue-name.ts';

/** What lists filter and sort by, as plain text. */
export interface EntryFacts {
  entry: BibEntry;
  /** Place in the file, from 0. */
  index: number;
  kind: PublicationKind;
  when: EntryDate;
  /** In lower case. */
  keywords: string[];
  /** Short and long names of the venue, in lower case, a line each. */
  venue: string;
  selected: boolean;
  /** It is not out yet. */
  isComing: boolean;
  /** Only other entries refer to it, see `findVolumes`. */
  isVolume: boolean;
}

export function toEntryFacts(
  entry: BibEntry,
  index: number,
  venues: readonly VenueNames[],
  isVolume = false,
): EntryFacts {
  const kind = toPublicationKind(entry);
  const text = (name: string): string => texToText(entry.fields.get(name)?.value ?? '').trim();
  const field = findVenue(entry, kind);
  const short = findShortVenue(entry, field, venues);
  const keywords = `${text('keywords')},${text('keyword')}`
    .toLowerCase()
    .split(/\s*[,;]\s*/)
    .filter((word) => word !== '');
  const selected = text('selected').toLowerCase();
  return {
    entry,
    index,
    kind,
    when: readEntryDate(entry),
    keywords,
    venue: [typeof short === 'string' ? short : texToText(short?.value ?? ''), texToText(field?.value ?? '')]
      .join('\n')
      .toLowerCase(),
    selected: ['true', 'yes', '1'].includes(selected) || keywords.includes('selected'),
    isComing: findStatus(entry) !== undefined,
    isVolume,
  };
}
