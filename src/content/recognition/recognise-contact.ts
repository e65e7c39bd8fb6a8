/** One piece of a line of contacts, recognised by its value. */
import type { Link, PhrasingContent } from 'mdast';
import type { Contact, ContactKind, Phrase } from '../../model/cv.ts';
import { findMail } from '../find-mail.ts';
import { slicePhrasing, toPhrasingText, trimPhrasing } from '../phrasing-text.ts';
import { isToolBadge } from './badges.ts';
import { kindOfUrl, kindOfWord } from './contact-kinds.ts';
import { toProfileUrl, toUrl } from './contact-url.ts';
import { readDateNodes } from './find-date.ts';
import { toPhrase, withoutIcons } from './phrase.ts';

const picture = /^(?:[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]\uFE0F?\u200D?)+\s*/u;
const placePicture = /^(?:📍|🗺|🏠|🏡|📌|🌍|🌎|🌏)/u;
const label = /^[(（]?(?<word>[\p{L}][\p{L}\s.-]{0,24}?)[)）]?(?:\s*[:：]\s*|\s+[-–]\s+)/u;
const bracket = /\s*[(（]\s*(?<remark>[^\s()（）\d+@/][^()（）\d+@/]*)[)）]$/u;
const urlOrNumber = /https?:\/\/[^\s<>()（）|]+|\+?\(?\d[\d\s().\-–/]{5,}\d/u;
const cityAndCountry = /^\p{Lu}[\p{L}.'’\s-]{1,40}(?:,\s*\p{Lu}[\p{L}.'’\s-]{0,40}\p{L}){1,3}$/u;
// A postcode, or a number before or after a street's name. A year is neither, nor is an age.
const postal =
  /(?<!\d)(?:\d{5,6}|\d{4}-\d{3}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|(?!(?:19|20)\d\d)\d{4}(?: [A-Z]{2})?(?= \p{L}))(?!\d)|(?:^|,)\s*\d{1,4}[a-z]?\s+(?!(?:years?|yrs|yo|ans|años|anos|anni|jahre|jaar|lat|let|лет|год|года|років)(?!\p{L}))\p{L}{2}|\p{L}{3,}\s+\d{1,4}[a-z]?(?=\s*,)|[路街道]\s?\d+\s?[号號弄]/u;

/** No contact is longer; the patterns here take quadratic time. */
const longestContact = 2_000;

/** The contact that a piece is, `kind: 'text'` where nothing in it is recognised; `undefined` where it is empty. */
export function recogniseContact(nodes: readonly PhrasingContent[]): Contact | undefined {
  const bare = withoutIcons(nodes);
  const whole = toPhrasingText(bare);
  if (whole.length > longestContact || bare.every(isToolBadge)) return toText(bare);
  const length = picture.exec(whole)?.[0].length ?? 0;
  // A picture alone says nothing, but stars do.
  const isSign = length === whole.length && !/^\p{Emoji_Presentation}/u.test(whole);
  const phrase = toPhrase(isSign ? bare : slicePhrasing(bare, length));
  if (!phrase) return undefined;
  if (/^🎂/u.test(whole) && readDateNodes(phrase.children)) return { kind: 'born', text: phrase };
  return (
    recogniseValue(phrase) ?? {
      kind: placePicture.test(whole) || isPlace(toPhrasingText(phrase.children)) ? 'location' : 'text',
      text: phrase,
    }
  );
}

function toText(nodes: readonly PhrasingContent[]): Contact | undefined {
  const phrase = toPhrase(nodes);
  return phrase && { kind: 'text', text: phrase };
}

/** True for a street with its number or a postcode, which is an address and no mere town. */
export function isPostalAddress(text: string): boolean {
  return text.length <= longestContact && postal.test(text) && /[,，]/u.test(text);
}

function recogniseValue(phrase: Phrase): Contact | undefined {
  const text = toPhrasingText(phrase.children);
  const named = label.exec(text);
  const word = named?.groups?.word;
  const labelled = word === undefined ? undefined : kindOfWord(word);
  const from = labelled ? (named as RegExpExecArray)[0].length : 0;
  const behind = bracket.exec(text);
  // Brackets around the whole, `(email: …)`, are no remark behind something.
  const remark = behind && behind.index > from ? behind : null;
  const value = slicePhrasing(phrase.children, from, remark?.index);
  const url = urlOf(value) ?? (labelled && toProfileUrl(labelled, toPhrasingText(value)));
  if (!labelled && !url) return recogniseWithin(phrase);
  if (!url && from >= text.trim().length) return undefined;
  // A file to be fetched is nobody's page.
  if (!labelled && url && /^https?:.*\.(?:pdf|docx?|odt)$/iu.test(url)) return undefined;
  const shown = toPhrase(slicePhrasing(phrase.children, 0, remark?.index)) as Phrase;
  const kind = toKind(labelled, url, remark?.groups?.remark);
  return {
    kind,
    text: shown,
    ...(labelled && { isLabelled: true }),
    url: kind === 'fax' ? undefined : url,
    ...(remark && { remark: remarkOf(phrase, remark) }),
  };
}

/** A value with a word or two beside it: "call +49 30 123456". */
function recogniseWithin(phrase: Phrase): Contact | undefined {
  const text = toPhrasingText(phrase.children);
  const found = valueIn(text);
  const links = linksIn(phrase.children).filter((node) => !isToolBadge(node));
  const [link] = links;
  const url = link ? urlOf([link]) : found && toUrl(found.replace(/[.,;:]$/u, ''));
  const value = link ? toPhrasingText([link]) : (found ?? '');
  const besides = text.replace(value, ' ');
  const words = besides.match(/\p{L}+/gu) ?? [];
  if (!url || words.length > 4 || links.filter(isWritten).length > 1) return undefined;
  // "Updated: 2017-12-12, made by [a tool](…)"
  if (link && /\d{4}/u.test(besides)) return undefined;
  // A postcode and the number of a passport are no telephone's.
  const isNumber = !link && /^\(?[1-9]/u.test(value);
  if (isNumber && words.length > 0 && !words.some(isCall)) return undefined;
  const kind = toKind(undefined, url, undefined);
  // "Member of the [Society](…) (until 2016)" links to no page of the person's.
  if (kind === 'homepage' && link && (words.length > 2 || /\d/u.test(besides))) return undefined;
  // "Phone at work: +49 30 123456"
  const isLabelled = /\p{L}[^:：]*[:：]\s*$/u.test(text.slice(0, text.indexOf(value)));
  return { kind, text: phrase, ...(isLabelled && { isLabelled }), url };
}

/** Pictures with links stand beside one another as icons. */
function isWritten({ data }: Link): boolean {
  return data?.isBadge !== true;
}

/** Every link, in emphasis, too. */
function linksIn(nodes: readonly PhrasingContent[]): Link[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return [node];
    return 'children' in node ? linksIn(node.children as PhrasingContent[]) : [];
  });
}

function isCall(word: string): boolean {
  return (
    /^(?:phone|mobile|fax)$/u.test(kindOfWord(word) ?? '') ||
    /^(?:call|ring|dial|text)$|^(?:tel|phon|mobil|handy|cell|celular|тел|моб)/iu.test(word)
  );
}

/** What comes first of addresses and numbers. */
function valueIn(text: string): string | undefined {
  const [mail] = findMail(text);
  const other = urlOrNumber.exec(text);
  return mail && (!other || mail.index <= other.index) ? mail.address : other?.[0];
}

function urlOf(nodes: readonly PhrasingContent[]): string | undefined {
  const trimmed = trimPhrasing(nodes);
  const [only] = trimmed;
  const text = toPhrasingText(trimmed);
  const link = trimmed.length === 1 && only ? linkIn(only) : undefined;
  return (link && toUrl(link.url)) ?? toUrl(text);
}

function linkIn(node: PhrasingContent): Link | undefined {
  if (node.type === 'link') return node;
  const children = 'children' in node ? (node.children as PhrasingContent[]) : [];
  const [only] = children;
  return only && children.length === 1 ? linkIn(only) : undefined;
}

/** The kind that the label says, else the one that the URL shows. One of the two is there. */
function toKind(
  labelled: ContactKind | undefined,
  url: string | undefined,
  remark: string | undefined,
): ContactKind {
  const shown = url ? kindOfUrl(url) : undefined;
  const said =
    labelled ?? (remark && kindOfWord(remark) === 'mobile' && shown === 'phone' ? 'mobile' : undefined);
  // A label "Web" before a GitHub address says less than the address.
  if (shown && (said === 'homepage' || (said === 'phone' && shown !== 'homepage'))) return shown;
  return said ?? (shown as ContactKind);
}

function remarkOf(phrase: Phrase, match: RegExpExecArray): Phrase {
  const remark = match.groups?.remark as string;
  const from = match.index + match[0].indexOf(remark);
  return toPhrase(slicePhrasing(phrase.children, from, from + remark.length)) as Phrase;
}

function isPlace(text: string): boolean {
  return cityAndCountry.test(text) || isPostalAddress(text);
}
