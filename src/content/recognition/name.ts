/** Whose CV it is: from the front matter, the first heading, or a title. */
import type { Heading, PhrasingContent } from 'mdast';
import type { PersonName, Phrase } from '../../model/cv.ts';
import type { FrontMatter, Placed } from '../front-matter/front-matter.ts';
import { around, slicePhrasing, toOpenText, toPhrasingText } from '../phrasing-text.ts';
import { isDocumentWord, stripDocumentWords } from './document-words.ts';
import { splitPhrasing, textPhrase, toPlainPhrase, withoutIcons } from './phrase.ts';
import { recogniseContact } from './recognise-contact.ts';
import { isMereRole } from './role-words.ts';
import { isAboutTitle, isSectionTitle } from './section-words.ts';
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

const hello =
  'hi|hello|hey|hallo|hola|bonjour|salut|ciao|olá|oi|привет|здравствуйте|привіт|merhaba|selam|cześć|hej|안녕하세요|xin chào|chào|你好|您好|大家好|こんにちは';
const iAm =
  "i['’]?m|i am|my name is|ich bin|mein name ist|ich heiße|je suis|je m['’]appelle|yo soy|soy|me llamo|mi nombre es|io sono|sono|mi chiamo|eu sou|sou|meu nome é|я|меня зовут|мене звати|ben|adım|jestem|jag heter|jag är|tôi là|mình là|em là|tên tôi là|我是|我叫|저는";
const greeting = new RegExp(
  `^[^\\p{L}]*(?:(?:${hello})(?:\\s+there)?[^\\p{L}]+(?:${iAm})|my name is|i['’]m|меня зовут|me llamo|je m['’]appelle|ich heiße)[\\s:]+`,
  'iu',
);

/**
 * @param title the first heading, where it is above all sections
 * @param stated the name that the personal data give by its label
 * @param guessed the name that they may give, where nothing else does
 */
export function resolveName(
  frontMatter: FrontMatter,
  title: Heading | undefined,
  stated?: PersonName | undefined,
  guessed?: PersonName | undefined,
): Naming {
  const written =
    readFrontMatterName(frontMatter) ?? (stated && sayAgain(title, stated) ? undefined : stated);
  const heading = title && readTitle(title, written);
  const name =
    written ??
    heading?.name ??
    readStripped(frontMatter.author) ??
    readStripped(frontMatter.title) ??
    guessed;
  const headline = frontMatter.headline ? [toPlaced(frontMatter.headline)] : [];
  const { contacts, said } = name ? readTitleParts(frontMatter.title, name) : { contacts: [], said: [] };
  return {
    name,
    headlines: [...headline, ...(heading?.headlines ?? []), ...said],
    others: [...(heading?.others ?? []), ...contacts],
  };
}

/** True where the front matter alone tells whose CV it is. */
export function isToldByFrontMatter(frontMatter: FrontMatter): boolean {
  const { author, title } = frontMatter;
  return Boolean(readFrontMatterName(frontMatter) ?? readStripped(author) ?? readStripped(title));
}

/** True where a heading or title says no more than the name that is known already. */
function repeatsName(text: string, name: PersonName): boolean {
  // "Jane Doe (June 2024)" dates the document.
  const said = toWords(stripDocumentWords(text).replace(/\s*[(（][^()（）]*\d{4}[^()（）]*[)）]\s*$/u, ''));
  const known = toWords(name.text);
  return (
    said.length > 0 && said.length <= known.length && said.every((word, index) => isSame(word, known[index]))
  );
}

/** True for a heading that has every word of a name, and so says more: "Jane Doe, PhD". */
function sayAgain(title: Heading | undefined, { text }: PersonName): boolean {
  const said = new Set(title ? toWords(toPhrasingText(title.children)) : []);
  return toWords(text).every((word) => said.has(word));
}

function readFrontMatterName({
  name,
  firstname,
  lastname,
}: Pick<FrontMatter, 'name' | 'firstname' | 'lastname'>): PersonName | undefined {
  // `name` and `surname` are two halves in vitae's front matter.
  const last = lastname && !firstname ? toWords(lastname.value).at(-1) : undefined;
  if (name && last && !toWords(name.value).includes(last))
    return readFrontMatterName({ firstname: name, lastname: lastname as Placed<string> });
  if (name) return splitName(toPlaced(name));
  if (!firstname && !lastname) return undefined;
  if (!firstname || !lastname) return splitName(toPlaced((firstname ?? lastname) as Placed<string>));
  const text = `${firstname.value} ${lastname.value}`;
  return { given: toPlaced(firstname), family: toPlaced(lastname), text };
}

function readTitle(title: Heading, known: PersonName | undefined): Naming {
  const nodes = withoutIcons(title.children);
  const greeted = known ? undefined : readGreeting(nodes);
  if (greeted) return { name: greeted, headlines: [toPlainPhrase(nodes) as Phrase], others: [] };
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
  // "Résumé (unofficial)" names the document.
  if (!hasLetter(stripped))
    return { headlines: stripped === '' ? [] : [toPlainPhrase(main) as Phrase], others: parts };
  // "Senior Software Engineer - Go": no name is better than a wrong one.
  if (isMereRole(text)) return { headlines: [toPlainPhrase(nodes) as Phrase], others: [] };
  const phrase = stripped === text ? toPlainPhrase(main) : textPhrase(stripped, around(main));
  return { name: phrase && splitName(phrase), headlines: [], others: parts };
}

/** True for a heading that greets and so gives a name. */
export function isGreeting(text: string): boolean {
  return greeting.test(text);
}

/** "Hi, I'm Jane Doe!", as profiles on GitHub begin. The greeting stays, below the name. */
function readGreeting(nodes: PhrasingContent[]): PersonName | undefined {
  const text = toPhrasingText(nodes);
  const match = greeting.exec(text);
  if (!match) return undefined;
  const from = match[0].length;
  const end = text.slice(from).search(/[!,.，。！|–—(（]|\s+-\s|\s*\p{Emoji_Presentation}/u);
  const name = toPlainPhrase(slicePhrasing(nodes, from, end < 0 ? undefined : from + end));
  return name && splitName(name);
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
  return title && stripped && hasLetter(stripped)
    ? splitName(textPhrase(stripped, title.position))
    : undefined;
}

/** What a title says that is neither the name nor a word for the document: contacts, and a role. */
function readTitleParts(
  title: Placed<string> | undefined,
  name: PersonName,
): { contacts: PhrasingContent[][]; said: Phrase[] } {
  const parts = title
    ? toParts(title.value).filter((part) => !repeatsName(part, name) && !isOwnersDocument(part))
    : [];
  const phrases = parts.map((part) => textPhrase(part, title?.position));
  const contacts = phrases.filter(({ children }) => recogniseContact(children)?.url !== undefined);
  const said = phrases.filter((phrase) => !contacts.includes(phrase));
  const text = said.map(({ children }) => toPhrasingText(children)).join(' – ');
  return {
    contacts: contacts.map(({ children }) => children),
    said: text === '' ? [] : [textPhrase(text, title?.position)],
  };
}

function toParts(title: string): string[] {
  // A title for pandoc is Markdown, and LaTeX.
  return title
    .replace(/\\[a-z]+\*?(?:\{[^{}]*\})?/giu, ' ')
    .replace(/^\s*([*_]{1,3})(.*)\1\s*$/u, '$2')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !isDocumentWord(part) && !isAboutTitle(part) && !isJoint(part));
}

/** "Jagie's Resume", by a name that is not the one known. */
function isOwnersDocument(part: string): boolean {
  const owner = /['’]s?\s/u.test(part) ? stripDocumentWords(part) : part;
  return owner !== part && /^\p{Lu}[\p{L}\p{M}.-]+(?:\s\p{Lu}[\p{L}\p{M}.-]+)?$/u.test(owner);
}

/** "CV & Publications", the title of a page with both. */
function isJoint(part: string): boolean {
  const rest = stripDocumentWords(part);
  return rest !== part && isSectionTitle(rest.replace(/^(?:&|and|und|et|y|e)\s+/iu, ''));
}

function toPlaced({ value, position }: Placed<string>): Phrase {
  return textPhrase(value.trim(), position);
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text.replace(/^[(（][^()（）]*[)）]$/u, ''));
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
