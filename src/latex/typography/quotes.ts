import { type Edit, editMatches } from './edit.ts';
import { toHebrewMark } from './hebrew-marks.ts';

/** Opening and closing marks, outer then inner, with the spaces that belong inside them. */
export type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string];

const english: Quotes = ['“', '”', '‘', '’'];
const german: Quotes = ['„', '“', '‚', '‘'];
const corners: Quotes = ['「', '」', '『', '』'];
const guillemets: Quotes = ['«', '»', '“', '”'];

/** By language, or language and region; CLDR's delimiters. */
const quotes: ReadonlyMap<string, Quotes> = new Map(
  Object.entries<Quotes>({
    en: english,
    de: german,
    'de-ch': ['«', '»', '‹', '›'],
    bg: german,
    cs: german,
    sk: german,
    sl: german,
    is: german,
    lt: german,
    et: german,
    fr: ['«\u202f', '\u202f»', '“', '”'],
    'fr-ch': ['«\u202f', '\u202f»', '‹\u202f', '\u202f›'],
    ar: guillemets,
    fa: guillemets,
    he: ['”', '”', '’', '’'],
    ja: corners,
    'zh-hant': corners,
    'zh-tw': corners,
    'zh-hk': corners,
    'zh-mo': corners,
    es: guillemets,
    it: guillemets,
    'pt-pt': guillemets,
    el: guillemets,
    ca: guillemets,
    no: ['«', '»', '‘', '’'],
    nb: ['«', '»', '‘', '’'],
    nn: ['«', '»', '‘', '’'],
    ru: ['«', '»', '„', '“'],
    uk: ['«', '»', '„', '“'],
    be: ['«', '»', '„', '“'],
    pl: ['„', '”', '«', '»'],
    ro: ['„', '”', '«', '»'],
    hu: ['„', '”', '»', '«'],
    hr: ['„', '”', '‚', '’'],
    sr: ['„', '“', '‚', '‘'],
    sv: ['”', '”', '’', '’'],
    fi: ['”', '”', '’', '’'],
  }),
);

/** The quotes of a BCP 47 tag; English ones where the language is not known. */
export function quotesOf(lang: string): Quotes {
  const [language = '', region = ''] = lang.toLowerCase().split('-');
  return quotes.get(`${language}-${region}`) ?? quotes.get(language) ?? english;
}

/** Turns straight quotes into the language's, straight apostrophes into curly ones, and marks of feet and inches into primes. */
export function findQuotes(text: string, [open, close, innerOpen, innerClose]: Quotes): Edit[] {
  const opened: string[] = [];
  let lastOpening = -1;
  return editMatches(text, /["']/g, ({ 0: mark, index }) => {
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    const isDouble = mark === '"';
    const hebrewMark = toHebrewMark(text, index, opened);
    if (hebrewMark) return hebrewMark;
    const isParticle = isDouble && /[\u05D0-\u05EA]/.test(before) && /[\u05D0-\u05EA]/.test(after);
    const opens = isParticle || /[\s([{<\u00a0\u202f–—/«„“‚‘-]/.test(before) || lastOpening === index - 1;
    if (!isDouble && /[\p{L}\p{N}]/u.test(before) && /\p{L}/u.test(after)) return '’';
    if (/\d/.test(before) && isMeasure(isDouble, after, opened.includes(mark))) return isDouble ? '″' : '′';
    if (opens && /\s/.test(after)) return undefined;
    if (opens) {
      if (!isDouble && /\d/.test(after)) return '’';
      opened.push(mark);
      lastOpening = index;
      return isDouble ? open : innerOpen;
    }
    if (isDouble) {
      opened.length = Math.max(0, opened.lastIndexOf(mark));
      return close;
    }
    // A closing mark without its opening is an apostrophe: the students' union.
    const at = opened.lastIndexOf(mark);
    if (at < 0) return '’';
    opened.length = at;
    return innerClose;
  });
}

function isMeasure(isDouble: boolean, after: string, isOpen: boolean): boolean {
  return isDouble ? !isOpen : /\d/.test(after);
}
