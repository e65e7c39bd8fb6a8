/** Random entries of .bib files, whole, of which is known what a reader should see. */
import fc from 'fast-check';
import { bibNames } from './any-bib-names.ts';
import { bibText } from './any-bib-text.ts';

export interface AnyBib {
  text: string;
  /** Of its publications; for citations. */
  keys: string[];
  /** What a list of all publications shows, in any style. */
  texts: string[];
}

export interface BibEntry extends AnyBib {
  /** Offset in `text` of the title's field. */
  at: number;
}

const types = [
  'article',
  'inproceedings',
  'book',
  'incollection',
  'phdthesis',
  'techreport',
  'misc',
  'unpublished',
].concat([
  'online',
  'software',
  'dataset',
  'patent',
  'mvbook',
  'collection',
  'thesis',
  'report',
  'Article',
  'BOOK',
]);
const keyEnd = fc.constantFrom(
  '',
  ':2020',
  '-x',
  '_y',
  '.z',
  '+a',
  '/b',
  "'c",
  'ü',
  '中',
  '&d',
  '$',
  '^',
  '!',
  '*',
  '[e]',
  '|',
);

/** Fields of which nothing is claimed: what else people and programs write. */
const field: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...[
      'year = 2020',
      'year = "2020"',
      'year = {in press}',
      'year = {2019--2020}',
      'date = {2020-05/2021-06}',
      'date = {2020~}',
    ],
    ...[
      'date = {../2020}',
      'date = {20XX}',
      'month = may',
      'month = "1~" # jan',
      'month = jan # "/" # feb',
      'month = {13}',
    ],
    ...[
      'pages = {1--10}',
      'pages = {e12-e14}',
      'pages = "7+"',
      'volume = 12',
      'number = {3-4}',
      'edition = {2nd}',
      'issue = 1',
    ],
    ...[
      'doi = {10.1000/a_b%c#d~e}',
      'doi = {https://doi.org/10.1000/182}',
      'doi = {10.1000/\\_x}',
      'doi = {none}',
      'doi = {10.1/<x>}',
    ],
    ...[
      'url = {https://example.org/a_b%20c#d~e\\_f}',
      'url = {\\url{https://example.org}}',
      'url = {javascript:x}',
      'url = {a b}',
    ],
    ...[
      'eprint = {2401.00001}, archiveprefix = {arXiv}',
      'eprinttype = {arxiv}',
      'isbn = {978-0-00}',
      'pmid = 12',
      'langid = {german}',
    ],
    ...[
      'crossref = {nowhere}',
      'crossref = {pr}',
      'xdata = {xd}',
      'keywords = {a; b, selected}',
      'selected = true',
      'pubstate = {inpress}',
    ],
    ...[
      'author+an = {1=highlight}',
      'author+an:default = {=corresponding; 9=equal}',
      'code = {https://example.org/}, code+an = {="2K"}',
    ],
    ...[
      'award = {Best}',
      'abstract = {%}',
      'note = {\\url{x}}',
      'file = {:C\\:\\\\x.pdf:PDF}',
      'options = {useprefix}',
      'type = {phdthesis}',
    ],
    ...[
      'journal = jacm',
      'journal = {\\apj}',
      'booktitle = {Proceedings of the 3rd Workshop (W)}',
      'publisher = {A \\& B}',
      'school = {U}',
    ],
    ...[
      'editor = {A B and others}',
      'subtitle = {S}',
      'month = dec',
      'day = 1',
      '__proto__ = {x}',
      'owner = "a" # "b" # {c}',
    ],
  ),
  bibText.map(({ tex }) => `journal = {${tex}}`),
  bibText.map(({ tex }) => `note = {${tex}}`),
  bibNames.map(({ tex }) => `editor = {${tex}}`),
);

const layout = fc.record({
  isQuoted: fc.boolean(),
  /** The title is joined of two pieces, one of which may be a string. */
  join: fc.constantFrom('', '', '', 'braces', 'string'),
  gap: fc.constantFrom('\n  ', '\n  ', ' ', '', '\r\n\t'),
  equals: fc.constantFrom(' = ', '=', '  =\n  '),
  last: fc.constantFrom('', ',', ',\n', ' '),
  brackets: fc.constantFrom('{}', '{}', '{}', '()'),
});

/** @param at makes its key and its string its own */
export function bibEntry(at: number): fc.Arbitrary<BibEntry> {
  return fc
    .tuple(fc.constantFrom(...types), keyEnd, bibText, bibNames, fc.array(field, { maxLength: 5 }), layout)
    .map(([type, end, title, names, fields, { isQuoted, join, gap, equals, last, brackets }]) => {
      const key = `k${at}${end}`;
      const value = (tex: string): string => (isQuoted ? `"${tex.replaceAll('"', '{"}')}"` : `{${tex}}`);
      const joined = join === 'string' ? `s${at} # ` : join === 'braces' ? `{Qjoined } # ` : '';
      // In quotes a bare `"` ends the value, so what has accents written with it stands in braces.
      const own = (name: string, tex: string): string =>
        `${name}${equals}${joined && name === 'title' ? joined : ''}${tex.includes('"') ? `{${tex}}` : value(tex)}`;
      const head = `${join === 'string' ? `@string{s${at} = "Qstring "}\n` : ''}@${type}${brackets[0]}${key},`;
      const rest = [own('title', title.tex), own('author', names.tex), ...fields].join(`,${gap}`);
      return {
        text: `${head}${gap}${rest}${last}${brackets[1]}`,
        at: head.length + gap.length,
        keys: [key],
        texts: [
          `${join === 'string' ? 'Qstring ' : join === 'braces' ? 'Qjoined ' : ''}${title.text}`,
          ...names.texts,
        ],
      };
    });
}
