import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { isMap, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import type { Edition } from '../../model/edition.ts';
import { nearestName } from '../../nearest-name.ts';
import { addProblem } from '../../problem.ts';
import type { TextPoints } from '../syntax/text-points.ts';
import { ignoredKeys, unsupportedKeys } from './foreign-keys.ts';
import type { FrontMatter, Placed } from './front-matter.ts';
import { assignKey } from './front-matter-assign.ts';
import { chooseLanguages, chooseVariant, readCvVariant } from './front-matter-edition.ts';
import { type KeyRule, type KnownKey, keyRules, plainKey } from './front-matter-keys.ts';
import { assignOption, assignOptions } from './front-matter-options.ts';
import type { FrontMatterPlace } from './front-matter-split.ts';
import type { KeyContext, YamlContext } from './front-matter-values.ts';
import { findPair, type KeyPair, overridePairs, readVariants, toKeyPairs } from './front-matter-variants.ts';
import { openPersonMappings } from './person-mappings.ts';
import { tomlAsYaml } from './toml-as-yaml.ts';

/**
 * Reads the front matter as it is for one variant in one language. What is wrong in it becomes messages at its own lines, also in other
 * variants, and what is right is kept. Aliases are followed only to plain values, so they cannot multiply.
 * @param wish what is asked for; what there is not, is passed over: `resolveEdition` judges that
 * @param cv of a letter: the front matter of its CV, read for what `cvOfEdition` says
 */
export function parseFrontMatter(
  vfile: VFile,
  place: FrontMatterPlace,
  points: TextPoints,
  wish: Edition = {},
  cv?: FrontMatter,
): FrontMatter {
  const written = String(vfile).slice(place.start, place.end);
  const yaml = place.isToml ? tomlAsYaml(written) : written;
  const context: YamlContext = {
    vfile,
    yaml,
    // The author's lines, also where the YAML library only knows its own part of the file.
    at: ([start, end]) => points.position(place.start + start, place.start + end),
  };
  const base = openPersonMappings(toKeyPairs(parseYaml(yaml, context)?.items ?? [], context), context);
  const variants = readVariants(findPair(base, 'variants'), context);
  const frontMatter: FrontMatter = { contacts: [] };
  const variant = chooseVariant(base, variants, wish, frontMatter, context, cv);
  const languages = chooseLanguages(base, variants, variant, wish, frontMatter, context, cv);
  const reading: YamlContext = { ...context, languages };
  for (const pair of overridePairs(base, variant?.pairs ?? [], context))
    readPair(pair, frontMatter, reading, variant?.pairs.includes(pair) ?? false, cv);
  settleFit(frontMatter, variant?.pairs ?? []);
  if (variant && findPair(variant.pairs, 'template')) frontMatter.hasOtherTemplate = true;
  const others = { ...context, languages: { ...languages, chosen: undefined } };
  for (const { pairs } of variants.filter((one) => one !== variant))
    for (const pair of pairs) readPair(pair, { contacts: [] }, others, true, cv);
  return frontMatter;
}

/** `fit: 1` says how many pages, too; unless a variant has another number of pages. */
function settleFit(frontMatter: FrontMatter, own: readonly KeyPair[]): void {
  const fit = frontMatter.fit as Placed<boolean | number> | undefined;
  if (typeof fit?.value !== 'number') return;
  const isOther = findPair(own, 'pages') && !findPair(own, 'fit') && frontMatter.pages;
  if (!isOther) frontMatter.pages = { value: fit.value, position: fit.position };
  frontMatter.fit = { value: true, position: fit.position };
}

function parseYaml(yaml: string, context: YamlContext): YAMLMap | undefined {
  try {
    const parsed = parseDocument(yaml, { prettyErrors: false, lineCounter: new LineCounter() });
    context.document = parsed;
    context.isBroken = parsed.errors.length > 0;
    for (const error of [...parsed.errors, ...parsed.warnings].slice(0, maxErrors)) {
      reportYaml(context, error, context.at(error.pos));
    }
    // Anything else is empty or has an error: front matter is only what begins like a mapping.
    return isMap(parsed.contents) ? parsed.contents : undefined;
  } catch (cause) {
    reportYaml(context, cause as Error, context.at([0, yaml.length]));
    return undefined;
  }
}

/** The first error makes most of the others. */
const maxErrors = 3;

function reportYaml(context: YamlContext, error: Error, place: Position): void {
  const what = error.message.replace(/\.$/, '').replace(/\s+/g, ' ');
  const isTooDeep = what.includes('call stack');
  addProblem(context.vfile, 'yaml-syntax', {
    reason: `Cannot read the front matter: ${isTooDeep ? 'it nests too deeply' : what.charAt(0).toLowerCase() + what.slice(1)}`,
    note: 'Write `key: value` lines, and put a value with `: `, `#`, `@` or brackets into quotes.',
    place,
    cause: error,
  });
}

/** What `parseFrontMatter` reads before all others. */
const early: ReadonlySet<KnownKey> = new Set(['lang', 'variant', 'variants']);

function readPair(
  { written, key, value, place }: KeyPair,
  frontMatter: FrontMatter,
  yaml: YamlContext,
  isOfVariant: boolean,
  cv: FrontMatter | undefined,
): void {
  const context: KeyContext = { ...yaml, key: written, keyPlace: place };
  if (isOfVariant && key === 'variant' && cv) {
    const named = readCvVariant(value, context, cv.variants);
    if (named) frontMatter.cvVariant = named;
  } else if (isOfVariant && (key === 'variants' || key === 'variant')) {
    addProblem(context.vfile, 'unknown-key', {
      reason: `Cannot use \`${written}\` in a variant`,
      note: 'Write it beside `variants:`, not below a name.',
      place,
    });
  } else if (key) {
    if (early.has(key)) return;
    if (isOfVariant && key === 'options') assignOptions(value, context, frontMatter);
    else assignKey(key, value, context, frontMatter);
  } else if (!isOfVariant || !assignOption(value, context, frontMatter))
    reportUnknownKey(written, place, context.vfile);
}

function reportUnknownKey(written: string, place: Position, vfile: VFile): void {
  const plain = plainKey(written.replace(/^.*\./, ''));
  if (ignoredKeys.has(plain)) return;
  const instead = unsupportedKeys.get(plain);
  if (instead) {
    addProblem(vfile, 'unsupported-key', {
      reason: `Cannot use \`${written}\` of the front matter, mdcv does not support it`,
      note: instead,
      place,
    });
    return;
  }
  const near = nearestKey(plain);
  addProblem(vfile, 'unknown-key', {
    reason: `Cannot use \`${written}\` of the front matter, mdcv does not know this key`,
    note: near ? `Did you mean \`${near}\`?` : 'Delete it, or see `mdcv schema` for the keys there are.',
    place,
  });
}

/** The nearest key, if one is near. */
function nearestKey(plain: string): string | undefined {
  const rules: [string, KeyRule][] = Object.entries(keyRules);
  const names = rules.flatMap(([key, rule]) => [key, ...(rule.aliases ?? [])]);
  return nearestName(plain, names);
}
