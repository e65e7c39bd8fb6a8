import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize, sep } from 'node:path';
import { MdcvError } from '../problem.ts';

/**
 * Holds a CV that somebody else wrote to its own folder: neither it nor what is written may lie behind a symbolic link that came along with it. A folder that
 * is named by its absolute path is the user's own choice.
 * @throws MdcvError `not-a-file`, `cannot-write`
 */
export function checkUntrustedPaths(file: string, output: string): void {
  const target = realPathOf(file);
  if (target !== undefined && !target.startsWith(join(realpathSync(dirname(file)), sep)))
    throw new MdcvError('not-a-file', `Cannot read \`${file}\`: it is a link to a file outside its folder`, {
      hint: 'A document that is not trusted may not say which file is read. Name the file itself.',
    });
  if (isAbsolute(output)) return;
  const link = foldersOf(output).find((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink());
  if (link !== undefined)
    throw new MdcvError('cannot-write', `Cannot write to \`${output}\`: \`${link}\` is a symbolic link`, {
      hint: 'It may have come along with the CV. Name another folder with `--output`, or this one by its absolute path.',
    });
}

/** Every folder on the way to a file, the outermost first. */
function foldersOf(file: string): string[] {
  const parts = normalize(dirname(file)).split(sep);
  return parts.map((_, index) => parts.slice(0, index + 1).join(sep));
}

/** Nothing where the file is not there, which reading it tells. */
function realPathOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}
