import { mkdir } from 'node:fs/promises';
import { provisionError } from './provision-error.ts';
import type { Step } from './step.ts';

/** What TeX never reads: documentation is more than half of some packages. */
const excluded = ['doc', 'man', 'lintian', 'bug', 'info', 'locale'].map(
  (name) => `--exclude=./usr/share/${name}`,
);

// dpkg-deb's own extraction cannot leave anything out. Owners are not kept: they would be root's.
const script = 'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | (shift; tar -x --no-same-owner -C "$@")';

/** Unpacks a .deb into a folder, without its documentation. */
export async function unpack(deb: string, folder: string, step: Step): Promise<void> {
  await mkdir(folder, { recursive: true });
  const run = await step.run('bash', ['-c', script, 'bash', deb, folder, ...excluded], {
    folder,
    timeoutMs: 10 * 60_000,
  });
  if (run.exitCode !== 0) throw provisionError(`unpack \`${deb.replace(/.*\//, '')}\``, run, step.tree);
}
