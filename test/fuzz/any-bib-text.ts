/** What people write into the fields of .bib files, each piece with what its reader sees: found out without mdcv. */
import fc from 'fast-check';

export interface BibText {
  tex: string;
  /** Letters, digits and signs; empty where it is better not to say. */
  text: string;
}

const pairs = (table: Readonly<Record<string, string>>): BibText[] =>
  Object.entries(table).map(([tex, text]) => ({ tex, text }));

/** A letter as TeX and people write it; whole, so that it may stand within a word. */
const accents = pairs({
  '{\\"o}': 'ö',
  '\\"{o}': 'ö',
  '\\"o': 'ö',
  '{\\"{u}}': 'ü',
  "\\'{\\i}": 'í',
  "{\\'\\i}": 'í',
  "\\'{e}": 'é',
  "{\\'e}": 'é',
  '\\`a': 'à',
  '\\^{\\i}': 'î',
  '\\~n': 'ñ',
  '{\\~{n}}': 'ñ',
  '\\v{s}': 'š',
  '{\\v s}': 'š',
  '\\c{c}': 'ç',
  '\\c cx': 'çx',
  '\\H{o}': 'ő',
  '\\u{g}': 'ğ',
  '\\k{a}': 'ą',
  '\\r{a}': 'å',
  '\\=a': 'ā',
  '\\.{z}': 'ż',
  '{\\ss}': 'ß',
  '\\ss{}': 'ß',
  '{\\L}': 'Ł',
  '{\\o}': 'ø',
  '{\\ae}': 'æ',
  '\\OE{}': 'Œ',
  '\\aa ': 'å',
  '{\\i}': 'ı',
  é: 'é',
  ø: 'ø',
});

/** Parts of a title; parted by blanks. */
const parts = pairs({
  '\\&': '&',
  '\\%': '%',
  '5\\%': '5%',
  'C\\#': 'C#',
  '\\#1': '#1',
  'a\\_b': 'a_b',
  '\\$5': '$5',
  '\\textasciitilde{}': '~',
  '\\textbackslash{}x': '\\x',
  '\\{x\\}': '{x}',
  '--': '',
  '---': '',
  "``quoted''": 'quoted',
  "`a'": 'a',
  '{Berlin}': 'Berlin',
  '{{ABC}}': 'ABC',
  '{D}eep': 'Deep',
  'na{\\"\\i}ve': 'naïve',
  '\\emph{set}': 'set',
  '{\\em set}': 'set',
  '\\textbf{bold \\textit{both}}': 'bold both',
  '\\textsc{Small}': 'Small',
  '\\texttt{co\\_de}': 'co_de',
  '{\\itshape x}': 'x',
  '\\enquote{said}': 'said',
  '$x^2$': '',
  '$\\alpha$': '',
  '$\\frac{a}{b}$': '',
  '\\(n\\)': '',
  '$O(n \\log n)$': '',
  '$\\mathcal{O}(n)$': '',
  CO$_2$: '',
  '\\LaTeX{}': '',
  '\\url{https://example.org/a_b%20c\\#d}': '',
  '\\href{https://example.org/}{there}': 'there',
  '\\footnote{n}': '',
  '\\unknown{kept}': 'kept',
  '\\foo': '',
  '\\mkbibquote{q}': 'q',
  'C++': 'C++',
  'a/b': 'a/b',
  '<i>it</i>': 'it',
  '&amp;': '&',
  'R&D': 'R&D',
  '100%': '100%',
  x_1: '',
  中文标题: '中文标题',
  テスト: 'テスト',
  Данные: 'Данные',
  Ελλάδα: 'Ελλάδα',
  عربي: 'عربي',
  עברית: 'עברית',
  '\u200f': '',
  '👩‍💻': '',
  '−5': '',
});

/** A word that no other text holds, so that it can be looked for. */
const plainWord = fc
  .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 3, maxLength: 7 })
  .map((letters): BibText => ({ tex: `Q${letters}`, text: `Q${letters}` }));

/** The same with letters that TeX writes by commands. */
const accentedWord = fc
  .tuple(plainWord, fc.constantFrom(...accents), fc.constantFrom('', 'n', 'rg'))
  .map(([word, accent, end]) => ({
    tex: `${word.tex}${accent.tex}${end}`,
    text: word.text + accent.text + end,
  }));

export const bibWord: fc.Arbitrary<BibText> = fc.oneof(
  { weight: 2, arbitrary: plainWord },
  { weight: 1, arbitrary: accentedWord },
);

const between = fc.constantFrom(' ', ' ', ' ', ' ', '~', '\n  ', '  ', '\\ ', ' \\\\ ');

/** Text that stands in braces or quotes: its braces are balanced. */
export const bibText: fc.Arbitrary<BibText> = fc
  .tuple(
    bibWord,
    fc.array(fc.tuple(between, fc.oneof({ weight: 2, arbitrary: bibWord }, fc.constantFrom(...parts))), {
      maxLength: 6,
    }),
  )
  .map(([first, rest]) => ({
    tex: first.tex + rest.map(([gap, { tex }]) => gap + tex).join(''),
    text: [first, ...rest.map(([, piece]) => piece)].map(({ text }) => text).join(' '),
  }));
