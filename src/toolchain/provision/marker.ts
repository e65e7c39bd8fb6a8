import { open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AptPackage } from './apt.ts';

/** What a component says of itself once it is complete. */
export interface Marker {
  packages: Pick<AptPackage, 'name' | 'version'>[];
  /** Bytes of the files without which nothing works, by path within the component's folder. */
  sizes: Record<string, number>;
}

const markerName = 'complete.json';

/** Writes the marker of a complete component, through to the disk. */
export async function writeMarker(
  folder: string,
  packages: readonly AptPackage[],
  files: readonly string[],
): Promise<void> {
  const sizes: Record<string, number> = {};
  for (const file of files) sizes[file] = (await stat(path.join(folder, file))).size;
  const marker: Marker = { packages: packages.map(({ name, version }) => ({ name, version })), sizes };
  const handle = await open(path.join(folder, markerName), 'w');
  try {
    await handle.writeFile(`${JSON.stringify(marker, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The marker of a component; undefined if it is not there, not complete, or has lost what it needs. Takes about 1 ms. */
export async function readMarker(folder: string): Promise<Marker | undefined> {
  try {
    const marker: Marker = JSON.parse(await readFile(path.join(folder, markerName), 'utf8'));
    const sizes = Object.entries(marker.sizes);
    const whole = await Promise.all(
      sizes.map(async ([file, size]) => (await stat(path.join(folder, file))).size === size),
    );
    return whole.every(Boolean) ? marker : undefined;
  } catch {
    // Whatever is wrong with it, the component has to be made again.
    return undefined;
  }
}

/** Declares a component incomplete. */
export async function removeMarker(folder: string): Promise<void> {
  await rm(path.join(folder, markerName), { force: true });
}
