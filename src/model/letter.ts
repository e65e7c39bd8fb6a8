import type { Photo, Phrase } from './cv.ts';

/**
 * What frames the text of a letter, in the order in which it is printed. The text itself is the introduction of the document, whose `Cv` has no
 * sections then, and its person is that of the CV that the letter goes with.
 */
export interface Letter {
  /** Whom it is to, a phrase a line: name, company, address. */
  recipient: Phrase[];
  date?: Phrase | undefined;
  subject?: Phrase | undefined;
  /** "Dear Ms Smith,": the author's, else that of the language. */
  opening: Phrase;
  /** "Yours faithfully,": as well. */
  closing: Phrase;
  /** An image of the signature, above the name. */
  signature?: Photo | undefined;
  enclosures?: Enclosures | undefined;
}

export interface Enclosures {
  /** "Enclosures", in the language of the letter. */
  label: Phrase;
  items: Phrase[];
}
