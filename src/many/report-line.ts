/** One line of the JSON Lines that many builds print, and what is said of all of them. */

import type { ReportedMessage } from '../report.ts';
import { byCodeUnits } from './find-cvs.ts';

/** `skipped`: with `-t all`, a template that the TeX at hand or the engine cannot set. `failed` also for warnings, with `--strict`. */
export type BuildStatus = 'built' | 'unchanged' | 'skipped' | 'failed';

/** What a build of one CV prints as JSON, see `cli/json-result.ts`. */
export interface BuildObject {
  pdf: string | null;
  template: string | null;
  variant?: string | null;
  lang?: string | null;
  durationMs: number;
  messages: ReportedMessage[];
  [key: string]: unknown;
}

/** Which part of the work a line is of, by which a missing or double part is found. */
export interface ShardOfLine {
  index: number;
  count: number;
  /** Lines of this shard, and of all. */
  lines: number;
  allLines: number;
}

export interface ReportLine extends BuildObject {
  /** The CV. */
  file: string;
  status: BuildStatus;
  shard: ShardOfLine;
}

/** What tells a build from all others. */
export function keyOfLine({ file, template, variant, lang }: ReportLine): string {
  return [file, template, variant, lang].map((part) => part ?? '').join('\0');
}

/** By CV, then by template, variant and language. */
export function sortLines(lines: readonly ReportLine[]): ReportLine[] {
  return [...lines].sort((one, other) => byCodeUnits(keyOfLine(one), keyOfLine(other)));
}

/** `198 built, 1 unchanged, 1 failed · 3 warnings`. */
export function summarizeLines(lines: readonly ReportLine[]): string {
  const count = (status: BuildStatus): number => lines.filter((line) => line.status === status).length;
  const statuses = (['built', 'unchanged', 'skipped', 'failed'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${status}`);
  const warnings = lines
    .filter(({ status }) => status !== 'skipped')
    .flatMap(({ messages }) => messages)
    .filter(({ severity }) => severity === 'warning').length;
  return [
    statuses.join(', ') || 'nothing to build',
    ...(warnings > 0 ? [`${warnings} warning${warnings === 1 ? '' : 's'}`] : []),
  ].join(' · ');
}

/** 1 when a CV failed, or when nothing but skipped templates came of all. */
export function exitCodeOfLines(lines: readonly ReportLine[]): number {
  const isVain = lines.length > 0 && lines.every(({ status }) => status === 'skipped');
  return isVain || lines.some(({ status }) => status === 'failed') ? 1 : 0;
}
