/**
 * A publication as content: what `publications/` makes of an entry of a .bib file and what every template prints. Nothing here
 * knows BibTeX's syntax or LaTeX; texts are phrasing nodes placed in the .bib file.
 */
import type { Position } from 'unist';
import type { Attributes, PartialDate, Phrase } from './cv.ts';

/** What a publication is, however its entry type is spelt. Groups, prefixes of numbers and filters go by it. */
export type PublicationKind =
  | 'journal'
  | 'conference'
  | 'preprint'
  | 'book'
  | 'chapter'
  | 'editorship'
  | 'thesis'
  | 'report'
  | 'talk'
  | 'patent'
  | 'software'
  | 'dataset'
  | 'online'
  | 'other';

/** What a mark beside an author's name says. */
export type AuthorMark = 'equal' | 'corresponding' | 'student';

/** One name of a list of authors. */
export interface Author {
  /** Given names as written, initials or whole; missing for corporate authors and single names. */
  given?: Phrase | undefined;
  /** `van der`, `de la`: lower-case particles before the family name. */
  particle?: Phrase | undefined;
  /** The family name; the whole of a corporate author or a single name. */
  family: Phrase;
  /** `Jr.`, `III`. */
  suffix?: Phrase | undefined;
  /** True for an institution or a collaboration, which is never turned round or shortened. */
  corporate: boolean;
  marks: AuthorMark[];
  /** True for the person whose CV this is. */
  owner: boolean;
}

/** Names in their order; some may be left out by rule. */
export interface AuthorList {
  /** In order; a number stands for so many names that are left out there. */
  shown: (Author | number)[];
  /** How many there are, as far as the entry names them. */
  count: number;
  /** The entry ends in `and others`. */
  open: boolean;
}

/** A link or remark beside a publication: `code · 2K stars`. */
export interface Badge {
  /** `code`, `pdf`, `slides`, `video`, `award`, `doi`, `arXiv`, or the text of an award. */
  label: Phrase;
  /** Absolute URL with a scheme. */
  url?: string | undefined;
  remark?: Phrase | undefined;
}

export interface Publication {
  /** The key of the entry in its .bib file. */
  key: string;
  kind: PublicationKind;
  /** The entry type as the author wrote it, in lower case: `inproceedings`. */
  entryType: string;
  title: Phrase;
  authors: AuthorList;
  /** Of collections, proceedings and chapters. */
  editors?: AuthorList | undefined;
  date?: PartialDate | undefined;
  /** The year as printed: a year, or the author's words where they hold none ("in press"). */
  year?: Phrase | undefined;
  /** `in press`, `submitted`, in the language of the CV: a publication that is not out yet. */
  status?: Phrase | undefined;
  /** Journal, proceedings, book, school or publisher. */
  venue?: Phrase | undefined;
  /** Short name of the venue: `ICML`. */
  venueShort?: Phrase | undefined;
  volume?: Phrase | undefined;
  number?: Phrase | undefined;
  pages?: Phrase | undefined;
  publisher?: Phrase | undefined;
  /** Place of the publisher or of the conference. */
  place?: Phrase | undefined;
  edition?: Phrase | undefined;
  /** Kind of a thesis or report: "PhD thesis". */
  genre?: Phrase | undefined;
  /** The line below the venue: `Full Paper, CCF-A`. */
  remark?: Phrase | undefined;
  badges: Badge[];
  /** Where it can be read, as badges, for styles that do not print addresses. */
  links: Badge[];
  /** `10.1145/…`, without a resolver. */
  doi?: string | undefined;
  /** `2401.00001`. */
  arxiv?: string | undefined;
  pmid?: string | undefined;
  isbn?: string | undefined;
  /** Where it can be read: the entry's URL, else that of its DOI or eprint. Absolute, http or https. */
  url?: string | undefined;
  keywords: string[];
  /** Of the entry, in its .bib file. */
  position?: Position | undefined;
}

/** A publication in a list, with its number there. */
export interface NumberedPublication extends Publication {
  /** `3`, `J3`; missing where the list has no numbers. */
  label?: string | undefined;
}

export interface PublicationGroup {
  /** Heading of the group: a year, a kind, a keyword. Missing where the list is not grouped. */
  title?: Phrase | undefined;
  publications: NumberedPublication[];
}

/** A block of a CV: the publications that a `::: publications` block asks for. */
export interface PublicationList {
  type: 'publications';
  /** Name of the style, whose partial is `publications-<style>.njk`. */
  style: string;
  groups: PublicationGroup[];
  /** The marks to explain here: all that occur in the CV, in its first list with marks; none in the others. */
  legend: AuthorMark[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}
