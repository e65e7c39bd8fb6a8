import type { RenderedCv } from '../../src/build.ts';
import { isInMainFont } from '../../src/latex/encodings.ts';
import { scriptOf } from '../../src/latex/scripts.ts';
import { severityOf } from '../../src/problem.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import type { Typesetting } from '../../src/typeset.ts';
import { judgeBody, type Verdict } from './judge-body.ts';
import type { BibSource, Look, Renderer } from './render-source.ts';
import { type SetBody, setBatch, splitDocument } from './tex-batch.ts';

export interface FuzzDocument {
  source: string;
  /** What its reader sees, where that is known without mdcv; else it is what mdcv finds in it. */
  texts?: string[] | undefined;
  /** Its bibliography, `p.bib`. */
  bib?: BibSource | undefined;
}

/** A document that mdcv has no error for, so that TeX is asked. */
export interface Settable {
  document: FuzzDocument;
  rendered: RenderedCv;
  typesetting: Typesetting;
}

/** Those that can be set, of as many documents as it takes to have `most` of them. */
export async function renderSettable(
  documents: readonly FuzzDocument[],
  look: Look,
  renderer: Renderer,
  most: number = documents.length,
): Promise<Settable[]> {
  const settable: Settable[] = [];
  for (const document of documents) {
    if (settable.length === most) break;
    const rendered = await renderer.render(document.source, look, document.bib);
    if (!rendered?.typesetting) continue;
    if (rendered.result.messages.some((message) => severityOf(message) === 'error')) continue;
    settable.push({ document, rendered, typesetting: rendered.typesetting });
  }
  return settable;
}

/** What TeX makes of them, in one run for all that the preamble of the look serves. */
export async function setSources(
  settable: readonly Settable[],
  look: Look,
  renderer: Renderer,
  toolchain: Toolchain,
): Promise<Verdict[]> {
  const shared = await sharedPreambles(look, renderer);
  const groups = new Map<string, Settable[]>();
  for (const one of settable) {
    const own = preambleOf(one.typesetting);
    const key = shared.find((preamble) => isWithin(own, preamble)) ?? own;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const verdicts = new Map<Settable, Verdict>();
  for (const [preamble, group] of groups) {
    const typesettings = group.map(({ typesetting }) => typesetting);
    const bodies = await setBatch(typesettings, preamble, toolchain);
    for (const [at, { document, rendered }] of group.entries())
      verdicts.set(group[at] as Settable, judgeBody(rendered.result, bodies[at] as SetBody, document.texts));
  }
  return settable.map((one) => verdicts.get(one) as Verdict);
}

/** By the scripts of a text templates choose the marks between its fields, too: without these there are others. */
const choosing = [[], ['kana'], ['kana', 'han'], ['arabic']];

/** One that declares the fonts of all scripts, for each choice of marks. */
async function sharedPreambles(look: Look, renderer: Renderer): Promise<string[]> {
  const letters = [...letterOfEachScript()];
  const preambles: string[] = [];
  for (const without of choosing) {
    const text = letters.flatMap(([script, letter]) => (without.includes(script) ? [] : [letter])).join(' ');
    const rendered = await renderer.render(`---\nname: A\n---\n\n${text}\n`, { lang: 'en', ...look });
    preambles.push(preambleOf(rendered?.typesetting));
  }
  return preambles;
}

function preambleOf(typesetting: Typesetting | undefined): string {
  return splitDocument(typesetting?.document.source ?? '').preamble;
}

/** Whether a preamble declares nothing but what the other declares, too. */
function isWithin(preamble: string, other: string): boolean {
  const lines = new Set(other.split('\n'));
  return preamble.split('\n').every((line) => lines.has(line));
}

/** For each script that templates declare fonts for one letter that the main font lacks, so that a preamble serves every text. */
function letterOfEachScript(): Map<string, string> {
  // Fonts of 1990 need another one for it.
  const letters = new Map([['wide latin', 'ă']]);
  for (let codePoint = 0xa1; codePoint < 0x20_000; codePoint++) {
    const letter = String.fromCodePoint(codePoint).normalize('NFC');
    if (!/^[\p{L}\p{S}\p{N}]$/u.test(letter) || isInMainFont(letter, 'xelatex')) continue;
    const script = scriptOf(letter.codePointAt(0) as number);
    if (!letters.has(script)) letters.set(script, letter);
  }
  return letters;
}
