/** An entry of a .bib file: syntax is dealt with, the values are still TeX. */
import type { Position } from 'unist';
import type { Quotes } from '../latex/typography/quotes.ts';

/** A field's value with the place of the value in the .bib file (its points name the file). */
export interface BibField {
  /** TeX, with `@string`s put in and pieces joined; outer braces or quotes are gone, inner ones kept. */
  value: string;
  position: Position;
  /** Of its language, for what stands in `\enquote`; English ones where missing. */
  quotes?: Quotes | undefined;
}

export interface BibEntry {
  /** In lower case: `inproceedings`. */
  type: string;
  key: string;
  /** By name in lower case; annotations as they are written: `author+an`, `author+an:default`. */
  fields: Map<string, BibField>;
  /** From `@` to the closing brace. */
  position: Position;
}
