/** Which variant of a CV its front matter is read for, and in which language. A letter has the variants and languages of its CV, too. */
import { type Edition, noVariant } from '../../model/edition.ts';
import { nearestName } from '../../nearest-name.ts';
import { addProblem } from '../../problem.ts';
import { nearestLanguage } from '../language-tag.ts';
import type { FrontMatter, Placed, Variant } from './front-matter.ts';
import { isMarkedFor, readLanguages, type ValueLanguages } from './front-matter-languages.ts';
import {
  followAlias,
  isEmptyNode,
  type KeyContext,
  readText,
  type YamlContext,
} from './front-matter-values.ts';
import { findPair, type KeyPair, type WrittenVariant } from './front-matter-variants.ts';

/**
 * The variant that is asked for, by the caller or by `variant:`; nothing where it is one of the CV only.
 * @param cv of a letter: the front matter of its CV
 */
export function chooseVariant(
  base: readonly KeyPair[],
  written: readonly WrittenVariant[],
  wish: Edition,
  frontMatter: FrontMatter,
  context: YamlContext,
  cv: FrontMatter | undefined,
): WrittenVariant | undefined {
  const variants = joinVariants(written, cv);
  if (variants.length > 0) frontMatter.variants = variants;
  const pair = findPair(base, 'variant');
  const key = pair && { ...context, key: pair.written, keyPlace: pair.place };
  const node = key && followAlias(pair.value, key);
  const said = node && !isEmptyNode(node) ? readText(node, key, 'the name of a variant') : undefined;
  const byDefault = said ?? cv?.defaultVariant;
  if (byDefault) frontMatter.defaultVariant = byDefault;
  const asked = wish.variant ?? byDefault?.value;
  const found = variants.find(({ name }) => name === asked);
  if (found) frontMatter.variant = { value: found.name, position: found.position };
  const isKnown = (name: string): boolean =>
    ['all', noVariant].includes(name) || variants.some((one) => one.name === name);
  if (said && !isKnown(said.value)) {
    const names = variants.map(({ name }) => name);
    const nearest = nearestName(said.value, names);
    addProblem(context.vfile, 'unknown-variant', {
      reason: `Cannot build the variant \`${said.value}\`, \`variants\` ${names.length > 0 ? `has ${names.join(', ')}` : 'names none'}`,
      note: nearest ? `Did you mean \`${nearest}\`?` : 'Name one of them, `all`, or `none` for the whole.',
      place: said.position,
      // Who asks for another one can do without.
      severity: wish.variant === undefined ? 'error' : 'warning',
    });
  }
  return written.find(({ name }) => name === found?.name);
}

/** A letter's own variant says of tags what the CV's variant of that name says, unless it has words of its own about them. */
function joinVariants(own: readonly WrittenVariant[], cv: FrontMatter | undefined): Variant[] {
  const ofCv = cv?.variants ?? [];
  const joined = own.map(({ name, position, include, exclude }): Variant => {
    const same = ofCv.find((one) => one.name === name);
    const isSilent = include?.length === 1 && exclude.length === 0;
    const tags = same && isSilent ? same : { include, exclude };
    return {
      name,
      position,
      ...(tags.include && { include: tags.include }),
      exclude: tags.exclude,
      ...(cv && !same && { of: 'letter' }),
    };
  });
  const others = ofCv.filter(({ name }) => !own.some((one) => one.name === name));
  return [...joined, ...others.map((one) => ({ ...one, of: 'cv' as const }))];
}

/**
 * The languages of the CV, and the one that is asked for, else the first.
 * @param cv of a letter: the front matter of its CV, whose languages a letter has that says nothing of its own and is marked for them
 */
export function chooseLanguages(
  base: readonly KeyPair[],
  variants: readonly WrittenVariant[],
  variant: WrittenVariant | undefined,
  wish: Edition,
  frontMatter: FrontMatter,
  context: YamlContext,
  cv: FrontMatter | undefined,
): ValueLanguages {
  const read = (pairs: readonly KeyPair[]): Placed<string>[] => {
    const pair = findPair(pairs, 'lang');
    const key = pair && { ...context, key: pair.written, keyPlace: pair.place };
    const node = key && followAlias(pair.value, key);
    return node && !isEmptyNode(node) ? readLanguages(node, key) : [];
  };
  const own = variants.map((one) => ({ of: one, languages: read(one.pairs) }));
  const said = read(base);
  const isSaid = said.length > 0 || own.some(({ languages }) => languages.length > 0);
  const ofCv: Partial<FrontMatter> = !isSaid && cv && isMarkedFor(cv.languages ?? [], context) ? cv : {};
  const common = ofCv.variantLanguages?.map((value) => ({ value })) ?? said;
  const mine = own.find(({ of, languages }) => of === variant && languages.length > 0)?.languages ?? common;
  const all = [...common, ...own.flatMap(({ languages }) => languages)].map(({ value }) => value);
  all.push(...(ofCv.languages ?? []));
  const nearest =
    wish.lang &&
    nearestLanguage(
      wish.lang,
      mine.map(({ value }) => value),
    );
  const chosen = mine.find(({ value }) => value === nearest) ?? mine[0];
  if (chosen) frontMatter.lang = chosen;
  else if (wish.lang !== undefined) frontMatter.lang = { value: wish.lang };
  if (all.length > 0) frontMatter.languages = [...new Set(all)];
  if (mine.length > 0) frontMatter.variantLanguages = mine.map(({ value }) => value);
  return { all: [...new Set(all)], chosen: frontMatter.lang?.value };
}

/** The variant of its CV that a letter's own variant goes with. */
export function readCvVariant(
  value: unknown,
  context: KeyContext,
  variants: readonly Variant[] = [],
): Placed<string> | undefined {
  const node = followAlias(value, context);
  const said = node && !isEmptyNode(node) ? readText(node, context, 'the name of a variant') : undefined;
  const names = [noVariant, ...variants.map(({ name }) => name)];
  if (!said || names.includes(said.value)) return said;
  const nearest = nearestName(said.value, names);
  addProblem(context.vfile, 'unknown-variant', {
    reason: `Cannot find the variant \`${said.value}\` of the CV, it has ${names.slice(1).join(', ') || 'none'}`,
    note: nearest ? `Did you mean \`${nearest}\`?` : 'Name one of them, or `none` for the whole CV.',
    place: said.position,
  });
  return undefined;
}
