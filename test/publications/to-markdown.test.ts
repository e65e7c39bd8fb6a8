import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { publicationWords } from '../../src/publications/publication-words.ts';
import { texToPhrasing } from '../../src/publications/tex-to-phrasing.ts';
import { publicationsToMarkdown } from '../../src/publications/to-markdown.ts';
import { createField } from './create-field.ts';
import { createAuthors, createPhrase, createPublication } from './create-publication.ts';

const words = publicationWords('en');

function toMarkdown(tex: string): string {
  const title = { children: texToPhrasing(createField(tex), new VFile()) };
  const publication = createPublication({ title, venue: undefined, year: undefined });
  return publicationsToMarkdown([{ publications: [publication] }], words);
}

test('writes a bullet a publication, a heading a group and the number before the names', () => {
  const one = createPublication({ authors: createAuthors('Wei', '*Zhang') });
  const groups = [
    {
      title: createPhrase('2020'),
      publications: [
        { ...one, label: 'J2' },
        { ...one, label: 'J1' },
      ],
    },
    { publications: [createPublication()] },
  ];
  const list =
    '- \\[J2] Wei, **Zhang**. *A Title*. Venue, 2020.\n- \\[J1] Wei, **Zhang**. *A Title*. Venue, 2020.\n';
  expect(publicationsToMarkdown(groups, words)).toBe(`### 2020\n\n${list}\n* *A Title*. Venue, 2020.\n`);
  expect(publicationsToMarkdown(groups.slice(0, 1), words, 2)).toBe(`## 2020\n\n${list}`);
  expect(publicationsToMarkdown([], words)).toBe('');
});

test.each([
  ['Plain', '*Plain*.'],
  ['A \\emph{b} \\textbf{c} \\texttt{d}', '*A *b* **c** `d`*.'],
  ['\\emph{A}', '*_A_*.'],
  ['\\emph{A} b \\emph{C}', '*_A_ b _C_*.'],
  ['H$_2$O \\textsuperscript{a} \\underline{b}', '*H<sub>2</sub>O <sup>a</sup> <u>b</u>*.'],
  ['\\href{https://example.org/}{A}', '*[A](https://example.org/)*.'],
  // What Markdown would take for a sign of its own.
  ['2*3 [x] a\\_b <c>', '*2\\*3 \\[x] a_b \\<c>*.'],
])('writes %s', (tex, expected) => {
  expect(toMarkdown(tex)).toBe(`- ${expected}\n`);
});
