/** Random files through all of mdcv but TeX. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { anyMarkdown, shortMarkdown } from './any-markdown.ts';
import { anyLook, expectAllSound, expectSound } from './expect-sound.ts';
import { kept, longestMs, renderRuns } from './fuzz-settings.ts';
import { createRenderer, type Renderer } from './render-source.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await createRenderer();
});
afterAll(() => renderer.end());

describe('what was found before', () => {
  test.each(kept.documents)('$broke', async ({ source, bib }) => {
    for (const engine of engineNames)
      await expectSound(renderer, source, { template: 'academic', engine }, bib);
  });

  test.each(kept.seeds)('seed %i', async (one) => {
    const sound = fc.asyncProperty(anyMarkdown, anyLook, async (source, look) => {
      await expectSound(renderer, source, look);
    });
    await fc.assert(sound, { seed: one, numRuns: 200 });
  });
});

test(`${renderRuns.random} random documents`, { timeout: longestMs }, async () => {
  await expectAllSound(shortMarkdown, renderRuns.random, renderer);
});
