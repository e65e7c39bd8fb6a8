import { monthOf } from '../../content/recognition/month-names.ts';
import { type Edit, editMatches, tie } from './edit.ts';

const space = '[ \\n]+';
/** Titles and other short forms that need the name after them. */
const titles = 'Prof|Profs|Dr|Drs|Mr|Mrs|Ms|St|Hr|Fr|Mme|Mlle|M|Sr|Sra|Dott|Ing|Dipl|Rev|Hon|PD';
/** Short forms that need the number after them. */
const beforeNumber = 'pp?|S|Nr|No|no|nº|N°|Vol|vol|Bd|Fig|Abb|Tab|Eq|Ch|Kap|chap|Art|Sec|Abs|ca|c|vgl|v';
const units =
  'USD|EUR|GBP|CHF|CNY|RMB|JPY|KRW|INR|AUD|CAD|NZD|SGD|HKD|TWD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|RUB|TRY|ILS|ZAR|' +
  'km|cm|mm|μm|µm|nm|m|kg|mg|g|ms|min|h|s|GHz|MHz|kHz|Hz|kB|KB|MB|GB|TB|PB|MiB|GiB|TiB|kW|MW|GW|W|kV|V|K|px|pt|ECTS|CP|' +
  'Mio\\.?|Mrd\\.?|million|billion|Millionen|millions|millones';

/** What cannot stand within a word; a list of all letters would take long to compile. */
const noLetter = '\\s!-@[-`{-¿\\u2010-\\u2bff\\u3000-\\u303f';

const beforeYear = new RegExp(
  `(?<=(?<![^${noLetter}])([^${noLetter}]{3,12})\\.?)${space}(?=(?:19|20)\\d\\d(?!\\d))`,
  'gu',
);
// mayo de 2019, setembro de 2014, 5 de mayo del 2019
const aroundDe = new RegExp(
  `(?<=(?<![^${noLetter}])([^${noLetter}]{3,12}))${space}(?=del?${space}(?:19|20)\\d\\d(?!\\d))`,
  'gu',
);
const afterDe = new RegExp(
  `(?<=(?<![^${noLetter}])([^${noLetter}]{3,12})${space}del?)${space}(?=(?:19|20)\\d\\d(?!\\d))`,
  'gu',
);
const afterDay = new RegExp(`(?<=(?<!\\d)\\d{1,2}\\.?)${space}(?=([^${noLetter}]{3,12}))`, 'gu');

interface TieOptions {
  date: boolean;
  isFrench: boolean;
}

interface Rule {
  /** Cheap to compile, and true for every text that the pattern is in: few texts need the others. */
  hint: RegExp;
  pattern: RegExp;
}

const rules: readonly Rule[] = [
  // J. R. Smith
  rule('(?:^|[^a-zA-Z0-9])[^\\sa-z0-9]\\.[ \\n]', `(?<=(?<![\\p{L}\\p{N}])\\p{Lu}\\.)${space}(?=\\p{Lu})`),
  // z. B., d. h., i. d. R., u. dgl.
  rule('(?:^|[^a-zA-Z0-9])[a-z]\\.[ \\n]', `(?<=(?<![\\p{L}\\p{N}.])\\p{Ll}\\.)${space}(?=\\p{L}{1,4}\\.)`),
  // Prof. Jun Zhu, Dr. Smith
  rule(`(?:${titles})\\.[ \\n]`, `(?<=(?<!\\p{L})(?:${titles})\\.)${space}(?=\\p{Lu})`),
  // Smith, J. R., Jones, K.
  rule(
    ',[ \\n]+[^\\sa-z0-9]\\.',
    `(?<=(?<![\\p{L}\\p{M}])\\p{Lu}[\\p{L}'’-]{1,40},)${space}(?=\\p{Lu}\\.(?:[ \\n-]?\\p{Lu}\\.){0,3}(?:[,;&]|\\s+(?:and|und|et|&)|$))`,
  ),
  // 35,000 USD, 20 %, € 500
  rule('\\d[ \\n]', `(?<=\\d)${space}(?=(?:${units})(?![\\p{L}\\p{N}])|[%‰€$£¥°])`),
  rule('[€$£¥#][ \\n]', `(?<=(?:^|[\\s(])[€$£¥#])${space}(?=\\d)`),
  // p. 12, Nr. 5, § 5, № 3
  rule('[.§№¶][ \\n]+\\d', `(?<=(?<!\\p{L})(?:${beforeNumber})\\.|[§№¶])${space}(?=\\d)`),
  // +49 (30) 1234 567, which is read in one go
  rule(
    '\\+\\d[\\d() /-]*[ \\n]',
    `(?<=(?<![\\p{L}\\p{N}])\\+\\d[\\d() \\n/-]{0,20})(?<!\\s)${space}(?=\\(?\\d{2})`,
  ),
  // A dash between spaces does not begin a line, however it was typed.
  rule('[ \\n][–—-]', `(?<=\\S)${space}(?=(?:[–—]|---?)(?:\\s|$))`),
];

/** Spaces where no line may end: in names with initials, between a number and its unit, in dates, before dashes. */
export function findTies(text: string, { date, isFrench }: TieOptions): Edit[] {
  // All but the marks of Chinese dates and French ones stand beside white space.
  if (!date && !isFrench && !/[ \n]/.test(text)) return [];
  return [
    ...rules.flatMap(({ hint, pattern }) =>
      hint.test(text) ? editMatches(text, pattern, ([spaces]) => tie(spaces)) : [],
    ),
    ...(/\d/.test(text) ? findDates(text) : []),
    ...(date ? editMatches(text, /(?<=\S)[ \n]+(?=-(?:\s|$))/g, ([spaces]) => tie(spaces)) : []),
    // 2016年9月 – 至今
    ...(date
      ? editMatches(text, /(?<=\s(?:[–—]|--?))[ \n]+(?=\p{sc=Han}{1,3}$)/gu, ([spaces]) => tie(spaces))
      : []),
    // Chinese dates are whole; between two of them a line may end.
    ...editMatches(
      text,
      /(?<=[年月日])[至到–—～〜](?=[\d０-９〇一二三四五六七八九十明大昭平令])/g,
      ([mark]) => `${mark}\u200b`,
    ),
    ...(isFrench ? findFrench(text) : []),
    // Lines of Chinese and Japanese source join without a space.
    ...editMatches(
      text,
      /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFF60])\n(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF00-\uFF60])/gu,
      () => '\u200b\n',
    ),
  ];
}

function rule(hint: string, pattern: string): Rule {
  return { hint: new RegExp(hint), pattern: new RegExp(pattern, 'gu') };
}

function findDates(text: string): Edit[] {
  const besideMonth = ([spaces, word]: RegExpExecArray): string | undefined =>
    monthOf(word as string) ? tie(spaces as string) : undefined;
  return [
    // May 2023, Sept. 2016
    ...editMatches(text, beforeYear, besideMonth),
    // 3. März, 12 May
    ...editMatches(text, afterDay, besideMonth),
    ...(/ del?\s/.test(text)
      ? [...editMatches(text, aroundDe, besideMonth), ...editMatches(text, afterDe, besideMonth)]
      : []),
    // 2019년 3월 5일
    ...editMatches(text, /(?<=\d[년월])[ \n]+(?=\d{1,2}[월일])/g, ([spaces]) => tie(spaces)),
  ];
}

// The spaces of French punctuation, where the author typed one: thin before ; ! ? and full before : and within guillemets, which get thin
// ones where there are none.
function findFrench(text: string): Edit[] {
  return [
    ...editMatches(text, /(?<=\S)[ \n]+(?=[;!?](?:\s|$))/g, ([spaces]) => tie(spaces, '\u202f')),
    ...editMatches(text, /(?<=\S)[ \n]+(?=[:»](?:[\s.,)]|$))/g, ([spaces]) => tie(spaces)),
    ...editMatches(text, /(?<=«)[ \n]+(?=\S)/g, ([spaces]) => tie(spaces)),
    ...editMatches(text, /«(?=\S)/g, () => '«\u202f'),
    ...editMatches(text, /(?<=\S)»/g, () => '\u202f»'),
  ];
}
