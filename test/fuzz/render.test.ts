/** Random files through all of mdcv but TeX: nothing is thrown, every message has its place, and the .tex is whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RenderedCv } from '../../src/build.ts';
import { engineNames } from '../../src/engine/engine.ts';
import { problems, severityOf } from '../../src/problem.ts';
import { anyMarkdown } from './any-markdown.ts';
import { again, kept, runs, seed } from './fuzz-settings.ts';
import { createRenderer, type Look, type Renderer } from './render-source.ts';
import { splitDocument } from './tex-batch.ts';
import { tornFile } from './torn-text.ts';

const templates = ['academic', 'banking', 'casual', 'classic', 'contemporary', 'fancy', 'oldstyle'];
const look: fc.Arbitrary<Look> = fc.record({
  template: fc.constantFrom(...templates),
  engine: fc.constantFrom(undefined, ...engineNames),
});
const fixtures = join(import.meta.dirname, '../fixtures/content');
const files = readdirSync(fixtures).map((name) => readFileSync(join(fixtures, name, 'cv.md'), 'utf8'));

let renderer: Renderer;
beforeAll(async () => {
  renderer = await createRenderer();
});
afterAll(() => renderer.end());

async function expectSound(source: string, where: Look): Promise<void> {
  const rendered = await renderer.render(source, where);
  if (!rendered) return;
  expect(messageFaults(rendered, source)).toEqual([]);
  if (rendered.typesetting) expect(texFaults(rendered.typesetting.document.source)).toEqual([]);
}

describe('what was found before', () => {
  test.each(kept.documents)('$broke', async ({ source }) => {
    for (const engine of engineNames) await expectSound(source, { template: 'academic', engine });
  });

  test.each(kept.seeds)('seed %i', async (one) => {
    await fc.assert(fc.asyncProperty(anyMarkdown, look, expectSound), { seed: one, numRuns: 200 });
  });
});

test(`${runs} random documents`, async () => {
  await fc
    .assert(fc.asyncProperty(anyMarkdown, look, expectSound), { seed, numRuns: Math.ceil(runs * 0.8) })
    .catch(tellSeed);
});

test('torn fixtures', async () => {
  await fc
    .assert(fc.asyncProperty(tornFile(files), look, expectSound), { seed, numRuns: Math.ceil(runs * 0.2) })
    .catch(tellSeed);
});

function tellSeed(cause: unknown): never {
  throw new Error(`${(cause as Error).message}\n${again(seed)}`, { cause });
}

/** Messages without a code of the catalogue, out of the file, or that do not say what to do. */
function messageFaults({ result }: RenderedCv, source: string): string[] {
  const lines = source.split(/\r\n|\n|\r/).length;
  return result.messages.flatMap((message) => {
    const { ruleId, reason, line, note } = message;
    const isPlaced = line === undefined || (line >= 1 && line <= lines);
    const isHelpful =
      reason !== '' && (severityOf(message) === 'info' || (note !== undefined && note !== ''));
    return ruleId !== undefined && ruleId in problems && isPlaced && isHelpful
      ? []
      : [`${ruleId} ${line}: ${reason}`];
  });
}

/** What no .tex of mdcv may hold, whatever the content is. */
function texFaults(source: string): string[] {
  const { body } = splitDocument(source);
  const faults: string[] = [];
  const open: string[] = [];
  for (const [found] of body.matchAll(
    /\\(?:begin|end)\{[^{}]*\}|\\(?:[A-Za-z@]+|[^A-Za-z@])|(?<!\\)%[^\n]*|[{}]/gs,
  )) {
    if (found === '{' || found.startsWith('\\begin{')) open.push(found.replace('\\begin', ''));
    else if (found === '}' && open.pop() !== '{') faults.push('a brace closes nothing');
    else if (found.startsWith('\\end{') && open.pop() !== found.slice(4))
      faults.push(`${found} ends nothing`);
    else if (
      /^\\(?:input|include|openin|openout|read|write|csname|catcode|immediate|special|directlua|special)$/.test(
        found,
      ) &&
      !template.has(found)
    )
      faults.push(`${found} came through`);
  }
  if (open.length > 0) faults.push(`left open: ${open.join(' ')}`);
  if (/[\0-\x08\x0b-\x1f\x7f\ufdd0\ufdd1]|\p{Surrogate}/u.test(source))
    faults.push('a control character or a mark is left');
  if (source.split('\\end{document}').length !== 2) faults.push('not one end of the document');
  return faults;
}

/** What stands in the body of every document: `\csname mdcvperson\endcsname`. */
const template: ReadonlySet<string> = new Set(['\\csname']);
