/** Random CVs through real TeX: what mdcv renders without an error TeX reads without one, to its end, and its letters are in the PDF. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { bundledTemplates } from '../../src/template/load-template.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import { lacking } from '../e2e/mdcv.ts';
import { anyMarkdown, latinMarkdown } from './any-markdown.ts';
import { anyStringDocument } from './any-strings.ts';
import { again, kept, seed, texRuns } from './fuzz-settings.ts';
import { createRenderer, type Look, type Renderer } from './render-source.ts';
import { type FuzzDocument, setSources, type Verdict } from './set-sources.ts';

const templates = ['academic', 'banking', 'casual', 'classic', 'contemporary', 'fancy', 'oldstyle'];
const looks = templates.flatMap((template) => engineNames.map((engine) => ({ template, engine })));
const missing = lacking([...engineNames, 'pdftotext']);
const tally = { documents: 0, set: 0, tooWide: 0 };

let renderer: Renderer;
let toolchain: Toolchain;
beforeAll(async () => {
  renderer = await createRenderer();
  toolchain = (await findLocalToolchain()) as Toolchain;
});
afterAll(() => {
  renderer.end();
  console.log(
    `fuzz: ${tally.documents} documents, ${tally.set} set by TeX, ${tally.tooWide} too wide; seed ${seed}`,
  );
});

describe.skipIf(missing !== undefined)('TeX reads', () => {
  test('the templates that there are', async () => {
    const { readdirSync } = await import('node:fs');
    expect(readdirSync(bundledTemplates)).toEqual(expect.arrayContaining(templates));
  });

  test.each(looks)('kept and random documents in $template with $engine', async (look) => {
    const markdown = look.engine === 'pdflatex' ? latinMarkdown : anyMarkdown;
    const count = Math.ceil(texRuns / looks.length);
    const own =
      (seed +
        looks.findIndex(({ template, engine }) => template === look.template && engine === look.engine)) |
      0;
    const documents: FuzzDocument[] = [
      ...kept.documents,
      ...fc.sample(markdown, { numRuns: Math.ceil(count / 2), seed: own }).map((source) => ({ source })),
      ...fc.sample(anyStringDocument, { numRuns: Math.ceil(count / 2), seed: own }),
    ];
    const verdicts = await setSources(documents, look, renderer, toolchain);
    const at = verdicts.findIndex(({ faults }) => faults.length > 0);
    if (at >= 0)
      throw new Error(await explain(verdicts[at] as Verdict, documents[at] as FuzzDocument, look, own));
    tally.documents += documents.length;
    tally.set += verdicts.filter(({ isSet }) => isSet).length;
    tally.tooWide += verdicts.filter(({ isTooWide }) => isTooWide).length;
    // Most get there, or the test would show nothing.
    if (look.engine !== 'pdflatex')
      expect(verdicts.filter(({ isSet }) => isSet).length).toBeGreaterThan(documents.length / 2);
    expect(verdicts.filter(({ isTooWide }) => isTooWide).length).toBeLessThan(documents.length / 3);
  });
});

/** Shrinks a document that fails, as far as a minute of TeX goes. */
async function explain(
  verdict: Verdict,
  { source, texts }: FuzzDocument,
  look: Look,
  own: number,
): Promise<string> {
  const fails = async (text: string): Promise<boolean> =>
    (await setSources([{ source: text, texts }], look, renderer, toolchain))[0]?.faults.length !== 0;
  const { counterexample } = await fc.check(
    fc.asyncProperty(pieces(source), async (text) => !(await fails(text))),
    { numRuns: 60, seed: own, interruptAfterTimeLimit: 60_000 },
  );
  const smallest = counterexample?.[0] ?? source;
  return `${verdict.faults.join('\n')}\n${JSON.stringify(smallest)}\nof ${JSON.stringify(source)}\n${again(own)}`;
}

/** Parts of a text, in whole lines. */
function pieces(source: string): fc.Arbitrary<string> {
  return fc.subarray(source.split(/(?<=\n)/), { minLength: 1 }).map((lines) => lines.join(''));
}
