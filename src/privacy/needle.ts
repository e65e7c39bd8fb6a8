import type { PrivatePart } from './private-part.ts';

/**
 * What is searched for. `letters` and `digits` are telling enough to be searched for everywhere; `words` are a few plain words or a name, which TeX
 * and its packages may say as well, so that they are searched for only in what people read.
 */
export interface Needle {
  form: 'letters' | 'digits' | 'words';
  /** What `toLetters`, `toDigits` or `toWordLine` make of it. */
  key: string;
  /** As it was written. */
  shown: string;
  part: PrivatePart;
}
