import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Apt, AptPackage } from './apt.ts';
import { diskFull } from './provision-error.ts';
import type { Step } from './step.ts';

/** Unpacked, without documentation, packages take at most this many times their size; some room for the formats included. */
const unpackedFactor = 6;

/** Fetches packages into a folder, telling how far it is; asks for the room that they will need first. */
export async function downloadPackages(
  apt: Apt,
  packages: readonly AptPackage[],
  folder: string,
  step: Step,
): Promise<void> {
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  const { bavail, bsize } = await statfs(step.tree);
  if (bavail * bsize < total * unpackedFactor) throw diskFull(step.tree, total * unpackedFactor);

  const tell = async (): Promise<void> => {
    const done = Math.min(await measure(packages, folder), total);
    const detail = `${Math.round(done / 1e6)} of ${Math.round(total / 1e6)} MB`;
    step.progress({ step: 'Downloading TeX', detail, fraction: total > 0 ? done / total : 1 });
  };
  await tell();
  const timer = setInterval(() => void tell(), 250);
  try {
    await apt.download(packages, folder);
  } finally {
    clearInterval(timer);
  }
  await tell();
}

/** Bytes of the package files that are there, whole or in part. */
async function measure(packages: readonly AptPackage[], folder: string): Promise<number> {
  const sizes = await Promise.all(
    packages.map(({ file }) =>
      stat(path.join(folder, file)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
