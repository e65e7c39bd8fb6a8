/** Contacts of the front matter: texts under a key of their kind, mappings of kinds or labels, and the records that other tools write. */
import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import type { FrontMatter, Placed } from './front-matter.ts';
import { canonicalKey, type KnownKey, keyRules, plainKey } from './front-matter-keys.ts';
import { readPlaceName } from './front-matter-lines.ts';
import { entriesOf, itemsOf, type KeyContext, readText, reportType } from './front-matter-values.ts';

/** Of a record: where the contact leads to, what it is, and what it is called. */
const urlKeys = setOf('url link href uri');
const valueKeys = setOf('value username user handle account id number text');
const textKeys = setOf('text');
const labelKeys = setOf('name title label network platform service type kind site');
const iconKeys = setOf('icon');
/** What themes say of the look of a record. */
const lookKeys = setOf(
  'iconpack iconclass class color colour style rel target weight order display hidden aria tooltip newline',
);

/** An address of the web, of mail or of a phone; a site's menu leads to places within the site. */
const absoluteUrl = /^(?:[a-z][a-z0-9+.-]*:|www\.|[^/#?]+\.[a-z]{2,})/i;

/** A list of mappings of records is the most that anybody writes; an alias to what it stands in would never end. */
const deepest = { list: 2, record: 2, mapping: 1 };

/** `contact:` holds any contacts: a text is recognised by its value, a mapping names their kinds, a record is one contact. */
export function readContacts(node: Node, context: KeyContext, frontMatter: FrontMatter, depth = 0): void {
  if (isMap(node) && !isRecord(node)) {
    for (const { name, value } of entriesOf(node, context))
      readContact(contactKey(name) ?? 'text', value, nested(context, name), frontMatter, depth + 1);
  } else if (isSeq(node) && depth === 0) {
    for (const item of itemsOf(node, context)) readContacts(item, context, frontMatter, depth + 1);
  } else readContact('text', node, context, frontMatter, depth);
}

/**
 * The contacts under a key of their kind: a text, a list, labels with their texts (`phone: {home: …, mobile: …}`), or records
 * (`github: {username: …, url: …}`).
 */
export function readContact(
  key: KnownKey | 'text',
  node: Node,
  context: KeyContext,
  frontMatter: FrontMatter,
  depth = 0,
): void {
  const add = (own: KnownKey | 'text', value: Placed<string> | undefined): void => {
    if (value) frontMatter.contacts.push({ key: own, value });
  };
  const shape = isSeq(node) ? 'list' : isMap(node) && isRecord(node) ? 'record' : 'mapping';
  if (isScalar(node) || depth > deepest[shape]) {
    if (isScalar(node) && node.value === false) return;
    add(
      key,
      readText(
        node,
        context,
        key === 'text' ? 'a text, a list or a mapping of contacts' : 'a text or a list of texts',
      ),
    );
  } else if (shape === 'list') {
    // A list in a list is too deep wherever it is.
    for (const item of itemsOf(node as YAMLSeq, context))
      readContact(key, item, context, frontMatter, isSeq(item) ? Number.POSITIVE_INFINITY : depth + 1);
  } else if (shape === 'record') {
    const record = readRecord(node as YAMLMap, context, key);
    if (record) add(record.key, record.value);
  } else if (key === 'location') add(key, readPlaceName(node as YAMLMap, context));
  else {
    for (const { name, value } of entriesOf(node as YAMLMap, context))
      readContact(contactKey(name) ?? key, value, nested(context, name), frontMatter, depth + 1);
  }
}

/** A mapping that says one contact. */
function isRecord(map: YAMLMap): boolean {
  const keys = map.items.map(({ key }) => (isScalar(key) ? plainKey(String(key.value)) : ''));
  return (
    keys.some((key) => urlKeys.has(key) || valueKeys.has(key)) &&
    keys.every((key) => [urlKeys, valueKeys, labelKeys, iconKeys, lookKeys].some((known) => known.has(key)))
  );
}

/**
 * Its address, with a text that says more; or else its value, which a label names that is no kind of contact. Nothing for what leads to a place within
 * a site.
 */
function readRecord(
  map: YAMLMap,
  context: KeyContext,
  key: KnownKey | 'text',
): { key: KnownKey | 'text'; value: Placed<string> } | undefined {
  const entries = entriesOf(map, context);
  const textOf = (keys: ReadonlySet<string>): Placed<string> | undefined => {
    const entry = entries.find(({ name, value }) => keys.has(plainKey(name)) && isScalar(value));
    const text = entry && readText(entry.value, nested(context, entry.name), 'a text');
    const value = text && withoutHtml(text.value);
    return value ? { ...text, value } : undefined;
  };
  const label = textOf(labelKeys);
  const icon = textOf(iconKeys)?.value.replace(/^.*\bfa-/, '') ?? '';
  const url = textOf(urlKeys);
  const value = textOf(valueKeys);
  const kind = (label && contactKey(label.value)) ?? contactKey(icon) ?? key;
  // An address says by itself what it is.
  if (url && absoluteUrl.test(url.value)) return { key, value: withText(url, textOf(textKeys), kind) };
  if (!value) {
    // A menu of a site is nothing to tell of.
    if (!url) reportType(map, context, 'a text or a list of texts');
    return undefined;
  }
  const isNamed = kind !== 'text' || !label;
  return { key: kind, value: isNamed ? value : { ...value, value: `${label.value}: ${value.value}` } };
}

/** Mail and phone are what is written; a name of the place stands behind its address, unless it is a part of that or of the kind. */
function withText(
  url: Placed<string>,
  text: Placed<string> | undefined,
  kind: KnownKey | 'text',
): Placed<string> {
  if (!text) return url;
  if (/^(?:mailto|tel):/i.test(url.value)) return text;
  const isPart =
    url.value.toLowerCase().includes(text.value.toLowerCase()) || contactKey(text.value) === kind;
  return isPart ? url : { ...url, value: `${url.value} (${text.value})` };
}

/** HTML around a text is an icon or a look. */
function withoutHtml(text: string): string {
  return text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The kind of contact that a word stands for. */
export function contactKey(word: string): KnownKey | undefined {
  const key = canonicalKey(word);
  return key && keyRules[key].shape === 'texts' ? key : undefined;
}

function nested(context: KeyContext, name: string): KeyContext {
  return { ...context, key: `${context.key}.${name}` };
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
