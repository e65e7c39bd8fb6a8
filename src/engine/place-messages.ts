import type { VFile } from 'vfile';
import { addProblem, problems, type Severity } from '../problem.ts';
import { describeEarlyEnd, describeOpenGroups, findReached, isWhole } from './describe-ending.ts';
import { describeError } from './describe-error.ts';
import { describeOverfull, describeReference } from './describe-layout.ts';
import { describeMissingFile, describeMissingFont } from './describe-missing.ts';
import { describeMissingCharacters } from './describe-missing-characters.ts';
import { describeStop } from './describe-stop.ts';
import { describeWarning } from './describe-warning.ts';
import type { EngineRun, LogEntry, TexDocument } from './engine.ts';
import { cutShort } from './explain-error.ts';
import { createPlaceFinder, type PlaceFinder } from './find-place.ts';
import type { Finding } from './finding.ts';

/** More messages than this help nobody; the errors come first. */
const mostMessages = 50;
const endOfFile = /^(?:File ended while scanning|Emergency stop: job aborted, no legal)/;
const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Adds what a run of TeX has to tell to the CV's messages, in plain words, each at the line of Markdown that it comes from, else
 * at the template's, else at the .tex. What is told twice is merged.
 * @param entries of the run's log
 */
export function placeMessages(
  entries: readonly LogEntry[],
  document: TexDocument,
  run: Pick<EngineRun, 'pdf' | 'settled' | 'timedOut' | 'outOf' | 'aborted' | 'exitCode' | 'passes' | 'log'>,
  vfile: VFile,
): void {
  if (run.aborted) return;
  const finder = createPlaceFinder(document, vfile);
  const told = dropConsequences(untilCutShort(entries));
  const findings = merge([
    ...describeStop(run, entries, finder),
    ...told.flatMap((entry) => describeEntry(entry, entries, finder) ?? []),
    ...describeMissingCharacters(
      told.filter((entry) => entry.kind === 'missing-character'),
      finder,
    ),
    ...(run.settled || run.exitCode !== 0 ? [] : [describeUnsettled(run.passes)]),
  ]);
  if (!findings.some(({ code }) => problems[code] === 'error')) {
    // A TeX that crashed has not read the document to any end.
    if (run.exitCode !== undefined && !isWhole(entries, finder))
      findings.push(describeEarlyEnd(entries, finder));
    else if (!run.pdf) findings.push(describeNoPdf(run.log));
  }
  const sorted = findings.sort((a, b) => weight[problems[a.code]] - weight[problems[b.code]]);
  for (const finding of sorted.slice(0, mostMessages)) addFinding(finding, vfile);
  const left = sorted.length - mostMessages;
  if (left > 0) {
    addFinding(
      {
        code: 'tex-warning',
        reason: `TeX had ${left} more messages`,
        note: 'Mend the first ones: the others often follow from them. All are in the log, which `--keep` leaves.',
      },
      vfile,
    );
  }
}

/** Where raw LaTeX ends the document too early, or leaves open what it opens, LaTeX complains afterwards of all that was open. */
function untilCutShort(entries: readonly LogEntry[]): readonly LogEntry[] {
  const end = entries.findIndex(
    (entry) => entry.kind === 'open-groups' || (entry.kind === 'error' && cutShort.test(entry.message)),
  );
  return end < 0 ? entries : entries.slice(0, end + 1);
}

/** What only says that TeX stopped because of something that it told before. */
function dropConsequences(entries: readonly LogEntry[]): LogEntry[] {
  const isEnd = (entry: LogEntry): boolean =>
    entry.kind === 'error' &&
    /^(?:==> Fatal|Emergency stop|Interruption|xdvipdfmx:fatal)/.test(entry.message);
  const failed = entries.some((entry) => isFailure(entry) && !isEnd(entry));
  const fontMissing = entries.some((entry) => entry.kind === 'missing-font');
  return entries.filter((entry) => {
    if (entry.kind === 'error' && /^(?:==> Fatal|Interruption)/.test(entry.message)) return false;
    if (isEnd(entry)) return !failed && !isStopped(entry);
    if (entry.kind === 'missing-character') return !(fontMissing && entry.font === 'nullfont');
    // LaTeX warns of a missing picture before the driver makes it an error.
    return !(failed && entry.kind === 'warning' && /^File `.*' not found$/.test(entry.message));
  });
}

function isFailure(entry: LogEntry): boolean {
  return ['error', 'open-groups', 'missing-file', 'missing-font'].includes(entry.kind);
}

/** The end that the time limit brought. */
function isStopped(entry: LogEntry): boolean {
  return entry.kind === 'error' && entry.message.includes('End of file on the terminal');
}

function describeEntry(
  entry: LogEntry,
  entries: readonly LogEntry[],
  finder: PlaceFinder,
): Finding | Finding[] | undefined {
  switch (entry.kind) {
    case 'error': {
      const finding = describeError(entry, finder);
      // The end of the file has no line: what swallowed the rest of the CV is in the part that was reached last.
      return !finding.spot && endOfFile.test(entry.message)
        ? { ...finding, spot: findReached(entries, finder) }
        : finding;
    }
    case 'missing-file':
      return describeMissingFile(entry, finder);
    case 'missing-font':
      return describeMissingFont(entry, finder);
    case 'open-groups':
      return describeOpenGroups(entry.groups, finder);
    case 'overfull':
      return describeOverfull(entry, finder);
    case 'undefined-reference':
      return describeReference(entry, finder);
    case 'warning':
      return describeWarning(entry, finder);
    // These are told together, this by the run itself (`settled`), and those only help to find places.
    case 'missing-character':
    case 'rerun':
    case 'reached':
    case 'whole':
      return undefined;
  }
}

function describeUnsettled(passes: number): Finding {
  return {
    code: 'tex-unsettled',
    reason: `TeX still asked for another pass after pass ${passes}`,
    note: 'Page numbers and references may be wrong; something on a page moves with its own number.',
  };
}

function describeNoPdf(log: string): Finding {
  const last = log.trimEnd().split('\n').at(-1)?.trim();
  return {
    code: 'no-pdf',
    reason: 'TeX ended without a PDF and without saying why',
    note: last ? `The last that it said: ${last.slice(0, 200)}` : 'It said nothing; see `mdcv doctor`.',
  };
}

function merge(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { code, reason, spot } = finding;
    const key = [code, reason, spot?.file, spot?.line].join('\n');
    if (!merged.has(key)) merged.set(key, finding);
  }
  return [...merged.values()];
}

function addFinding({ code, reason, note, spot }: Finding, vfile: VFile): void {
  const by = spot?.printedBy;
  const hint = by && problems[code] === 'error' && `It is printed by \`${by.file}\`, line ${by.line}.`;
  addProblem(vfile, code, {
    reason,
    note: [note, hint].filter(Boolean).join(' ') || undefined,
    ...(spot && { place: { line: spot.line, column: spot.column ?? 1 }, file: spot.file }),
  });
}
