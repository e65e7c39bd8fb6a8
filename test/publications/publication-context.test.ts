import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import type { FrontMatter } from '../../src/content/front-matter/front-matter.ts';
import type { Cv } from '../../src/model/cv.ts';
import { createPublicationContext } from '../../src/publications/publication-context.ts';
import { createAuthors, createPhrase } from './create-publication.ts';
import { createVenues } from './create-venues.ts';

const cv: Cv = {
  lang: 'de',
  person: { name: { given: createPhrase('张锦涛'), text: '张锦涛' }, address: [], contacts: [] },
  introduction: [],
  sections: [],
  keywords: [],
};

/** Language by its word for "and", short names of venues, and which of the authors is the owner. */
function show(known: Cv | undefined, frontMatter: Omit<FrontMatter, 'contacts'>): string[] {
  const context = createPublicationContext(known, { contacts: [], ...frontMatter }, new VFile());
  const { shown } = createAuthors('张锦涛', 'Plato', 'Ada Lovelace', 'Nobody');
  const authors = shown.flatMap((author) => (typeof author === 'number' ? [] : [author]));
  return [
    context.words.and,
    ...context.venues.map((venue) => venue.short),
    ...authors.flatMap((author) =>
      context.markOwner([{ ...author, corporate: true }]).flatMap(({ family, owner }) => {
        const [text] = family.children;
        return owner && text?.type === 'text' ? [text.value] : [];
      }),
    ),
  ];
}

test.each<[Cv | undefined, Omit<FrontMatter, 'contacts'>, string[]]>([
  [undefined, {}, ['and']],
  [undefined, { lang: { value: 'fr' }, venues: createVenues({ ICML: [] }) }, ['et', 'ICML']],
  [undefined, { name: { value: 'Plato' } }, ['and', 'Plato']],
  [undefined, { firstname: { value: 'Ada' }, lastname: { value: 'Lovelace' } }, ['and', 'Ada Lovelace']],
  [undefined, { lastname: { value: 'Plato' } }, ['and', 'Plato']],
  [undefined, { aliases: { value: ['Plato', 'Ada Lovelace'] } }, ['and', 'Plato', 'Ada Lovelace']],
  // What is known of the CV goes before what is written in its front matter.
  [cv, { lang: { value: 'fr' }, name: { value: 'Plato' } }, ['und', '张锦涛']],
  [cv, { aliases: { value: ['Plato'] } }, ['und', '张锦涛', 'Plato']],
])('knows the CV by %j and %j', (known, frontMatter, expected) => {
  expect(show(known, frontMatter)).toEqual(expected);
});
