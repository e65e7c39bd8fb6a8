/** Random bibliographies through all of mdcv but TeX. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RenderedCv } from '../../src/build.ts';
import { anyBibDocument, faultyBibDocument, soundBibDocument } from './bib-documents.ts';
import { anyLook, expectSound } from './expect-sound.ts';
import { again, longestMs, renderRuns, seed } from './fuzz-settings.ts';
import { lostLetters } from './lost-letters.ts';
import { createRenderer, type Renderer } from './render-source.ts';
import { splitDocument } from './tex-batch.ts';

let renderer: Renderer;
beforeAll(async () => {
  renderer = await createRenderer();
});
afterAll(() => renderer.end());

async function hold<Value>(property: fc.IAsyncProperty<Value>, numRuns: number): Promise<void> {
  await fc.assert(property, { seed, numRuns }).catch((cause: Error) => {
    throw new Error(`${cause.message}\n${again(seed)}`, { cause });
  });
}

/** Engines whose files hold letters as they are. */
const look = { template: 'academic', engine: 'xelatex', lang: 'en' } as const;

test(`${renderRuns.bib} whole bibliographies lose nothing`, { timeout: longestMs }, async () => {
  const whole = fc.asyncProperty(
    soundBibDocument((text) => text),
    async ({ source, bib, texts = [] }) => {
      const rendered = await expectSound(renderer, source, look, bib);
      expect(lostLetters(texts, bodyText(rendered), new Set())).toEqual([]);
    },
  );
  await hold(whole, renderRuns.bib);
});

/** Codes by which the loss of an entry, a name or a command is told. */
const telling = /^(?:bib-|duplicate-key$|missing-bibliography$|control-character$)/;

test(`${renderRuns.bib} faulty ones lose nothing in silence`, { timeout: longestMs }, async () => {
  const told = fc.asyncProperty(faultyBibDocument, async ({ source, bib }) => {
    const rendered = await expectSound(renderer, source, look, bib.text);
    const lost = lostLetters(bib.texts, bodyText(rendered), new Set());
    const codes = rendered?.result.messages.map(({ ruleId }) => ruleId as string) ?? [];
    if (bib.told) expect(codes).toContain(bib.told);
    if (!codes.some((code) => telling.test(code))) expect(lost).toEqual([]);
  });
  await hold(told, renderRuns.bib);
});

test(`${renderRuns.bib} bibliographies of any kind are read or told of`, { timeout: longestMs }, async () => {
  const sound = fc.asyncProperty(anyBibDocument, anyLook, async ({ source, bib }, look) => {
    await expectSound(renderer, source, look, bib);
  });
  await hold(sound, renderRuns.bib);
});

/** What stands in the body, without its commands. */
function bodyText(rendered: RenderedCv | undefined): string {
  const source = rendered?.typesetting?.document.source;
  expect(source).toBeDefined();
  return splitDocument(source as string)
    .body.replace(/(?<!\\)%\n\s*/g, '')
    .replace(/\\[-/]/g, '')
    .replace(/\\(?:[A-Za-z@]+\*?|.)/g, ' ');
}
