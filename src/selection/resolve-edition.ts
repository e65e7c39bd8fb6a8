import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { isSameLanguage } from '../content/language-tag.ts';
import { type Edition, noVariant } from '../model/edition.ts';
import { nearestName } from '../nearest-name.ts';
import { MdcvError } from '../problem.ts';

/**
 * The edition that a front matter was read for; with a language only where there are several.
 * @param wish what was asked for
 * @throws MdcvError `unknown-variant`, `unknown-language` where the CV has no such edition
 */
export function resolveEdition(
  { variants = [], variant, lang, languages = [], variantLanguages = [] }: FrontMatter,
  wish: Edition,
): Edition {
  if (wish.variant !== undefined && wish.variant !== noVariant && !variant)
    throw unknownVariant(
      wish.variant,
      variants.map(({ name }) => name),
    );
  if (wish.lang !== undefined && variantLanguages.length > 0) {
    const isOne = variantLanguages.some((one) => isSameLanguage(one, wish.lang as string));
    if (!isOne) throw unknownLanguage(wish.lang, variantLanguages, variant?.value);
  }
  return {
    ...(variant && { variant: variant.value }),
    ...(lang && languages.length > 1 && variantLanguages.length > 1 && { lang: lang.value }),
  };
}

/** @param names of the CV's variants */
export function unknownVariant(asked: string, names: readonly string[]): MdcvError {
  const nearest = nearestName(asked, names);
  return new MdcvError(
    'unknown-variant',
    names.length > 0
      ? `Cannot find the variant \`${asked}\`, expected one of ${names.join(', ')}`
      : `Cannot find the variant \`${asked}\`, there is none`,
    {
      hint: nearest
        ? `Did you mean \`${nearest}\`?`
        : names.length > 0
          ? '`all` builds each of them, `none` the whole.'
          : 'Describe variants in the front matter: `variants: { industry: { include: [industry] } }`.',
    },
  );
}

function unknownLanguage(
  asked: string,
  languages: readonly string[],
  variant: string | undefined,
): MdcvError {
  const nearest = nearestName(asked, languages);
  const what = variant === undefined ? 'the text' : `the variant \`${variant}\``;
  return new MdcvError(
    'unknown-language',
    `Cannot build a PDF in \`${asked}\`, ${what} is written in ${languages.join(', ')}`,
    {
      hint: nearest
        ? `Did you mean \`${nearest}\`?`
        : `Add it to the front matter: \`lang: [${[...languages, asked].join(', ')}]\`.`,
    },
  );
}
