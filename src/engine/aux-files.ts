import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { EngineRequest } from './engine.ts';
import { luaGuardFile } from './lua-guard.ts';

/** What is in the files that one pass writes for the next, by name: `.aux`, `.out`, `.toc` and whatever packages add. */
export type AuxFiles = ReadonlyMap<string, Buffer>;

/** Endings of what TeX writes for people and other programs; it reads none of them again. */
const outputEndings = new Set(['.tex', '.pdf', '.xdv', '.dvi', '.log', '.fls', '.gz']);

/** All files in the run's folder that are neither input nor output. */
export function readAuxFiles(request: Pick<EngineRequest, 'folder' | 'document'>): AuxFiles {
  const names = listAuxFiles(request);
  return new Map(names.map((name) => [name, readFileSync(join(request.folder, name))]));
}

export function removeAuxFiles(request: EngineRequest): void {
  for (const name of listAuxFiles(request)) rmSync(join(request.folder, name), { force: true });
}

export function sameAuxFiles(before: AuxFiles, after: AuxFiles): boolean {
  return (
    before.size === after.size && [...after].every(([name, content]) => before.get(name)?.equals(content))
  );
}

function listAuxFiles({ folder, document }: Pick<EngineRequest, 'folder' | 'document'>): string[] {
  const assets = new Set([luaGuardFile, ...document.assets.map((asset) => asset.name)]);
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !assets.has(entry.name) && !outputEndings.has(extname(entry.name)))
    .map((entry) => entry.name)
    .sort();
}
