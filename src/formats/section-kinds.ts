import { ar } from './section-titles/ar.ts';
import { de } from './section-titles/de.ts';
import { el } from './section-titles/el.ts';
import { en } from './section-titles/en.ts';
import { es } from './section-titles/es.ts';
import { fr } from './section-titles/fr.ts';
import { he } from './section-titles/he.ts';
import { it } from './section-titles/it.ts';
import { ja } from './section-titles/ja.ts';
import { ko } from './section-titles/ko.ts';
import { nl } from './section-titles/nl.ts';
import { pl } from './section-titles/pl.ts';
import { pt } from './section-titles/pt.ts';
import { ru } from './section-titles/ru.ts';
import { tr } from './section-titles/tr.ts';
import { zh } from './section-titles/zh.ts';
import { zhHant } from './section-titles/zh-hant.ts';

/**
 * What the sections of a CV are about, in the words of JSON Resume, and how they are titled in each language. The first title of a language is
 * the one that an imported CV gets; all of them are recognised when a CV is exported.
 */
export type SectionKind =
  | 'summary'
  | 'work'
  | 'volunteer'
  | 'education'
  | 'projects'
  | 'publications'
  | 'awards'
  | 'certificates'
  | 'skills'
  | 'languages'
  | 'interests'
  | 'references';

/** Titles of each kind, `|` between them, and that of a section for what has no place elsewhere. */
export type SectionTitles = Readonly<Record<SectionKind | 'further', string>>;

/** By language subtag; `zh-hant` stands for Chinese in traditional characters. */
const titles: Readonly<Record<string, SectionTitles>> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  pl,
  ru,
  el,
  tr,
  zh,
  'zh-hant': zhHant,
  ja,
  ko,
  ar,
  he,
};

/** The title of a section in a language, English where mdcv has no words of it. */
export function sectionTitle(kind: SectionKind, lang: string): string {
  const [title = ''] = titlesOf(lang)[kind].split('|');
  return title;
}

/** The title of a section for what has no place elsewhere. */
export function furtherTitle(lang: string): string {
  return titlesOf(lang).further;
}

/** The kind that a title announces, in any of the languages. */
export function sectionKindOf(title: string): SectionKind | undefined {
  const key = toKey(title);
  for (const { further: _, ...one } of Object.values(titles))
    for (const [kind, words] of Object.entries(one))
      if (words.split('|').some((word) => toKey(word) === key)) return kind as SectionKind;
  return undefined;
}

function titlesOf(lang: string): SectionTitles {
  const tag = lang.toLowerCase();
  if (/^zh-(?:.*hant|tw|hk|mo)/.test(tag)) return zhHant;
  const [language = ''] = tag.split('-');
  return (Object.hasOwn(titles, language) ? titles[language] : undefined) ?? en;
}

function toKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/(?<!\s)\s*&\s*/gu, ' and ')
    .replace(/['’]/gu, '’')
    .replace(/[^\p{L}\p{M}\p{N}’]+/gu, ' ')
    .trim();
}
