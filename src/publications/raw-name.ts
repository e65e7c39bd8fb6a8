import type { Position } from 'unist';
import type { AuthorMark } from '../model/publication.ts';
import type { BibField } from './bib-entry.ts';

/** The parts of a name, still TeX. */
export interface RawParts {
  given?: BibField | undefined;
  particle?: BibField | undefined;
  family: BibField;
  suffix?: BibField | undefined;
}

/** A name as it stands in a .bib file. */
export interface RawName {
  parts: RawParts;
  /** In braces as a whole, or a name that cannot be taken apart. */
  corporate: boolean;
  /** Typed behind the name or one of its parts. */
  marks: AuthorMark[];
  position: Position;
}
