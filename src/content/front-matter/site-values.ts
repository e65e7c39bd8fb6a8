import { isMap, isScalar, type Node } from 'yaml';
import { plainKey } from './front-matter-keys.ts';

/** Mappings of the pages of sites under keys that are ours, too: al-folio's `profile`, the `image` of themes for Jekyll and Hugo. */
const siteMappings: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['profile', setOf('align image imagealt imagecircular address moreinfo email')],
  [
    'image',
    setOf(
      'feature credit creditlink teaser thumb path src filename caption alt title width height focalpoint previewonly placement',
    ),
  ],
]);

/** Engines of Quarto, which run code. */
const codeEngines = setOf('knitr jupyter julia markdown');
/** Of sites and of pandoc, whose templates are files. */
const templateFile = /\.(?:html?|tex|latex|docx|odt|typ|liquid|hbs|ejs)$/i;

/**
 * True for what the page of a site says of itself under a key that is ours, and that no CV would say so: such a mapping, or al-folio's
 * `social: true`. It means nothing for the CV; nor do Quarto's `engine: knitr` and `template: page.html`.
 * @param key as it is written
 */
export function isOfSite(key: string, node: Node): boolean {
  const plain = plainKey(key);
  if (plain === 'social') return isScalar(node) && typeof node.value === 'boolean';
  if (isScalar(node) && typeof node.value === 'string') {
    if (plain === 'engine') return codeEngines.has(node.value);
    if (plain === 'template') return templateFile.test(node.value);
  }
  const keys = siteMappings.get(plain);
  if (!keys || !isMap(node)) return false;
  return node.items.every((pair) => isScalar(pair.key) && keys.has(plainKey(String(pair.key.value))));
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
