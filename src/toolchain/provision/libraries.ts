import type { AptPackage } from './apt.ts';
import { provisionError } from './provision-error.ts';
import type { Step } from './step.ts';

/** Names of the shared libraries that programs need and the system's loader does not find, e.g. `libpng16.so.16`. */
export async function listMissingLibraries(
  binaries: readonly string[],
  env: Readonly<Record<string, string>>,
  folder: string,
  step: Step,
): Promise<string[]> {
  const run = await step.run('ldd', binaries, { folder, timeoutMs: 60_000, env });
  if (run.exitCode !== 0) throw provisionError('check the libraries of TeX’s programs', run, step.tree);
  const missing = run.output.matchAll(/^\s*(\S+) => not found/gm);
  return [...new Set([...missing].flatMap(([, name]) => name ?? []))];
}

/**
 * The packages that bring these libraries. Debian names a library's package after it (Policy 8.1), loosely: the version is
 * joined with or without a hyphen and may be followed by letters, and one package may hold several libraries whose names
 * begin alike (`libicuuc.so.72` is in `libicu72`). If one cannot be told, all candidates are given.
 * @param candidates what apt says TeX depends on
 */
export function choosePackages(
  libraries: readonly string[],
  candidates: readonly AptPackage[],
): AptPackage[] {
  const usable = candidates.filter(({ name }) => isLibrary(name));
  const chosen = new Set<AptPackage>();
  for (const library of libraries) {
    const matching = usable.filter(({ name }) => holds(name, library));
    if (matching.length === 0) return usable;
    for (const found of matching) chosen.add(found);
  }
  return [...chosen];
}

// The C library is the one thing that must be the system's, and is always there.
function isLibrary(name: string): boolean {
  return (/^lib/.test(name) || name.startsWith('zlib')) && !/^libc6|perl|-data$|-bin$/.test(name);
}

function holds(packageName: string, library: string): boolean {
  const [, stem = '', version = ''] = /^(.*?)\.so\.?([\d.]*)/.exec(library) ?? [];
  const wanted = squeeze(stem);
  const name = squeeze(packageName);
  if (name.startsWith(wanted + squeeze(version))) return true;
  const [, nameStem = '', nameVersion] = /^(.*?)(\d+)[a-z]?$/.exec(name) ?? [];
  return nameStem.length > 4 && wanted.startsWith(nameStem) && nameVersion === version.split('.')[0];
}

function squeeze(name: string): string {
  return name
    .toLowerCase()
    .replace(/t64$/, '')
    .replace(/[^a-z0-9]/g, '');
}
