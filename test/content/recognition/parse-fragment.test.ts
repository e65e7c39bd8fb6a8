import { toString as toText } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { parseFragment } from '../../../src/content/parse-fragment.ts';

const start = { line: 3, column: 9 };
const position = { start, end: { line: 5, column: 1 } };

test('gives nodes and messages the place of the value', async () => {
  const vfile = new VFile({ path: 'cv.md' });
  const [paragraph] = await parseFragment({ value: 'a <blink>b</blink>', position }, vfile, { contacts: [] });
  expect(paragraph?.position).toEqual(position);
  expect(vfile.messages.map(({ name, line, column, place }) => [name, line, column, place])).toEqual([
    ['cv.md:3:9', 3, 9, position],
  ]);
});

test('takes a value without a place, and one that looks like front matter', async () => {
  const vfile = new VFile({ path: 'cv.md' });
  expect(await parseFragment({ value: '---\nname: x\n---\n' }, vfile, { contacts: [] })).toMatchObject([
    { type: 'thematicBreak' },
    { type: 'heading' },
  ]);
  await parseFragment({ value: '<blink>b</blink>' }, vfile, { contacts: [] });
  expect(vfile.messages.map(({ name }) => name)).toEqual(['cv.md:1:1']);
});

test('headings without words in a summary leave what is below them', async () => {
  const vfile = new VFile({ path: 'cv.md', value: '---\nsummary: |\n  #\n\n  text\n---\n# A\n' });
  const { cv } = await parseCv(vfile);
  expect(cv.introduction.map((block) => block.type === 'prose' && toText(block.node))).toEqual(['text']);
});

test.each([
  ['a picture', '### 👩‍💻', '👩‍💻'],
  ['a picture, and a date beside it', '### 👩‍💻\n\n### Work | 2020', '👩‍💻'],
  ['a place', '### 📍 Berlin', 'Berlin'],
])('an entry of nothing but %s has it as its title', async (_what, text, title) => {
  const vfile = new VFile({ path: 'cv.md', value: `# Ada\n\n## Work\n\n${text}\n` });
  const { cv } = await parseCv(vfile);
  const entries = cv.sections.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'entry');
  const titles = entries.map((entry) => toText({ type: 'paragraph', children: entry.title.children }));
  expect(titles).toContain(title);
  expect(entries.every(({ place }) => place === undefined)).toBe(true);
});

test('a label before a sentence with a period stays a label', async () => {
  const typesOf = async (bullet: string): Promise<string[] | undefined> => {
    const { cv } = await parseCv(new VFile({ path: 'cv.md', value: `# Ada\n\n## Work\n\n- ${bullet}\n` }));
    return cv.sections[0]?.blocks.map(({ type }) => type);
  };
  expect(await typesOf('**Engineer**: Bees, 2016 – 2019, Thun')).toEqual(['entry']);
  expect(await typesOf('**Study**: from 2016 – 2019 much of it')).toEqual(['item']);
});
