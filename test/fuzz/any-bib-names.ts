/** Names of authors in all forms that BibTeX and BibLaTeX know, with what a reader sees of each. */
import fc from 'fast-check';
import { type BibText, bibWord } from './any-bib-text.ts';

export interface BibName {
  tex: string;
  /** Words that every style prints whole. */
  texts: string[];
}

const given = fc.constantFrom(
  'Ada',
  'A.',
  'A. B.',
  'Jean-Luc',
  'J.-L.',
  "Mar{\\'\\i}a",
  'Ада',
  '{\\"O}zg{\\"u}r',
  "D'Arcy",
);
const particle = fc.constantFrom('von', 'van der', 'de la', "d'", 'al');
const suffix = fc.constantFrom('Jr.', 'III', 'Sr');

/** In a list of names a blank that no brace hides parts words, also the one that ends a command. */
const word = bibWord.map(({ tex, text }) => ({ tex: /\s/.test(tex) ? `{${tex}}` : tex, text }));

/** A family name, of which only the marked word counts: an accent may be part of a word that breaks. */
const family: fc.Arbitrary<BibText> = fc.oneof(
  { weight: 4, arbitrary: word },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, word)
      .map(([a, b]) => ({ tex: `{${a.tex} ${b.tex}}`, text: `${a.text} ${b.text}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(word, word)
      .map(([a, b]) => ({ tex: `${a.tex}-${b.tex}`, text: `${a.text} ${b.text}` })),
  },
);

const person: fc.Arbitrary<BibName> = fc
  .tuple(family, given, particle, suffix, fc.nat({ max: 7 }))
  .map(([{ tex, text }, first, von, jr, form]) => {
    switch (form) {
      case 0:
        return { tex, texts: [text] };
      case 1:
        return { tex: `${first} ${tex}`, texts: [text] };
      case 2:
        return { tex: `${first} ${von} ${tex}`, texts: [text, von] };
      case 3:
        return { tex: `${von} ${tex}, ${first}`, texts: [text, von] };
      case 4:
        return { tex: `${von} ${tex}, ${jr}, ${first}`, texts: [text, von, jr] };
      case 5:
        return { tex: `${tex}, ${first}`, texts: [text] };
      case 6:
        return { tex: `${tex},\n   ${first}`, texts: [text] };
      default:
        return { tex: `family={${tex}}, given={${first}}, prefix={${von}}`, texts: [text, von] };
    }
  });

const institution: fc.Arbitrary<BibName> = word.map(({ tex, text }) => ({
  tex: `{Institute of ${tex} and Sons, Ltd.}`,
  texts: [`Institute of ${text} and Sons Ltd`],
}));
const eastAsian: fc.Arbitrary<BibName> = fc.constantFrom(
  { tex: '张, 三', texts: ['张', '三'] },
  { tex: '山田太郎', texts: ['山田太郎'] },
  { tex: '김 철수', texts: ['김', '철수'] },
);

const name: fc.Arbitrary<BibName> = fc.oneof(
  { weight: 6, arbitrary: person },
  { weight: 1, arbitrary: institution },
  { weight: 1, arbitrary: eastAsian },
);

const and = fc.constantFrom(' and ', ' and ', ' and\n', '\tand  ', ' AND ');

/** A list of names. */
export const bibNames: fc.Arbitrary<BibName> = fc
  .tuple(
    fc.array(fc.tuple(name, and), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', 'others', 'et al.'),
  )
  .map(([names, others]) => ({
    tex:
      names.map(([one, joint], at) => one.tex + (at < names.length - 1 ? joint : '')).join('') +
      (others && ` and ${others}`),
    texts: names.flatMap(([one]) => one.texts),
  }));

/** What is no list of names. */
export const badNames: fc.Arbitrary<string> = fc.constantFrom(
  'and',
  'and and',
  'others',
  ',',
  ', , ,',
  'A, B, C, D',
  'Qone, Qtwo, Qthree, Qfour and Qfive',
  'Qa and , and Qb',
  '{}',
  '{{}}',
  '~',
  '\\',
  "\\'{}",
  'family=',
  'given=x, given=y',
  'Qa;Qb;Qc',
  '$x$ and Qy',
  'von',
  'de la and van',
  '*',
  'Qa* and Qb\\textsuperscript{1,2}',
);
