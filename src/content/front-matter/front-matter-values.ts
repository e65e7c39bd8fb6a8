import type { Position } from 'unist';
import type { VFile } from 'vfile';
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { addProblem, type Severity } from '../../problem.ts';
import { isLanguageTag } from '../language-tag.ts';
import type { Placed } from './front-matter.ts';
import { chooseLanguage, type ValueLanguages } from './front-matter-languages.ts';

/** What reading a value needs to know. */
export interface YamlContext {
  vfile: VFile;
  yaml: string;
  document?: Document;
  /** The YAML has errors, so that types may be wrong only because of them. */
  isBroken?: boolean;
  /** Where a value may be written once for each language. */
  languages?: ValueLanguages | undefined;
  /** From offsets in the YAML to a place in the file. */
  at(range: [number, number]): Position;
}

export interface KeyContext extends YamlContext {
  /** As the author spelt it. */
  key: string;
  keyPlace: Position;
  /** Of a value of the wrong type; an error by default. */
  severity?: Severity | undefined;
}

/** The value as it is in the language that is built, with an alias followed to what it stands for. */
export function resolveNode(node: unknown, context: KeyContext): Node | undefined {
  const found = followAlias(node, context);
  return isMap(found) ? followAlias(chooseLanguage(found, context), context) : found;
}

/** Follows an alias to what it stands for. */
export function followAlias(node: unknown, context: YamlContext): Node | undefined {
  if (isAlias(node)) {
    const target = node.resolve(context.document as Document);
    if (!target) {
      addProblem(context.vfile, 'yaml-syntax', {
        reason: `Cannot find what \`*${node.source}\` in the front matter stands for`,
        note: `Put a value that begins with \`*\` into quotes.`,
        place: placeOf(node, context),
      });
    }
    return target;
  }
  return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
}

/** No value at all: `phone:` in a template that the author has not filled in. */
export function isEmptyNode(node: Node | undefined): boolean {
  return !node || (isScalar(node) && (node.value === null || node.value === ''));
}

/** The pairs of a mapping that have a name and a value. */
export function entriesOf(map: YAMLMap, context: KeyContext): { name: string; value: Node }[] {
  return map.items.flatMap((pair: Pair) => {
    if (!isScalar(pair.key)) return reportNoKey(pair.key, context);
    const value = resolveNode(pair.value, context);
    if (!value || isEmptyNode(value)) return [];
    return [{ name: String(pair.key.value), value }];
  });
}

/** The items of a list that have a value. */
export function itemsOf(list: YAMLSeq, context: KeyContext): Node[] {
  return list.items.flatMap((item) => {
    const node = resolveNode(item, context);
    return !node || isEmptyNode(node) ? [] : [node];
  });
}

/** YAML allows lists, mappings and aliases for keys. */
export function reportNoKey(node: unknown, context: YamlContext): [] {
  // What was parsed has its place; an empty key is a scalar.
  const [start, end] = (node as Node).range as [number, number, number];
  addProblem(context.vfile, 'unknown-key', {
    reason: 'Cannot use a key that is no text',
    note: 'Write a word before the colon, and put a value that begins with a bracket or a brace into quotes.',
    place: context.at([start, end]),
  });
  return [];
}

/**
 * A text. A number or a date is taken as it was written, so that `phone: +49 123` and `date: 2024` need no quotes.
 * Anything else is a `wrong-type`.
 */
export function readText(node: Node, context: KeyContext, expected: string): Placed<string> | undefined {
  if (!isScalar(node) || typeof node.value === 'boolean') {
    reportType(node, context, expected);
    return undefined;
  }
  const value = typeof node.value === 'string' ? node.value : (node.source as string);
  return { value: value.trim(), position: placeOf(node, context) };
}

/** One text, or each of a list of them; an empty one is left out. */
export function readTexts(
  node: Node,
  context: KeyContext,
  expected = 'a text or a list of texts',
): Placed<string>[] {
  if (!isSeq(node)) {
    const text = readText(node, context, expected);
    return text ? [text] : [];
  }
  return itemsOf(node, context).flatMap((item) => readText(item, context, 'a text') ?? []);
}

export function readBoolean(
  node: Node,
  context: KeyContext,
  expected = '`true` or `false`',
): Placed<boolean> | undefined {
  if (isScalar(node) && typeof node.value === 'boolean') {
    return { value: node.value, position: placeOf(node, context) };
  }
  reportType(node, context, expected);
  return undefined;
}

/** A whole number above 0, in quotes or not. */
export function readCount(node: Node, context: KeyContext): Placed<number> | undefined {
  const value = isScalar(node) && /^[1-9]\d{0,8}$/.test(String(node.value)) ? Number(node.value) : undefined;
  if (value !== undefined) return { value, position: placeOf(node, context) };
  reportType(node, context, 'a whole number above 0');
  return undefined;
}

/** Where the value stands; of a block (`|`, `>`), where its text begins. */
export function placeOf(node: Node, context: YamlContext): Position {
  const [start, end] = node.range as [number, number, number];
  if (!isScalar(node) || !node.type?.startsWith('BLOCK')) return context.at([start, end]);
  const [text] = /^[^\n]*\n(?:[ \t]*\r?\n)*[ \t]*/.exec(context.yaml.slice(start, end)) as RegExpExecArray;
  return context.at([start + text.length, end]);
}

/** The error of a value that has the wrong type, or the warning, where all else can go on. */
export function reportType(
  node: Node,
  context: KeyContext,
  expected: string,
  severity: Severity | undefined = context.severity,
): void {
  if (context.isBroken) return;
  const tags = isMap(node) ? node.items.map(({ key }) => (isScalar(key) ? String(key.value) : '')) : [];
  // `url` and `src` would be languages, too.
  const isByLanguage = tags.length > 0 && tags.every((tag) => isLanguageTag(tag) && /^\w\w\b/.test(tag));
  addProblem(context.vfile, 'wrong-type', {
    reason: `Cannot use \`${context.key}\` with ${describeNode(node)}, expected ${expected}`,
    note: isByLanguage
      ? `If these are languages, name them all: \`lang: [${tags.join(', ')}]\`.`
      : `Write \`${context.key}: …\` with ${expected}, in quotes where it holds signs that YAML reads.`,
    place: placeOf(node, context),
    severity: isByLanguage ? undefined : severity,
  });
}

function describeNode(node: Node): string {
  if (isSeq(node)) return 'a list';
  if (isMap(node)) return 'a mapping';
  return `\`${shorten((node as Scalar).source as string)}\``;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** What a variant says by name is added to what the CV says; any other value takes the place of the one before. */
export function joinValues(before: unknown, read: Placed<unknown>): Placed<unknown> {
  const known = (before as Placed<unknown> | undefined)?.value;
  if (!isRecord(known) || !isRecord(read.value)) return read;
  return { ...read, value: { ...known, ...read.value } };
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && !Array.isArray(value);
}
