import type { Cv } from '../../model/cv.ts';

/** What messages call a document. */
export function documentName({ letter }: Pick<Cv, 'letter'>): 'CV' | 'letter' {
  return letter ? 'letter' : 'CV';
}
