/** CVs as people write them, through all of mdcv but TeX: no word is lost on the way. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyWords } from './any-words.ts';
import { anyLook, expectSound } from './expect-sound.ts';
import { again, longestMs, renderRuns, seed } from './fuzz-settings.ts';
import { createRenderer, type Renderer } from './render-source.ts';
import { splitDocument } from './tex-batch.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await createRenderer();
});
afterAll(() => renderer.end());

test(`${renderRuns.words} CVs keep all their words`, { timeout: longestMs }, async () => {
  const property = fc.asyncProperty(anyWords, anyLook, async ({ source, words, addresses }, look) => {
    const rendered = await expectSound(renderer, source, look);
    const { body } = splitDocument(rendered?.typesetting?.document.source ?? '');
    // What hyperref makes of an address; a sign that is not escaped ends it.
    const links = body.matchAll(/\\mdcv(?:link|url)\{((?:[^{}\\%#&_]|\\[%#&_])*)\}/g);
    const linked = new Set([...links].map(([, address = '']) => address.replace(/\\/g, '')));
    expect(words.filter((word) => !body.includes(word))).toEqual([]);
    expect(addresses.filter((address) => !linked.has(address))).toEqual([]);
  });
  await fc.assert(property, { seed, numRuns: renderRuns.words }).catch((cause: Error) => {
    throw new Error(`${cause.message}\n${again(seed)}`, { cause });
  });
});
