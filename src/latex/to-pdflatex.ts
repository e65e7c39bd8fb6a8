import { isInMainFont } from './encodings.ts';
import { accents, greekLetters, symbols } from './symbols.ts';

const symbolTex: ReadonlyMap<string, string> = new Map(
  symbols.flatMap((group) => Object.entries(group.characters)),
);
const exactSymbols: ReadonlySet<string> = new Set(
  symbols.filter((group) => group.exact).flatMap((group) => Object.keys(group.characters)),
);

/**
 * TeX for a character that pdflatex's text font lacks, with the marks over it; `undefined` where there is none.
 * @param amongGreek whether a Greek letter stands beside it, which makes it part of a Greek word
 */
export function toPdflatex(unit: string, amongGreek: boolean): string | undefined {
  const greek = amongGreek ? undefined : greekLetters[unit];
  return symbolTex.get(unit) ?? greek ?? compose(unit);
}

/** Whether pdflatex sets the character so that the PDF's text holds the very character. */
export function setsExactly(unit: string, amongGreek: boolean): boolean {
  return isInMainFont(unit, 'pdflatex') || exactSymbols.has(unit) || (!amongGreek && unit in greekLetters);
}

function compose(unit: string): string | undefined {
  const [letter = '', ...marks] = unit.normalize('NFD');
  if (marks.length === 0 || !/\p{Script=Latin}/u.test(letter) || !isInMainFont(letter, 'pdflatex'))
    return undefined;
  const above = marks.filter((mark) => !belowLetter.test(mark));
  const below = marks.filter((mark) => belowLetter.test(mark));
  // TeX sets an accent over nothing but a letter of the font: marks below come last, and of two above the first has to make one.
  if (
    below.length > 1 ||
    above.length > 2 ||
    (above.length === 2 && !isInMainFont((letter + above[0]).normalize(), 'pdflatex'))
  )
    return undefined;
  // Only what stands above takes the place of the dot.
  let tex = above.length > 0 ? letter.replace(/^[ij]$/, '\\$&') : letter;
  for (const mark of [...above, ...below]) {
    const accent = accents[mark];
    if (!accent) return undefined;
    tex = `${accent}{${tex}}`;
  }
  return `\\mdcvcomposed{${toHex(unit)}}{${tex}}`;
}

/** Those of `accents` that stand below: dot, comma, cedilla, ogonek and line. */
const belowLetter = /[\u0323\u0326-\u0328\u0331]/u;

/** UTF-16, as a PDF has it. */
function toHex(text: string): string {
  return Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  ).join('');
}
