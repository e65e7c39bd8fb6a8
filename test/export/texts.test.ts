import { describe, expect, it, test } from 'vitest';
import { toHtml } from '../../src/export/to-html.ts';
import { toPlainText } from '../../src/export/to-plain-text.ts';
import { wrapText } from '../../src/export/wrap-text.ts';
import { readCv } from './read-cv.ts';

const body = [
  'Writes *programs* for engines that are not built, and would like to see one of them run before she stops, in brass.',
  '## Experience',
  '### Analyst | [Analytical Engines](https://engines.example) | London | 2019 – present',
  'Text with a [link](https://a.example/x), [https://b.example](https://b.example) \\\nand a break.',
  '- One\n  - Two of it, and of words so many that the line is longer than a line of a form may be, so it goes on\n- Three',
  '1. First\n2. Second',
  '> Quoted',
  '**Tools:** Cards, brass',
  '## Skills',
  '**Languages:** English, Italian',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```\ncode  here\n```',
  '## Talks\n\n### Group\n\n- Not dated',
  '## 教育\n\n学生在这里学习了很长时间的计算机科学与技术并且获得了学位然后继续在同一所大学攻读博士学位研究方向是人工智能。',
].join('\n\n');
const head = [
  'headline: Analyst',
  'email: ada@x.example',
  'phone: +44 20 7946 0958 (office)',
  'github: ada',
  'contact: [here]',
  'address: [1 High St, London]',
  'footer: Since *then*',
  'date: 2024',
  'keywords: [a, b]',
];

describe('a CV as plain text', () => {
  it.each(['en_US', 'German language', 'en-', '__proto__'])(
    'has headings in capitals, with the language %s, too',
    async (lang) => {
      const { cv } = await readCv('## Skills\n\nIn brass', [`lang: ${lang}`]);
      expect(toPlainText(cv)).toContain('SKILLS\n------\n');
    },
  );

  it('is laid out in lines of 72 columns', async () => {
    const { cv } = await readCv(body, head);
    const text = toPlainText(cv);
    expect(text).toMatchInlineSnapshot(`
      "Ada Lovelace
      Analyst
      1 High St
      London
      ada@x.example
      +44 20 7946 0958 (office)
      ada <https://github.com/ada>
      here

      Writes programs for engines that are not built, and would like to see
      one of them run before she stops, in brass.


      EXPERIENCE
      ----------

      Analyst, Analytical Engines <https://engines.example>, London
      2019 – present
      Text with a link <https://a.example/x>, https://b.example
      and a break.
      - One
        - Two of it, and of words so many that the line is longer than a line
          of a form may be, so it goes on
      - Three
      1. First
      2. Second
        Quoted
      Tools: Cards, brass


      SKILLS
      ------

      Languages: English, Italian

      a | b
      1 | 2

      code  here


      TALKS
      -----

      Group

      - Not dated


      教育
      ----

      学生在这里学习了很长时间的计算机科学与技术并且获得了学位然后继续在同一所
      大学攻读博士学位研究方向是人工智能。


      Since then


      2024
      "
    `);
    const widths = text.split('\n').map((line) => [...line].length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(72);
  });

  test.each([
    ['a bb ccc', 4, 'a bb\nccc'],
    ['https://example.org/a/very/long/address x', 10, 'https://example.org/a/very/long/address\nx'],
    ['中文字符，很长', 6, '中文字\n符，很\n长'],
    ['a  b\nc', 10, 'a b\nc'],
  ])('%j in %d columns', (text, width, wrapped) => {
    expect(wrapText(text, width)).toBe(wrapped);
  });
});

describe('a CV as HTML', () => {
  it('is one page with its structure, and nothing runs or is fetched', async () => {
    const { cv } = await readCv(body, head);
    const html = toHtml(cv);
    expect(html).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8">/);
    for (const part of [
      '<title>Ada Lovelace</title>',
      '<h1>Ada Lovelace</h1>',
      '<a href="mailto:ada@x.example">ada@x.example</a>',
      '<address>1 High St<br>London</address>',
      '<section aria-labelledby="section-1"><h2 id="section-1">Experience</h2><article><h3>Analyst</h3>',
      '<p class="fields"><a href="https://engines.example">Analytical Engines</a>, London</p>',
      '<dt>Tools</dt>',
      '<table>',
      '<footer><p>Since <em>then</em></p>',
      'http-equiv="Content-Security-Policy"',
      '@media print',
    ])
      expect(html).toContain(part);
    expect(html).not.toMatch(/<script|<link|<img|\ssrc=|\son\w+=/i);
    // Headings go down one level at a time.
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
  });

  it('takes what is hostile as text', async () => {
    const evil = '"><script>alert(1)</script>';
    const { cv } = await readCv(
      `\\<script>alert(1)\\</script> and [x](javascript:alert(1)) ![y](https://t.example/p.png)\n\n## Work ${'\\<img src=x onerror=alert(1)>'}\n\n### A\\<b> | 2019\n\n\`<i>\``,
      [
        `headline: '${evil}'`,
        'homepage: javascript:alert(1)',
        `contact: ['${evil}']`,
        `keywords: ['${evil}']`,
      ],
    );
    const html = toHtml(cv);
    const text = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/content="[^"]*"/g, '');
    expect(text).not.toMatch(/<(?:script|img|i|b)[\s>]/);
    expect(text).not.toMatch(/href="(?!https?:|mailto:|tel:)/);
    expect(text).toContain('&#x3C;script>alert(1)&#x3C;/script>');
  });

  it('of a language written from the right says so', async () => {
    const { cv } = await readCv('## התנדבות\n\nטקסט', ['lang: he']);
    expect(toHtml(cv)).toContain('<html lang="he" dir="rtl">');
  });

  it('has publications, footnotes, mathematics and marks of HTML', async () => {
    const { cv } = await readCv(
      'A[^1] H<sub>2</sub>O <u>u</u> $x^2$ <small>s</small> x<sup>2</sup>\n\n[^1]: Note\n\nTerm\n: Definition',
      ['math: true'],
    );
    const html = toHtml(cv);
    for (const part of [
      '<sup>1</sup>',
      '<sub>2</sub>',
      '<u>u</u>',
      'x^2',
      '<small>s</small>',
      '<aside>',
      '<dt>Term</dt>',
    ])
      expect(html).toContain(part);
  });
});
