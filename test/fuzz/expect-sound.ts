/** What must hold of a file that is rendered without TeX, whatever stands in it. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { RenderedCv } from '../../src/build.ts';
import { engineNames } from '../../src/engine/engine.ts';
import { problems, severityOf } from '../../src/problem.ts';
import { again, seed } from './fuzz-settings.ts';
import type { BibSource, Look, Renderer } from './render-source.ts';
import { splitDocument } from './tex-batch.ts';

/** All of them: no TeX is asked whether it has their classes. */
const templates = ['academic', 'banking', 'casual', 'classic', 'contemporary', 'fancy', 'oldstyle'];
export const anyLook: fc.Arbitrary<Look> = fc.record({
  template: fc.constantFrom(...templates),
  engine: fc.constantFrom(undefined, ...engineNames),
});

/** Nothing is thrown, every message has its place, and the .tex is whole. */
export async function expectSound(
  renderer: Renderer,
  source: string,
  look: Look,
  bib?: BibSource | undefined,
): Promise<RenderedCv | undefined> {
  const rendered = await renderer.render(source, look, bib);
  if (!rendered) return undefined;
  expect(messageFaults(rendered, source)).toEqual([]);
  if (rendered.typesetting) expect(texFaults(rendered.typesetting.document.source)).toEqual([]);
  return rendered;
}

/** Draws `count` of them. A failure is shrunk, and tells how it is seen again. */
export async function expectAllSound(
  sources: fc.Arbitrary<string>,
  count: number,
  renderer: Renderer,
): Promise<void> {
  const property = fc.asyncProperty(sources, anyLook, async (source, look) => {
    await expectSound(renderer, source, look);
  });
  await fc.assert(property, { seed, numRuns: count }).catch((cause: Error) => {
    throw new Error(`${cause.message}\n${again(seed)}`, { cause });
  });
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
}

/** Messages without a code of the catalogue, without a place in a file unless they only inform, or that do not say what to do. */
function messageFaults({ result }: RenderedCv, source: string): string[] {
  const linesOf = new Map([[result.vfile.path, countLines(source)]]);
  for (const { path, value } of result.sources) linesOf.set(path, countLines(String(value)));
  return result.messages.flatMap((message) => {
    const { ruleId, reason, line, note, file } = message;
    const lines = linesOf.get(file as string) ?? 0;
    const isPlaced = line === undefined ? severityOf(message) === 'info' : line >= 1 && line <= lines;
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
