/** Mappings of the front matter with names of the author's own: options of templates, venues, reasons for silence. */
import { isMap, isScalar, type Node } from 'yaml';
import { ignoredKeys, unsupportedKeys } from './foreign-keys.ts';
import type { FrontMatter, Placed } from './front-matter.ts';
import { plainKey } from './front-matter-keys.ts';
import {
  entriesOf,
  isEmptyNode,
  type KeyContext,
  placeOf,
  readText,
  readTexts,
  reportType,
  resolveNode,
} from './front-matter-values.ts';

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

/** Values by name, unchecked. */
export function readOptions(node: Node, context: KeyContext): FrontMatter['options'] {
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

/** Codes of messages with the author's reasons. One without a reason is as good as none. */
export function readReasons(node: Node, context: KeyContext): FrontMatter['checks'] {
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
export function readVenues(node: Node, context: KeyContext): FrontMatter['venues'] {
  if (!isMap(node)) {
    reportType(node, context, 'a mapping of short names to long ones');
    return undefined;
  }
  const venues = createRecord<Placed<string>[]>();
  for (const { name, value } of entriesOf(node, context))
    venues[name] = readTexts(value, { ...context, key: `${context.key}.${name}` });
  return { value: venues, position: placeOf(node, context) };
}
