/** What standbys are started from: all that a document has in common with the last one. */
import { createHash } from 'node:crypto';
import type { AuxFiles } from '../aux-files.ts';
import type { EngineRequest } from '../engine.ts';
import type { Beginning } from './beginning.ts';
import type { PreambleFormat } from './format.ts';
import { sameLooks } from './looks.ts';
import type { SplitDocument } from './split-document.ts';
import { type Standby, startStandby } from './standby.ts';

export interface Basis {
  /** See `formatKeyOf`. */
  formatKey: string;
  /** On which standbys are started: TeX looks at the calendar once. */
  day: string;
  request: EngineRequest;
  preamble: string;
  format: PreambleFormat | undefined;
  /** As the last run left them. */
  aux: AuxFiles;
  /** What the last run loaded; none where loading them first would make a difference. */
  fonts: readonly string[];
  /** Whether standbys may set what comes first before they know the rest: it was proven to make no difference. */
  pauses: boolean;
  /** Whether what another process has kept is as it was written; it is to be asked once. */
  isWhole?: (() => boolean) | undefined;
  /** Looks of all files that were read, by absolute path. */
  looks: ReadonlyMap<string, string>;
}

/**
 * Of everything that a standby has read before the body, but for files that TeX finds by itself (`looks`), for the day, and for SyncTeX, which
 * changes no page.
 */
export function formatKeyOf(request: EngineRequest, preamble: string): string {
  const { engine, toolchain, jobName } = request;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([engine, toolchain.kind, toolchain.description, jobName]));
  hash.update(preamble);
  return hash.digest('hex');
}

export function today(): string {
  return new Date().toDateString();
}

/** Whether what was started from it has read today's date. */
export function isToday({ day }: Basis): boolean {
  return day === today();
}

/** Whether what is started from the one is as if it were started from the other; a run takes a copy for its own request. */
export function sameStart(one: Basis, other: Basis): boolean {
  const keys = ['formatKey', 'day', 'format', 'aux', 'fonts', 'looks'] as const;
  return keys.every((key) => one[key] === other[key]);
}

/** Whether what the document has before its body is what standbys have read. */
export function isFor(basis: Basis, request: EngineRequest, preamble: string): boolean {
  const sameStart = (basis.request.synctex ?? false) === (request.synctex ?? false) && isToday(basis);
  return sameStart && basis.formatKey === formatKeyOf(request, preamble);
}

/** Why a document takes the plain way; nothing where standbys serve it. */
export function whyPlain(
  request: EngineRequest,
  split: SplitDocument | undefined,
  basis: Basis | undefined,
): string | undefined {
  if (!split) return 'the document needs it';
  if (!basis) return 'nothing is ready';
  return isFor(basis, request, split.preamble) ? undefined : 'the preamble, the engine or the day is another';
}

/**
 * Starts an engine that waits for a body, or for what follows its beginning.
 * @param options `folder` is an absolute path; one of its own by default
 */
export function startFrom(
  { request, preamble, format, aux, fonts }: Basis,
  options: { folder?: string; beginning?: Beginning | undefined } = {},
): Standby {
  return startStandby({
    engine: request.engine,
    toolchain: request.toolchain,
    jobName: request.jobName,
    synctex: request.synctex ?? false,
    preamble: format ? '' : preamble,
    format: format?.file,
    aux,
    fonts,
    ...options,
  });
}

/** Why no standby that was started from it may serve; nothing where all is as it was. Takes milliseconds. */
export function whyStale({ looks, isWhole }: Basis): string | undefined {
  if (!sameLooks(looks)) return 'a file that TeX reads has changed';
  return isWhole?.() === false ? 'what was kept is damaged' : undefined;
}
