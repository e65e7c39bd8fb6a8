/** The shapes that running TeX takes and gives; `passes.ts` runs it. */
import type { LineOrigin } from '../latex/origins.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import type { EarlyEngine } from './early-engine.ts';

export type EngineName = 'pdflatex' | 'xelatex' | 'lualatex';
export const engineNames: readonly EngineName[] = ['pdflatex', 'xelatex', 'lualatex'];

/** A file that the document needs beside it while TeX runs: a photo, a partial. */
export interface TexAsset {
  /** Name within the run's folder, as the TeX refers to it. */
  name: string;
  /** Absolute path to copy from, or the content itself. */
  from: string | Uint8Array;
}

export interface TexDocument {
  /** The whole .tex file. */
  source: string;
  assets: TexAsset[];
  /** `origins[i]` is where line `i + 1` of `source` comes from. */
  origins: LineOrigin[];
}

export interface EngineRequest {
  document: TexDocument;
  engine: EngineName;
  toolchain: Toolchain;
  /** Absolute path of a folder that is the run's own; it is left as TeX left it. */
  folder: string;
  /** Base name of the files TeX writes; ASCII letters, digits and hyphens. */
  jobName: string;
  /** Milliseconds for each pass. */
  timeoutMs: number;
  /** Absolute path of the CV, of whose aux files the next build of it may begin. */
  cv?: string | undefined;
  /** At most this many passes, 5 by default. */
  maxPasses?: number | undefined;
  /** Asks for a SyncTeX file; false by default. */
  synctex?: boolean | undefined;
  /** For the first pass, which it serves if it was started for it. */
  early?: EarlyEngine | undefined;
  signal?: AbortSignal | undefined;
  onPass?: ((pass: number) => void) | undefined;
}

export interface EngineRun {
  /** Of the last pass; missing when it was ended by time or signal. */
  exitCode: number | undefined;
  /** Text of the .log of the last pass with what xelatex's PDF driver printed; where TeX wrote no log, all that it printed. */
  log: string;
  /** Absolute path of the PDF, if the last pass finished one; it may have errors, see `exitCode`. */
  pdf?: string | undefined;
  synctex?: string | undefined;
  /** Absolute paths of every file that the last pass read (from -recorder), without those it wrote. */
  inputs: string[];
  passes: number;
  /** False when the aux files still changed in the last pass. */
  settled: boolean;
  timedOut: boolean;
  aborted: boolean;
  /** The limit that the last pass ran into, where that was not time. */
  outOf?: 'memory' | 'output' | undefined;
  /** Milliseconds in which TeX worked, all passes: without what an engine waited, and once where two work at the same time. */
  texMs: number;
}

/** A group of TeX's that is not closed where it should be. */
export interface OpenGroup {
  /** What opened it, in TeX's own terms: `{`, `\\begingroup`, `\\hbox{`. */
  opener: string;
  line: number;
}

/**
 * One thing that a TeX log says, in TeX's own terms; `place-messages.ts` makes messages at Markdown lines of them. `line` is
 * 1-based and of `file`, as TeX names it, or of the .tex where there is no `file`.
 */
export type LogEntry =
  /** `context`: what TeX was reading, innermost first, each line with TeX's own break; `runaway` lines come before it. */
  | { kind: 'error'; message: string; file?: string; line?: number; context: string[] }
  | { kind: 'missing-file'; name: string; file?: string; line?: number }
  | { kind: 'missing-font'; name: string; file?: string; line?: number }
  /** Without `font`: LaTeX has no definition of the character for 8-bit fonts. With an 8-bit font the code is the slot. */
  | { kind: 'missing-character'; character: string; codePoint: number; font?: string; line?: number }
  /** `text` is the beginning of what the box holds, with hyphenation points as hyphens. */
  | {
      kind: 'overfull';
      box: 'hbox' | 'vbox';
      points: number;
      line?: number;
      lastLine?: number;
      text?: string;
    }
  | { kind: 'undefined-reference'; name: string; line?: number }
  | { kind: 'rerun' }
  /** The outermost first. */
  | { kind: 'open-groups'; groups: OpenGroup[] }
  /** A part of the CV begins there. */
  | { kind: 'reached'; line: number }
  /** The document ends there, and nothing was lost before; `seal` is what its body says at its end. */
  | { kind: 'whole'; line: number; seal: string }
  /** `source` is `LaTeX`, `TeX`, or the name of the package or class. */
  | { kind: 'warning'; source: string; message: string; line?: number };
