/** The editions of a CV that are to be built, told from its front matter alone. */
import { VFile } from 'vfile';
import type { FrontMatter, Variant } from '../content/front-matter/front-matter.ts';
import { mayHaveEditions, openFrontMatter } from '../content/front-matter/open-front-matter.ts';
import { nearestLanguage } from '../content/language-tag.ts';
import { cvOfEdition } from '../content/letter/cv-edition.ts';
import { findCv } from '../content/letter/find-cv.ts';
import { isLetter, mayBeLetter } from '../content/letter/is-letter.ts';
import { type Edition, noVariant } from '../model/edition.ts';
import { readNamedFile } from '../named-file.ts';
import { MdcvError } from '../problem.ts';
import { resolveEdition, unknownVariant } from './resolve-edition.ts';

export interface EditionWish {
  /** A name, several with commas, `all` or `none`; what the front matter's `variant` says by default, else the whole CV. */
  variant?: string | undefined;
  /** A language, several with commas, or `all`, which is the default. */
  lang?: string | undefined;
}

/**
 * The editions that are asked for: each variant in each of its languages; of all variants those that are written in the language asked for. A file
 * that has none, or cannot be read, gives what is asked for as it is: the build says what is wrong.
 * @throws MdcvError `unknown-variant`, `unknown-language`
 */
export async function listEditions(file: string, wish: EditionWish): Promise<Edition[]> {
  const read = await openEditions(file);
  if (!read) return [asEdition(wish)];
  const { variants = [], defaultVariant } = read({});
  const names = variants.map(({ name }) => name);
  const isAll = (wish.variant ?? defaultVariant?.value) === 'all' && names.length > 0;
  const wanted = isAll ? allOf(variants) : toWanted(wish.variant, names);
  const editions = wanted.map((variant) => {
    const frontMatter = read({ variant });
    return { frontMatter, found: languagesOf(frontMatter, variant, wish.lang) };
  });
  const none = editions.find(({ found }) => found.length === 0);
  if (none && (!isAll || editions.every(({ found }) => found.length === 0)))
    resolveEdition(none.frontMatter, { lang: wish.lang?.split(',')[0] });
  return editions.flatMap(({ found }) => found);
}

/** What is asked for of one of many CVs. What this one has not is told by its build, and stops no other. */
export async function listEditionsOfOne(file: string, wish: EditionWish): Promise<Edition[]> {
  try {
    return await listEditions(file, wish);
  } catch (error) {
    if (!(error instanceof MdcvError)) throw error;
    return [asEdition(wish)];
  }
}

/** The editions that a CV has: the whole of it and each variant, in each of their languages. */
export async function listAllEditions(file: string): Promise<Edition[]> {
  const read = await openEditions(file);
  if (!read) return [{}];
  const names = read({}).variants?.map(({ name }) => name) ?? [];
  return [noVariant, ...names].flatMap((variant) => languagesOf(read({ variant }), variant, undefined));
}

/** `all` and commas are for those who build several. */
function asEdition({ variant, lang }: EditionWish): Edition {
  return { variant: variant === 'all' ? undefined : variant, lang: lang === 'all' ? undefined : lang };
}

/** Each variant; of a letter that has some which its CV does not have, its own. */
function allOf(variants: readonly Variant[]): string[] {
  const hasOwn = variants.some((one) => one.of === 'letter');
  return variants.filter((one) => !hasOwn || one.of !== 'cv').map(({ name }) => name);
}

/** Names of variants; where none is asked for, the front matter says which. */
function toWanted(asked: string | undefined, names: readonly string[]): (string | undefined)[] {
  if (asked === undefined) return [undefined];
  // All that it has.
  if (asked === 'all') return [noVariant];
  const wanted = [...new Set(asked.split(',').map((name) => name.trim()))];
  const unknown = wanted.find((name) => name !== noVariant && !names.includes(name));
  if (unknown !== undefined) throw unknownVariant(unknown, names);
  return wanted;
}

/** A variant in each language that is asked for and that it has. */
function languagesOf(
  { variantLanguages = [] }: FrontMatter,
  variant: string | undefined,
  asked: string | undefined,
): Edition[] {
  const isAll = asked === undefined || asked === 'all';
  if (variantLanguages.length === 0) return [{ variant, ...(!isAll && { lang: asked }) }];
  const tags = isAll ? variantLanguages : asked.split(',').map((tag) => tag.trim());
  const found = new Set(tags.flatMap((tag) => nearestLanguage(tag, variantLanguages) ?? []));
  // Where there is only one, no name has it.
  if (variantLanguages.length === 1) return found.size > 0 ? [{ variant }] : [];
  return [...found].map((lang) => ({ variant, lang }));
}

/** Reads the front matter of a file for one edition after the other; nothing where there are no two. */
async function openEditions(file: string): Promise<((edition: Edition) => FrontMatter) | undefined> {
  const text = readText(file);
  // Most CVs are one, and need not be read twice.
  if (text === undefined || !(mayHaveEditions(text) || mayBeLetter(file, text))) return undefined;
  const read = await openFrontMatter(file, text);
  const own = read({});
  if (!isLetter(new VFile({ path: file }), own)) return read;
  const { vfile: cv } = await findCv(own, new VFile({ path: file }));
  if (!cv || !mayHaveEditions(String(cv))) return read;
  const readCv = await openFrontMatter(cv.path, String(cv));
  return (edition) => read(edition, cvOfEdition(read, readCv, edition)?.frontMatter);
}

function readText(file: string): string | undefined {
  const read = readNamedFile(file);
  // The build tells why it cannot be read.
  return read instanceof Uint8Array ? read.toString('utf8').replace(/^\uFEFF/, '') : undefined;
}

/**
 * What editions add to names must differ, or one PDF would be written over another.
 * @throws MdcvError `bad-argument`
 */
export function checkEditionNames(file: string, suffixes: readonly string[]): void {
  const twice = suffixes.find((suffix, index) => suffixes.indexOf(suffix) < index);
  if (twice === undefined) return;
  throw new MdcvError(
    'bad-argument',
    `Cannot build two editions of \`${file}\`, both would be named \`…${twice}.pdf\``,
    {
      hint: 'Give one of the variants another name, or build them one after the other into different folders.',
    },
  );
}
