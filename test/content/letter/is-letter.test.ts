import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';

async function read(
  path: string,
  frontMatter = 'name: Ada',
): Promise<{ letter: boolean; problems: string[] }> {
  const vfile = new VFile({ path: `nowhere/${path}`, value: `---\n${frontMatter}\n---\n\nOne.\n` });
  const { cv } = await parseCv(vfile);
  return {
    letter: cv.letter !== undefined,
    problems: vfile.messages.map(({ line, ruleId, reason }) => `${line} ${ruleId} ${reason}`),
  };
}

test.each([
  'letter.md',
  'letter-acme.md',
  'acme.letter.md',
  'Cover Letter.md',
  'cover_letter.md',
  'letter.de.md',
])('%s is a letter by its name', async (path) => {
  expect(await read(path)).toEqual({ letter: true, problems: [] });
});

test.each(['cv.md', 'newsletter.md', 'letters.md', 'letterpress.md'])('%s is a CV', async (path) => {
  expect(await read(path)).toEqual({ letter: false, problems: [] });
});

test('the front matter says it, and has the last word', async () => {
  expect((await read('a.md', 'name: Ada\nkind: letter')).letter).toBe(true);
  expect((await read('a.md', 'name: Ada\nrecipient: Acme')).letter).toBe(true);
  expect((await read('a.md', 'cv: other.md')).letter).toBe(true);
  expect((await read('letter.md', 'name: Ada\nkind: cv')).letter).toBe(false);
});

test('a CV that has a PDF at `cv`, or keys of a letter, is told so', async () => {
  const { letter, problems } = await read('cv.md', 'name: Ada\ncv: /files/cv.pdf\nsubject: x\nenclosures: y');
  expect(letter).toBe(false);
  expect(problems).toEqual([
    '3 unused-key Cannot use `cv` of the front matter, only letters have it, and this file is a CV',
    '4 unused-key Cannot use `subject` of the front matter, only letters have it, and this file is a CV',
    '5 unused-key Cannot use `enclosures` of the front matter, only letters have it, and this file is a CV',
  ]);
});
