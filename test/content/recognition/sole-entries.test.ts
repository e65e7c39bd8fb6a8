import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

async function read(body: string): Promise<string[]> {
  const { cv } = await parseCv(
    new VFile({ path: 'cv.md', value: `# Ada Byron\n\n## Profile\n\nFerries.\n\n## Work\n\n${body}\n` }),
  );
  return showCv(cv).trim().split('\n').slice(6);
}

test('a firm and its one role are one entry, with what the role says', async () => {
  const role = '#### Engineer | Rigging\n*📍 Hull*\n*2019 – 2021*\n\n- Masts';
  const place = '### Whitby\n#### Pilot\n*📍 York*\n*2012 – 2014*';
  expect(await read(`### Saltmarsh\n${role}\n\n### Gannet\n#### Clerk\n*2015 – 2018*\n\n${place}`)).toEqual([
    'entry: Saltmarsh',
    '  . subtitle: Engineer',
    '  . place: Hull',
    '  . detail: Rigging',
    '  . date: 2019–2021 [2019..2021]',
    '  list: (Masts)',
    'entry: Gannet',
    '  . subtitle: Clerk',
    '  . date: 2015–2018 [2015..2018]',
    'entry: Whitby',
    '  . subtitle: Pilot',
    '  . place: York',
    '  . date: 2012–2014 [2012..2014]',
  ]);
});

test('headings that name a kind of entries stay groups', async () => {
  const shown = await read('### Talks\n#### On engines\n*2019*\n\n### Projects\n#### The engine\n*2018*');
  expect(shown.filter((line) => line.startsWith('subsection'))).toEqual([
    'subsection: Talks',
    'subsection: Projects',
  ]);
});

test('one such heading stays a group, and so do those of which both parts have attributes', async () => {
  const firm = (name: string): string => `### ${name} {.tech}\n#### Engineer {.work}\n*2019 – 2021*`;
  const one = await read('### Saltmarsh\n#### Engineer\n*2019 – 2021*\n\n### Gannet\n\nFerries.');
  expect(one[0]).toBe('subsection: Saltmarsh');
  const both = await read(`${firm('Saltmarsh')}\n\n${firm('Gannet')}`);
  expect(both.filter((line) => line.startsWith('entry'))).toEqual([]);
});
