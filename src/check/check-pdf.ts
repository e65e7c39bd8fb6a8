import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { OpenedPdf } from '../pdf/open-pdf.ts';
import { startStopwatch } from '../stopwatch.ts';
import { checkStranded, checkWidows } from './break-checks.ts';
import { type Check, type CheckSource, readForChecks } from './checked.ts';
import { checkContacts, checkLinks } from './contact-checks.ts';
import { checkBookmarks, checkColours, checkFonts, checkMetadata } from './document-checks.ts';
import { checkOrder } from './order-checks.ts';
import { checkImages, checkMargins, checkPageCount, checkTypeSize } from './page-checks.ts';
import { placeFindings } from './place-findings.ts';
import { type Silenced, silenceMessages } from './silence-messages.ts';
import { checkCleanText, checkExtractors, checkLostText } from './text-checks.ts';

interface ListedCheck {
  /** What holds where it finds nothing. */
  promise: string;
  check: Check;
  /** It compares the PDF with its CV. */
  needsSource?: true;
}

/** Every check, in the order in which they are told. */
const checks: readonly ListedCheck[] = [
  { promise: 'every word of the Markdown is in the PDF', check: checkLostText, needsSource: true },
  { promise: 'the words stand in their order', check: checkOrder, needsSource: true },
  { promise: 'contacts copy as they are written', check: checkContacts, needsSource: true },
  { promise: 'every character copies as it is read', check: checkCleanText },
  { promise: 'two programs read the same words', check: checkExtractors },
  { promise: 'links lead where the Markdown says', check: checkLinks },
  { promise: 'nothing is off the page or in its margins', check: checkMargins },
  { promise: 'no heading is left alone at the foot of a page', check: checkStranded },
  { promise: 'no line of a paragraph is left alone on a page', check: checkWidows, needsSource: true },
  { promise: 'the pages are as many as they may be, and filled', check: checkPageCount },
  { promise: 'no type is too small to read', check: checkTypeSize },
  { promise: 'images can be printed', check: checkImages },
  { promise: 'fonts are in the PDF and say their letters', check: checkFonts },
  { promise: 'the PDF says what it is', check: checkMetadata },
  { promise: 'every section has a bookmark', check: checkBookmarks, needsSource: true },
  { promise: 'colours are those of screens', check: checkColours },
];

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
  const ran = checks.filter(({ needsSource }) => source || !needsSource);
  const found = ran.map(({ promise, check }) => {
    const known = new Set(file.messages);
    placeFindings(check(checked), checked, file);
    return { promise, own: file.messages.filter((message) => !known.has(message)) };
  });
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
