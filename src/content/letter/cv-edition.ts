/** A letter has the editions of its CV, beside its own. */
import { type Edition, noVariant } from '../../model/edition.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import type { FrontMatterReader } from '../front-matter/open-front-matter.ts';

export interface CvOfEdition {
  /** What the CV is read for. */
  edition: Edition;
  /** As it is for that. */
  frontMatter: FrontMatter;
}

/**
 * The edition of its CV that a letter goes with: the variant of the same name, or the one that the letter's own variant names; where it
 * has neither, what the CV is built as by default. The whole letter goes with the whole CV. Nothing where the CV is one.
 * @param wish what was asked for of the letter
 */
export function cvOfEdition(
  readLetter: FrontMatterReader,
  readCv: FrontMatterReader,
  wish: Edition,
): CvOfEdition | undefined {
  const cv = readCv({});
  if (!cv.variants && (cv.languages ?? []).length < 2) return undefined;
  const letter = readLetter(wish, cv);
  const asked = wish.variant ?? letter.defaultVariant?.value ?? noVariant;
  const isOfCv = cv.variants?.some(({ name }) => name === asked) ?? false;
  const isOwn = letter.variants?.some(({ name, of }) => name === asked && of !== 'cv') ?? false;
  const same = isOfCv ? asked : isOwn ? undefined : noVariant;
  const variant = (isOwn ? letter.cvVariant?.value : undefined) ?? same;
  const edition = { variant, lang: wish.lang ?? letter.lang?.value };
  return { edition, frontMatter: readCv(edition) };
}
