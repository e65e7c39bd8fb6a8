import type { ProgramLimits } from '../toolchain/toolchain.ts';

/** What a CV may take that somebody else wrote. A real one stays far below each. */
export interface SourceLimits {
  /** Of the Markdown file. */
  markdownBytes: number;
  /** Of each .bib file. */
  bibBytes: number;
  /** Of all images together. */
  imageBytes: number;
  /** Of each image. */
  imagePixels: number;
}

const mib = 1024 ** 2;

export const untrustedSources: SourceLimits = {
  markdownBytes: mib,
  bibBytes: 4 * mib,
  imageBytes: 20 * mib,
  imagePixels: 50e6,
};

/** The most pages that are published. */
export const untrustedPages = 100;

/** Milliseconds for one pass of TeX where nobody says otherwise. */
export const untrustedTimeoutMs = 30_000;

/** So many passes' time is there for all of them, however many `fit:` or unsettled references ask for. */
export const untrustedPassTimes = 4;

/** Held by the kernel. lualatex takes 2.3 GB when it first meets a Chinese font. */
export const untrustedProgram: Pick<ProgramLimits, 'memoryBytes' | 'fileBytes'> = {
  memoryBytes: 3 * 1024 ** 3,
  fileBytes: 64 * mib,
};
