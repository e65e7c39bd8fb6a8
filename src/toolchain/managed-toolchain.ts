import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { MdcvError } from '../problem.ts';
import { createToolchain } from './create-toolchain.ts';
import { readRelease } from './local-toolchain.ts';
import { texTrees } from './provision/build-component.ts';
import { listChanged } from './provision/checksums.ts';
import { type ComponentName, componentNames, components } from './provision/components.ts';
import { componentMap, restoreJoined } from './provision/join-components.ts';
import { readMarker, removeMarker } from './provision/marker.ts';
import { toCacheError } from './provision/provision-error.ts';
import { provisionTree } from './provision/provision-tree.ts';
import { treeEnvironment } from './provision/tree-environment.ts';
import { checkSystem, treeFolder } from './provision/tree-folder.ts';
import { componentFolder, treeLayout } from './provision/tree-layout.ts';
import { withTreeLock } from './provision/tree-lock.ts';
import type { OnToolchainProgress, TexProgram, Toolchain } from './toolchain.ts';

export interface ManagedOptions {
  /** What is needed; the base always is. */
  components?: readonly ComponentName[] | undefined;
  onProgress?: OnToolchainProgress | undefined;
  signal?: AbortSignal | undefined;
  /** Where to look for the cache folder, programs and proxies; the process's own environment by default. */
  env?: NodeJS.ProcessEnv | undefined;
}

/**
 * mdcv's own TeX in the user's cache folder. What is missing or damaged is fetched from the system's package sources first,
 * without root; what is there already is used at once. Several processes may do this at the same time.
 * @throws MdcvError `unsupported-system`, `bad-cache-folder`, `aborted`, `no-network`, `disk-full`, `no-such-package`,
 *   `provision-failed`
 */
export async function createManagedToolchain(options: ManagedOptions = {}): Promise<Toolchain> {
  const { env = process.env, onProgress = () => {}, signal } = options;
  const tree = await treeFolder(env);
  const wanted = componentNames.filter((name) => name === 'base' || options.components?.includes(name));
  if ((await listIncomplete(tree, wanted)).length > 0) {
    await checkSystem(env);
    try {
      await withTreeLock(tree, { onProgress, signal }, async (lockSignal) => {
        const incomplete = await listIncomplete(tree, wanted);
        // The other components were made for the base that is gone.
        if (incomplete.includes('base')) await removeComponents(tree);
        const missing = incomplete.includes('base') ? wanted : incomplete;
        if (missing.length > 0) await provisionTree(missing, { tree, env, onProgress, signal: lockSignal });
      });
    } catch (error) {
      throw toCacheError(error, tree);
    }
  }
  return openTree(tree, env);
}

/** mdcv's own TeX with the components that are there; undefined if there is none. Fetches nothing. */
export async function findManagedToolchain(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Toolchain | undefined> {
  const tree = await treeFolder(env).catch(() => undefined);
  if (!tree || (await listIncomplete(tree, ['base'])).length > 0) return undefined;
  return openTree(tree, env);
}

/** Those components that are not there, have lost what they need, or were made by an mdcv that put less into them. */
export async function listIncomplete(
  tree: string,
  names: readonly ComponentName[],
): Promise<ComponentName[]> {
  const incomplete: ComponentName[] = [];
  for (const name of names) {
    const marker = await readMarker(componentFolder(tree, name));
    const has = new Set(marker?.packages.map((found) => found.name));
    if (!components[name].packages.every((wanted) => has.has(wanted))) incomplete.push(name);
  }
  return incomplete;
}

async function removeComponents(tree: string): Promise<void> {
  for (const name of componentNames) await rm(componentFolder(tree, name), { recursive: true, force: true });
}

async function openTree(tree: string, env: NodeJS.ProcessEnv): Promise<Toolchain> {
  const base = componentFolder(tree, 'base');
  const incomplete = await listIncomplete(tree, componentNames);
  const programs = new Map<TexProgram, string>([['kpsewhich', path.join(base, 'root/usr/bin/kpsewhich')]]);
  for (const name of componentNames) {
    const { format } = components[name];
    if (!format || incomplete.includes(name)) continue;
    programs.set(format.name, path.join(componentFolder(tree, name), 'bin', format.name));
  }
  const toolchain = createToolchain({
    kind: 'managed',
    description: `${readRelease(path.join(base, 'root/usr/bin/pdftex')) ?? 'TeX'}, managed in ${tree}`,
    programs,
    env: await treeEnvironment(env, treeLayout(tree)),
  });
  return {
    ...toolchain,
    async run(request) {
      const run = await toolchain.run(request);
      // ld.so(8): the libraries that the system had when the tree was made have gone.
      if (run.exitCode === 127) throw await declareDamaged(tree, request.program, run.output);
      return run;
    },
    async locate(files) {
      try {
        return await toolchain.locate(files);
      } catch (error) {
        throw await declareDamaged(tree, 'kpsewhich', error instanceof Error ? error.message : '', error);
      }
    },
    async verify(program, inputs) {
      const files = [...listUnrecorded(tree, program), ...inputs].filter((file) => existsSync(file));
      const damaged: string[] = [];
      for (const name of componentNames) {
        const folder = componentFolder(tree, name);
        if (incomplete.includes(name)) continue;
        const changed = await listChanged(folder, files);
        if (changed.length > 0) await removeMarker(folder);
        damaged.push(...changed.map((file) => path.join(name, file)));
      }
      // Only what sound components make is worth to be made again.
      if (damaged.length === 0) damaged.push(...(await restoreJoined(treeLayout(tree))));
      if (damaged.length > 0) throw toDamagedError(damaged);
    },
  };
}

/** What a run reads besides what its recorder lists: the engine, its format, and what kpathsea and the tree's font map are made from. */
function listUnrecorded(tree: string, program: TexProgram): string[] {
  const engines = componentNames.flatMap((name) => {
    const { format } = components[name];
    if (format?.name !== program) return [];
    const binary = path.join(componentFolder(tree, 'base'), 'root/usr/bin', format.binary);
    return [binary, path.join(componentFolder(tree, name), 'formats', `${format.name}.fmt`)];
  });
  const lists = componentNames.flatMap((name) =>
    [componentMap, ...texTrees.map((folder) => path.join(folder, 'ls-R'))].map((file) =>
      path.join(componentFolder(tree, name), file),
    ),
  );
  return [...engines, ...lists];
}

function toDamagedError(files: readonly string[]): MdcvError {
  const rest = files.length > 1 ? `, and ${files.length - 1} more` : '';
  return new MdcvError(
    'damaged-tree',
    `Cannot trust mdcv’s own TeX: \`${files[0]}\` is not as it was installed${rest}`,
    { hint: `${again} If that happens again, check the disk.` },
  );
}

const again = 'Run mdcv again, it will fetch that part anew.';

/** Makes the next call fetch the component of a program anew, and gives the error to throw. */
async function declareDamaged(
  tree: string,
  program: TexProgram,
  output: string,
  cause?: unknown,
): Promise<MdcvError> {
  const name = componentNames.find((component) => components[component].format?.name === program) ?? 'base';
  await removeMarker(componentFolder(tree, name));
  return new MdcvError(
    'damaged-tree',
    `Cannot run \`${program}\` of mdcv’s own TeX: ${output.trim().slice(0, 300)}`,
    {
      hint: again,
      cause,
    },
  );
}
