/** BCP 47 tags of languages, as far as authors write them: `de`, `de-CH`, `zh-Hans`. */

const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

export function isLanguageTag(text: string): boolean {
  return tag.test(text);
}

/** Languages that CVs are written in, whose names are read as well. */
const named =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it ja ko lt lv ms nb nl nn no pl pt ro ru sk sl sr sv th tr uk ur vi zh';

/**
 * What authors write for a language as its tag: a tag, or a locale of a system (`en_US.UTF-8`), as written but for their signs; its name in
 * English or in the language itself (`German`, `Deutsch`).
 * @returns nothing where it is none of them
 */
export function readLanguage(text: string): string | undefined {
  const written = text.trim().replace(/\.[\w-]+$/, '');
  if (isLanguageTag(written)) return written.replaceAll('_', '-');
  const name = written.toLowerCase();
  return named.split(' ').find((language) =>
    ['en', language].some((of) => {
      const names = new Intl.DisplayNames(of, { type: 'language' });
      return names.of(language)?.toLowerCase() === name;
    }),
  );
}

/** Whether what is written in one language is meant for the other: they are the same, or one is a form of the other (`de`, `de-CH`). */
export function isSameLanguage(one: string, other: string): boolean {
  const [short, long] = [one, other].map((text) => `${text.toLowerCase().replaceAll('_', '-')}-`).sort();
  return (long as string).startsWith(short as string);
}

/** The one that is nearest to a language: itself, else the longest that is the same language. */
export function nearestLanguage(lang: string, candidates: readonly string[]): string | undefined {
  const isEqual = (other: string): boolean => other.toLowerCase() === lang.toLowerCase();
  const same = candidates.filter((other) => isSameLanguage(other, lang));
  return same.find(isEqual) ?? same.sort((a, b) => b.length - a.length)[0];
}

/** Whether a tag names a language that there is. */
export function isKnownLanguage(text: string): boolean {
  if (!isLanguageTag(text)) return false;
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(text.replaceAll('_', '-').split('-')[0] as string) !== undefined;
}

/** The language as `Intl` takes it, in a list; an empty one where it is no tag, as `German` or `de-12`: authors write what they like, and `Intl` throws. */
export function toLocales(lang: string): string[] {
  try {
    return Intl.getCanonicalLocales(lang.replaceAll('_', '-'));
  } catch {
    return [];
  }
}
