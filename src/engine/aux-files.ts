import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { EngineRequest } from './engine.ts';

/** Hashes of the files that one pass writes for the next, by name: `.aux`, `.out`, `.toc` and whatever packages add. */
export type AuxFiles = ReadonlyMap<string, string>;

/** Endings of what TeX writes for people and other programs; it reads none of them again. */
const outputEndings = new Set(['.tex', '.pdf', '.xdv', '.dvi', '.log', '.fls', '.gz']);

/** All files in the run's folder that are neither input nor output. */
export async function readAuxFiles(request: EngineRequest): Promise<AuxFiles> {
  const names = await listAuxFiles(request);
  const hashes = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const content = await readFile(join(request.folder, name));
      return [name, createHash('sha1').update(content).digest('base64')];
    }),
  );
  return new Map(hashes);
}

export async function removeAuxFiles(request: EngineRequest): Promise<void> {
  for (const name of await listAuxFiles(request)) await rm(join(request.folder, name), { force: true });
}

export function sameAuxFiles(before: AuxFiles, after: AuxFiles): boolean {
  return before.size === after.size && [...after].every(([name, hash]) => before.get(name) === hash);
}

async function listAuxFiles({ folder, document }: EngineRequest): Promise<string[]> {
  const assets = new Set(document.assets.map((asset) => asset.name));
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !assets.has(entry.name) && !outputEndings.has(extname(entry.name)))
    .map((entry) => entry.name)
    .sort();
}
