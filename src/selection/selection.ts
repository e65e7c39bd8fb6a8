/** What of a source goes into one of its editions: by the tags of its variants, and by language. */
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { isKnownLanguage, isSameLanguage } from '../content/language-tag.ts';
import { knownClassNames } from '../content/syntax/known-attributes.ts';
import type { Attributes } from '../model/cv.ts';

/**
 * Whether a part stays out.
 * @param name of a fenced div: its first word
 */
export type IsLeftOut = (attributes: Attributes | undefined, name?: string) => boolean;

/** The words after a dot that choose: the names of variants, and what these take in or leave out. */
export function tagsOf({ variants = [] }: FrontMatter): Set<string> {
  return new Set(
    variants.flatMap(({ name, include = [], exclude }) => [
      name,
      ...[...include, ...exclude].map(({ value }) => value),
    ]),
  );
}

/** The names in `variant=` and `variants=` of a part. */
export function namedVariants({ values }: Attributes): string[] {
  return [values.variant, values.variants].flatMap((text) => text?.split(/[\s,;]+/).filter(Boolean) ?? []);
}

/**
 * What stays out of the edition that the front matter was read for; nothing where all goes in. The whole CV takes in whatever its tags are. In a CV of
 * several languages a part in another of them stays out; a part in a language that the CV is not written in is a foreign word.
 */
export function createSelection(frontMatter: FrontMatter): IsLeftOut | undefined {
  const { variants = [], variant, lang, languages = [] } = frontMatter;
  const tests: IsLeftOut[] = [];
  const chosen = variants.find(({ name }) => name === variant?.value);
  if (chosen) {
    const tags = tagsOf(frontMatter);
    for (const name of knownClassNames) tags.delete(name);
    const exclude = new Set(chosen.exclude.map(({ value }) => value));
    const include = chosen.include && new Set(chosen.include.map(({ value }) => value));
    const names = new Set(variants.map(({ name }) => name));
    tests.push((attributes, name) => {
      const classes = [...(attributes?.classes ?? []), ...(name === undefined ? [] : [name])];
      if (classes.some((one) => exclude.has(one))) return true;
      const own = classes.filter((one) => tags.has(one));
      if (include && own.length > 0 && !own.some((one) => include.has(one))) return true;
      const asked = attributes ? namedVariants(attributes).filter((one) => names.has(one)) : [];
      return asked.length > 0 && !asked.includes(chosen.name);
    });
  }
  if (lang && languages.length > 1) {
    tests.push((attributes) => {
      const written = attributes?.values.lang;
      if (written === undefined || isSameLanguage(written, lang.value)) return false;
      return languages.some((one) => isSameLanguage(one, written));
    });
  }
  return tests.length > 0
    ? (attributes, name) => tests.some((isLeftOut) => isLeftOut(attributes, name))
    : undefined;
}

/** Whether what `lang=` says of a part is a slip. */
export function isOddLanguage(written: string, languages: readonly string[], isBlock: boolean): boolean {
  if (languages.length < 2 || languages.some((one) => isSameLanguage(one, written))) return false;
  // A foreign word is one thing, a paragraph that is in all PDFs another.
  return isBlock || !isKnownLanguage(written);
}
