/** What the fast engine begins to set while the CV is read: it counts only if it is what the CV then is. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuildResult, build } from '../../src/build.ts';
import { findPdfDifference } from '../../src/engine/fast/compare-pdfs.ts';
import { createFastEngine, type FastEngine } from '../../src/engine/fast/fast-engine.ts';
import type { BuildInput } from '../../src/options.ts';
import { createForesight, type Foresight } from '../../src/template/foresee-document.ts';
import { createFolder, lacking } from './mdcv.ts';

const content = resolve(import.meta.dirname, '../../content');
const reference = readFileSync(join(content, 'cv.md'), 'utf8');
const served = 'It was begun while the CV was read';
const wasted = 'What was begun is not what came';

let folder: string;
let engine: FastEngine;
let foresight: Foresight;
let debug: string[];

beforeEach(() => {
  folder = createFolder();
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
  mkdirSync(join(folder, 'tmp'));
  writeFileSync(join(folder, 'publications.bib'), readFileSync(join(content, 'publications.bib')));
  debug = [];
  engine = createFastEngine({ onDebug: (message) => debug.push(message) });
  foresight = createForesight();
});

afterEach(async () => {
  await engine.close();
  vi.unstubAllEnvs();
});

function buildHere(text: string, input: Partial<BuildInput> = {}): Promise<BuildResult> {
  writeFileSync(join(folder, 'cv.md'), text);
  return build({
    file: join(folder, 'cv.md'),
    output: join(folder, 'out', 'cv.pdf'),
    fastEngine: engine,
    foresight,
    ...input,
  });
}

/** Builds once the plain way, which the engine and the foresight learn from. */
async function learn(input: Partial<BuildInput> = {}, text = reference): Promise<void> {
  await buildHere(text, input);
  await engine.settled();
  debug.length = 0;
}

/** Builds with what was learned and compares with plain passes. */
async function expectSame(text: string, input: Partial<BuildInput> = {}): Promise<BuildResult> {
  const fast = await buildHere(text, input);
  const pdf = readFileSync(fast.pdf as string);
  const own = { fastEngine: undefined, foresight: undefined, output: join(folder, 'plain', 'cv.pdf') };
  const plain = await buildHere(text, { ...input, ...own });
  expect(findPdfDifference(readFileSync(plain.pdf as string), pdf)).toBeUndefined();
  expect(fast.messages.map(String)).toEqual(plain.messages.map(String));
  await engine.settled();
  return fast;
}

describe.skipIf(lacking(['pdflatex', 'xelatex']))('what is foreseen', () => {
  it.each(['pdflatex', 'xelatex'])('is set while the CV is read, to the same page: %s', async (name) => {
    const input = { engine: name };
    await learn(input);
    let text = reference;
    // The second time the engine has set what comes before the first edit.
    for (const word of ['Infrastructure', 'Inference', 'Systems']) {
      text = text.replace(/AI \w+/, `AI ${word}`);
      expect((await expectSame(text, input)).passes).toBe(1);
    }
    expect(debug).toEqual([served, served, served]);
  });

  it('is thrown away where the CV is read otherwise, and the page is the right one', async () => {
    const written = `${reference}\n## Offices\n\n### Treasurer, Society of Engines\n\n- Kept the books.\n`;
    await learn({}, written);
    // A year is taken for a date, which stands elsewhere on the page.
    const dated = written.replace('Society of Engines', 'Society of Engines, 2024');
    await expectSame(dated);
    expect(debug).toEqual([wasted]);
    await expectSame(dated.replace('the books', 'the old books'));
    expect(debug).toEqual([wasted, served]);
  });

  it('leaves neither engine nor folder where no document comes of it', async () => {
    await learn();
    const wrong = reference.replace('AI Infra', 'AI Infrastructure');
    vi.spyOn(engine, 'run').mockRejectedValueOnce(new Error('no document'));
    await expect(buildHere(wrong)).rejects.toThrow('no document');
    expect(debug).toEqual([wasted]);
    await engine.settled();
    expect((await expectSame(wrong)).passes).toBe(1);
    expect(debug.at(-1)).toBe(served);
    await engine.close();
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('is stopped with the build', async () => {
    await learn();
    const stop = new AbortController();
    const building = buildHere(reference.replace('AI Infra', 'AI Infrastructure'), { signal: stop.signal });
    stop.abort();
    await expect(building).rejects.toThrow();
    expect(debug).toEqual([expect.stringMatching(`${served}|${wasted}`)]);
    await engine.settled();
    await expectSame(reference.replace('AI Infra', 'AI Inference'));
    await engine.close();
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});
