/**
 * The CV as content: what `content/` makes of a Markdown file and what every template prints.
 * Nothing here knows LaTeX. Text is kept as mdast phrasing nodes, so that emphasis, links and source places survive.
 */
import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { Letter } from './letter.ts';
import type { PublicationList } from './publication.ts';

declare module 'unist' {
  interface Point {
    /** Path as messages print it, of a place in another file than the one that is built: a .bib file, the CV of a letter. */
    file?: string | undefined;
  }
}

/** A run of inline text with the place it was written at. `children` is never empty. */
export interface Phrase {
  children: PhrasingContent[];
  position?: Position | undefined;
}

/** Pandoc attributes: `{#id .class key=value}`. Kept for the features that act on them; templates do not see them. */
export interface Attributes {
  id?: string | undefined;
  classes: string[];
  values: Record<string, string>;
}

export interface Cv {
  /** BCP 47 tag of the document's language: what its script tells, and else `en`, when the author names none. */
  lang: string;
  person: Person;
  /** What stands before the first section and is neither name, headline nor contact. */
  introduction: Block[];
  sections: Section[];
  /** Front matter `footer`, unless it held contacts. */
  footer?: Phrase | undefined;
  /** Front matter `keywords`, for the PDF's metadata only. */
  keywords: string[];
  /** Front matter `date`: the date of the document. */
  date?: Phrase | undefined;
  /** Of a letter, whose text is the introduction; a CV has none. */
  letter?: Letter | undefined;
}

export interface Person {
  /** Missing when the author named nobody; a problem `missing-name` then says so. */
  name?: PersonName | undefined;
  /** Role or motto under the name: front matter `headline`, `subtitle`, `label` or a left-over `title`. */
  headline?: Phrase | undefined;
  /** Postal address, a phrase a line. */
  address: Phrase[];
  /** What the lines of the address are, where the author named its parts. */
  postal?: PostalAddress | undefined;
  /** In the author's order. */
  contacts: Contact[];
  photo?: Photo | undefined;
}

/** Parts of an address, as plain text; for other formats, not for printing. */
export interface PostalAddress {
  street?: string | undefined;
  postcode?: string | undefined;
  city?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
}

/** For names that do not split (one word, Chinese, a company), `family` is missing and `given` holds all. */
export interface PersonName {
  given: Phrase;
  family?: Phrase | undefined;
  /** The name as plain text, for metadata and for matching authors. */
  text: string;
}

/** What a contact's value shows it to be. `text` is anything not recognised: it is printed as written. */
export type ContactKind =
  | 'email'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'homepage'
  | 'location'
  | 'github'
  | 'gitlab'
  | 'bitbucket'
  | 'linkedin'
  | 'xing'
  | 'twitter'
  | 'mastodon'
  | 'bluesky'
  | 'facebook'
  | 'instagram'
  | 'youtube'
  | 'stackoverflow'
  | 'orcid'
  | 'scholar'
  | 'researchgate'
  | 'telegram'
  | 'whatsapp'
  | 'wechat'
  | 'skype'
  | 'signal'
  | 'matrix'
  | 'born'
  | 'text';

export interface Contact {
  kind: ContactKind;
  /** What the reader sees: `jt-zhang.github.io`, `+86 185 1911 5711`. */
  text: Phrase;
  /** The text begins with the author's own word for what it is, as in `Phone: +86 185 1911 5711`. */
  isLabelled?: true | undefined;
  /** Absolute URL with a scheme (`mailto:` and `tel:` included), where there is one. */
  url?: string | undefined;
  /** A remark the author added: `(WeChat ID)`, without its brackets. */
  remark?: Phrase | undefined;
}

export interface Photo {
  /** As written, relative to the CV's folder. */
  path: string;
  position?: Position | undefined;
}

export interface Section {
  title: Phrase;
  blocks: Block[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

export type Block = Entry | Item | Subsection | Prose | PublicationList;

/** Something with a place in time or on the ladder: a job, a degree, an award. */
export interface Entry {
  type: 'entry';
  date?: DateRange | undefined;
  /** The first field as the author ordered them; role or organisation, mdcv does not guess. */
  title: Phrase;
  /** The second field: the other of role and organisation. */
  subtitle?: Phrase | undefined;
  place?: Phrase | undefined;
  /** Further fields of the heading line, in order: a grade, a department, a remark. */
  details: Phrase[];
  body: Block[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

/** A labelled line: `**Languages:** German, French`, or a definition list's term without a date. */
export interface Item {
  type: 'item';
  label: Phrase;
  /** At least one; the first is nearly always a paragraph. */
  body: Block[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

/** A heading within a section that is no entry: it has no date and groups what follows. */
export interface Subsection {
  type: 'subsection';
  title: Phrase;
  blocks: Block[];
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

/** Any other flow content, set as it is: paragraphs, lists, quotes, code, tables. */
export interface Prose {
  type: 'prose';
  node: BlockContent | DefinitionContent;
  attributes?: Attributes | undefined;
  position?: Position | undefined;
}

/** A day, month or year; `month` and `day` count from 1. */
export interface PartialDate {
  year: number;
  month?: number | undefined;
  day?: number | undefined;
}

export interface DateRange {
  /** What is printed: the author's words with dashes set right. */
  text: Phrase;
  start?: PartialDate | undefined;
  /** Missing for a single date; `open` for "present" in any language or a dash without an end. */
  end?: PartialDate | 'open' | undefined;
}
