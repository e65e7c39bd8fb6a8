import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

async function read(source: string): Promise<string[]> {
  const { cv } = await parseCv(new VFile({ path: 'cv.md', value: source }));
  return showCv(cv).trim().split('\n');
}

const mail = 'email: E-Mail: <ada@byron.example> -> mailto:ada@byron.example';

test.each<[string, string, string[]]>([
  [
    'a row above the rule is a fact as well',
    '## Personal data\n\n| E-Mail | ada@byron.example |\n|--|--|\n| Hobby | Chess |\n',
    ['name: -', mail, '', '# Personal data', 'item: Hobby', '  paragraph: Chess'],
  ],
  [
    'a title above the rows stays',
    '## Personal data\n\n| Reach Ada | |\n|--|--|\n| E-Mail | ada@byron.example |\n',
    ['name: -', mail, '', '# Personal data', 'table: Reach Ada'],
  ],
  [
    'heads of columns go with their rows',
    '## Personal data\n\n| Item | Detail |\n|--|--|\n| E-Mail | ada@byron.example |\n',
    ['name: -', mail],
  ],
  [
    'a table without contacts stays',
    '## Personal data\n\n| Item | Detail |\n|--|--|\n| Hobby | Chess |\n',
    ['name: -', '', '# Personal data', 'table: ItemDetailHobbyChess'],
  ],
  [
    'two facts in a row',
    '| Name | Ada Byron | E-Mail | ada@byron.example |\n|--|--|--|--|\n',
    ['name: Ada / Byron', mail],
  ],
  [
    'four cells that are no facts',
    '## Personal data\n\n| Foo | bar | Baz | qux |\n|--|--|--|--|\n',
    ['name: -', '', '# Personal data', 'table: FoobarBazqux'],
  ],
  [
    'a label with its colon',
    '| Name: | Ada Byron |\n|--|--|\n| E-Mail: | ada@byron.example |\n',
    ['name: Ada / Byron', mail],
  ],
  ['a list of contacts alone', '## Personal data\n\n- E-Mail: ada@byron.example\n', ['name: -', mail]],
  ['a paragraph of contacts alone', '## Personal data\n\nE-Mail: ada@byron.example\n', ['name: -', mail]],
  [
    'an address',
    '## Personal data\n\n- Address: 12 Dorset Street, 12345 London\n- Hobby: chess\n',
    [
      'name: -',
      'address: Address: 12 Dorset Street, 12345 London',
      '',
      '# Personal data',
      'list: (Hobby: chess)',
    ],
  ],
  [
    'a place without a label is none among facts',
    '## Personal data\n\n- London, England\n- Hobby: chess\n',
    ['name: -', '', '# Personal data', 'list: (London, England) (Hobby: chess)'],
  ],
  [
    'definitions',
    '## Personal data\n\nFull name\n: Ada Byron\n\nE-Mail\n: ada@byron.example\n\nHobby\n: chess\n: maths\n',
    [
      'name: Ada / Byron',
      mail,
      '',
      '# Personal data',
      'item: Full name',
      '  paragraph: Ada Byron',
      'item: Hobby',
      '  paragraph: chess',
      '  paragraph: maths',
    ],
  ],
  [
    'definitions in the head',
    '# Ada Byron\n\nE-Mail\n: ada@byron.example\n\n2 Mails\n: b@byron.example\n',
    [
      'name: Ada / Byron',
      'text: E-Mail',
      'email: <ada@byron.example> -> mailto:ada@byron.example',
      'text: 2 Mails',
      'email: <b@byron.example> -> mailto:b@byron.example',
    ],
  ],
  [
    'a definition list of nothing but contacts',
    '## Personal data\n\nE-Mail\n: ada@byron.example\n',
    ['name: -', mail],
  ],
  [
    'a quote',
    '## Personal data\n\n> Name: Ada Byron\n',
    ['name: Ada / Byron', '', '# Personal data', 'blockquote: Name: Ada Byron'],
  ],
  [
    'a heading that says more than the label',
    '# Ada Byron, PhD\n\n- Name: Ada Byron\n- E-Mail: ada@byron.example\n',
    ['name: Ada / Byron, PhD', 'text: Name: Ada Byron', mail],
  ],
  [
    'facts above the rule among others that are none',
    '## Personal data\n\n| E-Mail | ada@byron.example | Phone | 030 1234567 |\n|---|---|---|---|\n| Hobby | Chess | Sea | Salt |\n',
    [
      'name: -',
      mail,
      'phone: Phone: 030 1234567 -> tel:0301234567',
      '',
      '# Personal data',
      'table: HobbyChessSeaSalt',
    ],
  ],
  [
    'given and family name',
    '- Surname: Byron\n- First name: Ada\n- E-Mail: ada@byron.example\n',
    ['name: Ada / Byron', 'text: Surname: Byron', 'text: First name: Ada', mail],
  ],
  [
    'a name that is not filled in',
    '## Personal data\n\n- Name: 1\n- Hobby: chess\n',
    ['name: -', '', '# Personal data', 'list: (Name: 1) (Hobby: chess)'],
  ],
  [
    'a name as deep as sections, with nothing else',
    '## Ada Byron\n\nada@byron.example\n',
    ['name: Ada / Byron', 'email: <ada@byron.example> -> mailto:ada@byron.example'],
  ],
  [
    'a greeting without more',
    '# My name is Ada Byron\n\n## Work\n\nMaths.\n',
    ['name: Ada / Byron', 'headline: My name is Ada Byron', '', '# Work', 'paragraph: Maths.'],
  ],
  [
    'pictures in a table that are no portrait',
    '# Ada\n\n| ![](a.png) | ![](b.png) |\n|--|--|\n| E-Mail | ada@byron.example |\n',
    ['name: Ada', 'text: !<a.png>', 'text: !<b.png>', mail],
  ],
])('%s', async (_, source, shown) => {
  expect(await read(source)).toEqual(shown);
});

test.each<[string, string, string[]]>([
  [
    'a period alone',
    '### Job\n\n- Period: 2019 – 2021\n',
    ['entry: Job', '  . date: Period: 2019 – 2021 [2019..2021]'],
  ],
  [
    'a period among others',
    '### Job\n\n- Period: 2019 – 2021\n- Maths\n',
    ['entry: Job', '  . date: Period: 2019 – 2021 [2019..2021]', '  list: (Maths)'],
  ],
  ['terms that define nothing', '2014\n: []()\n\nWork\n: []()\n', ['paragraph: 2014', 'paragraph: Work']],
  [
    'a tag is no heading',
    'Text\n\n#tag\nmore\n\n#a very long line of words that is no title of anything\n',
    [
      'paragraph: Text',
      'paragraph: #tag↵more',
      'paragraph: #a very long line of words that is no title of anything',
    ],
  ],
  [
    'a range in brackets',
    '- Porter, Hotel Mare (2019 – 2021)\n- Cook, Inn (2015 – 2018, summers)\n',
    [
      'entry: Porter, Hotel Mare',
      '  . date: 2019–2021 [2019..2021]',
      'entry: Cook, Inn',
      '  . subtitle: summers',
      '  . date: 2015–2018 [2015..2018]',
    ],
  ],
  [
    'a running sentence with a range stays text',
    'Since 2013, I have cooked.\n',
    ['paragraph: Since 2013, I have cooked.'],
  ],
])('%s', async (_, source, shown) => {
  expect((await read(`# Ada\n\n## Projects\n\n${source}`)).slice(3)).toEqual(shown);
});

test('a heading without its space, closed with one', async () => {
  expect(await read('# Ada\n\n##Profile ##\n\nText.\n')).toEqual([
    'name: Ada',
    '',
    '# Profile',
    'paragraph: Text.',
  ]);
});
