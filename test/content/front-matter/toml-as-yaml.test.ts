import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { editFrontMatter } from '../../../src/content/front-matter/front-matter-edit.ts';
import { tomlAsYaml } from '../../../src/content/front-matter/toml-as-yaml.ts';
import { parseCv } from '../../../src/content/parse-cv.ts';

test.each([
  ['title = "CV"', 'title : "CV"'],
  ["name = 'Ada = 1'", "name : 'Ada = 1'"],
  ['email="a@b.org"', 'email: a@b.org '],
  ['tags=["a", "b"]', 'tags:["a", "b"]'],
  ['draft = false\r\nx = 1', 'draft : false\r\nx : 1'],
  ['name = "A"\n[params]\nname = "B"', 'name : "A"\n        \n          '],
  ['# a = b', '# a = b'],
])('%j becomes %j, as long', (toml, yaml) => {
  expect(tomlAsYaml(toml)).toBe(yaml);
  expect(yaml).toHaveLength(toml.length);
});

const named = async (source: string): Promise<string | undefined> =>
  (await parseCv(new VFile({ path: 'cv.md', value: source }))).cv.person.name?.text;

test('the name stands between two lines of +++, and one alone is text', async () => {
  expect(await named('+++\nname = "Ada Byron"\n+++\n\n## Work\n')).toBe('Ada Byron');
  expect(await named('+++\nname = "Ada Byron"\n\n## Work\n')).toBeUndefined();
});

test('mistakes are told at their own places', async () => {
  const vfile = new VFile({ path: 'cv.md', value: '+++\nname = "Ada"\nphoon = "1"\n+++\n' });
  await parseCv(vfile);
  expect(vfile.messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([
    ['unknown-key', 3, 1],
  ]);
});

test('nothing is written into it', () => {
  const edit = (): string =>
    editFrontMatter('+++\nname = "Ada"\n+++\n', [{ path: ['lang'], value: 'de' }], () => false);
  expect(edit).toThrow('it is TOML');
});
