import type { EngineName } from '../engine/engine.ts';
import { MdcvError } from '../problem.ts';
import { findLocalToolchain } from './local-toolchain.ts';
import { missingError } from './missing-error.ts';
import type { OnToolchainProgress, Toolchain, ToolchainWish } from './toolchain.ts';

export interface ToolchainChoice {
  wish: ToolchainWish;
  engine: EngineName;
  /** Names of files without which the document cannot be set, e.g. `moderncv.cls`. */
  files: readonly string[];
  onProgress?: OnToolchainProgress | undefined;
  signal?: AbortSignal | undefined;
  /** Whether a managed TeX may be fetched from the network where there is none yet. */
  mayProvision: boolean;
  /** Where to look for programs and caches; the process's own environment by default. */
  env?: NodeJS.ProcessEnv | undefined;
}

/**
 * The toolchain that can set a document. `auto` takes the TeX on this machine if it has the engine and every file, and
 * mdcv's own (managed) one otherwise.
 * @throws MdcvError `no-tex`, `missing-tex-files`, `docker-later`, or what fetching a managed TeX throws
 */
export async function chooseToolchain(choice: ToolchainChoice): Promise<Toolchain> {
  const { wish, engine, files, env = process.env } = choice;
  if (wish === 'docker') {
    throw new MdcvError(
      'docker-later',
      'Cannot run TeX in a container, the container toolchain comes with a later version',
      {
        hint: 'Use `--toolchain auto`, or run mdcv itself in a container that has TeX.',
      },
    );
  }
  const local = wish === 'managed' ? undefined : await findLocalToolchain(env);
  const missing = local && (await listMissing(local, engine, files));
  if (local && missing?.length === 0) return local;
  throw missingError(local, missing ?? [engine, ...files]);
}

/** What an engine cannot start without and its program does not bring: Debian has `lualatex` in a package of its own. */
const engineFiles: Readonly<Record<EngineName, readonly string[]>> = {
  pdflatex: [],
  xelatex: [],
  lualatex: ['luaotfload.sty'],
};

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
