/** A letter and the CV that it goes with, as one document. */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Cv } from '../../model/cv.ts';
import type { Edition } from '../../model/edition.ts';
import { addProblem, severityOf } from '../../problem.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import {
  type FrontMatterReader,
  mayHaveEditions,
  openFrontMatter,
} from '../front-matter/open-front-matter.ts';
import type { CvWish, ParsedCv } from '../parse-cv.ts';
import type { FrontMatterTexts } from '../recognition/to-cv.ts';
import { type ParsedMarkdown, parseMarkdown } from '../syntax/parse-markdown.ts';
import { type CvOfEdition, cvOfEdition } from './cv-edition.ts';
import { findCv } from './find-cv.ts';
import { inheritFrontMatter, inheritPerson } from './inherit.ts';
import { isLetter, placeOfLetter } from './is-letter.ts';
import { namePlaces } from './name-places.ts';
import { toLetter } from './to-letter.ts';

/** What makes a CV of a tree, or a letter. */
export type Make = (root: Root, frontMatter: FrontMatter, vfile: VFile, texts: FrontMatterTexts) => Cv;

/** What makes a document of a parsed file, without its private parts where they are left out; a CV, where nothing else is said. */
export type Finish = (parsed: ParsedMarkdown, vfile: VFile, make?: Make) => Promise<ParsedCv>;

/**
 * Reads a letter. The person and the look are those of its CV, with their places in that file; errors of that file are told, and what it warns of is
 * told where it is built itself.
 */
export async function parseLetter(
  alone: ParsedMarkdown,
  parseWith: (cv: FrontMatter) => Promise<ParsedMarkdown>,
  vfile: VFile,
  finish: Finish,
  { edition = {}, limits }: Pick<CvWish, 'edition' | 'limits'>,
): Promise<ParsedCv> {
  const found = await findCv(alone.frontMatter, vfile, limits?.markdownBytes);
  const ofEdition = found.vfile && (await findEdition(found.vfile, vfile, edition));
  const letter = ofEdition ? await parseWith(ofEdition.frontMatter) : alone;
  const lang = edition.lang ?? letter.frontMatter.lang?.value;
  const cvEdition = { ...(ofEdition?.edition ?? edition), lang };
  const cv = found.vfile && (await readCv(found.vfile, letter, vfile, finish, cvEdition));
  const frontMatter = cv ? inheritFrontMatter(letter.frontMatter, cv.frontMatter) : letter.frontMatter;
  const name = cv?.cv.person.name?.text;
  const own = await finish({ root: letter.root, frontMatter }, vfile, (root, matter, file, texts) =>
    toLetter(root, matter, file, texts, name),
  );
  const whole: Cv = {
    ...own.cv,
    person: cv ? inheritPerson(own.cv.person, cv.cv.person, letter.frontMatter) : own.cv.person,
  };
  if (!whole.person.name) warnOfMissingName(vfile);
  return {
    ...own,
    cv: whole,
    frontMatter,
    sources: [...own.sources, ...(found.vfile ? [found.vfile] : [])],
    inputs: [...own.inputs, ...(found.input ? [found.input] : [])],
    cvLanguages: cv?.frontMatter.languages,
    ...(own.privateParts && { privateParts: [...own.privateParts, ...(cv?.privateParts ?? [])] }),
  };
}

/** Most CVs are one, and need not be read twice. */
async function findEdition(cv: VFile, letter: VFile, edition: Edition): Promise<CvOfEdition | undefined> {
  if (!mayHaveEditions(String(cv))) return undefined;
  const [readLetter, readCv] = await Promise.all(
    [letter, cv].map((file) => openFrontMatter(file.path, String(file))),
  );
  const found = cvOfEdition(readLetter as FrontMatterReader, readCv as FrontMatterReader, edition);
  return found && { ...found, frontMatter: namePlaces(found.frontMatter, cv.path) };
}

/** The CV, its places with its file; nothing where it is a letter, too. */
async function readCv(
  cvFile: VFile,
  letter: ParsedMarkdown,
  vfile: VFile,
  finish: Finish,
  edition: Edition,
): Promise<ParsedCv | undefined> {
  const { root, frontMatter } = await parseMarkdown(cvFile, { edition });
  if (isLetter(cvFile, frontMatter)) {
    addProblem(vfile, 'missing-cv', {
      reason: `Cannot take \`${cvFile.path}\` for the CV of this letter, it is a letter, too`,
      note: 'Name the file of the CV, or write `kind: cv` into it.',
      place: placeOfLetter(letter.frontMatter),
    });
    return undefined;
  }
  // A letter lists no publications.
  const { bibliography: _, ...matter } = frontMatter;
  const parsed = await finish({ root, frontMatter: matter }, cvFile);
  vfile.messages.push(...cvFile.messages.filter((message) => severityOf(message) === 'error'));
  const { cv, privateParts } = namePlaces(
    { cv: { person: parsed.cv.person }, privateParts: parsed.privateParts },
    cvFile.path,
  );
  return {
    ...parsed,
    cv: { ...parsed.cv, ...cv },
    frontMatter: namePlaces(parsed.frontMatter, cvFile.path),
    privateParts,
  };
}

/** Where something could not be read, nobody knows whether a name is in it. */
function warnOfMissingName(vfile: VFile): void {
  if (vfile.messages.some((message) => severityOf(message) === 'error')) return;
  addProblem(vfile, 'missing-name', {
    reason: 'Cannot find whose letter this is, expected a CV with a name, or `name` in the front matter',
    note: 'Put the letter beside `cv.md`, or name its CV: `cv: ../cv.md`.',
    place: { line: 1, column: 1 },
  });
}
