import { expect, test } from 'vitest';
import { columnWords } from '../../../src/content/recognition/column-words.ts';
import { sectionTitles } from '../../../src/content/recognition/section-titles.ts';
import {
  isAboutTitle,
  isContactTitle,
  isPersonalTitle,
  isPublicationsTitle,
  isSectionTitle,
} from '../../../src/content/recognition/section-words.ts';

test('each title and each head of a column stands in one place', () => {
  const words = [...Object.values(sectionTitles), columnWords].flat(2).flatMap((row) => row.split('|'));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(words.filter((word) => word.trim() !== word || word === '' || word.toLowerCase() !== word)).toEqual(
    [],
  );
});

test('titles of each kind are titles of sections', () => {
  const kinds = {
    publications: isPublicationsTitle,
    about: isAboutTitle,
    contact: isContactTitle,
    personal: isPersonalTitle,
  };
  for (const [kind, announces] of Object.entries(kinds)) {
    const titles = sectionTitles[kind as keyof typeof kinds].flatMap((row) => row.split('|'));
    expect(titles.filter((title) => !announces(title.toUpperCase()) && !announces(title))).toEqual([]);
    expect(titles.filter((title) => !isSectionTitle(title))).toEqual([]);
  }
});
