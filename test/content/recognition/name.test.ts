import type { Heading, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { FrontMatter } from '../../../src/content/front-matter/front-matter.ts';
import { toCv } from '../../../src/content/recognition/to-cv.ts';
import { show } from './phrasing.ts';

type Written = Partial<Record<'name' | 'firstname' | 'lastname' | 'author' | 'title' | 'headline', string>>;

/** Given and family name, headline, and the titles of the sections. */
function read(source: string, written: Written = {}): unknown[] {
  const root: Root = unified().use(remarkParse).parse(source);
  const placed = Object.entries(written).map(([key, value]) => [key, { value }]);
  const frontMatter: FrontMatter = { contacts: [], ...Object.fromEntries(placed) };
  const vfile = new VFile({ path: 'cv.md', value: source });
  const { person, sections } = toCv(root, frontMatter, vfile);
  const { given, family } = person.name ?? {};
  const messages = vfile.messages.map(({ ruleId }) => ruleId);
  return [
    show(given),
    show(family),
    show(person.headline),
    sections.map(({ title }) => show(title)).join(),
    ...messages,
  ];
}

const body = '\n\n## Work\n\nText.\n\n## Play\n\nText.\n';

test.each<[source: string, written: Written, ...unknown[]]>([
  // two halves, or the whole and its last word
  [body, { name: 'Ada', lastname: 'Lovelace' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [body, { name: 'Ada Lovelace', lastname: 'Lovelace' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [body, { name: 'Ada Lovelace', lastname: '-' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  // in a title with contacts, in a table, below the document's word
  [body, { title: 'Ada Lovelace | ada@byron.example' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [body, { title: 'Ada Lovelace | Countess' }, 'Ada', 'Lovelace', 'Countess', 'Work,Play'],
  ['# Resume\n\n**Ada Lovelace**\n\nada@byron.example\n', {}, 'Ada', 'Lovelace', undefined, ''],
  // a role below the name that is deeper than the sections
  [`# Ada Lovelace\n\n#### Engineer${body}`, {}, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  // lines and headings that are none
  ['**Ada Lovelace**\n\nada@byron.example\n', {}, 'Ada', 'Lovelace', undefined, ''],
  ['Ada Lovelace\n\nText.\n', {}, undefined, undefined, undefined, '', 'missing-name'],
  ['- Ada Lovelace\n- Text.\n', {}, undefined, undefined, undefined, '', 'missing-name'],
  [
    '# Poste actuel\n\nText.\n\n# Langues\n\nText.\n',
    {},
    undefined,
    undefined,
    undefined,
    'Poste actuel,Langues',
    'missing-name',
  ],
  ['# ada lovelace\n\nada@byron.example\n\n# Work\n\nText.\n', {}, 'ada', 'lovelace', undefined, 'Work'],
  [
    "# Hi, I'm Ada Lovelace\n\nText.\n\n# Work\n\nText.\n",
    {},
    'Ada',
    'Lovelace',
    "Hi, I'm Ada Lovelace",
    'Work',
  ],
  // the order of priority
  [`# Ada Lovelace${body}`, {}, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# Ada Lovelace${body}`, { name: 'Ada Lovelace' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# Ada Lovelace's CV${body}`, { name: 'Ada Lovelace' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# Engineer${body}`, { name: 'Ada Lovelace' }, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [
    `# Engineer${body}`,
    { firstname: 'Ada', lastname: 'Lovelace' },
    'Ada',
    'Lovelace',
    'Engineer',
    'Work,Play',
  ],
  [body, { firstname: 'Ada' }, 'Ada', undefined, undefined, 'Work,Play'],
  [body, { lastname: 'Lovelace' }, 'Lovelace', undefined, undefined, 'Work,Play'],
  [`# Ada Lovelace${body}`, { title: 'Engineer' }, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [`# Ada Lovelace${body}`, { title: "Ada Lovelaces's CV" }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [
    `# Ada Lovelace${body}`,
    { title: 'Ada Lovelace – Engineer – CV' },
    'Ada',
    'Lovelace',
    'Engineer',
    'Work,Play',
  ],
  [`# Ada Lovelace${body}`, { title: 'CV', headline: 'Poet' }, 'Ada', 'Lovelace', 'Poet', 'Work,Play'],
  [body, { title: 'Ada Lovelace – Engineer' }, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [body, { title: 'Sample Résumé' }, 'Sample', undefined, undefined, 'Work,Play'],
  [body, { author: 'Ada Lovelace', title: 'Engineer' }, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [body, { title: 'CV' }, undefined, undefined, undefined, 'Work,Play', 'missing-name'],
  [body, {}, undefined, undefined, undefined, 'Work,Play', 'missing-name'],
  ['', {}, undefined, undefined, undefined, '', 'missing-name'],
  // the first heading
  [`# Ada Lovelace – Engineer${body}`, {}, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [`# Ada Lovelace, PhD${body}`, {}, 'Ada', 'Lovelace, PhD', undefined, 'Work,Play'],
  [`# Ada Lovelace, Engineer${body}`, {}, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [`# CV – Ada Lovelace${body}`, {}, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# Ada Lovelace's *Résumé*${body}`, {}, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# **Ada Lovelace**${body}`, {}, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# Curriculum Vitae\n\n# Ada Lovelace${body}`, {}, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  [`# 简历${body}`, {}, undefined, undefined, undefined, 'Work,Play', 'missing-name'],
  [`# Resume of${body}`, {}, undefined, undefined, undefined, 'Work,Play', 'missing-name'],
  [`# Resume of${body}`, { name: 'Ada Lovelace' }, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  ['# Ada Lovelace\n\n# Work\n\nText.\n\n# Play', {}, 'Ada', 'Lovelace', undefined, 'Work,Play'],
  ['# Education\n\nText.\n\n# Work', {}, undefined, undefined, undefined, 'Education,Work', 'missing-name'],
  [
    '# Einkommen\n\nText.\n\n# Ausgaben',
    { name: 'Ada Lovelace' },
    'Ada',
    'Lovelace',
    undefined,
    'Einkommen,Ausgaben',
  ],
  // lines and headings beneath
  [`# Ada Lovelace\nEngineer${body}`, {}, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  [`# Ada Lovelace\n\n*Engineer*${body}`, {}, 'Ada', 'Lovelace', 'Engineer', 'Work,Play'],
  ['# Ada\n## Engineer\n### Work\n\nText.\n### Play\n', {}, 'Ada', undefined, 'Engineer', 'Work,Play'],
  ['# Ada\n## Work\n### Firm | 2019\n### Shop | 2018\n', {}, 'Ada', undefined, undefined, 'Work'],
  ['# Ada\n## Werke\n### Firma | 2019\n### Laden | 2018\n', {}, 'Ada', undefined, undefined, 'Werke'],
  [
    '# Ada\n\nText that says something. And more.\n\n## Werke\n### Eins\n### Zwei\n',
    {},
    'Ada',
    undefined,
    undefined,
    'Werke,Eins,Zwei',
  ],
  [
    '# Ada\n\nText. And more.\n\n## Work\n### Education\n### Skills\n',
    {},
    'Ada',
    undefined,
    undefined,
    'Work,Education,Skills',
  ],
  ['# Ada\n## 2019\n### Eins\n### Zwei\n', {}, 'Ada', undefined, undefined, '2019,Eins,Zwei'],
  ['# Ada\n## Work\n\nText.\n', {}, 'Ada', undefined, undefined, 'Work'],
  ['# Ada\n- # Heading in a list\n- not another\n', {}, 'Ada', undefined, undefined, ''],
  [
    '# Ada\n- ## Heading of an outline\n- ## Another\n',
    {},
    'Ada',
    undefined,
    undefined,
    'Heading of an outline,Another',
  ],
])('reads %j with %j', (source, written, ...expected) => {
  expect(read(source, written)).toEqual(expected);
});

test('keeps further lines beside the name as an introduction, and the name in one of contacts', () => {
  const source =
    '# Ada Lovelace | Engineer | ada@lovelace.example\n\nPoet\n\n## Work\n\nText.\n\n## Play\n\nText.\n';
  const root: Root = unified().use(remarkParse).parse(source);
  const cv = toCv(root, { contacts: [] }, new VFile({ value: source }));
  expect(show(cv.person.headline)).toBe('Engineer');
  expect(cv.person.contacts.map(({ url }) => url)).toEqual(['mailto:ada@lovelace.example']);
  expect(
    cv.introduction.map((block) => block.type === 'prose' && show((block.node as Heading).children)),
  ).toEqual(['Poet']);
});
