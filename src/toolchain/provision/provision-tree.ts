import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { MdcvError } from '../../problem.ts';
import { locateFiles } from '../locate-files.ts';
import { type Apt, type AptPackage, openApt } from './apt.ts';
import { completeComponent, listVitalFiles, unpackComponent } from './build-component.ts';
import { writeChecksums } from './checksums.ts';
import { type ComponentName, components } from './components.ts';
import { downloadPackages } from './download-packages.ts';
import { buildFormat, testFormat } from './format.ts';
import { joinComponents } from './join-components.ts';
import { choosePackages, listMissingLibraries } from './libraries.ts';
import { readMarker, writeMarker } from './marker.ts';
import { createStep, type Step, type StepOptions } from './step.ts';
import type { TreeLayout } from './tree-config.ts';
import { treeEnvironment } from './tree-environment.ts';
import { componentFolder, treeLayout } from './tree-layout.ts';

const workPrefix = '.work-';

/**
 * Fetches components and puts each into the tree when it is proven to work, in one rename. Nothing else of a run is left,
 * however it ends; what a killed run left is removed by the next. Only one process may do this at a time.
 * @param names in the order to make them, the base before the others
 * @throws MdcvError `aborted`, `no-network`, `disk-full`, `no-such-package`, `provision-failed`
 */
export async function provisionTree(names: readonly ComponentName[], options: StepOptions): Promise<void> {
  const { tree } = options;
  await removeLeftovers(tree);
  const work = await mkdtemp(path.join(tree, workPrefix));
  const step = createStep(options);
  try {
    step.progress({ step: 'Looking up TeX’s packages', detail: '' });
    await mkdir(path.join(work, 'apt'));
    const apt = await openApt(path.join(work, 'apt'), step);
    const plans = await planComponents(apt, tree, names);
    const wanted = new Map(plans.flatMap(({ packages }) => packages.map((found) => [found.file, found])));
    const debs = path.join(work, 'debs');
    await downloadPackages(apt, [...wanted.values()], debs, step);
    for (const plan of plans) await addComponent(plan, { tree, work, debs, apt, step, env: options.env });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Plan {
  name: ComponentName;
  /** To unpack. */
  packages: AptPackage[];
  /** All that they depend on. */
  closure: AptPackage[];
}

// Every component stands on the base alone, so two that need the same package each have it: either may come first, or alone.
async function planComponents(apt: Apt, tree: string, names: readonly ComponentName[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  const marker = await readMarker(componentFolder(tree, 'base'));
  const inBase = new Set(marker?.packages.map(({ name }) => name));
  for (const name of names) {
    const closure = await apt.plan(components[name].packages);
    const engine = closure.find((candidate) => candidate.name === 'texlive-binaries');
    const packages = closure.filter((candidate) => {
      if (inBase.has(candidate.name)) return false;
      if (components[name].packages.includes(candidate.name) || candidate.name.startsWith('texlive-'))
        return true;
      // TeX's own libraries come from the same source as its programs, in the same version.
      return name === 'base' && candidate.name.startsWith('lib') && candidate.version === engine?.version;
    });
    if (name === 'base') for (const { name: chosen } of packages) inBase.add(chosen);
    plans.push({ name, packages, closure });
  }
  return plans;
}

interface Site {
  tree: string;
  work: string;
  debs: string;
  apt: Apt;
  step: Step;
  env: NodeJS.ProcessEnv;
}

async function addComponent({ name, packages, closure }: Plan, site: Site): Promise<void> {
  const { tree, work, debs, step } = site;
  const folder = path.join(work, name);
  const final = componentFolder(tree, name);
  const base = name === 'base' ? folder : componentFolder(tree, 'base');
  const layout: TreeLayout = {
    components: name === 'base' ? [folder] : [base, folder],
    joined: path.join(work, 'joined'),
    caches: path.join(tree, 'caches'),
  };
  await unpackComponent(name, packages, { folder, debs }, step);
  const libraries = await addLibraries(name, closure, { ...site, folder, layout });
  await completeComponent(name, folder, base);
  await joinComponents(layout);
  await prove(name, folder, layout, site);
  await writeChecksums(folder);
  await writeMarker(folder, [...packages, ...libraries], await listVitalFiles(name, folder));
  await rm(final, { recursive: true, force: true });
  await rename(folder, final);
  await joinComponents(treeLayout(tree));
}

/** Fetches the shared libraries that the component's programs need and this system does not have. */
async function addLibraries(
  name: ComponentName,
  closure: readonly AptPackage[],
  { apt, debs, step, env, folder, layout }: Site & { folder: string; layout: TreeLayout },
): Promise<AptPackage[]> {
  const [base = ''] = layout.components;
  const binaries = components[name].binaries.map((binary) => path.join(base, 'root/usr/bin', binary));
  const added: AptPackage[] = [];
  while (binaries.length > 0) {
    const missing = await listMissingLibraries(binaries, await treeEnvironment(env, layout), folder, step);
    if (missing.length === 0) break;
    const rest = closure.filter((candidate) => !added.includes(candidate));
    const more = choosePackages(missing, rest);
    if (more.length === 0) {
      throw new MdcvError(
        'provision-failed',
        `Cannot find a package with ${missing.join(', ')}, which TeX needs`,
        {
          hint: 'Install `texlive-binaries` with your system’s package manager instead.',
        },
      );
    }
    await downloadPackages(apt, more, debs, step);
    await unpackComponent(name, more, { folder, debs }, step);
    added.push(...more);
  }
  return added;
}

/** Builds the component's format and sets a document with it; finds its files, all within the tree. */
async function prove(
  name: ComponentName,
  folder: string,
  layout: TreeLayout,
  { step, tree, env }: Site,
): Promise<void> {
  const { format, files } = components[name];
  const [base = ''] = layout.components;
  const programs = await treeEnvironment(env, layout);
  if (format) {
    const place = { folder, binary: path.join(base, 'root/usr/bin', format.binary), env: programs };
    step.progress({ step: `Preparing ${format.name}`, detail: '' });
    await buildFormat(format, place, step);
    await testFormat(format, place, step);
  }
  const found = await locateFiles(path.join(base, 'root/usr/bin/kpsewhich'), files, programs);
  const strays = files.filter((file) => !found.get(file)?.startsWith(tree + path.sep));
  if (strays.length > 0) {
    throw new MdcvError(
      'provision-failed',
      `Cannot find ${strays.join(', ')} in the packages of ${components[name].title}`,
      {
        hint: 'This system’s TeX packages are unlike those that mdcv knows; install TeX with the package manager instead.',
      },
    );
  }
}

async function removeLeftovers(tree: string): Promise<void> {
  for (const name of await readdir(tree)) {
    if (name.startsWith(workPrefix)) await rm(path.join(tree, name), { recursive: true, force: true });
  }
}
