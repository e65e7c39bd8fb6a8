/** Random CVs through real TeX: what mdcv renders without an error TeX reads without one, to its end, and its letters are in the PDF. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineName } from '../../src/engine/engine.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import { lacking } from '../e2e/mdcv.ts';
import { anyMarkdown } from './any-markdown.ts';
import { anyStringDocument } from './any-strings.ts';
import { type Batch, batchesOf } from './batches.ts';
import { soundBibDocument } from './bib-documents.ts';
import { again, kept, seed } from './fuzz-settings.ts';
import type { Verdict } from './judge-body.ts';
import { createRenderer, type Renderer } from './render-source.ts';
import { type FuzzDocument, renderSettable, type Settable, setSources } from './set-sources.ts';

/** The tests of one engine, for a file of its own, so that engines run beside each other. */
export function describeTex(engine: EngineName): void {
  const batches = batchesOf(engine, seed);
  const tally = { set: 0, tooWide: 0 };
  let renderer: Renderer;
  let toolchain: Toolchain;

  beforeAll(async () => {
    renderer = await createRenderer();
    toolchain = (await findLocalToolchain()) as Toolchain;
  });
  afterAll(() => {
    renderer.end();
    const told = `${tally.set} documents set by ${engine}, ${tally.tooWide} too wide; seed ${seed}`;
    console.log(`fuzz: ${told}`);
  });

  describe.skipIf(lacking([engine, 'pdftotext']) !== undefined)(`${engine} reads`, () => {
    test.each(batches)('kept and $count random documents in $template, $lang', async (batch) => {
      const own = seed + batches.indexOf(batch);
      const random = await renderSettable(draw(batch, own), batch, renderer, batch.count);
      expect(random.length).toBe(batch.count);
      const settable = [...(await renderSettable(kept.documents, batch, renderer)), ...random];
      const verdicts = await setSources(settable, batch, renderer, toolchain);
      const at = verdicts.findIndex(({ faults }) => faults.length > 0);
      if (at >= 0) throw new Error(await explain(verdicts[at] as Verdict, settable[at] as Settable, batch));
      const tooWide = verdicts.filter(({ isTooWide }) => isTooWide).length;
      // Else the letters of most would not have been looked for.
      expect(tooWide).toBeLessThan(settable.length / 3);
      tally.set += settable.length;
      tally.tooWide += tooWide;
    });
  });

  /** Shrinks a document that fails, as far as a minute of TeX goes. */
  async function explain(verdict: Verdict, { document }: Settable, batch: Batch): Promise<string> {
    const { source, texts, bib } = document;
    const fails = async (text: string): Promise<boolean> => {
      const one = await renderSettable([{ source: text, texts, bib }], batch, renderer);
      const [alone] = await setSources(one, batch, renderer, toolchain);
      return alone !== undefined && alone.faults.length > 0;
    };
    const where = `${batch.template}, ${batch.engine}, lang: ${batch.lang}`;
    const head = `${verdict.faults.join('\n')}\nin ${where}:\n${JSON.stringify(bib === undefined ? source : { source, bib })}`;
    if (!(await fails(source))) return `${head}\nbut only after other documents\n${again(seed)}`;
    // Without a line its reader would not see what is known of it.
    if (texts) return `${head}\n${again(seed)}`;
    const { counterexample } = await fc.check(
      fc.asyncProperty(pieces(source), async (text) => !(await fails(text))),
      { numRuns: 60, seed, interruptAfterTimeLimit: 60_000 },
    );
    return `${head}\nof which this is enough:\n${JSON.stringify(counterexample?.[0] ?? source)}\n${again(seed)}`;
  }
}

/** More than enough, for some of them mdcv refuses. One of five has a bibliography. */
function draw({ count, plainer }: Batch, own: number): FuzzDocument[] {
  const ask = { numRuns: count, seed: own };
  const strings = fc.sample(anyStringDocument(plainer), ask);
  const bibs = fc.sample(soundBibDocument(plainer), ask);
  return fc
    .sample(anyMarkdown, ask)
    .flatMap((source, index) => [
      { source: plainer(source) },
      strings[index] as FuzzDocument,
      ...(index % 2 === 0 ? [bibs[index] as FuzzDocument] : []),
    ]);
}

/** Parts of a text, in whole lines. */
function pieces(source: string): fc.Arbitrary<string> {
  return fc.subarray(source.split(/(?<=\n)/), { minLength: 1 }).map((lines) => lines.join(''));
}
