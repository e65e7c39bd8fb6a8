import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { showPublications } from './show-publications.ts';

/** Each folder holds `cv.md`, its .bib files and what becomes of them. UPDATE_FIXTURES=1 writes the expectations anew: read the difference. */
const folder = join(import.meta.dirname, '../fixtures/publications');

test.each(readdirSync(folder))('lists the publications of %s', async (name) => {
  const path = join(folder, name, 'cv.md');
  const vfile = new VFile({ path, value: await readFile(path, 'utf8') });
  const { cv } = await parseCv(vfile);
  const messages = vfile.messages.map(({ ruleId, file = '', line, column, reason }) => {
    const place = `${file.split('/').at(-1)}:${line}:${column}`;
    return `! ${place} ${ruleId} ${reason.replaceAll(/`[^`\s]*\/([\w.]+)`/g, '`$1`')}\n`;
  });
  const shown = showPublications(cv) + messages.join('');
  const expectation = join(folder, name, 'expected.txt');
  if (process.env.UPDATE_FIXTURES) await writeFile(expectation, shown);
  expect(shown).toBe(await readFile(expectation, 'utf8'));
});
