/** A CV in several languages: `lang: [en, de]`, and values that are written once for each, `headline: {en: …, de: …}`. */
import { isScalar, isSeq, type Node, type Pair, visit, type YAMLMap } from 'yaml';
import { nearestName } from '../../nearest-name.ts';
import { addProblem } from '../../problem.ts';
import { isLanguageTag, isSameLanguage, nearestLanguage, readLanguage } from '../language-tag.ts';
import type { Placed } from './front-matter.ts';
import { type KeyContext, placeOf, readTexts, type YamlContext } from './front-matter-values.ts';

/** The languages of `lang`: one, or a list, also with commas. Each once. */
export function readLanguages(node: Node, context: KeyContext): Placed<string>[] {
  const written = readTexts(node, context, 'a language or a list of languages');
  const texts = written.flatMap(({ value, position }) =>
    value.split(/\s*[,;]\s*/).flatMap((one) => (one ? [{ value: one, position }] : [])),
  );
  const isList = isSeq(node) || texts.length > 1;
  const seen = new Set<string>();
  return texts.flatMap(({ value, position }) => {
    const tag = readLanguage(value);
    if (tag === undefined) {
      addProblem(context.vfile, 'wrong-type', {
        reason: `Cannot use \`${value}\` as a language, expected a tag such as \`en\`, \`de-CH\` or \`zh-Hans\``,
        note: 'See https://www.rfc-editor.org/info/bcp47 for tags of languages.',
        place: position,
        // Of several each is a PDF, which would be missing; that of one is told by its text.
        severity: isList ? 'error' : 'warning',
      });
      return [];
    }
    if (seen.has(tag.toLowerCase())) return [];
    seen.add(tag.toLowerCase());
    return [{ value: tag, position }];
  });
}

/** Languages that a value may be written in: those of the CV, and the one that is built; none where nothing is to be chosen. */
export interface ValueLanguages {
  all: readonly string[];
  /** Missing where values are only looked at for what is wrong in them: the first will do then. */
  chosen: string | undefined;
}

/** The pairs of a mapping that has a value for each language; nothing where it is another mapping. */
function pairsByLanguage(
  map: YAMLMap,
  { all }: Pick<ValueLanguages, 'all'>,
): { tag: string; pair: Pair }[] | undefined {
  const pairs = map.items.flatMap((pair: Pair) =>
    isScalar(pair.key) ? [{ tag: String(pair.key.value), pair }] : [],
  );
  const isOfCv = ({ tag }: { tag: string }): boolean => all.some((lang) => isSameLanguage(tag, lang));
  return pairs.some(isOfCv) && pairs.every(({ tag }) => isLanguageTag(tag)) ? pairs : undefined;
}

/** Whether anything in a file is for one of several languages only: a part with `lang=`, or a value that is written once for each. */
export function isMarkedFor(languages: readonly string[], { vfile, document }: YamlContext): boolean {
  if (languages.length < 2) return false;
  const marks = String(vfile).matchAll(/\blang\s*=\s*["'“]?([A-Za-z0-9_-]+)/g);
  let isMarked = [...marks].some(([, tag]) => languages.some((lang) => isSameLanguage(tag as string, lang)));
  if (document)
    visit(document, {
      Map(_, map) {
        isMarked ||= pairsByLanguage(map, { all: languages }) !== undefined;
      },
    });
  return isMarked;
}

/**
 * What a mapping says in the language that is built; the mapping itself where it is no such mapping, nothing where it does not say it in
 * that language. An author who leaves a language empty says that nothing is meant to stand there.
 */
export function chooseLanguage(map: YAMLMap, context: KeyContext): unknown {
  const { languages, vfile, key } = context;
  const pairs = languages && pairsByLanguage(map, languages);
  if (!languages || !pairs) return map;
  const { all, chosen } = languages;
  if (chosen === undefined) return pairs[0]?.pair.value;
  for (const { tag, pair } of pairs) {
    if (all.some((lang) => isSameLanguage(tag, lang))) continue;
    const nearest = nearestName(tag, all);
    addProblem(vfile, 'unknown-language', {
      reason: `Cannot use \`${tag}\` of \`${key}\`, the file is written in ${all.join(', ')}`,
      note: nearest ? `Did you mean \`${nearest}\`?` : `Add \`${tag}\` to \`lang\`, or take it out.`,
      place: placeOf(pair.key as Node, context),
    });
  }
  const tag = nearestLanguage(
    chosen,
    pairs.map((one) => one.tag),
  );
  if (tag !== undefined) return pairs.find((one) => one.tag === tag)?.pair.value;
  addProblem(vfile, 'missing-translation', {
    reason: `\`${key}\` says nothing in \`${chosen}\``,
    note: `Write \`${chosen}: …\` beside the other languages, or leave it empty if nothing is to stand there.`,
    place: placeOf(map, context),
  });
  return undefined;
}
