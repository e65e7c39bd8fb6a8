/** Mappings that hold what is said of the person, as JSON Resume's `basics` does and the front matter of many themes. */
import { isMap, isScalar } from 'yaml';
import { canonicalKey, type KnownKey, plainKey } from './front-matter-keys.ts';
import { followAlias, type YamlContext } from './front-matter-values.ts';
import { type KeyPair, toKeyPairs } from './front-matter-variants.ts';
import { isOfSite } from './site-values.ts';

const personMappings: ReadonlySet<string> = new Set(
  'basics personal personalinfo personaldetails personalinformation info person me about contactinfo contactdetails header profile'.split(
    ' ',
  ),
);
/** One of these in a mapping tells it from what a site says under the same key. */
const personKeys: ReadonlySet<KnownKey | undefined> = new Set<KnownKey>([
  'name',
  'firstname',
  'lastname',
  'email',
  'phone',
]);

/** The pairs with those of such mappings in their place; what is also said outside of them holds. */
export function openPersonMappings(pairs: readonly KeyPair[], context: YamlContext): KeyPair[] {
  const outside = new Set(pairs.map(({ key }) => key));
  return pairs.flatMap((pair) => {
    if (!personMappings.has(plainKey(pair.written))) return [pair];
    const node = followAlias(pair.value, context);
    if (!isMap(node) || isOfSite(pair.written, node)) return [pair];
    const keys = node.items.map(({ key }) => (isScalar(key) ? canonicalKey(String(key.value)) : undefined));
    if (!keys.some((key) => personKeys.has(key))) return [pair];
    return toKeyPairs(node.items, context)
      .filter(({ key }) => key === undefined || !outside.has(key))
      .map((one) => ({ ...one, written: `${pair.written}.${one.written}` }));
  });
}
