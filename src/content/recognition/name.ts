/** Whose CV it is: from the front matter, the first heading, or a title. */
import type { Heading, PhrasingContent } from 'mdast';
import type { PersonName, Phrase } from '../../model/cv.ts';
import type { FrontMatter, Placed } from '../front-matter/front-matter.ts';
import { around, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { isDocumentWord, stripDocumentWords } from './document-words.ts';
import { splitPhrasing, textPhrase, toPlainPhrase, withoutIcons } from './phrase.ts';
import { splitName } from './split-name.ts';

export interface Naming {
  name?: PersonName | undefined;
  /** What titles say beside the name, the most explicit first. */
  headlines: Phrase[];
  /** Parts of the first heading that are neither: contacts, perhaps. */
  others: PhrasingContent[][];
}

const separator = /\s*[|｜]\s*|\s+(?:[·•]|-{1,3}|[–—])\s+|\u2028/gu;
const credentials =
  /^\s*(?:[\p{Lu}.]{2,6}|ph\.?\s?d\.?|dr\.?|jr\.?|sr\.?|m\.?sc\.?|b\.?sc\.?|dipl\.?[\p{L}.-]*|[a-z]\.?\s?[a-z]\.)\s*$/iu;

/** @param title the first heading, where it is above all sections */
export function resolveName(frontMatter: FrontMatter, title: Heading | undefined): Naming {
  const written = readFrontMatterName(frontMatter);
  const heading = title && readTitle(title, written);
  const name =
    written ?? heading?.name ?? readStripped(frontMatter.author) ?? readStripped(frontMatter.title);
  const headline = frontMatter.headline ? [toPlaced(frontMatter.headline)] : [];
  const left = name ? toHeadline(frontMatter.title, name) : [];
  return {
    name,
    headlines: [...headline, ...(heading?.headlines ?? []), ...left],
    others: heading?.others ?? [],
  };
}

/** True where a heading or title says no more than the name that is known already. */
function repeatsName(text: string, name: PersonName): boolean {
  const said = toWords(stripDocumentWords(text));
  const known = toWords(name.text);
  return (
    said.length > 0 && said.length <= known.length && said.every((word, index) => isSame(word, known[index]))
  );
}

function readFrontMatterName({ name, firstname, lastname }: FrontMatter): PersonName | undefined {
  if (name) return splitName(toPlaced(name));
  if (!firstname && !lastname) return undefined;
  if (!firstname || !lastname) return splitName(toPlaced((firstname ?? lastname) as Placed<string>));
  const text = `${firstname.value} ${lastname.value}`;
  return { given: toPlaced(firstname), family: toPlaced(lastname), text };
}

function readTitle(title: Heading, known: PersonName | undefined): Naming {
  const nodes = withoutIcons(title.children);
  const [first = [], ...further] = splitPhrasing(nodes, separator, toOpenText(nodes)).filter(
    (part) => isWord(part) && !isDocumentWord(toPhrasingText(part)),
  );
  const [main = [], ...behind] = splitCredentials(first);
  const text = toPhrasingText(main);
  const parts = [...behind, ...further];
  const stripped = stripDocumentWords(text);
  if (known) {
    const said = repeatsName(text, known) || stripped === '' ? [] : [main];
    return { headlines: [...said, ...parts].map((part) => toPlainPhrase(part) as Phrase), others: [] };
  }
  if (stripped === '') return { headlines: [], others: parts };
  const phrase = stripped === text ? toPlainPhrase(main) : textPhrase(stripped, around(main));
  return { name: phrase && splitName(phrase), headlines: [], others: parts };
}

// "Jane Doe, PhD" is one name, "Jane Doe, engineer" is not.
function splitCredentials(nodes: PhrasingContent[]): PhrasingContent[][] {
  const parts = splitPhrasing(nodes, /\s*[,，]\s*/gu, toOpenText(nodes));
  const [, ...behind] = parts;
  return behind.every((part) => credentials.test(toPhrasingText(part))) ? [nodes] : parts;
}

function readStripped(title: Placed<string> | undefined): PersonName | undefined {
  const [first] = title ? toParts(title.value) : [];
  const stripped = first && stripDocumentWords(first);
  return title && stripped ? splitName(textPhrase(stripped, title.position)) : undefined;
}

/** A title that is neither the name nor a word for the document, such as a role. */
function toHeadline(title: Placed<string> | undefined, name: PersonName): Phrase[] {
  if (!title) return [];
  const parts = toParts(title.value).filter((part) => !repeatsName(part, name));
  return parts.length > 0 ? [textPhrase(parts.join(' – '), title.position)] : [];
}

function toParts(title: string): string[] {
  return title
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isDocumentWord(part));
}

function toPlaced({ value, position }: Placed<string>): Phrase {
  return textPhrase(value.trim(), position);
}

function isWord(part: readonly PhrasingContent[]): boolean {
  return /[\p{L}\p{N}]/u.test(toPhrasingText(part));
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

// "Isaac Newtons's CV" is a slip for Newton's.
function isSame(word: string, known: string | undefined): boolean {
  return known !== undefined && (word === known || word === `${known}s`);
}
