/** Whole .bib files. */
import fc from 'fast-check';
import { type AnyBib, type BibEntry, bibEntry } from './any-bib-entry.ts';

/** What stands between entries. */
export const gap: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    '\n\n',
    '\n\n',
    '\n',
    ' ',
    '\r\n\r\n',
    '\n% a line that says nothing\n',
    '\n@comment{jabref-meta: {x}}\n',
    '\nText between.\n',
  ],
  ...[
    '\n@preamble{"\\newcommand{\\x}[1]{#1}"}\n',
    '\n@string{jacm = {J. ACM}}\n',
    '\n@string(x = "a" # jacm)\n',
    '\n@xdata{xd, publisher = {P}}\n',
    '\n@proceedings{pr, title = {P}, editor = {E F}}\n',
  ],
);

/** One to three, with a gap before each and one more. */
export const entries: fc.Arbitrary<{ list: BibEntry[]; gaps: string[] }> = fc
  .tuple(
    bibEntry(0),
    fc.option(bibEntry(1)),
    fc.option(bibEntry(2)),
    fc.array(gap, { minLength: 4, maxLength: 4 }),
  )
  .map(([first, ...others]) => ({
    list: [first, ...others.slice(0, 2).filter((one) => one !== null)] as BibEntry[],
    gaps: others[2] as string[],
  }));

/** Whole files: what their lists show is known. */
export const soundBib: fc.Arbitrary<AnyBib> = entries.map(({ list, gaps }) => ({
  text: list.map(({ text }, at) => (gaps[at] as string) + text).join('') + gaps[3],
  keys: list.flatMap(({ keys }) => keys),
  texts: list.flatMap(({ texts }) => texts),
}));
