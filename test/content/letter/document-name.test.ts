import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { documentName } from '../../../src/content/letter/document-name.ts';
import { parseCv } from '../../../src/content/parse-cv.ts';

test('a letter is called a letter', async () => {
  const nameOf = async (path: string): Promise<string> =>
    documentName((await parseCv(new VFile({ path, value: 'Text.' }))).cv);
  expect([await nameOf('nowhere/cv.md'), await nameOf('nowhere/letter.md')]).toEqual(['CV', 'letter']);
});
