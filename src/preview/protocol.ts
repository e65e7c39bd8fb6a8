/** What the preview's server tells its page, and takes from it. The page is compiled with these types, too. */
import type { PageBox } from '../model/pdf-places.ts';

/** Sent whole whenever something changes. */
export interface PreviewState {
  /** Differs where the page's own files do; a page that is open then loads itself anew. */
  pageId: string;
  /** The CV, as messages name it. */
  file: string;
  isBuilding: boolean;
  /** How the last build ended. */
  outcome: 'none' | 'built' | 'failed';
  /** The last good one. */
  pdf?: ShownPdf | undefined;
  /** Of the last build, errors first. */
  problems: PreviewProblem[];
  look?: Look | undefined;
}

export interface ShownPdf {
  /** Another one for each build; the address that it is fetched from ends with it. */
  version: string;
  name: string;
  pages?: number | undefined;
  /** Milliseconds since the epoch. */
  builtAt: number;
  /** Milliseconds. */
  durationMs: number;
  /** Where the line that was edited last is set. */
  edited: PageBox[];
}

export interface PreviewProblem {
  severity: 'error' | 'warning' | 'info';
  code: string;
  /** `content/cv.md:7:1`; missing where the problem has no place. */
  place?: string | undefined;
  editorUrl?: string | undefined;
  reason: string;
  note?: string | undefined;
  line?: number | undefined;
  quote?: { text: string; caret?: string | undefined } | undefined;
}

/** What the switch offers, and what is set. */
export interface Look {
  templates: { name: string; title: string; description: string }[];
  template: string;
  /** What is written. */
  document: 'CV' | 'letter';
  /** Of the CV or letter, with `none` for the whole of it; empty where it has none. */
  variants: string[];
  variant: string;
  /** BCP 47 tags; empty where the CV has one only. */
  languages: string[];
  lang: string;
  options: LookOption[];
  /** Whether something is chosen that may be written into the CV. */
  isChosen: boolean;
}

export interface LookOption {
  name: string;
  description: string;
  type: 'colour' | 'choice' | 'boolean';
  /** Empty for `boolean`; with `#rrggbb` for colours. */
  values: { value: string; hex?: string | undefined }[];
  value: string | boolean;
}

/** `POST /look`: merged into what is chosen already. */
export interface LookChange {
  template?: string | undefined;
  variant?: string | undefined;
  lang?: string | undefined;
  options?: Record<string, string | boolean> | undefined;
}

/** `GET /source?page=…&x=…&y=…`: the line that a point of a page comes from. */
export interface SourceLine {
  /** `content/cv.md:7` */
  place: string;
  text: string;
  editorUrl: string;
  /** Where the whole line is set. */
  boxes: PageBox[];
}

/** What a command that failed answers. */
export interface Refusal {
  reason: string;
  hint?: string | undefined;
}
