import type { EngineName } from '../engine/engine.ts';
import { MdcvError } from '../problem.ts';
import { findLocalToolchain } from './local-toolchain.ts';
import { beyondManagedError, installHint, missingError } from './missing-error.ts';
import { packageFor } from './packages.ts';
import { type ComponentName, componentOf } from './provision/components.ts';
import { rememberFiles } from './remember-files.ts';
import type { OnToolchainProgress, Toolchain, ToolchainKind, ToolchainWish } from './toolchain.ts';

export interface ToolchainChoice {
  wish: ToolchainWish;
  engine: EngineName;
  /** Names of files without which the document cannot be set, e.g. `moderncv.cls`. */
  files: readonly string[];
  /** Scripts beyond the main font's, as `latex/scripts.ts` names them. A managed TeX brings fonts for them; a local one uses the system's. */
  scripts?: readonly string[] | undefined;
  onProgress?: OnToolchainProgress | undefined;
  signal?: AbortSignal | undefined;
  /** Whether a managed TeX may be fetched from the network where there is none yet. */
  mayProvision: boolean;
  /** Where to look for programs and caches; the process's own environment by default. */
  env?: NodeJS.ProcessEnv | undefined;
  /** What finds the TeX of this machine, for one that has found it before. */
  findLocal?: typeof findLocalToolchain | undefined;
}

/**
 * The toolchain that can set a document. `auto` takes the TeX on this machine if it has the engine and every file, else
 * mdcv's own (managed) one, and a container where neither can serve and its image is there.
 * @throws MdcvError `no-tex`, `missing-tex-files`, or what `createManagedToolchain` and `openDockerToolchain` throw
 */
export async function chooseToolchain(choice: ToolchainChoice): Promise<Toolchain> {
  const { wish, engine, files, env = process.env, findLocal = findLocalToolchain } = choice;
  if (wish === 'docker') return chooseDocker(choice);
  if (wish === 'managed') return chooseManaged(choice);
  const found = await findLocal(env);
  const local = found && rememberFiles(found, env);
  const lack = await findLack(local, engine, files, env);
  if (local && !lack) return local;
  if (lack && wish === 'local') throw lack.error;
  try {
    return await chooseManaged(choice);
  } catch (error) {
    return (await findContainer(choice, error)) ?? refuse(lack ? toAutoError(error, lack) : error);
  }
}

function refuse(error: unknown): never {
  throw error;
}

/** The last resort of `auto`, if it can serve. */
async function findContainer(choice: ToolchainChoice, error: unknown): Promise<Toolchain | undefined> {
  if (!(error instanceof MdcvError) || error.code === 'aborted') return undefined;
  try {
    return await chooseDocker(choice);
  } catch (refusal) {
    // Why the others cannot is the news: who has them needs no container.
    if (refusal instanceof MdcvError) return undefined;
    throw refusal;
  }
}

async function chooseDocker({
  engine,
  files,
  signal,
  env = process.env,
}: ToolchainChoice): Promise<Toolchain> {
  const { openDockerToolchain } = await import('./docker/docker-toolchain.ts');
  const toolchain = await openDockerToolchain(env, signal);
  const missing = await listMissing(toolchain, engine, files);
  if (missing.length === 0) return toolchain;
  const { beyondImageError } = await import('./docker/container-errors.ts');
  throw beyondImageError(toolchain, missing);
}

/** The toolchain of that kind, if it is there, whatever it has. */
export async function findToolchain(
  kind: ToolchainKind,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Toolchain | undefined> {
  if (kind === 'local') return findLocalToolchain(env);
  if (kind === 'managed') return (await import('./managed-toolchain.ts')).findManagedToolchain(env);
  return (await import('./docker/docker-toolchain.ts')).findDockerToolchain(env);
}

/** Why a TeX cannot set a document. */
interface Lack {
  error: MdcvError;
  missing: string[];
}

async function findLack(
  local: Toolchain | undefined,
  engine: EngineName,
  files: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Lack | undefined> {
  try {
    const missing = local ? await listMissing(local, engine, files) : [engine, ...files];
    return missing.length > 0 ? { error: missingError(local, missing, env), missing } : undefined;
  } catch (error) {
    // A TeX that cannot even be asked is none; another may do.
    if (error instanceof MdcvError) return { error, missing: [engine, ...files] };
    throw error;
  }
}

/** The engine and those of the files that the toolchain does not have. */
export async function listMissing(
  toolchain: Toolchain,
  engine: EngineName,
  files: readonly string[],
): Promise<string[]> {
  const needed = [...engineFiles[engine], ...files];
  const found = await toolchain.locate(needed);
  const missing = needed.filter((file) => !found.has(file));
  return toolchain.programs.has(engine) ? missing : [engine, ...missing];
}

/** What an engine cannot start without and its program does not bring: Debian has `lualatex` without it. */
const engineFiles: Readonly<Record<EngineName, readonly string[]>> = {
  pdflatex: [],
  xelatex: [],
  lualatex: ['luaotfload.sty'],
};

const engineComponent: Readonly<Record<EngineName, ComponentName>> = {
  pdflatex: 'base',
  xelatex: 'xetex',
  lualatex: 'luatex',
};

async function chooseManaged(choice: ToolchainChoice): Promise<Toolchain> {
  const { engine, mayProvision, onProgress, signal, env = process.env } = choice;
  const files = [...choice.files, ...new Set(choice.scripts?.map(fontFileOf))];
  // With all that provisioning takes, which a TeX of this machine has no use for.
  const { createManagedToolchain, findManagedToolchain } = await import('./managed-toolchain.ts');
  const present = await findManagedToolchain(env);
  const missing = await listMissingOrAll(present, engine, files);
  if (present && missing.length === 0) return present;
  const { listBeyondComponents } = await import('./provision/beyond-components.ts');
  const beyond = await listBeyondComponents(missing);
  if (beyond.length > 0) throw beyondManagedError(present, beyond);
  const wanted = new Set([engineComponent[engine], ...missing.flatMap(toComponent)]);
  if (!mayProvision) {
    throw new MdcvError(
      'no-tex',
      `Cannot set this document with mdcv’s own TeX, which lacks ${missing.join(', ')}`,
      {
        hint: 'Run `mdcv build` with a network, which fetches it.',
      },
    );
  }
  const managed = await createManagedToolchain({ components: [...wanted], onProgress, signal, env });
  const lacking = await listMissing(managed, engine, files);
  if (lacking.length > 0) throw beyondManagedError(managed, lacking);
  return managed;
}

async function listMissingOrAll(
  managed: Toolchain | undefined,
  engine: EngineName,
  files: readonly string[],
): Promise<string[]> {
  if (!managed) return [engine, ...files];
  try {
    return await listMissing(managed, engine, files);
  } catch (error) {
    // Declared damaged, it will be made again.
    if (error instanceof MdcvError && error.code === 'damaged-tree') return [engine, ...files];
    throw error;
  }
}

/** A font of the component that covers most of a script. */
function fontFileOf(script: string): string {
  if (['han', 'kana', 'hangul'].includes(script)) return 'NotoSerifCJK-Regular.ttc';
  return ['latin', 'emoji', 'symbol', 'other'].includes(script) ? 'DejaVuSans.ttf' : 'NotoSans-Regular.ttf';
}

function toComponent(file: string): ComponentName | [] {
  return componentOf(packageFor(file).debian ?? '') ?? [];
}

// Where nothing can be fetched, the way out is to complete the TeX that is there.
function toAutoError(error: unknown, { error: localError, missing }: Lack): unknown {
  if (!(error instanceof MdcvError) || error.code === 'aborted') return error;
  // Nothing was fetched, because nothing can or may be: what the TeX of this machine lacks is the news.
  const notFetched = error.code === 'no-tex' && localError.code === 'missing-tex-files';
  if (notFetched || error.code === 'unsupported-system') {
    const hint = localError.hint ?? '';
    return new MdcvError(localError.code, localError.message, { hint, cause: error });
  }
  if (error.code === 'missing-tex-files') {
    const { code, message } = localError.code === error.code ? localError : error;
    const hint = `${installHint(missing)} mdcv’s own TeX does not bring that here.`;
    return new MdcvError(code, message, { hint, cause: error });
  }
  const hint = [error.hint, `Or use a TeX of this machine. ${installHint(missing)}`]
    .filter(Boolean)
    .join(' ');
  return new MdcvError(error.code, error.message, { hint, cause: error });
}
