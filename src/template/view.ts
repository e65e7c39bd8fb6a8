/**
 * What a template sees: the CV with every text already turned into TeX. Same shape for every template (invariant 3).
 * `to-view.ts` makes it; the Nunjucks side reads it. A missing value is `undefined` or an empty list, never an empty string,
 * so `<% if entry.place %>` works.
 */
import type { IdeographRegion } from '../latex/ideograph-region.ts';
import type { Tex } from '../latex/tex.ts';
import type { ContactKind } from '../model/cv.ts';
import type { PdfProfile } from '../model/pdf-profile.ts';
import type { PublicationKind } from '../model/publication.ts';

export interface ScriptFontView {
  script: string;
  encoding: string;
  family: string;
}

export interface CvView {
  /** BCP 47, e.g. `de` or `zh-Hans`. */
  lang: string;
  /** The file of TeX's without which words of that language are not divided; missing for English, and where no words are. */
  hyphenation?: string | undefined;
  /** The direction of that language. With `rtl` the engine is lualatex, which turns the whole page. */
  direction: 'ltr' | 'rtl';
  /** As which region draws them, by the name that fonts have for it. */
  ideographs: IdeographRegion;
  /** Babel's (pdflatex, lualatex) name of that language, e.g. `ngerman`; missing where mdcv has none. */
  babel?: string | undefined;
  /** Whether letters such as `č`, `ş` and `ą` are in the text, which some fonts put together from parts. */
  wideLatin: boolean;
  engine: 'pdflatex' | 'xelatex' | 'lualatex';
  profile: PdfProfile;
  /** Option values after validation: choices and lengths as text safe for TeX, colours as six hex digits (`1F4E8C`), booleans. */
  options: Record<string, string | boolean>;
  /** Fonts to declare for scripts and symbols beyond the main font (xelatex and lualatex), by mdcv's name of the script. */
  scripts: string[];
  /** Fonts of other encodings to declare, and their scripts (pdflatex). */
  scriptFonts: ScriptFontView[];
  person: PersonView;
  /** For the PDF's metadata: plain text escaped for a hyperref string. */
  metadata: MetadataView;
  introduction: BlockView[];
  sections: SectionView[];
  footer?: Tex | undefined;
  date?: Tex | undefined;
  /** Of a letter; its text is the introduction. */
  letter?: LetterView | undefined;
  /** What the end of the body has told to the log, so that raw LaTeX in the CV, of which it is made, cannot tell it before. */
  seal: Tex;
}

export interface LetterView {
  /** Lines. */
  recipient: Tex[];
  date?: Tex | undefined;
  subject?: Tex | undefined;
  opening: Tex;
  closing: Tex;
  /** File name within the run's folder. */
  signature?: Tex | undefined;
  enclosures?: { label: Tex; items: Tex[] } | undefined;
}

export interface MetadataView {
  title: Tex;
  author: Tex;
  keywords: Tex;
  lang: string;
  /** The program that writes the PDF, without its version: another version may well write the same bytes. */
  producer: Tex;
  /** 32 hexadecimal digits, see `file-identifier.ts`. */
  id: Tex;
  /** Whether the PDF says that it is PDF/A-2u. */
  pdfa: boolean;
  /** The same values for XML. */
  xmp: { title: Tex; author: Tex; keywords: Tex };
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
  /** Name of an icon in `templates/shared/icons.json`; missing for kinds that have none, and where the text has a label. */
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

export type BlockView = EntryView | ItemView | SubsectionView | ProseView | PublicationListView;

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

/** Publications; the partial `publications-<style>.njk` sets them. */
export interface PublicationListView {
  type: 'publications';
  style: string;
  /** Marks beside names and what they say, in the first list of a CV that has any; else empty. */
  legend: { sign: Tex; meaning: Tex }[];
  groups: PublicationGroupView[];
  /** The longest of the labels, where there are any: the room that they need. */
  widestLabel?: Tex | undefined;
  words: PublicationListWords;
}

/** Words in the language of the CV that a style puts between the parts of a publication. */
export interface PublicationListWords {
  and: Tex;
  in: Tex;
  etAl: Tex;
}

export interface PublicationGroupView {
  title?: Tex | undefined;
  /** The title as a plain string for the PDF outline. */
  bookmark?: Tex | undefined;
  publications: PublicationView[];
}

export interface PublicationView {
  kind: PublicationKind;
  /** The number in its list: `3`, `J3`. */
  label?: Tex | undefined;
  title: Tex;
  /** Whether the title ends in a full stop, question or exclamation mark of its own. */
  titleStops: boolean;
  authors: AuthorView[];
  /** The entry ends in `and others`. */
  open: boolean;
  editors: AuthorView[];
  /** "ed." or "eds.", where there are editors. */
  editorWord?: Tex | undefined;
  year?: Tex | undefined;
  /** "to appear", for what is not out yet. */
  status?: Tex | undefined;
  /** The same with a capital, to stand by itself. */
  statusSentence?: Tex | undefined;
  venue?: Tex | undefined;
  venueShort?: Tex | undefined;
  /** The short name, else a long one of a few words: what a narrow column can hold. */
  venueLabel?: Tex | undefined;
  volume?: Tex | undefined;
  number?: Tex | undefined;
  pages?: Tex | undefined;
  publisher?: Tex | undefined;
  place?: Tex | undefined;
  edition?: Tex | undefined;
  /** "PhD thesis". */
  genre?: Tex | undefined;
  /** The line below the venue. */
  remark?: Tex | undefined;
  /** The same, if it is of a few words: what a narrow column can hold. */
  remarkLabel?: Tex | undefined;
  /** Each a link or a text in square brackets. */
  badges: Tex[];
  /** DOI, arXiv number or address, as badges. */
  links: Tex[];
  /** The same as an address to read, a link. */
  address?: Tex | undefined;
}

/** A name, or names that are left out. */
export type AuthorView =
  | {
      /** `Jintao Zhang`; the owner's in `\mdcvowner`, with its marks. */
      full: Tex;
      /** `Zhang, J.` */
      inverted: Tex;
      owner: boolean;
      omitted?: undefined;
    }
  /** `omitted` says how many, "12 authors". */
  | { omitted: Tex; full?: undefined; inverted?: undefined; owner?: undefined };
