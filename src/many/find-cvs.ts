import { readdirSync, type Stats, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { escapePath, glob } from 'tinyglobby';
import { MdcvError } from '../problem.ts';
import { namesMany, patternCharacters } from './names-many.ts';

/** In a folder that is named as a whole, these are about the folder. */
const aboutFolder = ['**/README.md', '**/readme.md'];

/** A folder that is a link may lead out of the one that is named, or back into it without end. */
const within = { absolute: true, followSymbolicLinks: false } as const;

/**
 * The CVs that arguments name, each once: files, patterns, and folders with all that ends in `.md` in and below them.
 * Links to folders are not followed; hidden files, `node_modules` and what lies in the output folder are not looked at.
 * @param output the output folder
 * @returns paths from the working folder where they lie in it, else absolute, with slashes; in the order of their UTF-16 code units, which
 * no locale changes
 * @throws MdcvError `missing-file` for a name that leads to nothing
 */
export async function findCvs(names: readonly string[], output: string): Promise<string[]> {
  const ignore = ['**/node_modules/**', `${escapePath(toSlashes(resolve(output)))}/**`];
  const found = new Set<string>();
  for (const name of names) {
    const files = await expand(name, ignore);
    if (files.length === 0) throw missing(name);
    for (const file of files) found.add(toName(file));
  }
  return [...found].sort(byCodeUnits);
}

/** As `Array.prototype.sort` does without a function: by UTF-16 code units. */
export function byCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

async function expand(name: string, ignore: readonly string[]): Promise<string[]> {
  const stats = look(name);
  if (stats?.isDirectory()) {
    // A folder that cannot be read has a reason; a pattern would find nothing in it.
    readable(name);
    return glob('**/*.md', { ...within, cwd: name, ignore: [...ignore, ...aboutFolder] });
  }
  if (stats || !patternCharacters.test(name)) return stats ? [resolve(name)] : [];
  return glob(toSlashes(name), { ...within, ignore, expandDirectories: false });
}

/** Nothing where it is not there; a path may also be too long, or lead through a folder that may not be looked into. */
function look(name: string): Stats | undefined {
  try {
    return statSync(name, { throwIfNoEntry: false });
  } catch (cause) {
    throw cannotRead(name, cause);
  }
}

function readable(folder: string): void {
  try {
    readdirSync(folder);
  } catch (cause) {
    throw cannotRead(folder, cause);
  }
}

function cannotRead(name: string, cause: unknown): MdcvError {
  return new MdcvError('cannot-read', `Cannot read \`${name}\`: ${(cause as Error).message}`, {
    hint: 'CVs are looked for in it.',
    cause,
  });
}

function missing(name: string): MdcvError {
  const what = namesMany(name) ? 'holds no Markdown file' : 'there is no such file';
  return new MdcvError('missing-file', `Cannot find a CV: \`${name}\`, ${what}`, {
    hint: "Name files, folders or, in quotes, patterns such as 'people/**/*.md'.",
  });
}

function toName(file: string): string {
  const near = relative(process.cwd(), file);
  return toSlashes(near.startsWith(`..${sep}`) || near === '..' ? resolve(file) : near);
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
