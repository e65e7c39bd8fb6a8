import { MdcvError } from '../problem.ts';
import { locateFiles } from './locate-files.ts';
import { runProgram } from './run-program.ts';
import { xelatexDate } from './tex-environment.ts';
import type { ProgramLimits, ProgramRequest, TexProgram, Toolchain, ToolchainKind } from './toolchain.ts';

export interface ToolchainOptions {
  kind: ToolchainKind;
  description: string;
  /** Absolute path of each program; `kpsewhich` must be one of them. */
  programs: ReadonlyMap<TexProgram, string>;
  /** The whole environment of every run. */
  env: Readonly<Record<string, string>>;
}

/** No file that TeX writes may become larger; a CV with photos stays far below, a log in an endless loop does not. */
const fileBytes = 512 * 1024 * 1024;

/**
 * No process may have more address space. lualatex takes 2.3 GB when it first meets a Chinese font; without a limit it takes, in an endless loop, all
 * that there is (pdflatex and xelatex have limits of their own).
 */
const memoryBytes = 6 * 1024 ** 3;

/** What the kernel holds a run to. Processor time is the net for the case that this process is killed and cannot watch the clock any more. */
export function limitsFor({
  timeoutMs,
  limits,
}: Pick<ProgramRequest, 'timeoutMs' | 'limits'>): ProgramLimits {
  return { fileBytes, memoryBytes, cpuSeconds: (2 * timeoutMs) / 1000 + 1, ...limits };
}

/** A toolchain of programs that run straight on this machine. */
export function createToolchain({ kind, description, programs, env }: ToolchainOptions): Toolchain {
  const find = (program: TexProgram): string => {
    const file = programs.get(program);
    if (file) return file;
    throw new MdcvError('no-such-program', `Cannot find \`${program}\` in ${description}`, {
      hint: 'Run `mdcv doctor` to see what brings it.',
    });
  };
  const answers = new Map<string, string | undefined>();
  return {
    kind,
    description,
    programs: new Set(programs.keys()),
    async run({ program, args, folder, format, timeoutMs, signal, env: added, dialogue, limits }) {
      return runProgram(find(program), [...(format ? [`-fmt=${format}`] : []), ...args], {
        folder,
        // xelatex's PDF driver leaves a file behind where it is killed.
        env: { ...env, TMPDIR: folder, ...(program === 'xelatex' && xelatexDate), ...added },
        timeoutMs,
        signal,
        dialogue,
        limits: limitsFor({ timeoutMs, limits }),
      });
    },
    async locate(files) {
      const unknown = files.filter((file) => !answers.has(file));
      if (unknown.length > 0) {
        const found = await locateFiles(find('kpsewhich'), unknown, env);
        for (const file of unknown) answers.set(file, found.get(file));
      }
      const located = new Map<string, string>();
      for (const file of files) {
        const full = answers.get(file);
        if (full) located.set(file, full);
      }
      return located;
    },
  };
}
