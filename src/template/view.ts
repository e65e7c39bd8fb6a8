/**
 * What a template sees: the CV with every text already turned into TeX. Same shape for every template (invariant 3).
 * `to-view.ts` makes it; the Nunjucks side reads it. A missing value is `undefined` or an empty list, never an empty string,
 * so `<% if entry.place %>` works.
 */
import type { Tex } from '../latex/tex.ts';
import type { ContactKind } from '../model/cv.ts';

export interface CvView {
  /** BCP 47, e.g. `de` or `zh-Hans`. */
  lang: string;
  /** Babel's (pdflatex, lualatex) name of that language, e.g. `ngerman`; missing where mdcv has none. */
  babel?: string | undefined;
  engine: 'pdflatex' | 'xelatex' | 'lualatex';
  /** Option values after validation: choices and lengths as text safe for TeX, colours as six hex digits (`1F4E8C`), booleans. */
  options: Record<string, string | boolean>;
  /** Fonts to declare for scripts and symbols beyond the main font (xelatex and lualatex), by mdcv's name of the script. */
  scripts: string[];
  person: PersonView;
  /** For the PDF's metadata: plain text escaped for a hyperref string. */
  metadata: { title: Tex; author: Tex; keywords: Tex; lang: string };
  introduction: BlockView[];
  sections: SectionView[];
  footer?: Tex | undefined;
  date?: Tex | undefined;
}

export interface PersonView {
  /** Given and family name in reading order; `family` missing for names that do not split. */
  given?: Tex | undefined;
  family?: Tex | undefined;
  headline?: Tex | undefined;
  address: Tex[];
  contacts: ContactView[];
  /** File name within the run's folder. */
  photo?: Tex | undefined;
}

export interface ContactView {
  kind: ContactKind;
  /** Name of an icon in `templates/shared/icons.json`; missing for kinds that have none. */
  icon?: string | undefined;
  /** The visible text, already a link (`\href{…}{…}`) where the contact has a URL. */
  text: Tex;
  remark?: Tex | undefined;
}

export interface SectionView {
  title: Tex;
  /** The title as a plain string for the PDF outline. */
  bookmark: Tex;
  blocks: BlockView[];
}

export type BlockView = EntryView | ItemView | SubsectionView | ProseView;

export interface EntryView {
  type: 'entry';
  date?: Tex | undefined;
  title: Tex;
  subtitle?: Tex | undefined;
  place?: Tex | undefined;
  details: Tex[];
  body: BlockView[];
}

export interface ItemView {
  type: 'item';
  label: Tex;
  /** The item's first paragraph, inline; `body` holds what follows it. */
  text?: Tex | undefined;
  body: BlockView[];
}

export interface SubsectionView {
  type: 'subsection';
  title: Tex;
  bookmark: Tex;
  blocks: BlockView[];
}

export interface ProseView {
  type: 'prose';
  /** `list` for bullet and numbered lists, so that a template can set them in its own column. */
  kind: 'paragraph' | 'list' | 'other';
  text: Tex;
}
