import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

async function read(body: string): Promise<string[]> {
  const { cv } = await parseCv(new VFile({ path: 'cv.md', value: `# Ada Byron\n\n## Skills\n\n${body}\n` }));
  return showCv(cv).trim().split('\n').slice(3);
}

test.each<[string, string, string[]]>([
  ['lines', '• Lace\n• Steam', ['list: (Lace) (Steam)']],
  ['lines that go on', '• Lace\nand wool\n• Steam', ['list: (Lace↵and wool) (Steam)']],
  ['paragraphs', '• Lace\n\n▪ Steam', ['list: (Lace) (Steam)']],
  ['lines below a text', 'I know:\n• Lace\n• Steam', ['paragraph: I know:', 'list: (Lace) (Steam)']],
  ['one alone is a sign', '• Lace', ['paragraph: • Lace']],
  ['one below a text is a sign', 'I know:\n• Lace', ['paragraph: I know:↵• Lace']],
  ['several in a line part it', '• Lace • Steam\n• Wool • Coal', ['paragraph: • Lace • Steam↵• Wool • Coal']],
  ['several in a row are a rating', '●●●○○ Lace\n● ○ Wool', ['paragraph: ●●●○○ Lace↵● ○ Wool']],
  [
    'not across other content',
    '• Lace\n\n---\n\n• Steam',
    ['paragraph: • Lace', 'thematicBreak: ', 'paragraph: • Steam'],
  ],
])('%s', async (_name, body, expected) => {
  expect(await read(body)).toEqual(expected);
});
