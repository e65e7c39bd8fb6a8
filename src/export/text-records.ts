/** What stands in a section without a heading of its own, as records of JSON Resume. */
import { findDates } from '../content/recognition/find-date.ts';
import type { SectionKind } from '../formats/section-kinds.ts';
import { splitLevel, splitRating } from '../formats/split-level.ts';
import { splitWords } from '../formats/split-words.ts';
import { toIsoDate } from './iso-date.ts';
import { compact } from './json-resume.ts';

type Resume = Record<string, unknown>;

/** `**Label:** text`. */
export function toItemRecord(kind: SectionKind, label: string, text: string): Resume {
  switch (kind) {
    case 'languages':
      return compact([
        ['language', label],
        ['fluency', text],
      ]);
    case 'skills': {
      const { words, level } = splitLevel(text);
      return compact([
        ['name', label],
        ['level', level],
        ['keywords', splitWords(words)],
      ]);
    }
    case 'interests':
      return compact([
        ['name', label],
        ['keywords', splitWords(text)],
      ]);
    case 'references':
      return compact([
        ['name', label],
        ['reference', text],
      ]);
    default:
      return compact([
        [titleKey(kind), label],
        ['summary', text],
      ]);
  }
}

/** A bullet, or a paragraph: a date at its end is its date. */
export function toTextRecord(kind: SectionKind, text: string): Resume {
  const line = text.replace(/\s+/gu, ' ');
  if (kind === 'languages') {
    const { words, level } = splitLevel(line);
    return compact([
      ['language', words],
      ['fluency', level],
    ]);
  }
  if (kind === 'skills') {
    const { words, level } = splitRating(line);
    return compact([
      ['name', words],
      ['level', level],
    ]);
  }
  if (kind === 'work' || kind === 'volunteer' || kind === 'education') return { summary: text };
  const dates = findDates(line);
  const { start } = dates.length === 1 ? (dates[0] ?? {}) : {};
  const key = kind === 'publications' ? 'releaseDate' : 'date';
  const isDated = kind === 'publications' || kind === 'awards' || kind === 'certificates';
  return compact([
    [titleKey(kind), text],
    [key, isDated && start ? toIsoDate(start) : undefined],
  ]);
}

/** A paragraph, which in some sections is a row of words. */
export function toTextRecords(kind: SectionKind, text: string): Resume[] {
  const isList = kind === 'languages' || kind === 'skills' || kind === 'interests';
  return isList ? splitWords(text).map((word) => toTextRecord(kind, word)) : [toTextRecord(kind, text)];
}

function titleKey(kind: SectionKind): string {
  if (kind === 'awards') return 'title';
  return kind === 'references' ? 'reference' : 'name';
}
