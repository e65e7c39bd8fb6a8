import { expect, test } from 'vitest';
import type { Placed } from '../../../src/content/front-matter/front-matter.ts';
import { parse } from '../syntax/outline.ts';

/** What was read, and what was told of the rest. */
async function read(yaml: string): Promise<string[]> {
  const { frontMatter, vfile } = await parse(`---\n${yaml}\n---\n\nText\n`);
  const { contacts, languages, ...rest } = frontMatter;
  const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return [
    ...Object.entries(rest).map(([key, placed]) => `${key}: ${plain((placed as Placed<unknown>).value)}`),
    ...contacts.map(({ key, value }) => `@${key}: ${value.value}`),
    ...vfile.messages.map(({ line, ruleId, fatal }) => `${fatal ? 'ERROR' : 'warning'} ${line} ${ruleId}`),
  ];
}

test.each([
  [
    'Quarto’s author',
    'author:\n  - name: Jane Roe\n    email: jane@x.org\n    orcid: 0000-0002-1825-0097\n    roles: all',
    ['author: Jane Roe', '@email: jane@x.org', '@orcid: 0000-0002-1825-0097', 'warning 6 unknown-key'],
  ],
  ['an author in parts', 'author:\n  name: {given: Jane, family: Roe}', ['author: Jane Roe']],
  [
    'several authors',
    'author:\n  - {name: Jane Roe, email: j@x.org}\n  - John Doe\n  - {email: x@y.z}\n  - true',
    ['author: Jane Roe, John Doe', 'warning 6 wrong-type'],
  ],
  ['an author without a name', 'author: {email: j@x.org}', ['@email: j@x.org']],
  ['a name in parts', 'name:\n  first: Jane\n  middle: Q.\n  last: Roe', ['name: Jane Q. Roe']],
  ['a name as a list', 'name: [Jane, Roe]', ['name: Jane Roe']],
  ['a name that is none', 'name: {a: b}', ['warning 2 wrong-type']],
  ['a name with a part that is none', 'name: {full: [a]}', ['warning 2 wrong-type', 'warning 2 wrong-type']],
])('names: %s', async (_what, yaml, expected) => {
  expect(await read(yaml)).toEqual(expected);
});

test.each([
  [
    'labels',
    'phone:\n  mobile: 1\n  home: [2, 3]\nemail: {work: a@x.org, home: b@x.org}',
    ['@mobile: 1', '@phone: 2', '@phone: 3', '@email: a@x.org', '@email: b@x.org'],
  ],
  [
    'a network with a user and an address',
    'github:\n  username: jane\n  url: https://github.com/jane',
    ['@github: https://github.com/jane'],
  ],
  ['a network with a user', 'github: {username: jane}', ['@github: jane']],
  [
    'homepages with texts',
    'website:\n  - text: Blog\n    link: https://a.org\n  - https://b.org',
    ['@homepage: https://a.org (Blog)', '@homepage: https://b.org'],
  ],
  [
    'JSON Resume’s profiles',
    'profiles:\n  - network: GitHub\n    username: jane\n  - network: Discord\n    username: jane#1',
    ['@github: jane', '@text: Discord: jane#1'],
  ],
  [
    'icons',
    'social:\n  - icon: fas fa-phone\n    text: 1\n  - icon: envelope\n    icon_pack: fa\n    link: "mailto:j@x.org"\n  - icon: x-y\n    value: j',
    ['@phone: 1', '@text: mailto:j@x.org', '@text: j'],
  ],
  [
    'networks with records',
    'social:\n  github: {username: jane}\n  linkedin: {link: https://linkedin.com/in/jane}',
    ['@github: jane', '@linkedin: https://linkedin.com/in/jane'],
  ],
  [
    'types and values',
    'contact:\n  - {type: email, value: j@x.org}\n  - {type: phone, number: 1}',
    ['@email: j@x.org', '@phone: 1'],
  ],
  ['the menu of a site', 'links:\n  - {title: Home, url: /}\n  - {title: Blog, url: "#blog"}', []],
  [
    'a record of nothing',
    'social:\n  - {url: [a]}\n  - {value: }',
    ['warning 3 wrong-type', 'warning 4 wrong-type'],
  ],
  [
    'a place',
    'location:\n  address: Main St 1\n  postalCode: 10115\n  city: Berlin\n  countryCode: DE',
    ['@location: Main St 1, 10115 Berlin, DE'],
  ],
  ['a place of nothing', 'location: {city: }', []],
  ['a key that is none', 'phone: {[a]: 1}', ['warning 2 unknown-key']],
  ['none', 'url: false\nlocation: false\ncontact: false\nsocial:\n  github: false', []],
  ['lists in lists', 'phone: [[1]]\ncontact: [[1]]', ['@text: 1', 'warning 2 wrong-type']],
])('contacts: %s', async (_what, yaml, expected) => {
  expect(await read(yaml)).toEqual(expected);
});

test.each([
  [
    'JSON Resume’s basics',
    'basics:\n  name: Jane Roe\n  label: Engineer\n  email: j@x.org\n  pigeon: x\n  slug: y\n  profiles:\n    - {network: GitHub, username: jane}',
    ['name: Jane Roe', 'headline: Engineer', '@email: j@x.org', '@github: jane', 'warning 6 unknown-key'],
  ],
  [
    'what is said outside, too',
    'name: Jane Roe\ninfo: {name: J., phone: 1}',
    ['name: Jane Roe', '@phone: 1'],
  ],
  ['a profile', 'profile: {name: Jane, email: j@x.org}', ['name: Jane', '@email: j@x.org']],
  ['of something else', 'me: {left: a}', ['warning 2 unknown-key']],
  ['no mapping', 'me: 1', ['warning 2 unknown-key']],
  ['a key that is none', 'me: {[a]: 1}', ['warning 2 unknown-key']],
])('the person in a mapping: %s', async (_what, yaml, expected) => {
  expect(await read(yaml)).toEqual(expected);
});

test.each([
  [
    'roles and dates',
    'headline: [Engineer, Teacher]\ndate: [2020-01-01]',
    ['headline: Engineer, Teacher', 'date: 2020-01-01'],
  ],
  ['paragraphs', 'summary: [One., Two.]\nfooter: []', ['summary: One.\n\nTwo.']],
  ['a profile in words', 'profile: I build bridges.', ['summary: I build bridges.']],
  ['a profile in a list', 'profile: [One., Two.]', ['summary: One.\n\nTwo.']],
  ['a list of one', 'subject: [Hi]\nmainfont: [a, b]', ['subject: Hi', 'warning 3 wrong-type']],
  ['an image', 'photo: {src: me.jpg, alt: Me}\n', ['photo: me.jpg']],
  [
    '`false`',
    'footer: false\nprivate: false\noptions: false\nmath: false\nphoto: false',
    ['math: false', 'photo: '],
  ],
  ['what a CV is called', 'kind: resume', ['kind: cv']],
  ['pandoc’s margins', 'geometry: {margin: 1in, top: 2cm}', ['geometry: margin=1in,top=2cm']],
  ['a number in quotes', 'pages: "2"', ['pages: 2']],
  [
    'settings of a site',
    'pages: [home, cv]\nmath: katex\npublications:\n  - title: x',
    ['warning 2 wrong-type', 'warning 3 wrong-type', 'warning 5 wrong-type'],
  ],
])('values: %s', async (_what, yaml, expected) => {
  expect(await read(yaml)).toEqual(expected);
});
