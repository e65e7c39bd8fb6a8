import { readTextPages, type TextItem } from '../pdf/text-pages.ts';
import { widenPages } from '../pdf/widen-pages.ts';
import type { Checked, Finding } from './checked.ts';
import { foldLetters } from './letters.ts';
import { shorten } from './page-checks.ts';

/** Points; TeX itself can go no farther than 16,384. */
const beyond = 14_400;

export interface OffPage {
  /** Those of the lost words that stand off the pages. */
  explained: ReadonlySet<Finding>;
  /** What is to be told of them, one finding for those of a line of the Markdown. */
  findings: Finding[];
}

/**
 * Looks for lost words beside the pages, which readers of PDFs leave out.
 * @param lost `lost-text`
 * @param told `off-page`, of lines that begin on their page
 */
export async function findOffPage(
  lost: readonly Finding[],
  told: readonly Finding[],
  { bytes, objects, pages }: Checked,
): Promise<OffPage> {
  // pdf-lib writes no encrypted PDF anew, and that it is encrypted is told.
  if (lost.length === 0 || objects.encrypted) return { explained: new Set(), findings: [] };
  const wide = await readTextPages(await widenPages(bytes, beyond));
  const off = wide.flatMap(({ items }, index) => items.filter((item) => isOff(item, pages[index])));
  const groups = new Map<string, { words: string[]; item: TextItem; first: Finding }>();
  const explained = new Set<Finding>();
  for (const finding of lost) {
    const letters = foldLetters(finding.word ?? '');
    const item = off.find(({ text }) => foldLetters(text).includes(letters));
    if (!item || letters === '') continue;
    explained.add(finding);
    const key = `${item.page} ${lineOf(finding)}`;
    const group = groups.get(key) ?? { words: [], item, first: finding };
    groups.set(key, group);
    group.words.push(finding.word ?? '');
  }
  return {
    explained,
    findings: [...groups.values()]
      .filter(({ item }) => !told.some(({ at }) => at && isSameLine(at, item)))
      .map(({ words, item, first }) => ({
        code: 'off-page',
        reason: `“${shorten(words.join(' '))}” stands off page ${item.page}, where nobody sees it`,
        note: 'A length in raw LaTeX or in the template puts it there, or what stands before it is too long. Shorten that, or take the length out.',
        place: first.place,
      })),
  };
}

/** Whether it does not lie wholly on its page. */
function isOff(item: TextItem, page: { width: number; height: number } | undefined): boolean {
  if (!page) return false;
  const left = item.x - beyond;
  const top = item.y - beyond;
  return left < 0 || top < 0 || left + item.width > page.width || top + item.height > page.height;
}

function isSameLine(at: { page: number; y: number; height: number }, item: TextItem): boolean {
  const baseline = item.baseline - beyond;
  return at.page === item.page && at.y <= baseline && baseline <= at.y + at.height;
}

function lineOf({ place }: Finding): number | undefined {
  if (!place) return undefined;
  if ('line' in place) return place.line;
  return 'start' in place ? place.start.line : place.position?.start.line;
}
