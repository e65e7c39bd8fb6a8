import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { createToolchain, type ToolchainOptions } from './create-toolchain.ts';
import { findExecutable } from './find-executable.ts';
import { runProgram } from './run-program.ts';
import { texEnvironment } from './tex-environment.ts';
import { type TexProgram, type Toolchain, texPrograms } from './toolchain.ts';

/**
 * The TeX on this machine's `PATH`; undefined without `pdflatex` and `kpsewhich`. Starts no process, unless `pdflatex` is a script around the program.
 * @param env where to take `PATH`, `HOME` and TeX's own variables from
 */
export async function findLocalToolchain(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Toolchain | undefined> {
  const found = await findLocalTex(env);
  return found && createToolchain(found);
}

/**
 * For one who asks often: what was found on the `PATH` holds while none of its folders has changed, into which programs are installed. Each toolchain
 * is a new one, which asks for its files anew.
 */
export function createLocalToolchainFinder(
  env: NodeJS.ProcessEnv = process.env,
): () => Promise<Toolchain | undefined> {
  let last: { look: string; found: ToolchainOptions } | undefined;
  return async () => {
    const look = lookAtFolders(env.PATH);
    if (last?.look !== look) {
      const found = await findLocalTex(env);
      last = found && { look, found };
    }
    return last && createToolchain(last.found);
  };
}

function lookAtFolders(searchPath = ''): string {
  const looks = searchPath.split(path.delimiter).map((folder) => {
    const stats = statSync(folder, { throwIfNoEntry: false });
    return `${folder} ${stats?.ino} ${stats?.mtimeMs}`;
  });
  return looks.join('\n');
}

async function findLocalTex(env: NodeJS.ProcessEnv): Promise<ToolchainOptions | undefined> {
  const programs = new Map<TexProgram, string>();
  for (const program of texPrograms) {
    const file = findExecutable(program, env.PATH);
    if (file) programs.set(program, file);
  }
  const pdflatex = programs.get('pdflatex');
  if (!pdflatex || !programs.has('kpsewhich')) return undefined;
  const texEnv = texEnvironment(env, true);
  const release = readRelease(pdflatex) ?? (await askRelease(pdflatex, texEnv)) ?? 'TeX';
  return { kind: 'local', description: `${release}, ${path.dirname(pdflatex)}`, programs, env: texEnv };
}

/**
 * `TeX Live 2022/Debian`, as `--version` says. The words stand in the program file, and reading them there takes
 * a millisecond where starting the program takes ten. Undefined where they do not: a script (Nix, environment modules) stands before the program.
 */
export function readRelease(program: string): string | undefined {
  const file = openSync(program, 'r');
  try {
    // Piece by piece into the same memory: megabytes of fresh memory are what takes time.
    const bytes = Buffer.allocUnsafe(64 * 1024);
    for (let kept = 0, read = -1; read !== 0; ) {
      read = readSync(file, bytes, kept, bytes.length - kept, null);
      const release = findRelease(bytes.subarray(0, kept + read));
      if (release) return release;
      // What may be the beginning of the words is looked at again.
      kept = bytes.copy(bytes, 0, Math.max(0, kept + read - releaseBytes), kept + read);
    }
  } finally {
    closeSync(file);
  }
  return undefined;
}

/** What the program says of itself. */
async function askRelease(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { root } = path.parse(program);
  const { output } = await runProgram(program, ['--version'], { folder: root, env, timeoutMs: 10_000 });
  return findRelease(Buffer.from(output));
}

/** The most that is read from the opening bracket to the closing one. */
const releaseBytes = 64;

function findRelease(bytes: Buffer): string | undefined {
  for (const maker of ['TeX Live ', 'MiKTeX ']) {
    const start = bytes.indexOf(`(${maker}`);
    const release =
      start < 0 ? null : /^\(([^)\0]{1,60})\)/.exec(bytes.toString('latin1', start, start + releaseBytes));
    if (release?.[1]) return release[1];
  }
  return undefined;
}
