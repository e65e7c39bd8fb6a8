import type { VFileMessage } from 'vfile-message';
import type { RenderedCv } from '../../src/build.ts';
import { toPassages } from '../../src/check/passages.ts';
import type { LogEntry } from '../../src/engine/engine.ts';
import { severityOf } from '../../src/problem.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import type { Typesetting } from '../../src/typeset.ts';
import { lostLetters } from './lost-letters.ts';
import type { Look, Renderer } from './render-source.ts';
import { type SetBody, setBatch, splitDocument } from './tex-batch.ts';

export interface FuzzDocument {
  source: string;
  /** What its reader sees, where that is known without mdcv; else it is what mdcv finds in it. */
  texts?: string[] | undefined;
}

export interface Verdict {
  /** What should not be; empty where all is well. */
  faults: string[];
  /** Whether TeX set it; else a message says why not. */
  isSet: boolean;
  /** A message tells of a line beyond the margin, where the text of a PDF may end. */
  isTooWide: boolean;
}

/** A letter of each script that templates declare fonts for, so that the preamble serves every text. */
const everyScript = '中の한яαمעไहবગਪதతಕമසខລမབՀქትɐ👍★\u{1D2E0}';

/** What mdcv makes of Markdown and TeX of that, in one run of TeX for all of them. */
export async function setSources(
  documents: readonly FuzzDocument[],
  look: Look,
  renderer: Renderer,
  toolchain: Toolchain,
): Promise<Verdict[]> {
  const rendered: (RenderedCv | undefined)[] = [];
  for (const { source } of documents) rendered.push(await renderer.render(source, look));
  const shared = preambleOf(
    await renderer.render(`---\nname: A\nlang: en\n---\n\n${[...everyScript].join(' ')}\n`, look),
  );
  const whole = rendered.map((one) => one && toSettable(one));
  // Another language or layout has another preamble, and so a run of its own.
  const groups = new Map<string, number[]>();
  for (const [index, typesetting] of whole.entries()) {
    if (!typesetting) continue;
    const own = splitDocument(typesetting.document.source).preamble;
    const key = isWithin(own, shared) ? shared : own;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const verdicts: Verdict[] = documents.map(() => ({ faults: [], isSet: false, isTooWide: false }));
  for (const [preamble, indices] of groups) {
    const bodies = await setBatch(
      indices.map((index) => whole[index] as Typesetting),
      preamble,
      toolchain,
    );
    for (const [at, index] of indices.entries())
      verdicts[index] = judge(rendered[index] as RenderedCv, bodies[at] as SetBody, documents[index]?.texts);
  }
  return verdicts;
}

/** Nothing where a message is an error: then TeX is not asked. */
function toSettable({ result, typesetting }: RenderedCv): Typesetting | undefined {
  return result.messages.some((message) => severityOf(message) === 'error') ? undefined : typesetting;
}

function preambleOf(rendered: RenderedCv | undefined): string {
  return splitDocument(rendered?.typesetting?.document.source ?? '').preamble;
}

/** Whether a preamble declares nothing but what the other declares, too. */
function isWithin(preamble: string, other: string): boolean {
  const lines = new Set(other.split('\n'));
  return preamble.split('\n').every((line) => lines.has(line));
}

function judge(
  { result }: RenderedCv,
  { isWhole, entries, text }: SetBody,
  texts?: readonly string[],
): Verdict {
  const isTooWide = entries.some(({ kind }) => kind === 'overfull');
  const faults = entries.filter(isFault).map((entry) => JSON.stringify(entry));
  if (!isWhole) faults.push('TeX did not get to the end of the document with nothing open');
  const reported = new Set([
    ...entries.flatMap((entry) => (entry.kind === 'missing-character' ? [...entry.character] : [])),
    ...result.messages.flatMap(namedCharacters),
  ]);
  const lost = isTooWide
    ? []
    : lostLetters(texts ?? toPassages(result.cv).map((passage) => passage.text), text, reported);
  if (lost.length > 0) faults.push(`lost without a message: ${JSON.stringify(lost)}`);
  return { faults, isSet: true, isTooWide };
}

/** Those that a message tells of: `Ș` (U+0218). */
function namedCharacters({ ruleId, reason }: VFileMessage): string[] {
  if (ruleId !== 'unclean-text' && ruleId !== 'control-character') return [];
  return [...reason.matchAll(/`([^`]+)` \(U\+/g)].flatMap(([, character = '']) => [...character]);
}

function isFault({ kind }: LogEntry): boolean {
  return ['error', 'missing-file', 'missing-font', 'open-groups'].includes(kind);
}
