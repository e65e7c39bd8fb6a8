import type { Position } from 'unist';

/** What a text of a private part is, which decides in what manners it may be written elsewhere. */
export type PrivateTextKind =
  /** Words: a paragraph, a heading, a field of an entry, a name. */
  | 'text'
  /** A number to call. */
  | 'phone'
  /** An e-mail address or a URL. */
  | 'address'
  /** Path of a picture, relative to the CV. */
  | 'file';

export interface PrivateText {
  kind: PrivateTextKind;
  value: string;
}

/** Something that a public CV leaves out, with all that it says. */
export interface PrivatePart {
  /** In words, as messages name it: `phone`, `section`, `paragraph`. */
  what: string;
  position?: Position | undefined;
  /** Each line and field by itself. */
  texts: PrivateText[];
}
