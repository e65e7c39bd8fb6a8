/** Which variant of a CV its front matter is read for, and in which language. */
import { type Edition, noVariant } from '../../model/edition.ts';
import { nearestName } from '../../nearest-name.ts';
import { addProblem } from '../../problem.ts';
import { nearestLanguage } from '../language-tag.ts';
import type { FrontMatter, Placed } from './front-matter.ts';
import { readLanguages, type ValueLanguages } from './front-matter-languages.ts';
import { followAlias, isEmptyNode, readText, type YamlContext } from './front-matter-values.ts';
import { findPair, type KeyPair, type WrittenVariant } from './front-matter-variants.ts';

/** The variant that is asked for, by the caller or by `variant:`. */
export function chooseVariant(
  base: readonly KeyPair[],
  variants: readonly WrittenVariant[],
  wish: Edition,
  frontMatter: FrontMatter,
  context: YamlContext,
): WrittenVariant | undefined {
  if (variants.length > 0)
    frontMatter.variants = variants.map(({ name, position, include, exclude }) => ({
      name,
      position,
      ...(include && { include }),
      exclude,
    }));
  const pair = findPair(base, 'variant');
  const key = pair && { ...context, key: pair.written, keyPlace: pair.place };
  const node = key && followAlias(pair.value, key);
  const said = node && !isEmptyNode(node) ? readText(node, key, 'the name of a variant') : undefined;
  if (said) frontMatter.defaultVariant = said;
  const asked = wish.variant ?? said?.value;
  const found = variants.find(({ name }) => name === asked);
  if (found) frontMatter.variant = { value: found.name, position: found.position };
  const isKnown = (name: string): boolean =>
    ['all', noVariant].includes(name) || variants.some((one) => one.name === name);
  if (said && !isKnown(said.value)) {
    const names = variants.map(({ name }) => name);
    const nearest = nearestName(said.value, names);
    addProblem(context.vfile, 'unknown-variant', {
      reason: `Cannot build the variant \`${said.value}\`, \`variants\` ${names.length > 0 ? `has ${names.join(', ')}` : 'names none'}`,
      note: nearest ? `Did you mean \`${nearest}\`?` : 'Name one of them, `all`, or `none` for the whole CV.',
      place: said.position,
      // Who asks for another one can do without.
      severity: wish.variant === undefined ? 'error' : 'warning',
    });
  }
  return found;
}

/** The languages of the CV, and the one that is asked for, else the first. */
export function chooseLanguages(
  base: readonly KeyPair[],
  variants: readonly WrittenVariant[],
  variant: WrittenVariant | undefined,
  wish: Edition,
  frontMatter: FrontMatter,
  context: YamlContext,
): ValueLanguages {
  const read = (pairs: readonly KeyPair[]): Placed<string>[] => {
    const pair = findPair(pairs, 'lang');
    const key = pair && { ...context, key: pair.written, keyPlace: pair.place };
    const node = key && followAlias(pair.value, key);
    return node && !isEmptyNode(node) ? readLanguages(node, key) : [];
  };
  const common = read(base);
  const own = variants.map((one) => ({ of: one, languages: read(one.pairs) }));
  const mine = own.find(({ of, languages }) => of === variant && languages.length > 0)?.languages ?? common;
  const all = [...common, ...own.flatMap(({ languages }) => languages)].map(({ value }) => value);
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
