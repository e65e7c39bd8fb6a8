import { VFile } from 'vfile';
import type { CvWish, ParsedCv } from '../content/parse-cv.ts';
import { noVariant } from '../model/edition.ts';
import type { PrivatePart } from './private-part.ts';

/**
 * A public CV with what is private in other editions of its source, too: it is not to be in any of the PDFs, and what makes one of them may know the
 * whole file.
 * @param inThis what is private in this edition
 * @param parse reads one edition
 */
export async function withPartsOfOthers(
  cv: ParsedCv,
  inThis: readonly PrivatePart[],
  vfile: VFile,
  parse: (vfile: VFile, wish: CvWish) => Promise<ParsedCv>,
): Promise<ParsedCv> {
  const { variants = [], languages: own = [] } = cv.frontMatter;
  const languages = [...new Set([...own, ...(cv.cvLanguages ?? [])])];
  const parts = new Map(inThis.map((part) => [JSON.stringify(part), part]));
  for (const variant of [noVariant, ...variants.map(({ name }) => name)]) {
    for (const lang of languages.length > 0 ? languages : [undefined]) {
      const silent = new VFile({ path: vfile.path, value: String(vfile) });
      const other = await parse(silent, { isPublic: true, edition: { variant, lang } });
      for (const part of other.privateParts ?? []) parts.set(JSON.stringify(part), part);
    }
  }
  return { ...cv, privateParts: [...parts.values()] };
}
