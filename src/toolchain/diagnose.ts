import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type EngineName, engineNames } from '../engine/engine.ts';
import { MdcvError } from '../problem.ts';
import { listMissing } from './choose-toolchain.ts';
import { type ContainerState, diagnoseContainer } from './docker/diagnose-container.ts';
import { findExecutable } from './find-executable.ts';
import { findLocalToolchain } from './local-toolchain.ts';
import { findManagedToolchain, listIncomplete } from './managed-toolchain.ts';
import { packageFor } from './packages.ts';
import { listBeyondComponents } from './provision/beyond-components.ts';
import { type ComponentName, componentNames } from './provision/components.ts';
import { checkSystem, treeFolder } from './provision/tree-folder.ts';
import { runProgram } from './run-program.ts';
import type { Toolchain, ToolchainKind } from './toolchain.ts';

/** What a template needs of TeX, from its manifest. */
export interface TemplateNeeds {
  name: string;
  class: string;
  requires: readonly string[];
  wants: readonly { file: string; otherwise: string; package: string }[];
  engines: readonly EngineName[];
}

export interface Diagnosis {
  node: { version: string; supported: boolean };
  /** The TeX on the `PATH`. */
  local?: ToolchainState | undefined;
  managed: ManagedState;
  /** Whether mdcv can fetch a TeX here, and why not. */
  fetching: { possible: boolean; reason?: string };
  docker: ContainerState;
  templates: TemplateState[];
  /** Commands or sentences that mend what is wrong, the best first; empty when every template can be set. */
  mend: string[];
}

interface ToolchainState {
  description: string;
  engines: EngineName[];
  /** What it says when it cannot even be started. */
  problem?: string | undefined;
}

interface ManagedState extends Partial<ToolchainState> {
  state: 'none' | 'ready' | 'damaged';
  folder?: string | undefined;
  components: ComponentName[];
  /** Size on the disk. */
  bytes: number;
}

interface TemplateState {
  name: string;
  /** Kinds of toolchain at hand that can set it with its first engine. */
  settable: ToolchainKind[];
  /** Files and programs that the toolchain at hand lacks, when none can set it. */
  missing: string[];
  /** Files that it would like to have, and what it uses instead. */
  fallbacks: { file: string; otherwise: string; package: string }[];
}

/** What `mdcv doctor` tells: which TeX is there, what it can set, and how to mend the rest. Changes nothing. */
export async function diagnose(
  templates: readonly TemplateNeeds[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Diagnosis> {
  const foundLocal = await findLocalToolchain(env);
  const localState = foundLocal && (await checkToolchain(foundLocal));
  const local = localState?.problem ? undefined : foundLocal;
  const foundManaged = await findManagedToolchain(env);
  const managedState = await checkManaged(foundManaged, env);
  const managed = managedState.state === 'ready' ? foundManaged : undefined;
  const container = await diagnoseContainer(env);
  const usable = [local, managed, container.toolchain].filter((toolchain) => toolchain !== undefined);
  const states: TemplateState[] = [];
  const release = container.toolchain?.elsewhere?.hold();
  try {
    // One after the other: a container is asked once for what several templates need.
    for (const template of templates) states.push(await checkTemplate(template, usable));
  } finally {
    await release?.();
  }
  const fetching = await checkFetching(env);
  return {
    node: { version: process.versions.node, supported: isSupported(process.versions.node) },
    local: localState,
    managed: managedState,
    fetching,
    docker: container.state,
    templates: states,
    mend: await listMends(states, managedState, container.state, fetching.possible),
  };
}

/** package.json, `engines`. */
function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

async function checkToolchain(toolchain: Toolchain): Promise<ToolchainState> {
  const { description, programs } = toolchain;
  const engines = engineNames.filter((engine) => programs.has(engine));
  return { description, engines, problem: await findProblem(toolchain) };
}

async function findProblem(toolchain: Toolchain): Promise<string | undefined> {
  try {
    await toolchain.locate(['article.cls']);
    const request = { program: 'pdflatex', args: ['--version'], folder: '/', timeoutMs: 20_000 } as const;
    const run = await toolchain.run(request);
    return run.exitCode === 0 ? undefined : run.output.trim().slice(0, 400);
  } catch (error) {
    if (error instanceof MdcvError) return error.message;
    throw error;
  }
}

async function checkManaged(toolchain: Toolchain | undefined, env: NodeJS.ProcessEnv): Promise<ManagedState> {
  const none: ManagedState = { state: 'none', components: [], bytes: 0 };
  const folder = await treeFolder(env).catch(() => undefined);
  if (!folder || !(await isFolder(folder))) return none;
  const bytes = await measure(folder, env);
  if (!toolchain) {
    // A tree that is just being made has no base yet either, but then there is nothing of it to see.
    const state = (await isFolder(path.join(folder, 'base'))) ? 'damaged' : 'none';
    return { ...none, state, folder, bytes };
  }
  const checked = await checkToolchain(toolchain);
  const incomplete = await listIncomplete(folder, componentNames);
  const components = componentNames.filter((name) => !incomplete.includes(name));
  return { ...checked, state: checked.problem ? 'damaged' : 'ready', folder, components, bytes };
}

/** @param usable the best first */
async function checkTemplate(
  { name, class: className, requires, wants, engines }: TemplateNeeds,
  usable: readonly Toolchain[],
): Promise<TemplateState> {
  const [engine = 'pdflatex'] = engines;
  const files = [`${className}.cls`, ...requires];
  const lacks = await Promise.all(usable.map((toolchain) => listMissing(toolchain, engine, files)));
  const able = usable.filter((_toolchain, index) => lacks[index]?.length === 0);
  const used = able[0] ?? usable[0];
  const found = await used?.locate(wants.map(({ file }) => file));
  return {
    name,
    settable: able.map(({ kind }) => kind),
    missing: able.length > 0 ? [] : (lacks[0] ?? [engine, ...files]),
    fallbacks: wants.filter(({ file }) => found && !found.has(file)).map((wanted) => ({ ...wanted })),
  };
}

async function checkFetching(env: NodeJS.ProcessEnv): Promise<{ possible: boolean; reason?: string }> {
  try {
    await checkSystem(env);
    await treeFolder(env);
    return { possible: true };
  } catch (error) {
    if (error instanceof MdcvError) return { possible: false, reason: error.message };
    throw error;
  }
}

async function listMends(
  states: readonly TemplateState[],
  managed: ManagedState,
  container: ContainerState,
  canFetch: boolean,
): Promise<string[]> {
  const missing = new Set(states.flatMap((state) => state.missing));
  const mends: string[] = [];
  if (managed.state === 'damaged' && canFetch) mends.push('mdcv build --toolchain managed');
  if (missing.size === 0) return mends;
  if (canFetch && managed.state === 'none' && (await canFetchForOne(states))) mends.push('mdcv build');
  if (container.problem?.code === 'no-container-image') mends.push('mdcv toolchain build-image');
  const packages = new Set([...missing].flatMap((file) => packageFor(file).debian ?? []));
  if (canFetch && packages.size > 0) mends.push(`sudo apt-get install ${[...packages].join(' ')}`);
  const tlmgr = new Set([...missing].flatMap((file) => packageFor(file).tlmgr ?? []));
  mends.push(...new Set([...missing].flatMap((file) => packageFor(file).note ?? [])));
  if (!canFetch && tlmgr.size > 0) mends.push(`tlmgr install ${[...tlmgr].join(' ')}`);
  return mends;
}

/** Whether a managed TeX could set one of the templates that no TeX at hand can set. */
async function canFetchForOne(states: readonly TemplateState[]): Promise<boolean> {
  for (const { missing } of states)
    if (missing.length > 0 && (await listBeyondComponents(missing)).length === 0) return true;
  return false;
}

async function measure(folder: string, env: NodeJS.ProcessEnv): Promise<number> {
  const du = findExecutable('du', env.PATH);
  if (!du) return 0;
  const run = await runProgram(du, ['-sk', folder], { folder, env: {}, timeoutMs: 60_000 });
  return 1024 * Number.parseInt(run.output, 10);
}

async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
