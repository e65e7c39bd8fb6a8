/** `variants:` of the front matter: forms of the CV, each with the tags that it is made of and with values of its own. */
import type { Position } from 'unist';
import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { noVariant } from '../../model/edition.ts';
import { addProblem } from '../../problem.ts';
import { knownClassNames } from '../syntax/known-attributes.ts';
import type { Placed, Variant } from './front-matter.ts';
import { canonicalKey, type KnownKey, keyRules } from './front-matter-keys.ts';
import {
  followAlias,
  isEmptyNode,
  type KeyContext,
  readTexts,
  reportNoKey,
  reportType,
  type YamlContext,
} from './front-matter-values.ts';

/** A key of a mapping with its value, unread. */
export interface KeyPair {
  /** As the author spelt it. */
  written: string;
  /** Missing where mdcv does not know it. */
  key: KnownKey | undefined;
  value: unknown;
  /** Of the key. */
  place: Position;
}

export interface WrittenVariant extends Variant {
  /** What it says of other keys, and of options of its template. */
  pairs: KeyPair[];
}

/** A name becomes a part of a file's name. */
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;
/** What a class may be, see `parse-attributes.ts`. */
const tagPattern = /^[\p{L}\p{N}_:-]+$/u;
/** `--variant all`, `--variant none`, and what would be taken for a public CV or for a class of mdcv's own. */
const reservedNames: ReadonlySet<string> = new Set(['all', noVariant, ...knownClassNames]);
/** Keys of a variant itself. */
const tagKeys: ReadonlySet<string> = new Set(['include', 'exclude']);

/** The pairs of a mapping that have a plain key. */
export function toKeyPairs(items: readonly Pair[], context: YamlContext): KeyPair[] {
  return items.flatMap(({ key: node, value }) => {
    if (!isScalar(node)) return reportNoKey(node, context);
    const [start, end] = node.range as [number, number, number];
    const written = String(node.value);
    return [{ written, key: canonicalKey(written), value, place: context.at([start, end]) }];
  });
}

/** What is said of a key, whatever its spelling. */
export function findPair(pairs: readonly KeyPair[], key: KnownKey): KeyPair | undefined {
  return pairs.find((pair) => pair.key === key);
}

/** The variants in the author's order. What is wrong with one is a message, and the rest of it is kept. */
export function readVariants(pair: KeyPair | undefined, yaml: YamlContext): WrittenVariant[] {
  if (!pair) return [];
  const context: KeyContext = { ...yaml, key: pair.written, keyPlace: pair.place };
  const node = followAlias(pair.value, context);
  if (!node || isEmptyNode(node)) return [];
  if (!isMap(node)) {
    reportType(node, context, 'a mapping of names to what each variant is made of');
    return [];
  }
  return toKeyPairs(node.items, context).flatMap((one) => readVariant(one, context) ?? []);
}

function readVariant({ written, value, place }: KeyPair, outer: KeyContext): WrittenVariant | undefined {
  const context: KeyContext = { ...outer, key: `${outer.key}.${written}`, keyPlace: place };
  const name = written;
  if (!namePattern.test(name) || reservedNames.has(name.toLowerCase())) {
    const isReserved = reservedNames.has(name.toLowerCase());
    addProblem(context.vfile, 'wrong-type', {
      reason: `Cannot name a variant \`${written}\`, ${isReserved ? 'this word has a meaning of its own' : 'expected letters, digits, `-` and `_`'}`,
      note: 'It becomes a part of the name of the PDF. Choose another one.',
      place,
    });
    return undefined;
  }
  const node = followAlias(value, context);
  if (node && !isEmptyNode(node) && !isMap(node)) {
    reportType(node, context, 'a mapping with `include`, `exclude` or any other key');
    return undefined;
  }
  const pairs = isMap(node) ? toKeyPairs(node.items, context) : [];
  const tagsOf = (key: string): Placed<string>[] | 'all' | undefined => {
    const pair = pairs.find((one) => one.written.toLowerCase() === key);
    return pair && readTags(pair, { ...context, key: `${context.key}.${key}` }, key === 'include');
  };
  const include = tagsOf('include');
  // Only `include` may say `all`.
  const exclude = tagsOf('exclude') as Placed<string>[] | undefined;
  const own = { value: name, position: place };
  return {
    name,
    position: place,
    // Who only says what is to stay out wants all else.
    ...(include !== 'all' && (include || !exclude) && { include: [own, ...(include ?? [])] }),
    exclude: exclude ?? [],
    pairs: pairs.filter((one) => !tagKeys.has(one.written.toLowerCase())),
  };
}

function readTags(
  { value }: KeyPair,
  context: KeyContext,
  isInclude: boolean,
): Placed<string>[] | 'all' | undefined {
  const node = followAlias(value, context);
  if (!node || isEmptyNode(node)) return undefined;
  const words = readTexts(node, context, 'a tag or a list of tags').flatMap(({ value: text, position }) =>
    (isSeq(node) ? [text] : text.split(/[\s,;]+/)).flatMap((word) =>
      word ? [{ value: word.replace(/^\./, ''), position }] : [],
    ),
  );
  if (isInclude && words.some(({ value: word }) => word === 'all' || word === '*')) return 'all';
  return words.filter(({ value: word, position }) => {
    // Where it stands it acts by itself, and it goes in whether a variant says so or not.
    const isKnown = isInclude && knownClassNames.has(word);
    if (tagPattern.test(word) && !isKnown) return true;
    addProblem(context.vfile, 'wrong-type', {
      reason: isKnown
        ? `Cannot include \`${word}\`, what is marked \`{.${word}}\` goes in anyhow`
        : `Cannot use \`${word}\` as a tag, expected a class as it stands in \`{.class}\``,
      note: isKnown
        ? 'Take it out, or choose another word for your tag.'
        : 'Write letters, digits, `-` and `_`.',
      place: position,
    });
    return false;
  });
}

const mergedShapes: ReadonlySet<string> = new Set(['options', 'reasons', 'venues']);

/**
 * The keys of the CV with those of a variant in their place, so that contacts keep the author's order. Options, venues and silenced checks
 * are joined, name by name; a key that the variant leaves empty is gone.
 */
export function overridePairs(
  base: readonly KeyPair[],
  own: readonly KeyPair[],
  context: YamlContext,
): KeyPair[] {
  const left = [...own];
  const overridden = new Set(own.map(({ key }) => key));
  const pairs = base.flatMap((pair): KeyPair[] => {
    const { key } = pair;
    if (key === 'name' && !overridden.has(key) && (overridden.has('firstname') || overridden.has('lastname')))
      return [];
    if (key === undefined || !overridden.has(key)) return [pair];
    const mine = left.filter((one) => one.key === key);
    const isJoined =
      mergedShapes.has(keyRules[key].shape) &&
      mine.every(({ value }) => !isEmptyNode(followAlias(value, context)));
    if (isJoined) return [pair];
    for (const one of mine) left.splice(left.indexOf(one), 1);
    return mine;
  });
  return [...pairs, ...left];
}
