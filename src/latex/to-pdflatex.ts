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

/** LaTeX sets what is below an accent twice, so each mark doubles its work; no language has more than three. */
const mostMarks = 4;

function compose(unit: string): string | undefined {
  const [letter = '', ...marks] = unit.normalize('NFD');
  if (
    marks.length === 0 ||
    marks.length > mostMarks ||
    !/\p{Script=Latin}/u.test(letter) ||
    !isInMainFont(letter, 'pdflatex')
  )
    return undefined;
  let tex = letter.replace(/^[ij]$/, '\\$&');
  for (const mark of marks) {
    const accent = accents[mark];
    if (!accent) return undefined;
    tex = `${accent}{${tex}}`;
  }
  return tex;
}
