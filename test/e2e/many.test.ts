/** `mdcv build` of many CVs with real TeX: each in its place, one report, nothing built twice, nothing left behind. */
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPdfDifference } from '../../src/engine/fast/compare-pdfs.ts';
import type { ReportLine } from '../../src/many/report-line.ts';
import { type CliRun, cli, createFolder, lacking, mdcv, pdfText } from './mdcv.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);
const photo = resolve(import.meta.dirname, '../../templates/banking/preview.png');
const pattern = 'people/**/*.md';

let folder: string;
let env: Record<string, string>;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv many ')));
  env = { MDCV_CACHE: join(folder, 'cache'), TMPDIR: join(folder, 'tmp') };
  mkdirSync(join(folder, 'tmp'));
  for (const name of ['ada', 'bea', 'cleo', 'dora', 'eve']) {
    write(`people/${name}/cv.md`, cvOf(name));
    cpSync(photo, join(folder, 'people', name, 'me.png'));
  }
  write(
    'people/broken.md',
    '---\nname: Broken\nraw: latex\n---\n\n## Work\n\n`\\nosuchcommand`{=latex} text\n',
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A photo of each, so that no two need the same images. */
function cvOf(name: string): string {
  return `---\nname: The ${name}\nphoto: me.png\n---\n\n## Work\n\n### Job | Firm | 2020 – 2024\n\n- Work of ${name}.\n`;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const at = (path: string): string => join(folder, path);

interface ManyRun extends CliRun {
  lines: ReportLine[];
  /** By CV. */
  statuses: Record<string, string>;
}

function buildMany(args: readonly string[]): ManyRun {
  const run = mdcv(folder, ['build', ...args, '--json'], env);
  const lines = run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line): ReportLine => JSON.parse(line));
  return { ...run, lines, statuses: Object.fromEntries(lines.map(({ file, status }) => [file, status])) };
}

/** What a second run says of all but the broken one, which is always tried again. */
const allUnchanged = {
  'people/ada/cv.md': 'unchanged',
  'people/bea/cv.md': 'unchanged',
  'people/broken.md': 'failed',
  'people/cleo/cv.md': 'unchanged',
  'people/dora/cv.md': 'unchanged',
  'people/eve/cv.md': 'unchanged',
};

describe.skipIf(noTex)('mdcv build of many CVs', () => {
  it('builds each in its place, and one that fails stops none', () => {
    const { lines, statuses, exitCode, stderr } = buildMany([
      ...[pattern, '-t', 'banking', '--jobs', '2', '--junit', 'report.xml'],
    ]);
    expect(exitCode, stderr).toBe(1);
    expect(statuses).toEqual(
      Object.fromEntries(
        Object.keys(allUnchanged).map((file) => [file, file.includes('broken') ? 'failed' : 'built']),
      ),
    );
    for (const name of ['ada', 'bea', 'cleo', 'dora', 'eve']) {
      const pdf = `out/people/${name}/cv.pdf`;
      expect(lines.find(({ file }) => file.includes(name))).toMatchObject({
        pdf,
        template: 'banking',
        pages: 1,
      });
      expect(pdfText(at(pdf))).toContain(`Work of ${name}`);
    }
    const broken = lines.find(({ file }) => file.includes('broken'));
    expect(broken).toMatchObject({ pdf: null, shard: { index: 1, count: 1, lines: 6, allLines: 6 } });
    expect(existsSync(at('out/people/broken.pdf'))).toBe(false);
    expect(stderr).toContain('failed people/broken.md');
    expect(stderr).toContain('5 built, 1 failed');
    expect(readFileSync(at('report.xml'), 'utf8')).toContain('tests="6" failures="1" errors="0" skipped="0"');
    expect(readdirSync(at('tmp'))).toEqual([]);
  });

  it('makes one format for all of a look, and sets the pages of a plain build from it', () => {
    // Made behind the last of the first run, or by this one.
    buildMany([pattern, '-t', 'banking', '--force']);
    const { lines } = buildMany([pattern, '-t', 'banking', '--force']);
    expect(readdirSync(at('cache/formats'))).toHaveLength(1);
    const good = lines.filter(({ status }) => status === 'built');
    expect(good.map(({ passes }) => passes)).toEqual([1, 1, 1, 1, 1]);
    const plain = mdcv(folder, ['build', 'people/dora/cv.md', '-t', 'banking', '-o', 'plain'], env);
    expect(plain.exitCode, plain.stderr).toBe(0);
    const read = (path: string): Buffer => readFileSync(at(path));
    expect(findPdfDifference(read('plain/cv.pdf'), read('out/people/dora/cv.pdf'))).toBeUndefined();
    expect(readdirSync(at('tmp'))).toEqual([]);
  });

  it('skips what has not changed, and builds what has or what is gone', () => {
    const args = [pattern, '-t', 'banking'];
    expect(buildMany(args).statuses).toEqual(allUnchanged);
    write('people/ada/cv.md', cvOf('ada').replace('Firm', 'Other'));
    rmSync(at('out/people/bea/cv.pdf'));
    writeFileSync(at('out/people/cleo/cv.pdf'), 'not ours');
    cpSync(resolve(photo, '../../classic/preview.png'), at('people/dora/me.png'));
    const { statuses } = buildMany(args);
    expect(statuses).toEqual({
      ...allUnchanged,
      'people/ada/cv.md': 'built',
      'people/bea/cv.md': 'built',
      'people/cleo/cv.md': 'built',
      'people/dora/cv.md': 'built',
    });
    expect(pdfText(at('out/people/cleo/cv.pdf'))).toContain('Work of cleo');
    expect(buildMany(args).statuses).toEqual(allUnchanged);
    // Another way to build is another build, and a template of the same name may now be another.
    expect(buildMany(['people/eve', '-t', 'banking', '--profile', 'print', '--tex-only']).statuses).toEqual({
      'people/eve/cv.md': 'built',
    });
    mkdirSync(at('templates/own'), { recursive: true });
    expect(buildMany(['people/ada', '-t', 'banking']).statuses).toEqual({ 'people/ada/cv.md': 'built' });
    rmSync(at('templates'), { recursive: true });
  });

  it('prints a line for each where no terminal is, and what is wrong above it', () => {
    const { stdout, stderr, exitCode } = mdcv(folder, ['build', pattern, '-t', 'banking'], env);
    expect(exitCode).toBe(1);
    const lines = stdout.trim().split('\n');
    expect(lines).toContain('out/people/dora/cv.pdf · unchanged');
    // Its .tex is not the one that was written with the PDF.
    expect(stdout).toMatch(/^out\/people\/eve\/cv\.pdf · 1 page · banking · pdflatex/m);
    expect(lines).toHaveLength(5);
    expect(stderr).toMatch(/^people\/broken\.md:8:\d+ error tex-error/m);
    expect(stderr).toMatch(/1 built, 4 unchanged, 1 failed · [\d.]+ s · \d at a time/);
  });

  it('checks each, and takes warnings for failures where it is told to', () => {
    write('warned/cv.md', `${cvOf('wanda')}`.replace('photo: me.png', 'emial: ada@example.org'));
    const args = ['warned', '-t', 'banking', '--check'];
    const strict = buildMany([...args, '--strict']);
    expect(strict.statuses).toEqual({ 'warned/cv.md': 'failed' });
    expect(strict.lines[0]?.messages.map(({ code }) => code)).toContain('unknown-key');
    expect(strict.lines[0]?.checks).toBeInstanceOf(Array);
    expect(strict.exitCode).toBe(1);
    expect(buildMany(args)).toMatchObject({ exitCode: 0, statuses: { 'warned/cv.md': 'built' } });
    expect(buildMany(args)).toMatchObject({ exitCode: 0, statuses: { 'warned/cv.md': 'unchanged' } });
    expect(buildMany([...args, '--strict']).exitCode).toBe(1);
  });

  it('records all CVs of a folder in its lock', () => {
    for (const name of ['a', 'b', 'c']) write(`locked/${name}.md`, `# ${name}\n\n## Work\n\nDone.\n`);
    const { statuses, stderr } = buildMany(['locked', '--lock', '--jobs', '3']);
    expect(Object.values(statuses), stderr).toEqual(['built', 'built', 'built']);
    const { builds } = JSON.parse(readFileSync(at('locked/mdcv.lock'), 'utf8'));
    expect(builds.map(({ cv }: { cv: string }) => cv)).toEqual(['a.md', 'b.md', 'c.md']);
    // One that asks for it itself is set the plain way, as it would be alone.
    write('locked/b.md', '---\nlock: true\n---\n\n# b\n\n## Work\n\nDone again.\n');
    buildMany(['locked']);
    const check = mdcv(folder, ['check', 'locked/b.md', '-o', 'out/locked', '--locked'], env);
    expect(check.stderr + check.stdout).toContain('the same as in mdcv.lock');
  });

  it('builds each in every template, and in public', () => {
    const { lines, exitCode } = buildMany([
      'people/ada',
      'people/bea',
      '-t',
      'all',
      '--tex-only',
      '--public',
    ]);
    expect(exitCode).toBe(0);
    expect(lines.length).toBeGreaterThanOrEqual(12);
    expect(existsSync(at('out/people/bea/cv-public-casual.tex'))).toBe(true);
  });

  it.each([
    ['one file for all', [pattern, '-o', 'all.pdf'], 'bad-argument'],
    ['a shard that is none', [pattern, '--shard', '5/4'], 'bad-argument'],
    ['no number', [pattern, '--jobs', '0'], '--jobs'],
    ['public and locked', [pattern, '--public', '--lock'], 'bad-argument'],
    ['a pattern that finds nothing', ['nobody/*.md'], 'missing-file'],
    ['an engine that is none', [pattern, '--engine', 'tex'], 'bad-argument'],
  ])('refuses %s before it builds any', (_, args, told) => {
    const { exitCode, stderr } = mdcv(folder, ['build', ...args], env);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('built');
  });
});

describe.skipIf(noTex)('mdcv build of many CVs, ended by a signal', () => {
  it('ends all that it runs and leaves nothing', async () => {
    const own = createFolder();
    mkdirSync(join(own, 'tmp'));
    for (let index = 0; index < 8; index++)
      writeFileSync(join(own, `cv${index}.md`), `# Ada ${index}\n\n## Work\n\nDone.\n`);
    const child = spawn(process.execPath, [cli, 'build', '*.md', '--jobs', '2'], {
      cwd: own,
      env: { ...process.env, MDCV_CACHE: join(own, 'cache'), TMPDIR: join(own, 'tmp') },
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    // TeX is at work as soon as there are folders for it.
    while (readdirSync(join(own, 'tmp')).length < 2) await delay(20);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(join(own, 'tmp'))).toEqual([]);
    expect(spawnSync('pgrep', ['-f', own]).stdout.toString()).toBe('');
  });
});
