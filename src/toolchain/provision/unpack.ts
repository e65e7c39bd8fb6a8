import { mkdir } from 'node:fs/promises';
import { provisionError } from './provision-error.ts';
import type { Step } from './step.ts';

/** What TeX never reads: documentation is more than half of some packages. */
const excluded = ['doc', 'man', 'lintian', 'bug', 'info', 'locale'].map(
  (name) => `--exclude=./usr/share/${name}`,
);

/**
 * dpkg-deb's own extraction cannot leave anything out. Owners are not kept, which would be root's, nor bits that let programs run as their owner. tar itself
 * follows no link out of the folder and no absolute path (GNU tar manual, "Security"); devices and pipes, which root would get, have no place in TeX.
 */
const script = `set -o pipefail
dpkg-deb --fsys-tarfile "$1" | (shift; tar -x --no-same-owner --no-same-permissions -C "$@") || exit
odd=$(find "$2" ! -type f ! -type d ! -type l -print -quit)
[ -z "$odd" ] || { echo "$odd is no file"; exit 1; }`;

/** Unpacks a .deb into a folder, without its documentation. */
export async function unpack(deb: string, folder: string, step: Step): Promise<void> {
  await mkdir(folder, { recursive: true });
  const run = await step.run('bash', ['-c', script, 'bash', deb, folder, ...excluded], {
    folder,
    timeoutMs: 10 * 60_000,
  });
  if (run.exitCode !== 0) throw provisionError(`unpack \`${deb.replace(/.*\//, '')}\``, run, step.tree);
}
