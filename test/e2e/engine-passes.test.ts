import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EngineRequest, type EngineRun, engineNames, type TexAsset } from '../../src/engine/engine.ts';
import { parseLog, readPageCount } from '../../src/engine/parse-log.ts';
import { runEngine } from '../../src/engine/passes.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';

let folder: string;
let toolchain: Toolchain;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mdcv-test-'));
  const local = await findLocalToolchain();
  if (!local) throw new Error('These tests need TeX');
  toolchain = local;
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function run(
  source: string,
  request: Partial<EngineRequest> = {},
  assets: TexAsset[] = [],
): Promise<EngineRun> {
  return runEngine({
    document: { source, assets, origins: [] },
    engine: 'pdflatex',
    toolchain,
    folder,
    jobName: 'my-cv',
    timeoutMs: 60_000,
    ...request,
  });
}

const plain = '\\documentclass{article}\n\\begin{document}\nText.\n\\end{document}\n';
const referring =
  '\\documentclass{article}\n\\usepackage{hyperref}\n\\begin{document}\n\\section{One}\\label{one}\nSee \\ref{one} on page \\pageref{one}.\n\\end{document}\n';
/** Counts its own passes in the aux file, so that it never settles. */
const restless = `\\documentclass{article}
\\begin{document}
\\providecommand\\passes{0}Text.
\\makeatletter\\immediate\\write\\@auxout{\\gdef\\string\\passes{\\the\\numexpr\\passes+1\\relax}}
\\end{document}
`;

describe.each(engineNames)('runEngine with %s', (engine) => {
  it('runs passes until references are right, and reports them', async () => {
    const passes: number[] = [];
    const result = await run(referring, { engine, onPass: (pass) => passes.push(pass) });
    expect(result).toMatchObject({
      exitCode: 0,
      settled: true,
      timedOut: false,
      aborted: false,
      pdf: join(folder, 'my-cv.pdf'),
    });
    expect(passes).toEqual(Array.from({ length: result.passes }, (_, index) => index + 1));
    expect(result.passes).toBeGreaterThan(1);
    expect(result.texMs).toBeGreaterThan(0);
    expect(parseLog(result.log)).toEqual([]);
    expect(readPageCount(result.log)).toBe(1);
  });

  it('needs one pass where the aux files of the last run still hold', async () => {
    await run(referring, { engine });
    const again = await run(referring, { engine });
    expect(again).toMatchObject({ exitCode: 0, settled: true, passes: 1 });
    expect(again.pdf).toBeDefined();
  });

  it('stops at the greatest number of passes', async () => {
    expect(await run(restless, { engine, maxPasses: 3 })).toMatchObject({
      exitCode: 0,
      settled: false,
      passes: 3,
    });
    await rm(join(folder, 'my-cv.aux'));
    const once = await run(plain, { engine, maxPasses: 1 });
    expect(once).toMatchObject({ exitCode: 0, settled: false, passes: 1 });
    expect(once.pdf).toBeDefined();
  });

  it('tells all errors and still makes a PDF', async () => {
    const result = await run(plain.replace('Text.', '\\nosuch one \\nosuchtoo two'), { engine });
    expect(parseLog(result.log).filter((entry) => entry.kind === 'error')).toHaveLength(2);
    expect(result.pdf).toBeDefined();
    expect(result.exitCode).toBe(1);
  });

  it('ends at once where TeX cannot go on', async () => {
    const result = await run(plain.replace('Text.', '\\input{nosuchfile}'), { engine });
    expect(result).toMatchObject({ passes: 1, exitCode: 1, settled: false });
    expect(result.pdf).toBeUndefined();
    expect(result.log).toContain('nosuchfile');
  });

  it('ends a loop at the time limit, with the line in the log', async () => {
    const source = plain.replace('Text.', '\\def\\again{\\again}\n\\again');
    const result = await run(source, { engine, timeoutMs: 6000 });
    expect(result).toMatchObject({
      timedOut: true,
      aborted: false,
      exitCode: undefined,
      settled: false,
      passes: 1,
    });
    expect(result.pdf).toBeUndefined();
    expect(parseLog(result.log)).toContainEqual(
      expect.objectContaining({ message: 'Interruption', line: 4 }),
    );
  });
});

describe('runEngine', () => {
  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const source = plain.replace('Text.', '\\def\\again{\\again}\\again');
    const result = await run(source, {
      signal: controller.signal,
      onPass: () => void setTimeout(() => controller.abort(), 300),
    });
    expect(result).toMatchObject({ aborted: true, timedOut: false, exitCode: undefined, passes: 1 });
    expect(result.pdf).toBeUndefined();
  });

  it('names what TeX read, and not what it wrote', async () => {
    const { inputs } = await run(referring);
    expect(inputs).toContain(join(folder, 'my-cv.tex'));
    expect(inputs.filter((path) => /\/(?:article\.cls|hyperref\.sty|pdftex\.map)$/.test(path))).toHaveLength(
      3,
    );
    expect(inputs.filter((path) => /\.(?:aux|out|pdf|log)$/.test(path))).toEqual([]);
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  it('writes assets beside the document', async () => {
    const part = join(folder, 'elsewhere.tex');
    await writeFile(part, 'From a file.');
    const assets: TexAsset[] = [
      { name: 'part.tex', from: part },
      { name: 'deep/er.tex', from: new TextEncoder().encode('From bytes.') },
    ];
    const result = await run(plain.replace('Text.', '\\input{part} \\input{deep/er}'), {}, assets);
    expect(result).toMatchObject({ exitCode: 0, settled: true, passes: 2 });
    expect(result.inputs).toContain(join(folder, 'deep/er.tex'));
  });

  it('makes a SyncTeX file when asked', async () => {
    expect((await run(plain)).synctex).toBeUndefined();
    const { synctex } = await run(plain, { synctex: true });
    expect(synctex).toBe(join(folder, 'my-cv.synctex.gz'));
    expect((await stat(synctex as string)).size).toBeGreaterThan(0);
  });

  it('makes its PDF also of a document without aux files', async () => {
    const result = await run(`\\nofiles\n${plain}`);
    expect(result).toMatchObject({ exitCode: 0, settled: true, passes: 2 });
    expect(result.pdf).toBeDefined();
  });

  it.each([
    ['cut off', '\\relax \n\\newlabel{one}{{1}{1'],
    ['of another template', '\\relax \n\\nosuchcommand{x}\n'],
  ])('begins again without an aux file that is %s', async (_, aux) => {
    await writeFile(join(folder, 'my-cv.aux'), aux);
    const result = await run(referring);
    expect(result).toMatchObject({ exitCode: 0, settled: true });
    expect(parseLog(result.log)).toEqual([]);
  });

  it('does not take an old PDF for its own, nor one that is not whole', async () => {
    const old = join(folder, 'my-cv.pdf');
    await writeFile(old, '%PDF-1.5\n%%EOF\n');
    expect((await run(plain.replace('Text.', '\\input{nosuchfile}'))).pdf).toBeUndefined();
    const crashing: Toolchain = {
      ...toolchain,
      run: async (request) => {
        const result = await toolchain.run(request);
        await truncate(old, 5000);
        return result;
      },
    };
    expect(await run(plain, { toolchain: crashing, maxPasses: 1 })).not.toHaveProperty('pdf');
    expect((await stat(old)).size).toBe(5000);
  });

  it('cannot be made to read or write elsewhere, nor to run a program', async () => {
    const outside = `${folder}-outside.txt`;
    const source = plain.replace(
      'Text.',
      `\\newwrite\\file\\immediate\\openout\\file=${outside}\\immediate\\write18{touch ${outside}}\\immediate\\write\\file{x}\\input{/etc/passwd}`,
    );
    const result = await run(source);
    expect(result.exitCode).toBe(1);
    expect(result.log).not.toContain('root:');
    await expect(stat(outside)).rejects.toThrow('ENOENT');
  });

  it('gives what TeX printed where it wrote no log', async () => {
    const broken: Toolchain = {
      ...toolchain,
      run: (request) => toolchain.run({ ...request, args: ['-fmt=nosuchformat', ...request.args] }),
    };
    const result = await run(plain, { toolchain: broken });
    expect(result).toMatchObject({ exitCode: 1, inputs: [] });
    expect(result.pdf).toBeUndefined();
    expect(parseLog(result.log)).toEqual([{ kind: 'missing-file', name: 'nosuchformat.fmt' }]);
  });

  it('has what the PDF driver of xelatex says in its log', async () => {
    const source = `\\documentclass{article}\n\\begin{document}\n\\special{pdf:image (nosuch.png)}x\n\\XeTeXpicfile "nosuch.png"\n\\end{document}\n`;
    const result = await run(source, { engine: 'xelatex', maxPasses: 1 });
    expect(result.exitCode).toBe(1);
    expect(parseLog(result.log).some((entry) => entry.kind === 'error')).toBe(true);
  });

  it('keeps the beginning and the end of a log without measure', async () => {
    const source = plain.replace(
      'Text.',
      `\\newcount\\n\\loop\\wlog{${'x'.repeat(900)}}\\advance\\n1 \\ifnum\\n<50000 \\repeat\\nosuch`,
    );
    const { log } = await run(source, { maxPasses: 1 });
    expect((await stat(join(folder, 'my-cv.log'))).size).toBeGreaterThan(40_000_000);
    expect(log.length).toBeLessThan(34_000_000);
    expect(log).toMatch(/^This is pdfTeX/);
    expect(readPageCount(log)).toBeUndefined();
    expect(parseLog(log).length).toBeGreaterThan(0);
  });
});

describe('a folder that cannot be used', () => {
  it('that is not there', async () => {
    await expect(run(plain, { folder: join(folder, 'nosuch') })).rejects.toMatchObject({ code: 'file-gone' });
  });

  it('that loses an asset', async () => {
    const assets = [{ name: 'me.png', from: join(folder, 'nosuch.png') }];
    await expect(run(plain, {}, assets)).rejects.toMatchObject({
      code: 'file-gone',
      message: `Cannot copy \`${folder}/nosuch.png\` to \`${folder}\`: a file or folder was removed meanwhile`,
    });
  });

  it('that vanishes while TeX runs', async () => {
    const source = plain.replace('Text.', '\\def\\again{\\again}\\again');
    const own = join(folder, 'own');
    await mkdir(own);
    const onPass = (): void => void setTimeout(() => void rm(own, { recursive: true }), 800);
    await expect(run(source, { folder: own, timeoutMs: 2000, onPass })).rejects.toMatchObject({
      code: 'file-gone',
    });
  });

  it('on a full disk, before TeX starts', async () => {
    await symlink('/dev/full', join(folder, 'my-cv.tex'));
    await expect(run(plain)).rejects.toMatchObject({
      code: 'disk-full',
      message: `Cannot write \`${folder}/my-cv.tex\`: no space is left`,
    });
  });

  it.each(engineNames)('on a disk that gets full while TeX writes, %s', async (engine) => {
    const small = join(folder, 'small');
    await mkdir(small);
    const mount = await execa('/bin/mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small], {
      reject: false,
    });
    // Only root may mount a disk that is small enough.
    if (mount.failed) return expect(mount.stderr).toMatch(/root|permission|superuser|not permitted/i);
    try {
      await expect(run(referring, { engine, folder: small })).rejects.toMatchObject({
        code: 'disk-full',
        message: `Cannot write TeX's files in \`${small}\`: no space is left`,
      });
    } finally {
      await execa('/bin/umount', [small]);
    }
  });

  it('throws on what it does not know', async () => {
    await mkdir(join(folder, 'my-cv.tex'));
    await expect(run(plain)).rejects.toThrow('EISDIR');
    expect(await readdir(folder)).toEqual(['my-cv.tex']);
    await rm(join(folder, 'my-cv.tex'), { recursive: true });
    await mkdir(join(folder, 'my-cv.log', 'x'), { recursive: true });
    await expect(run(plain)).rejects.toThrow();
    expect(await readFile(join(folder, 'my-cv.tex'), 'utf8')).toBe(plain);
  });
});
