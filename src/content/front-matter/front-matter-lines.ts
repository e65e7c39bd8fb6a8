/** Values that are lines: an address, the recipient of a letter. */
import type { Position } from 'unist';
import { isMap, isScalar, type Node, type YAMLMap } from 'yaml';
import type { PostalAddress } from '../../model/cv.ts';
import type { Placed, PlacedAddress } from './front-matter.ts';
import { entriesOf, type KeyContext, placeOf, readText, readTexts } from './front-matter-values.ts';

const postcodes: ReadonlySet<string> = new Set(['postcode', 'postalcode', 'zip', 'zipcode']);
const places: ReadonlySet<string> = new Set(['city', 'region', 'state']);

/** Lines of an address. Those of a mapping keep the author's order; postcode, city and state share a line. */
export function readAddress(node: Node, context: KeyContext): PlacedAddress | undefined {
  const lines = readLines(node, context, 'a text, a list of lines, or street, city, postcode and country');
  if (lines.length === 0) return undefined;
  return {
    value: lines.map(({ value }) => value),
    position: placeOf(node, context),
    ...(isMap(node) && { parts: readPostal(node, context) }),
  };
}

/** `location: {city: Berlin, country: Germany}` in one line. */
export function readPlaceName(node: YAMLMap, context: KeyContext): Placed<string> | undefined {
  const parts = readParts(node, context).map(({ value }) => value);
  return parts.length > 0 ? { value: parts.join(', '), position: placeOf(node, context) } : undefined;
}

const partOfKey: ReadonlyMap<string, keyof PostalAddress> = new Map([
  ['street', 'street'],
  ['city', 'city'],
  ['region', 'region'],
  ['state', 'region'],
  ['country', 'country'],
  ...[...postcodes].map((key) => [key, 'postcode'] as const),
]);

/** The parts that have a name in every address; the first of each. */
function readPostal(node: YAMLMap, context: KeyContext): PostalAddress {
  const parts: PostalAddress = {};
  for (const { name, value } of entriesOf(node, context)) {
    const part = partOfKey.get(name.toLowerCase().replace(/[^a-z]/g, ''));
    if (part && isScalar(value) && typeof value.value !== 'boolean')
      parts[part] ??= (readText(value, context, 'a text') as Placed<string>).value;
  }
  return parts;
}

/** The same for whom a letter is to, each line with its place. */
export function readRecipient(node: Node, context: KeyContext): Placed<Placed<string>[]> | undefined {
  const lines = readLines(node, context, 'a text, a list of lines, or name, company, street and city');
  return lines.length > 0 ? { value: lines, position: placeOf(node, context) } : undefined;
}

function readLines(node: Node, context: KeyContext, expected: string): Placed<string>[] {
  return (isMap(node) ? readParts(node, context) : readTexts(node, context, expected)).flatMap(toLines);
}

/** `10115 Berlin`, `Springfield, IL 62701`: where the first of these keys stands, with a comma between two names. */
function readParts(node: YAMLMap, context: KeyContext): Placed<string>[] {
  const lines: Placed<string>[] = [];
  let shared: Placed<string> | undefined;
  let lastIsPlace = false;
  for (const { name, value } of entriesOf(node, context)) {
    const key = name.toLowerCase().replace(/[^a-z]/g, '');
    const inner = { ...context, key: `${context.key}.${name}` };
    const isPlace = places.has(key);
    const isShared = isPlace || postcodes.has(key);
    for (const text of isMap(value) ? readParts(value, inner) : readTexts(value, inner)) {
      if (shared && isShared) shared.value += `${isPlace && lastIsPlace ? ', ' : ' '}${text.value}`;
      else lines.push(text);
      if (!isShared) continue;
      shared ??= text;
      lastIsPlace = isPlace;
    }
  }
  return lines;
}

/** A text of several lines, each at its own place where YAML has kept them. */
function toLines({ value, position }: Placed<string>): Placed<string>[] {
  const lines = value.split('\n');
  const isKept = position && position.end.line - position.start.line >= lines.length - 1;
  return lines.flatMap((line, index) => {
    const text = line.trim();
    return text === '' ? [] : [{ value: text, position: isKept ? below(position, index) : position }];
  });
}

function below({ start, end }: Position, lines: number): Position {
  if (lines === 0) return { start, end };
  // Without the offset, which is that of the first line.
  return { start: { line: start.line + lines, column: start.column }, end };
}
