import { checkStranded, checkWidows } from './break-checks.ts';
import type { Check, Checked, Finding } from './checked.ts';
import { checkContacts, checkLinks } from './contact-checks.ts';
import { checkBookmarks, checkColours, checkFonts, checkMetadata } from './document-checks.ts';
import { findOffPage } from './off-page-text.ts';
import { checkOrder } from './order-checks.ts';
import { checkImages, checkMargins, checkPageCount, checkTypeSize } from './page-checks.ts';
import { checkCleanText, checkExtractors, checkLostText } from './text-checks.ts';

interface ListedCheck {
  /** What holds where it finds nothing. */
  promise: string;
  check: Check;
  /** It compares the PDF with its CV. */
  needsSource?: true;
}

const nothingOff = 'nothing is off the page or in its margins';

/** Every check, in the order in which they are told. */
const checks: readonly ListedCheck[] = [
  { promise: 'every word of the Markdown is in the PDF', check: checkLostText, needsSource: true },
  { promise: 'the words stand in their order', check: checkOrder, needsSource: true },
  { promise: 'contacts copy as they are written', check: checkContacts, needsSource: true },
  { promise: 'every character copies as it is read', check: checkCleanText },
  { promise: 'two programs read the same words', check: checkExtractors },
  { promise: 'links lead where the Markdown says', check: checkLinks },
  { promise: nothingOff, check: checkMargins },
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

/** What came of one check. */
export interface CheckOutcome {
  promise: string;
  findings: Finding[];
}

/** Runs every check that can be run: without the CV those that compare the PDF with it are left out. */
export async function runChecks(checked: Checked): Promise<CheckOutcome[]> {
  const outcomes = checks
    .filter(({ needsSource }) => checked.source || !needsSource)
    .map(({ promise, check }) => ({ promise, findings: check(checked) }));
  const withCode = (code: string): Finding[] =>
    outcomes.flatMap(({ findings }) => findings.filter((finding) => finding.code === code));
  // A word that is lost may stand off the page, which says more.
  const { explained, findings: off } = await findOffPage(
    withCode('lost-text'),
    withCode('off-page'),
    checked,
  );
  return outcomes.map(({ promise, findings }) => ({
    promise,
    findings: [
      ...findings.filter((finding) => !explained.has(finding)),
      ...(promise === nothingOff ? off : []),
    ],
  }));
}
