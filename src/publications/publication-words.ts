/** The words that mdcv itself puts beside publications, by language. */
import type { AuthorMark, PublicationKind } from '../model/publication.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { zh } from './words/zh.ts';

/** Where a publication stands on its way: BibLaTeX's `pubstate`. */
export type PublicationStatus = 'inpreparation' | 'submitted' | 'forthcoming' | 'inpress' | 'prepublished';

export interface PublicationWords {
  kinds: Record<PublicationKind, string>;
  marks: Record<AuthorMark, string>;
  status: Record<PublicationStatus, string>;
  /** Genres of theses and reports by entry type or BibLaTeX's `type`. */
  genres: Record<'phdthesis' | 'mathesis' | 'bathesis' | 'candthesis' | 'techreport', string>;
  and: string;
  in: string;
  etAl: string;
  /** `%` stands for the number. */
  authors: string;
  editors: [one: string, many: string];
  patent: string;
  /** The group of publications that have none of what the list is grouped by. */
  other: string;
}

const languages: ReadonlyMap<string, PublicationWords> = new Map(Object.entries({ en, de, fr, es, it, zh }));

/** @param lang BCP 47; a language without words of its own gets the English ones */
export function publicationWords(lang: string): PublicationWords {
  return languages.get(lang.toLowerCase().replace(/-.*/, '')) ?? en;
}
