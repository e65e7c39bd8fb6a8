import { knownPackageFor } from '../packages.ts';
import { componentOf } from './components.ts';
import { findSystemRelease } from './tree-folder.ts';

/** The release of TeX Live in the package sources of a system, as `tree-folder.ts` names systems; later ones have later releases. */
const texLiveReleases: ReadonlyMap<string, number> = new Map([
  ['debian-11', 2020],
  ['debian-12', 2022],
  ['debian-13', 2024],
  ['ubuntu-22.04', 2021],
  ['ubuntu-24.04', 2023],
]);

/**
 * Those of the files of which it is known that no component of a managed TeX brings them on this system. What is not in the table of packages is
 * not among them: the packages of the base hold thousands of files.
 */
export async function listBeyondComponents(files: readonly string[]): Promise<string[]> {
  const release = texLiveReleases.get((await findSystemRelease()) ?? '');
  return files.filter((file) => isBeyondComponents(file, release));
}

/** @param release of TeX Live; undefined where it is not known */
export function isBeyondComponents(file: string, release: number | undefined): boolean {
  const { debian, since } = knownPackageFor(file) ?? {};
  if (since !== undefined) return release !== undefined && release < since;
  return debian !== undefined && componentOf(debian) === undefined;
}
