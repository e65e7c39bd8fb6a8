/** Finds the CV that a letter goes with. A letter reaches no file but that, so that one from elsewhere cannot read yours. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import { addProblem, type MdcvError } from '../../problem.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { readCvFile } from '../read-file.ts';
import { spellAsOnDisk } from '../spell-as-on-disk.ts';
import { isMarkdownFile, placeOfLetter } from './is-letter.ts';

/** Beside the letter, where it names none. */
const defaultName = 'cv.md';

export interface FoundCv {
  /** Missing where there is none, or none that may be read; a message says so where one was named. */
  vfile?: VFile | undefined;
  /** Absolute path, also of a file that is not there, since it may come. */
  input?: string | undefined;
}

/**
 * Reads the CV of a letter: what `cv:` names, in the letter's folder, below it or in the folder right above; else `cv.md` beside it, where that
 * is. What is wrong with it becomes a message of `vfile`.
 * @param mostBytes that the CV may have
 */
export async function findCv(frontMatter: FrontMatter, vfile: VFile, mostBytes?: number): Promise<FoundCv> {
  const { cv } = frontMatter;
  const place = placeOfLetter(frontMatter);
  const name = cv?.value ?? defaultName;
  if (name === '') return {};
  const folder = dirname(vfile.path);
  const path = isAbsolute(name) ? name : join(folder, spellAsOnDisk(name, folder));
  const refusal = isMarkdownFile(name) ? refuse(path, vfile.path) : noMarkdown;
  const input = refusal === noMarkdown || refusal === outside ? undefined : resolve(path);
  if (refusal === missing && !cv) return { input };
  if (!refusal) return { input, vfile: await readFound(path, place, vfile, mostBytes) };
  addProblem(vfile, 'missing-cv', {
    reason: `Cannot read the CV \`${name}\` of this letter, ${refusal.reason}`,
    note: refusal.note,
    place,
  });
  return { input };
}

async function readFound(
  path: string,
  place: ReturnType<typeof placeOfLetter>,
  vfile: VFile,
  mostBytes: number | undefined,
): Promise<VFile | undefined> {
  try {
    return await readCvFile(path, mostBytes);
  } catch (cause) {
    // It throws nothing else.
    const { message, hint: note } = cause as MdcvError;
    const reason = `${message}, which this letter goes with`;
    addProblem(vfile, 'missing-cv', { reason, note, place, cause });
    return undefined;
  }
}

interface Refusal {
  reason: string;
  note: string;
}

const missing: Refusal = {
  reason: 'there is no such file',
  note: 'Name it relative to the letter, such as `cv: cv.md`; `cv: false` is a letter without a CV.',
};
const outside: Refusal = {
  reason: "it is outside the letter's folder and the one above",
  note: 'Put the letter beside the CV, or into a folder there.',
};
const noMarkdown: Refusal = {
  reason: 'it is no Markdown file',
  note: 'Name the `.md` file that the CV is written in.',
};
const itself: Refusal = {
  reason: 'it is the letter itself',
  note: 'Name the file of the CV, or write `cv: false` and the name and contacts into the letter.',
};

/** Why a file may not be read, after symbolic links are followed; nothing where it may. */
function refuse(path: string, letter: string): Refusal | undefined {
  const own = toRealPath(letter) ?? resolve(letter);
  const folder = dirname(own);
  const real = toRealPath(path);
  const target = real ?? join(toRealPath(dirname(path)) ?? resolve(dirname(path)), 'x');
  if (!target.startsWith(join(folder, sep)) && dirname(target) !== dirname(folder)) return outside;
  if (real === own) return itself;
  if (real === undefined) return missing;
  return isMarkdownFile(real) ? undefined : noMarkdown;
}

function toRealPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
