import type { CheckReport } from '../check/check-pdf.ts';
import type { FieldCoverage } from '../template/to-document.ts';
import { colours, printLine } from './print.ts';

/** What a check adds to the JSON of a build. */
export function toJsonReport({ checks, silenced, durationMs }: CheckReport): object {
  return { checks, silenced, checkMs: Math.round(durationMs) };
}

/** One line after a build's own. */
export function printChecked(report: CheckReport): void {
  printLine([describeChecked(report), `${(report.durationMs / 1000).toFixed(1)} s`].join(' · '));
}

/** How many checks hold. */
export function describeChecked({ checks, silenced }: CheckReport): string {
  const kept = checks.filter(({ findings }) => findings === 0).length;
  return [`checked: ${kept} of ${checks.length} hold`, ...quiet(silenced)].join(' · ');
}

/** Each check in a line: whether what it promises holds, and how much speaks against it. */
export function printChecks({ checks, silenced }: CheckReport): void {
  for (const { promise, findings } of checks) {
    const mark = findings === 0 ? '✓' : colours.yellow('✗');
    printLine(`${mark} ${promise}${findings > 0 ? ` (${findings} against it)` : ''}`);
  }
  for (const { code, reason, count } of silenced)
    printLine(`${colours.dim('–')} ${code}, ${count} silenced: ${reason}`);
}

/** The fields that a template left out; one line where it printed all. */
export function printCoverage(coverage: readonly FieldCoverage[], template: string): void {
  const left = coverage.filter(({ unprinted }) => unprinted > 0);
  const values = coverage.reduce((sum, { printed, unprinted }) => sum + printed + unprinted, 0);
  if (left.length === 0) {
    printLine(`✓ ${template} prints all ${values} values of ${coverage.length} fields`);
    return;
  }
  const width = Math.max(...left.map(({ field }) => field.length));
  printLine(`${colours.yellow('✗')} ${template} leaves out:`);
  for (const { field, printed, unprinted } of left)
    printLine(`    ${field.padEnd(width)}  ${unprinted} of ${printed + unprinted}`);
}

function quiet(silenced: CheckReport['silenced']): string[] {
  const count = silenced.reduce((sum, one) => sum + one.count, 0);
  return count > 0 ? [`${count} silenced`] : [];
}
