import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MdcvError } from '../../problem.ts';
import type { Format } from './components.ts';
import { provisionError } from './provision-error.ts';
import type { Step } from './step.ts';

export interface FormatPlace {
  /** Absolute path of the component's folder; the format goes into `formats` in it. */
  folder: string;
  /** Absolute path of the engine's binary. */
  binary: string;
  /** The tree's environment. */
  env: Readonly<Record<string, string>>;
}

/** Makes an engine's format, the LaTeX kernel as the engine's own memory. */
export async function buildFormat(
  format: Format,
  { folder, binary, env }: FormatPlace,
  step: Step,
): Promise<void> {
  const formats = path.join(folder, 'formats');
  await mkdir(formats, { recursive: true });
  const { name, args } = format;
  const run = await step.run(
    binary,
    ['-ini', '-interaction=nonstopmode', `-jobname=${name}`, `-progname=${name}`, ...args],
    { folder: formats, timeoutMs: 5 * 60_000, env },
  );
  if (run.exitCode !== 0 || !(await isFile(path.join(formats, `${name}.fmt`)))) {
    throw provisionError(`build the format of \`${name}\``, run, step.tree);
  }
  await rm(path.join(formats, `${name}.log`), { force: true });
}

/** Sets a small document, to prove that the engine works. */
export async function testFormat(
  format: Format,
  { folder, binary, env }: FormatPlace,
  step: Step,
): Promise<void> {
  const work = path.join(folder, 'test');
  await mkdir(work, { recursive: true });
  await writeFile(path.join(work, 'test.tex'), format.test);
  const run = await step.run(
    binary,
    [
      `-progname=${format.name}`,
      `-fmt=${format.name}`,
      '-interaction=nonstopmode',
      '-halt-on-error',
      'test.tex',
    ],
    { folder: work, timeoutMs: 5 * 60_000, env },
  );
  if (run.exitCode !== 0 || !(await isFile(path.join(work, 'test.pdf')))) {
    throw provisionError(`set a first document with \`${format.name}\``, run, step.tree);
  }
  // A font without an outline would be set in pixels, or not at all.
  const [bad] = /^.*(?:Missing character|\*\* WARNING|Font \S+ at \d+ not found).*$/m.exec(run.output) ?? [];
  if (bad)
    throw new MdcvError('provision-failed', `Cannot set a first document with \`${format.name}\`: ${bad}`);
  await rm(work, { recursive: true });
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => stats.isFile() && stats.size > 0,
    () => false,
  );
}
