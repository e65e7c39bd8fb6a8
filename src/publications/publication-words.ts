/** The words that mdcv itself puts beside publications, by language. */
import { ideographRegionOf } from '../latex/ideograph-region.ts';
import type { AuthorMark, PublicationKind } from '../model/publication.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { el } from './words/el.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { he } from './words/he.ts';
import { it } from './words/it.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import { nl } from './words/nl.ts';
import { pl } from './words/pl.ts';
import { pt } from './words/pt.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';
import { zh } from './words/zh.ts';
import { zhHant } from './words/zh-hant.ts';

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

const languages: ReadonlyMap<string, PublicationWords> = new Map(
  Object.entries({ ar, de, el, en, es, fr, he, it, ja, ko, nl, pl, pt, ru, tr, zh }),
);

/** @param lang BCP 47; a language without words of its own gets the English ones */
export function publicationWords(lang: string): PublicationWords {
  if (ideographRegionOf(lang) === 'TC' || ideographRegionOf(lang) === 'HK') return zhHant;
  return languages.get(lang.toLowerCase().replace(/[-_].*/, '')) ?? en;
}
