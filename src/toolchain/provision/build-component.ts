import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AptPackage } from './apt.ts';
import { checksumsName } from './checksums.ts';
import { type ComponentName, components } from './components.ts';
import { readFontMap } from './font-map.ts';
import { componentMap } from './join-components.ts';
import { writeLsR } from './ls-r.ts';
import { settleLinks } from './settle-links.ts';
import type { Step } from './step.ts';
import { unpack } from './unpack.ts';

/** Trees of TeX files within a component's folder; not every component has all. */
export const texTrees: readonly string[] = ['root/usr/share/texmf', 'root/usr/share/texlive/texmf-dist'];

/** Unpacks a component's packages into `root` in its folder. */
export async function unpackComponent(
  name: ComponentName,
  packages: readonly AptPackage[],
  { folder, debs }: { folder: string; debs: string },
  step: Step,
): Promise<void> {
  const root = path.join(folder, 'root');
  await mkdir(root, { recursive: true });
  const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { name: detail, file, bytes } of packages) {
    step.progress({ step: `Unpacking ${components[name].title}`, detail, fraction: done / total });
    await unpack(path.join(debs, file), root, step);
    done += bytes;
  }
  await settleLinks(root);
}

/** Makes what TeX needs beside the files of the packages: patterns, file name databases, font map, program names. */
export async function completeComponent(name: ComponentName, folder: string, base: string): Promise<void> {
  const root = path.join(folder, 'root');
  if (name === 'base')
    await chooseLanguages(path.join(root, 'usr/share/texlive/texmf-dist/tex/generic/config'));
  await writeFile(path.join(folder, componentMap), await readFontMap(root));
  for (const tree of await listTexTrees(folder)) await writeLsR(path.join(folder, tree));
  const { format } = components[name];
  if (!format) return;
  // An engine learns from the name that it is called by which format to use.
  const binary = path.join('root/usr/bin', format.binary);
  await mkdir(path.join(folder, 'bin'));
  const target = name === 'base' ? path.join('..', binary) : path.join(base, binary);
  await symlink(target, path.join(folder, 'bin', format.name));
}

/** Paths, within the component's folder, of the files whose loss can be told at once. */
export async function listVitalFiles(name: ComponentName, folder: string): Promise<string[]> {
  const { format, binaries, packages } = components[name];
  const libraries = (await readdir(path.join(folder, 'root'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.so\.[\d.]+$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const own = packages.includes('texlive-binaries') ? binaries.map((binary) => `root/usr/bin/${binary}`) : [];
  return [
    checksumsName,
    componentMap,
    ...(await listTexTrees(folder)).map((tree) => `${tree}/ls-R`),
    ...own,
    ...libraries,
    ...(format ? [`formats/${format.name}.fmt`] : []),
  ];
}

// kpathsea is content with a tree that is not there, but warns of an empty one.
async function listTexTrees(folder: string): Promise<string[]> {
  const existing: string[] = [];
  for (const tree of texTrees) {
    const names = await readdir(path.join(folder, tree)).catch(() => []);
    if (names.length > 0) existing.push(tree);
  }
  return existing;
}

// The distribution makes these from all language packages; the base has the patterns for American English.
async function chooseLanguages(config: string): Promise<void> {
  const copies = [
    ['language.us', 'language.dat'],
    ['language.us.def', 'language.def'],
    ['language.us.lua', 'language.dat.lua'],
  ] as const;
  for (const [from, to] of copies) await copyFile(path.join(config, from), path.join(config, to));
}
