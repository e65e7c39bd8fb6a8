/** What the end-to-end tests share: running the compiled command line, and reading PDFs with poppler. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const root: string = resolve(import.meta.dirname, '../..');
export const cli: string = join(root, 'dist/cli/main.js');

/** CI sets it: then nothing may be skipped. */
const requireAll = process.env.MDCV_REQUIRE_ALL === '1';

export interface CliRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

export interface JsonBuild {
  pdf: string | null;
  tex: string | null;
  pages: number | null;
  template: string;
  engine: string;
  toolchain: string | null;
  passes: number;
  durationMs: number;
  texMs: number;
  messages: {
    code: string;
    severity: string;
    file: string;
    line?: number;
    column?: number;
    reason: string;
    note?: string;
  }[];
}

/** Runs `mdcv` in a folder and waits for its end. */
export function mdcv(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { exitCode: status, stdout, stderr };
}

/** `mdcv build … --json`, its object read. */
export function buildJson(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): JsonBuild {
  const { stdout, stderr } = mdcv(folder, ['build', ...args, '--json'], env);
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`mdcv printed no JSON: ${stdout}\n${stderr}`, { cause });
  }
}

/** A folder of the test's own, gone when the test is over. */
export function createFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv test ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A project with mdcv's own content, in a folder of the test's own. */
export function createProject(): string {
  const folder = createFolder();
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  return folder;
}

export function pdfText(pdf: string): string {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', pdf, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

export interface WordBox {
  word: string;
  page: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the words of a PDF stand, in points from the top left corner of their page. */
export function wordBoxes(pdf: string): WordBox[] {
  const html = execFileSync('pdftotext', ['-enc', 'UTF-8', '-bbox', pdf, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pattern =
    /<page|<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  let page = 0;
  return [...html.matchAll(pattern)].flatMap(([, left, top, right, bottom, word]) => {
    if (word === undefined) {
      page += 1;
      return [];
    }
    return [
      { word, page, left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) },
    ];
  });
}

/** The first of a word on the pages. */
export function findWord(words: readonly WordBox[], word: string): WordBox {
  const found = words.find((one) => one.word === word);
  if (!found) throw new Error(`Cannot find ${word}`);
  return found;
}

/** The reason to skip a test that needs programs, or nothing when they are there. In CI a missing one is an error. */
export function lacking(programs: readonly string[]): string | undefined {
  const missing = programs.filter((program) => spawnSync('which', [program]).status !== 0);
  return missing.length === 0 ? undefined : skipFor(`needs ${missing.join(', ')}`);
}

/** A reason to skip; in CI an error. */
export function skipFor(reason: string): string {
  if (requireAll) throw new Error(`${reason}, and MDCV_REQUIRE_ALL forbids to skip`);
  return reason;
}

/** The ten public CVs that mdcv is tried on; they are not ours to copy, so a clone elsewhere has none. */
export const samplesFolder: string = process.env.MDCV_SAMPLES ?? resolve(root, '../shared/samples');
