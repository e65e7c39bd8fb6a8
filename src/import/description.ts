/** A CV as a reader of another format describes it: neutral of formats, and not Markdown yet. Text is mdast. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { FieldLabel } from '../formats/field-labels.ts';

export interface Description {
  lang: string;
  person: DescribedPerson;
  /** What stands before the first section. */
  summary: RootContent[];
  sections: DescribedSection[];
  /** Keys of the front matter that the format has words for, such as `template` and `options`. */
  frontMatter: [key: string, value: unknown][];
  /** Settings of the other tool that mean nothing here; they are kept as comments. */
  settings: { path: string; value: string }[];
}

export interface DescribedPerson {
  name?: string | undefined;
  headline?: string | undefined;
  photo?: string | undefined;
  /** Lines by the key of the front matter's `address`. */
  address: { street?: string; postcode?: string; city?: string; region?: string; country?: string };
  contacts: DescribedContact[];
}

/** A contact with a key of the front matter, or a profile in a network. */
export type DescribedContact =
  | { key: string; value: string }
  | { network?: string | undefined; username?: string | undefined; url?: string | undefined };

export interface DescribedSection {
  title: string;
  blocks: DescribedBlock[];
}

export type DescribedBlock = DescribedEntry | { type: 'flow'; nodes: RootContent[] };

/** A heading with fields, and what stands below it. */
export interface DescribedEntry {
  type: 'entry';
  /** In mdcv's order: title, subtitle, place. One that is missing has no words. */
  fields: DescribedField[];
  date?: DescribedDate | undefined;
  body: RootContent[];
}

export interface DescribedField {
  /** What it is called where it cannot stand in the heading. */
  label: FieldLabel;
  children: PhrasingContent[];
}

/** Texts as the file has them; `open` is a beginning without an end. */
export interface DescribedDate {
  start?: string | undefined;
  end?: string | undefined;
  open?: boolean | undefined;
}
