import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

/**
 * Each folder holds `cv.md` and what becomes of it; those in `wild` are invented CVs in the manners of public ones. UPDATE_FIXTURES=1
 * writes the expectations anew: read the difference.
 */
const folder = join(import.meta.dirname, '../../fixtures');
const cases = ['content', 'wild'].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((name) => join(kind, name)),
);

test.each(cases)('recognises %s', async (name) => {
  const path = join(folder, name, 'cv.md');
  const vfile = new VFile({ path: 'cv.md', value: await readFile(path, 'utf8') });
  const { cv } = await parseCv(vfile);
  const messages = vfile.messages.map(
    ({ ruleId, line, column, reason }) => `! ${line}:${column} ${ruleId} ${reason}\n`,
  );
  const shown = showCv(cv) + messages.join('');
  const expectation = join(folder, name, 'expected.txt');
  if (process.env.UPDATE_FIXTURES) await writeFile(expectation, shown);
  expect(shown).toBe(await readFile(expectation, 'utf8'));
});
