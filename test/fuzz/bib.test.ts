/** Random bibliographies through all of mdcv but TeX. */
import fc from 'fast-check';
import type { VFileMessage } from 'vfile-message';
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

/** Where in the .bib file a message tells of a loss. */
function placeIn(text: string, { ruleId, file, line, column }: VFileMessage): number[] {
  if (!telling.test(ruleId ?? '') || !file?.endsWith('.bib') || !line || !column) return [];
  const lines = [...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length);
  return [(lines[line - 2] ?? 0) + column - 1];
}

test(`${renderRuns.bib} faulty ones lose nothing in silence`, { timeout: longestMs }, async () => {
  const told = fc.asyncProperty(faultyBibDocument, async ({ source, bib }) => {
    const rendered = await expectSound(renderer, source, look, bib.text);
    const messages = rendered?.result.messages ?? [];
    const offsets = messages.flatMap((message) => placeIn(bib.text, message));
    if (bib.told) expect(messages.map(({ ruleId }) => ruleId)).toContain(bib.told);
    // Of a file that cannot be read at all one message tells, at the front matter.
    if (messages.some(({ ruleId }) => ruleId === 'missing-bibliography')) return;
    // Only a message at the very entry tells of what it lost.
    const untold = bib.parts.filter(({ start, end }) => !offsets.some((at) => at >= start && at <= end));
    const texts = untold.flatMap((part) => part.texts);
    expect(lostLetters(texts, bodyText(rendered), new Set())).toEqual([]);
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
