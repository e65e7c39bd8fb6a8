/** What the process that has all CVs and those that set them say to each other. */

import type { LockedBuild } from '../lock/locked-build.ts';
import type { BuildProgress } from '../options.ts';
import type { BuildTrace } from './build-records.ts';
import type { BuildObject, BuildStatus } from './report-line.ts';

/** One edition of a CV in one template. */
export interface BuildTask {
  file: string;
  /** The output folder. */
  output: string;
  /** The template that is asked for; the front matter's, by default. */
  template?: string | undefined;
  variant?: string | undefined;
  /** One of several languages of the CV. */
  lang?: string | undefined;
  /** One of several templates of the CV: its name is part of the output's, and where it cannot be set it is left out. */
  oneOfAll: boolean;
}

export interface BuildOutcome {
  status: BuildStatus;
  object: BuildObject;
  /** Messages, as people read them. */
  text: string;
  /** The result in one line; missing where there is none. */
  result?: string | undefined;
  /** Missing where the build is to be done again in any case. */
  trace?: BuildTrace | undefined;
  /** To be written into `mdcv.lock`, by the one process that has all. */
  lock?: LockedBuild | undefined;
}

export type ToWorker = { type: 'build'; task: BuildTask } | { type: 'claimed'; granted: boolean };

export type FromWorker =
  | { type: 'progress'; progress: BuildProgress }
  | { type: 'done'; outcome: BuildOutcome }
  /** Whether the format of that key is to be made by this worker. */
  | { type: 'claim'; formatKey: string }
  /** It is made, or cannot be. */
  | { type: 'release'; formatKey: string }
  /** What follows a build is over; the next may come. */
  | { type: 'ready' };
