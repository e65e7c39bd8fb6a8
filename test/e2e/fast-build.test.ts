/** `mdcv build --fast` with real TeX: what one process has proven serves the next, and nothing that is damaged or out of date does. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { beforeEach, describe, expect, it } from 'vitest';
import { findPdfDifference } from '../../src/engine/fast/compare-pdfs.ts';
import { cli, createFolder, lacking, mdcv } from './mdcv.ts';

const noTex = lacking(['pdflatex', 'xelatex']);
const content = resolve(import.meta.dirname, '../../content');

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = createFolder();
  env = { MDCV_CACHE: join(folder, 'cache'), TMPDIR: join(folder, 'tmp'), MDCV_DEBUG: '1' };
  mkdirSync(join(folder, 'tmp'));
  write('cv.md', readFileSync(join(content, 'cv.md'), 'utf8'));
  write('publications.bib', readFileSync(join(content, 'publications.bib'), 'utf8'));
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function edit(from: string, to: string): void {
  write('cv.md', readFileSync(join(folder, 'cv.md'), 'utf8').replace(from, to));
}

/** Another CV with the same options of the template. */
function writeOther(): void {
  const text = readFileSync(join(folder, 'cv.md'), 'utf8');
  write('other.md', `${text.slice(0, text.indexOf('\n## '))}\n## Work\n\n- One\n`);
}

interface Built {
  passes: number;
  pdf: Buffer;
  /** Why the plain way was taken. */
  reasons: string[];
}

async function build(args: string[] = ['--fast'], file = 'cv.md'): Promise<Built> {
  const run = await execa(process.execPath, [cli, 'build', file, '--json', ...args], {
    cwd: folder,
    env,
    reject: false,
  });
  expect(run.exitCode, run.stderr).toBe(0);
  const { passes, pdf } = JSON.parse(run.stdout);
  const reasons = run.stderr.split('\n').filter((line) => line.startsWith('The plain way'));
  return { passes, pdf: readFileSync(join(folder, pdf)), reasons };
}

async function expectSameAsPlain(fast: Buffer, args: string[] = []): Promise<void> {
  const plain = await build([...args, '-o', 'plain']);
  expect(findPdfDifference(plain.pdf, fast)).toBeUndefined();
}

function kept(): string[] {
  return readdirSync(join(folder, 'cache', 'formats'));
}

function fileOf(name: RegExp): string {
  const own = join(folder, 'cache', 'formats', kept()[0] as string);
  return join(own, readdirSync(own).find((file) => name.test(file)) as string);
}

describe.skipIf(noTex)('mdcv build --fast', () => {
  it.each([
    ['academic', 'pdflatex'],
    ['banking', 'pdflatex'],
    ['classic', 'xelatex'],
  ])('sets in one pass the page that plain passes set: %s with %s', async (template, engine) => {
    const args = ['-t', template, '--engine', engine];
    const first = await build([...args, '--fast']);
    expect(first.passes).toBeGreaterThan(1);
    expect(first.reasons).toEqual(['The plain way: nothing is ready']);
    edit('Tsinghua', 'Qinghua');
    const second = await build([...args, '--fast']);
    expect(second).toMatchObject({ passes: 1, reasons: [] });
    await expectSameAsPlain(second.pdf, args);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('lets another CV in the same template start from the same format', async () => {
    await build();
    writeOther();
    const first = await build(['--fast'], 'other.md');
    expect(first).toMatchObject({ passes: 2, reasons: [] });
    expect(await build(['--fast'], 'other.md')).toMatchObject({ passes: 1, reasons: [] });
    expect(await build()).toMatchObject({ passes: 1, reasons: [] });
    expect(kept()).toHaveLength(1);
  });

  it('follows another option of the template', async () => {
    await build();
    edit('---\n', '---\noptions: { fontSize: 12pt }\n');
    expect((await build()).reasons).toHaveLength(1);
    const again = await build();
    expect(again).toMatchObject({ passes: 1, reasons: [] });
    await expectSameAsPlain(again.pdf);
    expect(kept()).toHaveLength(2);
  });

  it('sets another photo with the format of before, and notices that there is none', async () => {
    const photo = (template: string): void =>
      copyFileSync(join(content, '../templates', template, 'preview.png'), join(folder, 'photo.png'));
    photo('classic');
    edit('---\n', '---\nphoto: photo.png\n');
    await build();
    edit('Tsinghua', 'Qinghua');
    const same = await build();
    expect(same).toMatchObject({ passes: 1, reasons: [] });
    await expectSameAsPlain(same.pdf);
    photo('casual');
    const other = await build();
    expect(other).toMatchObject({ passes: 1, reasons: [] });
    expect(other.pdf.equals(same.pdf)).toBe(false);
    await expectSameAsPlain(other.pdf);
    rmSync(join(folder, 'photo.png'));
    const gone = mdcv(folder, ['build', 'cv.md', '--fast', '--json'], env);
    expect(gone.exitCode).toBe(0);
    expect(JSON.parse(gone.stdout)).toMatchObject({
      pdf: 'out/cv.pdf',
      messages: [{ code: 'missing-photo', severity: 'warning', line: 2 }],
    });
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it.each([
    ['the format', /fmt$/, [0.02, 0.98]],
    ['the record', /^basis$/, [0.4]],
    ['the aux files', /aux$/, [0.4]],
  ])('notices damage at a byte of %s, and makes it anew', async (_what, name, parts) => {
    await build();
    for (const part of parts) {
      const file = fileOf(name);
      const bytes = readFileSync(file);
      const at = Math.floor(bytes.length * part);
      bytes[at] = (bytes[at] as number) ^ 0x5a;
      writeFileSync(file, bytes);
      const after = await build();
      // Without aux files it is a first pass; without the others the plain way.
      expect(after.passes).toBeGreaterThan(1);
      await expectSameAsPlain(after.pdf);
      expect(await build()).toMatchObject({ passes: 1, reasons: [] });
    }
  });

  it('makes one format where two builds begin at the same time', async () => {
    writeOther();
    await Promise.all([build(), build(['--fast'], 'other.md')]);
    expect(kept()).toHaveLength(1);
    const after = await build();
    expect(after.reasons).toEqual([]);
    await expectSameAsPlain(after.pdf);
  });

  it('builds where nothing can be kept', async () => {
    write('cache', 'a file where a folder should be');
    await build();
    const again = await build();
    expect(again.reasons).toEqual(['The plain way: nothing is ready']);
    expect(existsSync(join(folder, 'cache')) && statSync(join(folder, 'cache')).isFile()).toBe(true);
  });
});
