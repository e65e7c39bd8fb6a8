import { dirname, isAbsolute, join } from 'node:path';
import { MdcvError } from '../problem.ts';
import { byCodeUnits } from './find-cvs.ts';

/**
 * The folder that a CV's files are written to: the folders that it lies in, below the output folder, so that `a/cv.md` and `b/cv.md` do not meet and
 * that no other CV, and no shard, changes where this one goes.
 * @param file as `findCvs` gives it
 */
export function mirrorOutput(file: string, output: string): string {
  const folder = dirname(file);
  // From outside of the working folder: all that leads to it.
  return join(output, isAbsolute(folder) ? folder.replace(/^(?:[A-Za-z]:)?[\\/]+/, '') : folder);
}

/**
 * What is written to, by how the file system tells names apart.
 * @param builds each with what its edition adds to the name
 */
export function checkClashes(
  builds: readonly { file: string; suffix: string }[],
  output: string,
  ignoresCase: boolean = ['darwin', 'win32'].includes(process.platform),
): void {
  const taken = new Map<string, string>();
  for (const { file, suffix } of builds) {
    const stem = join(mirrorOutput(file, output), stemOf(file) + suffix);
    const key = ignoresCase ? stem.toLowerCase() : stem;
    const other = taken.get(key);
    if (other !== undefined) {
      const both = [other, file].sort(byCodeUnits).map((one) => `\`${one}\``);
      throw new MdcvError(
        'bad-argument',
        `Cannot build ${both.join(' and ')}, both would write ${stem}.pdf`,
        {
          hint: 'Rename one of them, or build them into different folders with `--output`.',
        },
      );
    }
    taken.set(key, file);
  }
}

function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/(?<=.)\.[^.]*$/, '');
}
