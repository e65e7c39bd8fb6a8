import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { createToolchain } from './create-toolchain.ts';
import { findExecutable } from './find-executable.ts';
import { texEnvironment } from './tex-environment.ts';
import { type TexProgram, type Toolchain, texPrograms } from './toolchain.ts';

/**
 * The TeX on this machine's `PATH`; undefined without `pdflatex` and `kpsewhich`. Starts no process.
 * @param env where to take `PATH`, `HOME` and TeX's own variables from
 */
export async function findLocalToolchain(
  env: NodeJS.ProcessEnv = process.env,
): Promise<Toolchain | undefined> {
  const programs = new Map<TexProgram, string>();
  for (const program of texPrograms) {
    const file = findExecutable(program, env.PATH);
    if (file) programs.set(program, file);
  }
  const pdflatex = programs.get('pdflatex');
  if (!pdflatex || !programs.has('kpsewhich')) return undefined;
  const release = readRelease(pdflatex);
  return createToolchain({
    kind: 'local',
    description: `${release}, ${path.dirname(pdflatex)}`,
    programs,
    env: texEnvironment(env, true),
    programEnv: { lualatex: { openin_any: luaOpenIn(release) } },
  });
}

/**
 * Since LuaTeX 1.17 (TeX Live 2023) `p` holds for what Lua reads as well, and luaotfload cannot even read its own parts:
 * `r`, which forbids dot files, is the strictest that works there.
 */
function luaOpenIn(release: string): string {
  return Number(/TeX Live (\d{4})/.exec(release)?.[1] ?? 0) < 2023 ? 'p' : 'r';
}

/**
 * `TeX Live 2022/Debian`, as `--version` says. The words stand in the program file, and reading them there takes
 * a millisecond where starting the program takes ten.
 */
export function readRelease(program: string): string {
  const bytes = readFileSync(realpathSync(program));
  for (const maker of ['TeX Live ', 'MiKTeX ']) {
    const start = bytes.indexOf(`(${maker}`);
    const release =
      start < 0 ? null : /^\(([^)\0]{1,60})\)/.exec(bytes.toString('latin1', start, start + 64));
    if (release?.[1]) return release[1];
  }
  return 'TeX';
}
