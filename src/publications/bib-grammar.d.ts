/** The one module of latex-utensils that reads BibTeX; the package has types only for its whole, which loads a parser of LaTeX, too. */
declare module 'latex-utensils/out/src/bibtex/bibtex_parser_simple.js' {
  import type { bibtexParser } from 'latex-utensils';

  export function parse(text: string): bibtexParser.BibtexAst;
}
