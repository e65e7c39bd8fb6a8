/** What `mdcv.lock` holds of one PDF: what it was made from and with, and what came out. */
export interface LockedBuild {
  /** File name of the CV, which lies beside the lock. */
  cv: string;
  template: string;
  /** Of a CV that has variants. */
  variant?: string | undefined;
  /** Of a CV in several languages. */
  lang?: string | undefined;
  /** Version of mdcv. */
  mdcv: string;
  engine: { name: string; version: string };
  class: { name: string; version: string };
  /** PostScript names of the fonts in the PDF, sorted. */
  fonts: string[];
  /** What was chosen: the template's options by name, and the profile. */
  options: Record<string, string | boolean>;
  /** SHA-256 of the CV, its .bib files and images. */
  content: string;
  /** SHA-256 of the template's files. */
  templateFiles: string;
  /** Classes, packages, fonts and metrics that TeX read, by file name, each with the first 16 hexadecimal digits of its SHA-256. */
  texFiles: Record<string, string>;
  /** SHA-256 of the PDF. */
  result: string;
  pages: number | undefined;
}
