import type { VFile } from 'vfile';
import type { Cv } from '../model/cv.ts';
import type { Edition } from '../model/edition.ts';
import type { PrivatePart } from '../privacy/private-part.ts';
import type { Recognise } from '../selection/leave-out.ts';
import type { SourceLimits } from '../untrusted/untrusted-limits.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { isLetter, warnOfLetterKeys } from './letter/is-letter.ts';
import type { Finish, Make } from './letter/parse-letter.ts';
import { type FragmentRemoval, parseFragment } from './parse-fragment.ts';
import { toCv } from './recognition/to-cv.ts';
import { type ParsedMarkdown, parseMarkdown } from './syntax/parse-markdown.ts';

export interface ParsedCv {
  cv: Cv;
  frontMatter: FrontMatter;
  /** The .bib files that were read, for the lines that messages quote. */
  sources: VFile[];
  /** Absolute paths of what was read beside the CV. */
  inputs: string[];
  /** What was left out; of a public CV only. */
  privateParts?: PrivatePart[] | undefined;
  /** Of a letter: the languages of its CV, of which it need not be in all. */
  cvLanguages?: string[] | undefined;
}

export interface CvWish {
  /** Leaves out what is marked private, and says in `privateParts` what that was. */
  isPublic?: boolean | undefined;
  /** Which variant, in which language; what the front matter says by default. What there is not, is passed over. */
  edition?: Edition | undefined;
  /** Of the .bib files, and of a letter's CV. */
  limits?: SourceLimits | undefined;
}

/**
 * Reads a CV from its Markdown file, and its publications from the .bib files that it names; or a letter, and its person from the CV that it goes
 * with. Everything that is wrong with them becomes a message of `vfile`; nothing is thrown, and every file gives a CV, if an empty one.
 */
export async function parseCv(vfile: VFile, wish: CvWish = {}): Promise<ParsedCv> {
  const cv = await parseOne(vfile, wish);
  if (!cv.privateParts || isOne(cv)) return cv;
  const { withPartsOfOthers } = await import('../privacy/parts-of-others.ts');
  return withPartsOfOthers(cv, cv.privateParts, vfile, parseOne);
}

async function parseOne(vfile: VFile, wish: CvWish): Promise<ParsedCv> {
  const told = vfile.messages.length;
  const parsed = await parseMarkdown(vfile, { edition: wish.edition });
  const finish: Finish = (markdown, file, make) => finishEdition(markdown, file, wish, make);
  if (isLetter(vfile, parsed.frontMatter)) {
    const { parseLetter } = await import('./letter/parse-letter.ts');
    const parseWith = (cv: FrontMatter): Promise<ParsedMarkdown> => {
      vfile.messages.length = told;
      return parseMarkdown(vfile, { edition: wish.edition, cv });
    };
    return parseLetter(parsed, parseWith, vfile, finish, wish);
  }
  warnOfLetterKeys(parsed.frontMatter, vfile);
  return finish(parsed, vfile);
}

/** Whether the file holds one CV only. */
function isOne({
  frontMatter: { variants, languages },
  cvLanguages,
}: Pick<ParsedCv, 'frontMatter' | 'cvLanguages'>): boolean {
  return !variants && (languages?.length ?? 0) < 2 && (cvLanguages?.length ?? 0) < 2;
}

async function finishEdition(
  parsed: ParsedMarkdown,
  vfile: VFile,
  { isPublic = false, limits }: CvWish,
  make: Make = toCv,
): Promise<ParsedCv> {
  const recogniseIt: Recognise = (one, file, without) => recognise(one, file, { make, without, limits });
  if (isOne(parsed)) return finishCv(parsed, vfile, isPublic, recogniseIt);
  const { selectEdition } = await import('../selection/select-edition.ts');
  const { forgetUnused } = await selectEdition(parsed, vfile, recogniseIt);
  const cv = await finishCv(parsed, vfile, isPublic, recogniseIt);
  forgetUnused?.(vfile);
  return cv;
}

async function finishCv(
  parsed: ParsedMarkdown,
  vfile: VFile,
  isPublic: boolean,
  recogniseIt: Recognise,
): Promise<ParsedCv> {
  if (isPublic) {
    const { leaveOutPrivate } = await import('../privacy/leave-out-private.ts');
    return leaveOutPrivate(parsed, vfile, recogniseIt);
  }
  if (parsed.frontMatter.private) {
    const { readPrivateFields } = await import('../privacy/private-fields.ts');
    readPrivateFields(parsed.frontMatter, vfile, false);
  }
  return recogniseIt(parsed, vfile);
}

interface Recognition {
  make: Make;
  without: FragmentRemoval | undefined;
  limits: SourceLimits | undefined;
}

async function recognise(
  { root, frontMatter }: ParsedMarkdown,
  vfile: VFile,
  { make, without, limits }: Recognition,
): Promise<ParsedCv> {
  const bibliography = await readPublications(frontMatter, vfile, limits);
  bibliography?.mark(root);
  const summary = frontMatter.summary
    ? await parseFragment(frontMatter.summary, vfile, frontMatter, without)
    : [];
  const footer = frontMatter.footer
    ? await parseFragment(frontMatter.footer, vfile, frontMatter, without)
    : [];
  const written = make(root, frontMatter, vfile, { summary, footer });
  const cv = await inLanguage(written, frontMatter);
  return {
    cv: bibliography?.list(cv) ?? cv,
    frontMatter,
    sources: bibliography?.sources ?? [],
    inputs: bibliography?.inputs ?? [],
  };
}

/** In a CV of several languages dates that are written once are in the language that is built. */
async function inLanguage(cv: Cv, { languages = [] }: FrontMatter): Promise<Cv> {
  if (languages.length < 2) return cv;
  const { translateDates } = await import('../selection/translate-dates.ts');
  return translateDates(cv, cv.lang);
}

/** What deals with .bib files is loaded only for a CV that names one. */
async function readPublications(
  frontMatter: FrontMatter,
  vfile: VFile,
  limits: SourceLimits | undefined,
): Promise<import('../publications/publications.ts').Publications | undefined> {
  if (!frontMatter.bibliography) return undefined;
  const { readPublications: read } = await import('../publications/publications.ts');
  return read(frontMatter, vfile, limits);
}
