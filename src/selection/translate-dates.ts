/** Dates of a CV in several languages: their months and "present" in the language that is built. */
import type { Text } from 'mdast';
import { toLocales } from '../content/language-tag.ts';
import { openWords } from '../content/recognition/date-words.ts';
import { monthOf } from '../content/recognition/month-names.ts';
import { presentWord } from '../content/recognition/present-word.ts';
import type { Block, Cv, DateRange } from '../model/cv.ts';

/** They write months as numbers with a sign behind. */
const withoutMonthNames: ReadonlySet<string> = new Set(['ja', 'ko', 'zh']);

const isOpen = new RegExp(`^(?:${openWords})$`, 'iu');
const word = /\p{L}[\p{L}\p{M}'’]*\.?(?:\s+\p{L}[\p{L}\p{M}'’]*\.?)*/gu;

/**
 * The CV with its dates in a language. A date of which a word is neither a month nor an open end stays as the author wrote it, as a whole: half a
 * translation reads worse than none.
 * @param lang BCP 47 tag
 */
export function translateDates(cv: Cv, lang: string): Cv {
  const inBlocks = (blocks: readonly Block[]): Block[] => blocks.map(inBlock);
  const inBlock = (block: Block): Block => {
    switch (block.type) {
      case 'entry':
        return {
          ...block,
          ...(block.date && { date: translateDate(block.date, lang) }),
          body: inBlocks(block.body),
        };
      case 'item':
        return { ...block, body: inBlocks(block.body) };
      case 'subsection':
        return { ...block, blocks: inBlocks(block.blocks) };
      case 'prose':
      case 'publications':
        return block;
    }
  };
  return {
    ...cv,
    introduction: inBlocks(cv.introduction),
    sections: cv.sections.map((section) => ({ ...section, blocks: inBlocks(section.blocks) })),
  };
}

function translateDate(date: DateRange, lang: string): DateRange {
  let isWhole = true;
  const children = date.text.children.map((node) => {
    if (node.type !== 'text') {
      isWhole = false;
      return node;
    }
    const value = node.value.replace(word, (words) => {
      const said = translateWords(words, lang);
      isWhole &&= said !== undefined;
      return said ?? words;
    });
    return { ...node, value } satisfies Text;
  });
  return isWhole ? { ...date, text: { ...date.text, children } } : date;
}

function translateWords(words: string, lang: string): string | undefined {
  const primary = lang.toLowerCase().split(/[-_]/)[0] as string;
  if (isOpen.test(words)) return presentWord(lang) ?? words;
  const bare = words.replace(/\.$/, '');
  const month = monthOf(bare);
  if (month === undefined || withoutMonthNames.has(primary)) return undefined;
  // Where Node does not know the language, English stands in, not the language of the machine.
  const locales = [...toLocales(lang), ...toLocales(primary), 'en'];
  const name = (style: 'long' | 'short'): string =>
    new Intl.DateTimeFormat(locales, { month: style, timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 15));
  // A form of the name that this language has is the author's choice.
  const isOwn = name('long').toLowerCase().slice(0, 3) === bare.toLowerCase().slice(0, 3);
  if (isOwn) return words;
  return bare.length > 3 && bare === words ? name('long') : name('short');
}
