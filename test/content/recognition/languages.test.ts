import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { parseCv } from '../../../src/content/parse-cv.ts';
import { showCv } from './show-cv.ts';

/** The same CV of an invented engineer in each language. UPDATE_FIXTURES=1 writes the expectations anew: read the difference. */
const folder = join(import.meta.dirname, '../../fixtures/languages');

describe.each(readdirSync(folder))('a CV in %s', (name) => {
  it('is recognised', async () => {
    const path = join(folder, name, 'cv.md');
    const vfile = new VFile({ path, value: await readFile(path, 'utf8') });
    const { cv } = await parseCv(vfile);
    const shown = showCv(cv) + vfile.messages.map(({ ruleId, line }) => `! ${line} ${ruleId}\n`).join('');
    const expectation = join(folder, name, 'expected.txt');
    if (process.env.UPDATE_FIXTURES) await writeFile(expectation, shown);
    expect(shown).toBe(await readFile(expectation, 'utf8'));
  });
});
