import { describe, expect, it } from 'vitest';
import { phrasingToText } from '../../src/latex/phrasing-to-text.ts';
import { createTypography } from '../../src/latex/typography.ts';
import { parsePhrasing } from './create-context.ts';

/** Ties are shown as `~`, thin ones as `_`, breaks as `|`, so that they can be seen. */
function set(markdown: string, lang = 'en', date = false): string {
  const nodes = createTypography(lang)(parsePhrasing(markdown), { date });
  return textOf(nodes).replaceAll('\u00a0', '~').replaceAll('\u202f', '_').replaceAll('\u200b', '|');
}

function textOf(nodes: Parameters<typeof phrasingToText>[0]): string {
  return nodes
    .map((node) =>
      'children' in node ? textOf(node.children) : node.type === 'text' ? node.value : phrasingToText([node]),
    )
    .join('');
}

describe('dashes', () => {
  it.each([
    ['a -- b', 'a~– b'],
    ['a---b', 'a—b'],
    ['a ---- b', 'a ---- b'],
    ['run with --verbose', 'run with --verbose'],
    ['2011-- now', '2011– now'],
    ['from 2019-2021', 'from 2019–2021'],
    ['on 2024-05-01', 'on 2024-05-01'],
    ['+86 185-1911-5711', '+86~185-1911-5711'],
    ['pp. 12-15', 'pp.~12–15'],
    ['Role - Company', 'Role - Company'],
    ['`a--b` and https://x.org/a--b', 'a--b and https://x.org/a--b'],
    ['example.org/a--b', 'example.org/a--b'],
    ['[example.org/a--b](https://example.org/a--b)', 'example.org/a--b'],
  ])('%s', (markdown, text) => {
    expect(set(markdown)).toBe(text);
  });

  it.each([
    ['Aug. 2024 - Dec. 2026 (Expected)', 'Aug.~2024~– Dec.~2026 (Expected)'],
    ['2024 -', '2024~–'],
    ['2024-05 - 2025-06', '2024-05~– 2025-06'],
    ['2019-now', '2019–now'],
    ['2019-', '2019–'],
    ['2019-20', '2019–20'],
    ['2024-05', '2024-05'],
    ['2024-05-01', '2024-05-01'],
    ['May-June 2020', 'May–June~2020'],
    ['2020 (part-time)', '2020 (part-time)'],
    ['03.2016-05.2018', '03.2016–05.2018'],
    ['3/2016-5/2018', '3/2016–5/2018'],
    ['2016 – 2018', '2016~– 2018'],
  ])('in a date: %s', (markdown, text) => {
    expect(set(markdown, 'en', true)).toBe(text);
  });
});

describe('quotes of languages that there are not', () => {
  it.each(['constructor', '__proto__', 'German language', ''])('%s', (lang) => {
    expect(set('"a" \'b\'', lang)).toBe('“a” ‘b’');
  });
});

describe('Hebrew abbreviations', () => {
  it.each([
    ['he', 'קצינה בצה"ל, ד"ר ומנכ"לית', 'קצינה בצה״ל, ד״ר ומנכ״לית'],
    ['he', "פרופ' ג'ורג' כהן, רח' הרצל", 'פרופ׳ ג׳ורג׳ כהן, רח׳ הרצל'],
    ['he', 'ב"כ של "הארץ"', 'ב״כ של ”הארץ”'],
    ['he', 'עורכת ב"הארץ" ומ"מ בצה"ל', 'עורכת ב”הארץ” ומ״מ בצה״ל'],
    ['he', 'מ"מ.', 'מ״מ.'],
    ['he', '"רס"ן ומ"מ"', '”רס״ן ומ״מ”'],
    ['he', "אמרה 'שלום' והלכה", 'אמרה ’שלום’ והלכה'],
    ['he', 'שלום" וגם', 'שלום” וגם'],
    ['en', 'Officer (צה"ל), "Haaretz"', 'Officer (צה״ל), “Haaretz”'],
  ])('%s: %s', (lang, markdown, text) => {
    expect(set(markdown, lang)).toBe(text);
  });
});

describe('quotes', () => {
  it.each([
    ['en', '“a ‘b’ c”'],
    ['de', '„a ‚b‘ c“'],
    ['de-CH', '«a ‹b› c»'],
    ['fr', '«_a “b” c_»'],
    ['sv', '”a ’b’ c”'],
    ['xx', '“a ‘b’ c”'],
    ['', '“a ‘b’ c”'],
  ])('%s', (lang, text) => {
    expect(set('"a \'b\' c"', lang)).toBe(text);
  });

  it.each([
    [`"Programming Fundamentals" in`, '“Programming Fundamentals” in'],
    [`("a") - "b".`, '(“a”) - “b”.'],
    [`don't, students' union, O'Neil, '90s`, 'don’t, students’ union, O’Neil, ’90s'],
    [`"'a' b"`, '“‘a’ b”'],
    [`**"a"** *"b"*`, '“a” “b”'],
    ['"`x`"', '“x”'],
    [`6'2" tall`, '6′2″ tall'],
    [`"in 2020"`, '“in 2020”'],
    [`'in 2020'`, '‘in 2020’'],
    ['a " b', 'a " b'],
    [`a" b" c`, 'a” b” c'],
  ])('%s', (markdown, text) => {
    expect(set(markdown)).toBe(text);
  });
});

describe('ties', () => {
  it.each([
    ['by J. R. Smith', 'by J.~R.~Smith'],
    ['Prof. Jun Zhu', 'Prof.~Jun Zhu'],
    ['Smith, J. R., Jones, K., Lee, P. and Ray, Q.', 'Smith,~J.~R., Jones,~K., Lee,~P. and Ray,~Q.'],
    ['(35,000 USD, 20 %, 5 km)', '(35,000~USD, 20~%, 5~km)'],
    ['5 kmh, 20 people', '5 kmh, 20 people'],
    ['€ 500', '€~500'],
    ['p. 12, § 5, Nr. 3', 'p.~12, §~5, Nr.~3'],
    ['stop. 12', 'stop. 12'],
    ['May 2023, Sept. 2016, at 2020', 'May~2023, Sept.~2016, at 2020'],
    [
      'septiembre de 2014, marzo del 2019, cerca de 2020',
      'septiembre~de~2014, marzo~del~2019, cerca de 2020',
    ],
    ['call +49 (30) 1234 567 or 2 34', 'call +49~(30)~1234~567 or 2 34'],
    ['C++ 17 and +3 5', 'C++ 17 and +3 5'],
    ['2019년 3월 5일 현재', '2019년~3월~5일 현재'],
    ['12 May 2020', '12~May~2020'],
    ['12 persons', '12 persons'],
    ['J. R.\nSmith', 'J.~R.~\nSmith'],
    [
      'd. h. nie, z. B. so, i. d. R. 1 € p. a. und u. dgl.',
      'd.~h. nie, z.~B. so, i.~d.~R. 1~€ p.~a. und u.~dgl.',
    ],
    ['in Go. Das', 'in Go. Das'],
  ])('%s', (markdown, text) => {
    expect(set(markdown)).toBe(text);
  });

  it('keeps the spaces of French punctuation', () => {
    expect(set('Quoi ? « Oui » : non ; fin !', 'fr')).toBe('Quoi_? «~Oui~»~: non_; fin_!');
    expect(set('Quoi ? Non', 'en')).toBe('Quoi ? Non');
    expect(set('«Oui» (« non »)', 'fr')).toBe('«_Oui_» («~non~»)');
    expect(set('«Ja»', 'de')).toBe('«Ja»');
  });

  it('keeps a dash and a short Chinese end of a date together', () => {
    expect(set('2016年9月 – 至今', 'zh', true)).toBe('2016年9月~–~至今');
    expect(set('2016年9月 – 2018年10月', 'zh', true)).toBe('2016年9月~– 2018年10月');
    expect(set('2016年9月至2018年10月', 'zh', true)).toBe('2016年9月至|2018年10月');
  });

  it('joins lines of Chinese without a space, and none other', () => {
    expect(set('你好\n世界。\nHello\n世界')).toBe('你好|\n世界。\nHello\n世界');
  });
});

describe('names', () => {
  it.each([
    ['Jun Zhu, Jia Wei, Kai Jiang', 'Jun~Zhu, Jia~Wei, Kai~Jiang'],
    ['**Jintao Zhang**, Jia Wei, Kai Jiang.', 'Jintao~Zhang, Jia~Wei, Kai~Jiang.'],
    [
      'Ji Sun*, **Jintao Zhang***, Zhaoyan Sun and Nan Tang',
      'Ji~Sun*, Jintao~Zhang*, Zhaoyan~Sun and Nan~Tang',
    ],
    ['Jun Zhu,\nJia\nWei, Ludwig van der Rohe', 'Jun~Zhu,\nJia~\nWei, Ludwig~van~der~Rohe'],
    ['J. R. Smith, A.-M. Lee; Zoë O’Neil-Ray', 'J.~R.~Smith, A.-M.~Lee; Zoë~O’Neil-Ray'],
    ['Zhang J, Wei JK, Li P', 'Zhang~J, Wei~JK, Li~P'],
    ['in RAG. Jintao Zhang, Guoliang Li, Jinyang Su.', 'in RAG. Jintao~Zhang, Guoliang~Li, Jinyang~Su.'],
    ['Jun Zhu and Jia Wei', 'Jun Zhu and Jia Wei'],
    ['Python, Go, Rust', 'Python, Go, Rust'],
    ['Jun Zhu, then Jia Wei, then Kai Li', 'Jun Zhu, then Jia Wei, then Kai Li'],
  ])('%s', (markdown, text) => {
    expect(set(markdown)).toBe(text);
  });

  it.each([
    'Aa',
    'Ab Cd, ',
    'A. ',
    'a.',
    'a. ',
    'a@',
    'a/',
    '1',
    '1.',
    ' ',
    '字',
    '"',
    '-',
    ',',
    'Ab ',
    'ab ',
  ])('takes no long time on 100,000 characters of %j', (part) => {
    const value = part.repeat(100_000 / part.length);
    // Quadratic time would be beyond the runner's limit.
    const [set] = createTypography('fr')([{ type: 'text', value }], { date: true });
    expect(set).toHaveProperty('type', 'text');
  });
});

it('leaves the nodes as they were', () => {
  const nodes = parsePhrasing('"a" **"b"**');
  const before = structuredClone(nodes);
  createTypography('en')(nodes);
  expect(nodes).toEqual(before);
});
