import { isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { readBibliographyFiles } from './bibliography-files.ts';
import type { FrontMatter, Placed } from './front-matter.ts';
import { readContact, readContacts } from './front-matter-contacts.ts';
import { type KeyRule, type KeyShape, type KnownKey, keyRules, plainKey } from './front-matter-keys.ts';
import { readAddress, readRecipient } from './front-matter-lines.ts';
import { readAuthors, readName } from './front-matter-names.ts';
import { readOptions, readReasons, readVenues } from './front-matter-options.ts';
import {
  entriesOf,
  isEmptyNode,
  itemsOf,
  joinValues,
  type KeyContext,
  placeOf,
  readBoolean,
  readCount,
  readText,
  readTexts,
  reportType,
  resolveNode,
} from './front-matter-values.ts';
import { isOfSite } from './site-values.ts';

type Target = Record<string, unknown>;

/** Languages and variants say how all else is to be read, and are read before it. */
type ValueRule = KeyRule & { shape: Exclude<KeyShape, 'languages' | 'variants'> };

/**
 * Keys that no other tool writes, or by which more would be printed, or another document made, than the author wants: what is wrong with one ends the
 * build. All others are also written for other tools, and a CV without one value is better than none.
 */
const strictKeys: ReadonlySet<KnownKey> = new Set([
  'template',
  'toolchain',
  'engine',
  'profile',
  'lock',
  'options',
  'private',
  'checks',
  'raw',
  'venues',
]);

/** Checks the value of a known key and puts it into the front matter. A key without a value is as good as none, and so is one with `false`. */
export function assignKey(
  known: KnownKey,
  value: unknown,
  outer: KeyContext,
  frontMatter: FrontMatter,
): void {
  const node = resolveNode(value, outer);
  if (!node || isEmptyNode(node) || isOfSite(outer.key, node)) return;
  // Elsewhere a profile is what the person says of themselves.
  const key = known === 'profile' && isProse(node) ? 'summary' : known;
  const rule = keyRules[key] as ValueRule;
  if (isFalse(node) && !falseShapes.has(rule.shape) && !isNone(key, node)) return;
  const context: KeyContext = strictKeys.has(key) ? outer : { ...outer, severity: 'warning' };
  const read = readShape(key, rule, node, context, frontMatter);
  if (read !== undefined)
    (frontMatter as unknown as Target)[key] = joinValues(frontMatter[key as keyof FrontMatter], read);
}

function readShape(
  key: KnownKey,
  rule: ValueRule,
  node: Node,
  context: KeyContext,
  frontMatter: FrontMatter,
): Placed<unknown> | undefined {
  switch (rule.shape) {
    case 'text':
      if (isNone(key, node)) return { value: '', position: placeOf(node, context) };
      return readOneText(key, node, context);
    case 'name':
      return readName(node, context);
    case 'names':
      return readAuthors(node, context, frontMatter);
    case 'markdown':
      return joinTexts(node, context, '\n\n');
    case 'boolean':
      return readBoolean(node, context);
    case 'count':
      return readCount(node, context);
    case 'fit':
      return readFit(node, context);
    case 'reasons':
      return readReasons(node, context);
    case 'choice':
      return readChoice(node, context, rule.values);
    case 'options':
      return readOptions(node, context);
    case 'address':
      return readAddress(node, context);
    case 'lines':
      return readRecipient(node, context);
    case 'placed-list':
      return readPlacedList(node, context);
    case 'words':
      return readWords(key, node, context);
    case 'contact':
      readContacts(node, context, frontMatter);
      return undefined;
    case 'list':
      return joinPlaced(readTexts(node, context), node, context);
    case 'files':
      return readBibliographyFiles(node, context);
    case 'venues':
      return readVenues(node, context);
    case 'texts':
      readContact(key, node, context, frontMatter);
      return undefined;
  }
}

/** Where `false` is a value like any other. */
const falseShapes: ReadonlySet<KeyShape> = new Set(['boolean', 'fit']);

function isFalse(node: Node): boolean {
  return isScalar(node) && node.value === false;
}

/** `photo: false` and `cv: false` take back what another one says. */
function isNone(key: KnownKey, node: Node): boolean {
  return (key === 'photo' || key === 'cv') && isFalse(node);
}

function isProse(node: Node): boolean {
  return isSeq(node) || (isScalar(node) && typeof node.value === 'string' && /\S\s+\S/.test(node.value));
}

/** What may be a list elsewhere: several roles, several dates. */
const joinedKeys: ReadonlySet<KnownKey> = new Set(['title', 'headline', 'date']);
/** Of a mapping for an image. */
const pathKeys: ReadonlySet<string> = new Set(['src', 'path', 'file', 'filename', 'url']);

function readOneText(key: KnownKey, node: Node, context: KeyContext): Placed<string> | undefined {
  if (isSeq(node)) {
    const items = itemsOf(node, context);
    if (joinedKeys.has(key) || items.length === 1) return joinTexts(node, context, ', ');
  }
  const path =
    key === 'photo' && isMap(node)
      ? entriesOf(node, context).find(({ name, value }) => pathKeys.has(plainKey(name)) && isScalar(value))
      : undefined;
  return readText(path?.value ?? node, context, 'a text');
}

/** A text, or those of a list as one. */
function joinTexts(node: Node, context: KeyContext, between: string): Placed<string> | undefined {
  if (!isSeq(node)) return readText(node, context, 'a text');
  const texts = readTexts(node, context).map(({ value }) => value);
  return texts.length > 0 ? { value: texts.join(between), position: placeOf(node, context) } : undefined;
}

function readPlacedList(node: Node, context: KeyContext): Placed<Placed<string>[]> | undefined {
  const texts = readTexts(node, context);
  return texts.length > 0 ? { value: texts, position: placeOf(node, context) } : undefined;
}

/** What a CV is called. */
const choiceSynonyms: ReadonlyMap<string, string> = new Map(
  ['resume', 'résumé', 'curriculum vitae', 'curriculum-vitae'].map((word) => [word, 'cv']),
);

function readChoice(node: Node, context: KeyContext, values: readonly string[]): Placed<string> | undefined {
  const expected = values.map((value) => `\`${value}\``).join(' or ');
  if (isScalar(node) && typeof node.value === 'string') {
    const word = node.value.trim().toLowerCase();
    const value = choiceSynonyms.get(word) ?? word;
    if (values.includes(value)) return { value, position: placeOf(node, context) };
  }
  reportType(node, context, expected);
  return undefined;
}

/** `true`, `false`, or how many pages. */
function readFit(node: Node, context: KeyContext): Placed<boolean | number> | undefined {
  const isNumber = isScalar(node) && typeof node.value === 'number';
  return isNumber
    ? readCount(node, context)
    : readBoolean(node, context, '`true`, `false` or a number of pages');
}

/** Keywords are a list; pandoc's `geometry` is one text, which a list may spell. */
function readWords(key: KnownKey, node: Node, context: KeyContext): Placed<string | string[]> | undefined {
  const isLengths = key === 'geometry' && isMap(node);
  const texts = isLengths
    ? entriesOf(node, context).map(({ name, value }) => `${name}=${String((value as Scalar).value)}`)
    : readTexts(node, context).map((text) => text.value);
  if (texts.length === 0) return undefined;
  if (key === 'geometry') return { value: texts.join(','), position: placeOf(node, context) };
  const words = isSeq(node) ? texts : (texts[0] as string).split(/\s*[,;，、\n]\s*/);
  return { value: words.filter((word) => word !== ''), position: placeOf(node, context) };
}

function joinPlaced(
  texts: readonly Placed<string>[],
  node: Node,
  context: KeyContext,
): Placed<string[]> | undefined {
  const value = texts.map((text) => text.value);
  return value.length > 0 ? { value, position: placeOf(node, context) } : undefined;
}
