import type { VFile } from 'vfile';
import type { Cv } from '../model/cv.ts';
import type { PrivatePart } from '../privacy/private-part.ts';
import type { FrontMatter } from './front-matter/front-matter.ts';
import { isLetter, warnOfLetterKeys } from './letter/is-letter.ts';
import type { Finish, Make } from './letter/parse-letter.ts';
import { parseFragment } from './parse-fragment.ts';
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
}

/**
 * Reads a CV from its Markdown file, and its publications from the .bib files that it names; or a letter, and its person from the CV that it goes
 * with. Everything that is wrong with them becomes a message of `vfile`; nothing is thrown, and every file gives a CV, if an empty one.
 * @param isPublic leaves out what is marked private, and says in `privateParts` what that was
 */
export async function parseCv(
  vfile: VFile,
  { isPublic = false }: { isPublic?: boolean } = {},
): Promise<ParsedCv> {
  const parsed = await parseMarkdown(vfile);
  const finish: Finish = (markdown, file, make) => finishCv(markdown, file, isPublic, make);
  if (isLetter(vfile, parsed.frontMatter)) {
    const { parseLetter } = await import('./letter/parse-letter.ts');
    return parseLetter(parsed, vfile, finish);
  }
  warnOfLetterKeys(parsed.frontMatter, vfile);
  return finish(parsed, vfile);
}

async function finishCv(
  parsed: ParsedMarkdown,
  vfile: VFile,
  isPublic: boolean,
  make: Make = toCv,
): Promise<ParsedCv> {
  const recogniseIt = (one: ParsedMarkdown, file: VFile): Promise<ParsedCv> => recognise(one, file, make);
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

async function recognise({ root, frontMatter }: ParsedMarkdown, vfile: VFile, make: Make): Promise<ParsedCv> {
  const bibliography = await readPublications(frontMatter, vfile);
  bibliography?.mark(root);
  const summary = frontMatter.summary ? await parseFragment(frontMatter.summary, vfile) : [];
  const footer = frontMatter.footer ? await parseFragment(frontMatter.footer, vfile) : [];
  const cv = make(root, frontMatter, vfile, { summary, footer });
  return {
    cv: bibliography?.list(cv) ?? cv,
    frontMatter,
    sources: bibliography?.sources ?? [],
    inputs: bibliography?.inputs ?? [],
  };
}

/** What deals with .bib files is loaded only for a CV that names one. */
async function readPublications(
  frontMatter: FrontMatter,
  vfile: VFile,
): Promise<import('../publications/publications.ts').Publications | undefined> {
  if (!frontMatter.bibliography) return undefined;
  const { readPublications: read } = await import('../publications/publications.ts');
  return read(frontMatter, vfile);
}
