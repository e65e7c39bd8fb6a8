import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { OpenedPdf } from '../pdf/open-pdf.ts';
import { startStopwatch } from '../stopwatch.ts';
import { type CheckSource, readForChecks } from './checked.ts';
import { placeFindings } from './place-findings.ts';
import { runChecks } from './run-checks.ts';
import { type Silenced, silenceMessages } from './silence-messages.ts';

export interface CheckReport {
  pages: number;
  /** Each check that ran, with how much it found that is not silenced. */
  checks: { promise: string; findings: number }[];
  /** What was found, placed in the CV; it is added to the CV's messages, too. */
  messages: VFileMessage[];
  silenced: Silenced[];
  durationMs: number;
}

export interface CheckInput {
  /** Path of the PDF, or a PDF that is open. */
  pdf: string | OpenedPdf;
  /** Without it the PDF is checked for itself. */
  source?: CheckSource | undefined;
  /** What the build before kept back; see `silenceMessages`. */
  silenced?: readonly Silenced[] | undefined;
  /** Where messages go without a source. */
  vfile?: VFile | undefined;
}

/**
 * Opens a PDF and holds it against the CV that it was made of and against what a finished PDF has to be.
 * @throws MdcvError `missing-file`, `bad-pdf`
 */
export async function checkPdf({ pdf, source, silenced = [], vfile }: CheckInput): Promise<CheckReport> {
  const elapsedMs = startStopwatch();
  const file = source?.vfile ?? vfile ?? new VFile({ path: typeof pdf === 'string' ? pdf : 'cv.pdf' });
  const checked = await readForChecks(pdf, source);
  const before = new Set(file.messages);
  const outcomes = await runChecks(checked);
  const found = outcomes.map(({ promise, findings }) => ({
    promise,
    own: placeFindings(findings, checked, file),
  }));
  const quiet = source?.frontMatter.checks;
  const kept = quiet ? silenceMessages(file, quiet, silenced) : [];
  const told = new Set(file.messages);
  return {
    pages: checked.pages.length,
    checks: found.map(({ promise, own }) => ({
      promise,
      findings: own.filter((message) => told.has(message)).length,
    })),
    messages: file.messages.filter((message) => !before.has(message)),
    silenced: kept,
    durationMs: elapsedMs(),
  };
}
