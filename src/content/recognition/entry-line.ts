/** One line of an entry, such as a heading: its date and its fields, in the author's order. */
import type { PhrasingContent } from 'mdast';
import type { DateRange, Phrase } from '../../model/cv.ts';
import {
  around,
  opaque,
  slicePhrasing,
  splitAtMatches,
  toOpenText,
  toPhrasingText,
  trimPhrasing,
} from '../phrasing-text.ts';
import { cutDate, findDates, isDateNode, readDateCode, readDateNodes } from './find-date.ts';
import {
  hasText,
  isEmphasis,
  isEmphasised,
  textPhrase,
  toPlainPhrase,
  unwrap,
  withoutIcons,
} from './phrase.ts';

export interface EntryLine {
  date?: DateRange | undefined;
  /** Role, organisation, place … as the author ordered them. */
  fields: PhrasingContent[][];
  /** A remark in brackets behind a field that emphasis sets off: `*Master of Science* (GPA: 3.92)`. */
  remarks: PhrasingContent[][];
  place?: PhrasingContent[] | undefined;
  /** True where separators or emphasis divided the line, not only its date. */
  divided: boolean;
}

const separator = /\s*[|｜]\s*|\s+(?:[·•∙@]|-{1,3}|[–—])\s+|\t+|[\s]*\u2028\s*/gu;
const stops = /^(?:[\s,，、;；:：|·–—]|[.@/-]+(?=\s|$))+|(?:[\s,，、;；:：|·–—]|(?<=\s)[@/-]+)+$/gu;
const periodLabel =
  /^\s*(?:period|duration|dates?|years?|timeframe|time|graduation(?: date| year)?|graduated|expected graduation|tempoh|tahun graduasi|tarih|χρονική περίοδος|διάστημα|ano|anno|año|zeitraum|dauer|période|durée|per[íi]odo|duraci[óo]n|duração|periodo|durata|periode|okres|период|срок|сроки|süre|期間|開発期間|所属期間|在籍期間|参画期間|任职时间|任職時間|任期|期间|项目周期|项目时间|时间|時間|時期|在职时间|起止时间|기간|교육기간|개발기간|근무기간)\s*[:：]\s*/iu;
// Stars and dots are no pictures: they rate a skill.
const pictures = /^(?:(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\uFE0F?\u200D?)+\s*/u;
const placePicture = /^(?:📍|🗺|🏠|🏡|📌|🌍|🌎|🌏)/u;

/** Divides a line at its separators (`|`, `·`, `@`, dashes with space), or at emphasis and commas; dates are cut out. */
export function readEntryLine(nodes: readonly PhrasingContent[]): EntryLine {
  const line: EntryLine = { fields: [], remarks: [], divided: false };
  const period = readPeriod(nodes);
  if (period) return { ...line, date: period };
  const parts = divide(withoutIcons(nodes).map(openCode), line);
  line.divided = parts.length > 1;
  for (const part of parts) addPart(line, part);
  if (parts.length === 1 && !line.place) splitAtEmphasis(line);
  return line;
}

/** True for `Period: 2019 – 2021` in the languages that write dates so. */
export function isPeriod(nodes: readonly PhrasingContent[]): boolean {
  return readPeriod(nodes) !== undefined;
}

/** True for a word that labels periods: "Duration", `所属期間`. */
export function isPeriodLabel(text: string): boolean {
  return periodLabel.test(`${text.replace(/[[\]［］【】：:]/gu, '')}:`);
}

/** The date with its label, which says nothing that the date does not, but is the author's word. */
function readPeriod(nodes: readonly PhrasingContent[]): DateRange | undefined {
  const label = periodLabel.exec(toPhrasingText(nodes));
  const date = label ? readDateNodes(slicePhrasing(nodes, label[0].length)) : undefined;
  if (!date) return undefined;
  // Of emphasis nothing is left: `**Period:** 2019 – 2021` is one text of one look.
  const isLinked = toOpenText(nodes) !== toPhrasingText(nodes);
  const said = textPhrase(toPhrasingText(nodes).trim(), around(nodes));
  return { ...date, text: isLinked ? (toPlainPhrase(nodes) as Phrase) : said };
}

/** A code span that holds several fields (`2019 – 2021 | Berlin`) is set off, and nothing else. */
function openCode(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'inlineCode' || !/[|｜]/u.test(node.value) || findDates(node.value).length === 0)
    return node;
  return { type: 'text', value: node.value, position: node.position };
}

function divide(nodes: readonly PhrasingContent[], line: EntryLine): PhrasingContent[][] {
  const own = nodes.length > 1 ? nodes.find(isDateNode) : nodes.find(readDateCode);
  if (own) {
    line.date = readDateCode(own) ?? readDateNodes([own]);
    const at = nodes.indexOf(own);
    return [nodes.slice(0, at), nodes.slice(at + 1)].flatMap(splitFields);
  }
  // Within a link's text a date is part of that text.
  const [found] = findDates(toOpenText(nodes));
  if (!found) return splitFields(nodes);
  // A date beside which nothing stands may hold links: `[2019](…) – 2020`.
  const whole = readDateNodes(nodes);
  if (whole) {
    line.date = whole;
    return [];
  }
  const { date, rest } = cutDate(nodes, found);
  line.date = date;
  return rest.flatMap(splitFields);
}

function splitFields(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const text = toOpenText(nodes).replace(/[([（][^()[\]（）]*[)\]）]/gu, (inner) =>
    opaque.repeat(inner.length),
  );
  // A town and the letters of its state are one field: `Harbour Ltd | Recife - PE`.
  const whole = text.replace(
    /(?<=[|｜]\s*\p{Lu}[\p{L}.' ]{1,30}) [-–] (?=\p{Lu}{2}(?:,|\s*(?:$|[|｜])))/gu,
    opaque.repeat(3),
  );
  return splitAtMatches(nodes, whole, separator)
    .map((piece) => trimStops(piece.nodes))
    .filter(hasText);
}

/** The nodes without separators, commas and white space at either end. */
function trimStops(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const text = toPhrasingText(nodes);
  const kept = text.replace(stops, '');
  const from = text.indexOf(kept);
  return trimPhrasing(slicePhrasing(nodes, from, from + kept.length));
}

function addPart(line: EntryLine, part: PhrasingContent[]): void {
  const text = toPhrasingText(part);
  const picture = pictures.exec(text);
  const plain = picture ? trimPhrasing(slicePhrasing(part, picture[0].length)) : part;
  // What a picture alone announced was the date.
  if (!hasText(plain)) return;
  if (placePicture.test(text)) line.place = unwrap(plain);
  else addField(line, plain);
}

function addField(line: EntryLine, field: PhrasingContent[]): void {
  const [first, ...rest] = field;
  const remark = trimPhrasing(rest);
  if (first && isEmphasis(first) && /^[(（][^()（）]*[)）][.,;]?$/u.test(toPhrasingText(remark))) {
    line.fields.push(unwrap([first]));
    line.remarks.push(remark);
  } else line.fields.push(isEmphasised(field) ? unwrap(trimStops(field)) : field);
}

/** `**role**, *organisation*, place` says by its emphasis what is what. */
function splitAtEmphasis(line: EntryLine): void {
  const field = line.fields[0];
  if (!field || field.length < 2) return;
  const [first] = field;
  const lead = isEmphasis(first)
    ? 1
    : field.findIndex((node) => node.type === 'emphasis' || node.type === 'strong');
  if (lead < 1) return;
  const title = field.slice(0, lead);
  const rest = field.slice(lead);
  // Within brackets a comma divides no fields.
  if (/[(（][^)）]*$/u.test(toPhrasingText(title))) return;
  const joined = isEmphasis(first)
    ? /^\s*[,，、;；]/u.test(toPhrasingText(rest))
    : /[,，、;；]\s*$/u.test(toPhrasingText(title));
  if (!joined) return;
  const tail = trimStops(rest);
  const [organisation, ...behind] = tail;
  const set = organisation && isEmphasis(organisation);
  if (set && behind.length > 0 && !/^\s*[,，、;；.(（]/u.test(toPhrasingText(behind))) return;
  line.fields = [unwrap(trimStops(title)), set ? unwrap([organisation]) : tail];
  const place = trimStops(behind);
  if (set && hasText(place)) line.place = place;
  line.divided = true;
}
