import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { readBibliographyFiles } from './bibliography-files.ts';
import { ignoredKeys, unsupportedKeys } from './foreign-keys.ts';
import type { FrontMatter, Placed } from './front-matter.ts';
import {
  canonicalKey,
  type KeyRule,
  type KeyShape,
  type KnownKey,
  keyRules,
  plainKey,
} from './front-matter-keys.ts';
import { readAddress, readRecipient } from './front-matter-lines.ts';
import {
  entriesOf,
  isEmptyNode,
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

/** Checks the value of a known key and puts it into the front matter. A key without a value is as good as none. */
export function assignKey(
  key: KnownKey,
  value: unknown,
  context: KeyContext,
  frontMatter: FrontMatter,
): void {
  const node = resolveNode(value, context);
  if (!node || isEmptyNode(node) || isOfSite(context.key, node)) return;
  const rule = keyRules[key] as ValueRule;
  const read = readShape(key, rule, node, context, frontMatter);
  if (read !== undefined)
    (frontMatter as unknown as Target)[key] = joinValues(frontMatter[key as keyof FrontMatter], read);
}

/** The `options` of a variant, which win over those of the CV. */
export function assignOptions(value: unknown, context: KeyContext, frontMatter: FrontMatter): void {
  const node = resolveNode(value, context);
  const options = node && !isEmptyNode(node) ? readOptions(node, context) : undefined;
  if (options) addVariantOptions(options, frontMatter);
}

function addVariantOptions(
  { value, position }: NonNullable<FrontMatter['options']>,
  frontMatter: FrontMatter,
): void {
  frontMatter.variantOptions = { value: { ...frontMatter.variantOptions?.value, ...value }, position };
}

/** A key of a variant that is none of ours: an option of its template, which judges it. Whether it can be one. */
export function assignOption(value: unknown, context: KeyContext, frontMatter: FrontMatter): boolean {
  if (ignoredKeys.has(plainKey(context.key)) || unsupportedKeys.has(plainKey(context.key))) return false;
  const node = resolveNode(value, context);
  if (!node || isEmptyNode(node)) return true;
  if (!isScalar(node)) return false;
  // Of every scalar that is not empty something is read.
  const option = readOptionValue(node, context) as Placed<string | number | boolean>;
  addVariantOptions({ value: { [context.key]: option }, position: option.position }, frontMatter);
  return true;
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
      return readText(node, context, 'a text');
    case 'names':
      return readNames(node, context);
    case 'markdown':
      return readText(node, context, 'a text');
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
      frontMatter.contacts.push(...readTexts(node, context).map((text) => ({ key, value: text })));
      return undefined;
  }
}

/** `photo: false` and `cv: false` mean none. */
function isNone(key: KnownKey, node: Node): boolean {
  return (key === 'photo' || key === 'cv') && isScalar(node) && node.value === false;
}

function readPlacedList(node: Node, context: KeyContext): Placed<Placed<string>[]> | undefined {
  const texts = readTexts(node, context);
  return texts.length > 0 ? { value: texts, position: placeOf(node, context) } : undefined;
}

/** pandoc's list of authors becomes one line. */
function readNames(node: Node, context: KeyContext): Placed<string> | undefined {
  const names = readTexts(node, context).map((text) => text.value);
  return names.length > 0 ? { value: names.join(', '), position: placeOf(node, context) } : undefined;
}

function readChoice(node: Node, context: KeyContext, values: readonly string[]): Placed<string> | undefined {
  const expected = values.map((value) => `\`${value}\``).join(' or ');
  if (isScalar(node) && typeof node.value === 'string') {
    const value = node.value.trim().toLowerCase();
    if (values.includes(value)) return { value, position: placeOf(node, context) };
  }
  reportType(node, context, expected);
  return undefined;
}

function readOptions(node: Node, context: KeyContext): FrontMatter['options'] {
  if (!isMap(node)) {
    reportType(node, context, 'a mapping of names to values');
    return undefined;
  }
  const options = createRecord<Placed<string | number | boolean>>();
  for (const { name, value } of entriesOf(node, context)) {
    const option = readOptionValue(value, { ...context, key: `${context.key}.${name}` });
    if (option) options[name] = option;
  }
  return { value: options, position: placeOf(node, context) };
}

/** For keys of the author's own, of which `__proto__` may be one. */
function createRecord<T>(): Record<string, T> {
  return Object.create(null);
}

function readOptionValue(node: Node, context: KeyContext): Placed<string | number | boolean> | undefined {
  if (isScalar(node) && (typeof node.value === 'boolean' || typeof node.value === 'number'))
    return { value: node.value, position: placeOf(node, context) };
  return readText(node, context, 'a text, a number, `true` or `false`');
}

/** `true`, `false`, or how many pages. */
function readFit(node: Node, context: KeyContext): Placed<boolean | number> | undefined {
  const isNumber = isScalar(node) && typeof node.value === 'number';
  return isNumber
    ? readCount(node, context)
    : readBoolean(node, context, '`true`, `false` or a number of pages');
}

/** Codes of messages with the author's reasons. One without a reason is as good as none. */
function readReasons(node: Node, context: KeyContext): FrontMatter['checks'] {
  if (!isMap(node)) {
    reportType(node, context, 'a mapping of codes to reasons');
    return undefined;
  }
  const reasons = createRecord<Placed<string>>();
  for (const { name, value } of entriesOf(node, context)) {
    const reason = readText(value, { ...context, key: `${context.key}.${name}` }, 'a text that says why');
    if (reason) reasons[name] = reason;
  }
  return { value: reasons, position: placeOf(node, context) };
}

/** Each venue with its other names. */
function readVenues(node: Node, context: KeyContext): FrontMatter['venues'] {
  if (!isMap(node)) {
    reportType(node, context, 'a mapping of short names to long ones');
    return undefined;
  }
  const venues = createRecord<Placed<string>[]>();
  for (const { name, value } of entriesOf(node, context))
    venues[name] = readTexts(value, { ...context, key: `${context.key}.${name}` });
  return { value: venues, position: placeOf(node, context) };
}

/** Keywords are a list; pandoc's `geometry` is one text, which a list may spell. */
function readWords(key: KnownKey, node: Node, context: KeyContext): Placed<string | string[]> | undefined {
  const texts = readTexts(node, context).map((text) => text.value);
  if (texts.length === 0) return undefined;
  if (key === 'geometry') return { value: texts.join(','), position: placeOf(node, context) };
  const words = isSeq(node) ? texts : (texts[0] as string).split(/\s*[,;，、\n]\s*/);
  return { value: words.filter((word) => word !== ''), position: placeOf(node, context) };
}

/** `contact:` holds any contacts: a text is recognised by its value, a mapping names their kinds. */
function readContacts(node: Node, context: KeyContext, frontMatter: FrontMatter): void {
  if (isMap(node)) {
    for (const { name, value } of entriesOf(node, context)) {
      const known = canonicalKey(name);
      const key = known && keyRules[known].shape === 'texts' ? known : 'text';
      const texts = readTexts(value, { ...context, key: `${context.key}.${name}` });
      frontMatter.contacts.push(...texts.map((text) => ({ key, value: text })));
    }
  } else if (isSeq(node)) {
    for (const item of node.items) {
      const resolved = resolveNode(item, context);
      if (isMap(resolved)) readContacts(resolved, context, frontMatter);
      else if (resolved && !isEmptyNode(resolved)) pushContact(resolved, context, frontMatter);
    }
  } else pushContact(node, context, frontMatter);
}

function pushContact(node: Node, context: KeyContext, frontMatter: FrontMatter): void {
  const value = readText(node, context, 'a text, a list or a mapping of contacts');
  if (value) frontMatter.contacts.push({ key: 'text', value });
}

function joinPlaced(
  texts: readonly Placed<string>[],
  node: Node,
  context: KeyContext,
): Placed<string[]> | undefined {
  const value = texts.map((text) => text.value);
  return value.length > 0 ? { value, position: placeOf(node, context) } : undefined;
}
