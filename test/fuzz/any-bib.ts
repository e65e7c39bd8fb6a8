/** Random .bib files: whole ones of which is known what a reader should see, and what careless and hostile hands make of them. */
import fc from 'fast-check';
import { badNames, bibNames } from './any-bib-names.ts';
import { bibText } from './any-bib-text.ts';
import { anyText } from './any-text.ts';
import { applyTears, tear } from './torn-text.ts';

export interface AnyBib {
  text: string;
  /** Of its publications; for citations. */
  keys: string[];
  /** What a list of all publications shows, in any style. */
  texts: string[];
}

interface Entry extends AnyBib {
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

function entry(at: number): fc.Arbitrary<Entry> {
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

const gap = fc.constantFrom(
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

const entries = fc
  .tuple(entry(0), fc.option(entry(1)), fc.option(entry(2)), fc.array(gap, { minLength: 4, maxLength: 4 }))
  .map(([first, ...others]) => ({
    list: [first, ...others.slice(0, 2).filter((one) => one !== null)] as Entry[],
    gaps: others[2] as string[],
  }));

/** Whole files: what their lists show is known. */
export const soundBib: fc.Arbitrary<AnyBib> = entries.map(({ list, gaps }) => ({
  text: list.map(({ text }, at) => (gaps[at] as string) + text).join('') + gaps[3],
  keys: list.flatMap(({ keys }) => keys),
  texts: list.flatMap(({ texts }) => texts),
}));

/** What is done to an entry; each may cost its words, which has to be told. */
const faults: readonly ((entry: Entry, bad: string) => string)[] = [
  ({ text }) => text.replace(/,(?=\s*author)/, ''),
  ({ text }) => text.replace(/=/, ''),
  ({ text }) => text.slice(0, -1),
  ({ text, at }) => `${text.slice(0, at)}note = {a {b},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = "a {"} b",${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = {a}},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = nothing # {x} #,${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = ,= {x},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}title = {Qother},${text.slice(at)}`,
  ({ text }) => text.replace(/k\d[^,]*,/, ''),
  ({ text }) => text.replace(/k\d[^,]*,/, ','),
  ({ text }) => text.replace(/k\d[^,]*,/, 'k0,'),
  ({ text }) => text.replace(/k\d[^,]*,/, '@{x}"%#,'),
  ({ text }) => text.replace(/@(\w+)/, '@ $1 '),
  ({ text }) => text.replace(/(?<=@\w+)[{(]/, ''),
  ({ text }, bad) => text.replace(/(author\s*=\s*["{])/, (found) => `${found}${bad} and `),
  ({ text }, bad) => text.replace(/title\s*=\s*/, () => `title = {${bad}}, subtitle = `),
  ({ text, at }) => `${text.slice(0, at)}abstract = {${'{long} text % '.repeat(500)}},${text.slice(at)}`,
  ({ text, at }) => `${text.slice(0, at)}note = {${'{'.repeat(300)}x${'}'.repeat(300)}},${text.slice(at)}`,
  ({ text }) => `${text}\n${text}`,
];

const faulty = fc
  .tuple(
    entries,
    fc.array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(...faults), fc.oneof(badNames, anyText)), {
      minLength: 1,
      maxLength: 2,
    }),
  )
  .map(([{ list, gaps }, wrongs]): AnyBib => {
    const written = list.map((one, at) =>
      wrongs
        .filter(([where]) => where % list.length === at)
        .reduce((text, [, fault, bad]) => fault({ ...one, text }, bad), one.text),
    );
    return {
      text: written.map((text, at) => (gaps[at] as string) + text).join(''),
      keys: list.flatMap(({ keys }) => keys),
      texts: list.flatMap(({ texts }) => texts),
    };
  });

/** Files with entries that are not as they should be: what is lost of them is told. */
export const faultyBib: fc.Arbitrary<AnyBib> = faulty;

/** Anything: torn files too, of which nobody knows what should be left. */
export const anyBib: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: soundBib.map(({ text }) => text) },
  { weight: 3, arbitrary: faultyBib.map(({ text }) => text) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(soundBib, fc.array(tear, { minLength: 1, maxLength: 5 }))
      .map(([{ text }, tears]) => applyTears(text.replace(/\{(?:pr|xd)\}/g, '{k0, k1}'), tears)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.oneof(
          anyText,
          fc.constantFrom('@', '@book{', '@string{', '}', ')', ',', '=', '"', '#', '\n', '%'),
        ),
        { maxLength: 20 },
      )
      .map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyText, anyText, anyText)
      .map(([a, b, c]) => `@misc{k0, title = {${a}}, author = {${b}}, note = {${c}}}`),
  },
);
