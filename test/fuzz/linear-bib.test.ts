/** Time grows with the length of a bibliography, whatever stands in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { bibShapes } from './bib-shapes.ts';
import { timeOf } from './time-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'mdcv-bib-'));
afterAll(() => rmSync(folder, { recursive: true }));

const source = '---\nname: Ada Lovelace\nbibliography: p.bib\n---\n\n## P\n\n::: publications\n:::\n';

async function read(bib: string): Promise<void> {
  writeFileSync(join(folder, 'p.bib'), bib);
  const { sources } = await parseCv(new VFile({ path: join(folder, 'cv.md'), value: source }));
  expect(sources).toHaveLength(1);
}

/** Below this a measurement says nothing, and nobody waits. */
const slackMs = 300;

describe('eight times the bibliography takes about eight times the time', () => {
  // What else a machine does may disturb once; quadratic time comes each time.
  test.each(bibShapes)('%s', { retry: 2 }, async (_name, shape) => {
    const short = await timeOf(() => read(shape(16_000)));
    const long = await timeOf(() => read(shape(128_000)));
    // Quadratic time would be 64 times as long.
    expect(long).toBeLessThan(16 * short + slackMs);
  });
});
