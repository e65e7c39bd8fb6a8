import type { PageBox } from '../model/pdf-places.ts';
import type { TextItem, TextPage } from '../pdf/text-pages.ts';

/** A word on a page, its box in points from the page's top left corner. */
export interface PageWord extends PageBox {
  text: string;
}

/** A gap narrower than this part of the font's size parts no words: kerning moves letters by less. */
const narrowGap = 0.12;

/** The words of all pages in the order in which they are set. A piece of text may hold several words, or a part of one. */
export function toPageWords(pages: readonly TextPage[]): PageWord[] {
  const words: PageWord[] = [];
  let before: TextItem | undefined;
  for (const item of pages.flatMap(({ items }) => items)) {
    const pieces = splitItem(item);
    const [first] = pieces;
    const last = words.at(-1);
    if (first && last && before && continues(before, item)) {
      pieces.shift();
      last.text += first.text;
      last.width = first.x + first.width - last.x;
    }
    words.push(...pieces);
    before = item;
  }
  return words;
}

function continues(before: TextItem, item: TextItem): boolean {
  if (before.page !== item.page || /\s$/.test(before.text) || /^\s/.test(item.text)) return false;
  if (Math.abs(before.baseline - item.baseline) > item.fontSize / 2) return false;
  const gap = item.x - (before.x + before.width);
  return Math.abs(gap) < narrowGap * item.fontSize;
}

/** Within a piece the letters are taken to be equally wide, which is near enough to mark a word. */
function splitItem({ text, page, x, y, width, height }: TextItem): PageWord[] {
  const unit = width / text.length;
  return [...text.matchAll(/\S+/g)].map((match) => {
    const [word] = match;
    return { text: word, page, x: x + match.index * unit, y, width: word.length * unit, height };
  });
}
