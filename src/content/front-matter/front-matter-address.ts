import { isMap, type Node, type YAMLMap } from 'yaml';
import type { Placed } from './front-matter.ts';
import { entriesOf, type KeyContext, placeOf, readTexts } from './front-matter-values.ts';

/** Lines of an address. Those of a mapping keep the author's order; postcode, city and state share a line. */
export function readAddress(node: Node, context: KeyContext): Placed<string[]> | undefined {
  const texts = isMap(node)
    ? readAddressParts(node, context)
    : readTexts(node, context, 'a text, a list of lines, or street, city, postcode and country').map(
        (text) => text.value,
      );
  const lines = texts.flatMap((text) => text.split(/\s*\n\s*/)).filter((line) => line !== '');
  return lines.length > 0 ? { value: lines, position: placeOf(node, context) } : undefined;
}

const postcodes: ReadonlySet<string> = new Set(['postcode', 'postalcode', 'zip', 'zipcode']);
const places: ReadonlySet<string> = new Set(['city', 'region', 'state']);

/** `10115 Berlin`, `Springfield, IL 62701`: where the first of these keys stands, with a comma between two names. */
function readAddressParts(node: YAMLMap, context: KeyContext): string[] {
  const lines: string[] = [];
  let shared: number | undefined;
  let lastIsPlace = false;
  for (const { name, value } of entriesOf(node, context)) {
    const key = name.toLowerCase().replace(/[^a-z]/g, '');
    const isPlace = places.has(key);
    for (const text of readTexts(value, { ...context, key: `${context.key}.${name}` })) {
      if (!isPlace && !postcodes.has(key)) lines.push(text.value);
      else if (shared === undefined) shared = lines.push(text.value) - 1;
      else lines[shared] += `${isPlace && lastIsPlace ? ', ' : ' '}${text.value}`;
      if (isPlace || postcodes.has(key)) lastIsPlace = isPlace;
    }
  }
  return lines;
}
