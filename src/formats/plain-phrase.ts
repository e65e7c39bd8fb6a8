import { toString as textOf } from 'mdast-util-to-string';
import type { Phrase } from '../model/cv.ts';

/** What a phrase says, in one line. */
export function phrasingText({ children }: Phrase): string {
  return textOf(children).replace(/\s+/gu, ' ').trim();
}
