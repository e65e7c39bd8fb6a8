/** The shapes that running TeX takes and gives; `passes.ts` runs it. */
import type { LineOrigin, Place } from '../latex/origins.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';

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
  /** At most this many passes, 5 by default. */
  maxPasses?: number | undefined;
  signal?: AbortSignal | undefined;
  onPass?: ((pass: number) => void) | undefined;
}

export interface EngineRun {
  /** Of the last pass; missing when it was ended by time or signal. */
  exitCode: number | undefined;
  /** Text of the .log of the last pass, empty when TeX wrote none. */
  log: string;
  /** Absolute path of the PDF, if there is a complete one. */
  pdf?: string | undefined;
  synctex?: string | undefined;
  /** Absolute paths of every file that the last pass read (from -recorder), without those it wrote. */
  inputs: string[];
  passes: number;
  /** False when the aux files still changed in the last pass. */
  settled: boolean;
  timedOut: boolean;
  aborted: boolean;
  /** Milliseconds spent in TeX, all passes. */
  texMs: number;
}

/** One thing that a TeX log says, in TeX's own terms; `place.ts` turns it into a message at a Markdown line. */
export type LogEntry =
  | { kind: 'error'; message: string; file?: string; line?: number; context: string[] }
  | { kind: 'missing-file'; name: string; file?: string; line?: number }
  | { kind: 'missing-font'; name: string; file?: string; line?: number }
  | { kind: 'missing-character'; character: string; codePoint: number; font: string; line?: number }
  | { kind: 'overfull'; box: 'hbox' | 'vbox'; points: number; line?: number; lastLine?: number }
  | { kind: 'undefined-reference'; name: string; line?: number }
  | { kind: 'rerun' }
  | { kind: 'warning'; source: string; message: string; line?: number };

export type { Place };
