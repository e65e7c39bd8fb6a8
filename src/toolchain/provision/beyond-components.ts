import { knownPackageFor } from '../packages.ts';
import { releaseOfSystem } from '../tex-live-releases.ts';
import { componentOf } from './components.ts';
import { findSystemRelease } from './tree-folder.ts';

/**
 * Those of the files of which it is known that no component of a managed TeX brings them on this system. What is not in the table of packages is
 * not among them: the packages of the base hold thousands of files.
 */
export async function listBeyondComponents(files: readonly string[]): Promise<string[]> {
  const release = releaseOfSystem.get((await findSystemRelease()) ?? '');
  return files.filter((file) => isBeyondComponents(file, release));
}

/** @param release of TeX Live; undefined where it is not known */
export function isBeyondComponents(file: string, release: number | undefined): boolean {
  const { debian, since } = knownPackageFor(file) ?? {};
  if (since !== undefined) return release !== undefined && release < since;
  return debian !== undefined && componentOf(debian) === undefined;
}
