/** TeX that starts before its document is there: it sets the same pages, and nothing is left of one that was started in vain. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEarlyEngine } from '../../src/engine/early-engine.ts';
import { engineNames } from '../../src/engine/engine.ts';
import { engineArgs } from '../../src/engine/engine-args.ts';
import { runEngine } from '../../src/engine/passes.ts';
import { prepareForEngine } from '../../src/engine/run-folder.ts';
import { findExecutable } from '../../src/toolchain/find-executable.ts';
import { findLocalToolchain } from '../../src/toolchain/local-toolchain.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';
import { createScene, readPdf, type Scene } from './fault-scene.ts';
import { lacking } from './mdcv.ts';

const missing = lacking([...engineNames, 'pdftotext', 'qpdf']);

describe.skipIf(missing !== undefined)(`TeX starts early${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test.each(engineNames)('%s waits for the document, and again for the second pass', (engine) => {
    const scene = createScene(['--engine', engine]);
    const started = spyOn(scene);
    scene.write('Set by an engine that waited.');
    expect(scene.build()).toMatchObject({ exitCode: 0 });
    expect(started()).toEqual([
      { program: engine, waits: true },
      { program: engine, waits: true },
    ]);
    expectNothingLeft(scene);
  });

  test.each(engineNames)('%s sets what it sets otherwise', async (engine) => {
    const scene = createScene(['--engine', engine]);
    const toolchain = (await findLocalToolchain()) as Toolchain;
    const folder = join(scene.folder, 'plain');
    mkdirSync(folder);
    prepareForEngine(folder, engine);
    writeFileSync(join(folder, 'cv.tex'), readFileSync(join(scene.folder, 'out', 'cv.tex')));
    for (const isDraft of [true, false]) {
      const args = [...engineArgs(engine, { synctex: false, isDraft }), 'cv.tex'];
      await toolchain.run({ program: engine, args, folder, timeoutMs: 60_000 });
    }
    expect(readPdf(scene).equals(readFileSync(join(folder, 'cv.pdf')))).toBe(true);
  });

  test('for a letter that no guess knows of, the right engine sets it, and the other one is gone', () => {
    const scene = createScene();
    const started = spyOn(scene);
    scene.write('Phonetics: ɐ ɕ.');
    expect(scene.build()).toMatchObject({ exitCode: 0 });
    // Two of them start at the same time.
    expect(started().sort((one, other) => Number(one.waits) - Number(other.waits))).toEqual([
      { program: 'xelatex', waits: false },
      { program: 'pdflatex', waits: true },
      { program: 'xelatex', waits: true },
    ]);
    expectNothingLeft(scene);
  });

  test('a CV that cannot be rendered leaves nothing', () => {
    const scene = createScene();
    const started = spyOn(scene);
    writeFileSync(join(scene.folder, 'cv.md'), '---\ntemplate: nosuch\n---\n\n# Ada\n');
    expect(scene.build()).toMatchObject({ exitCode: 1 });
    expect(started()).toHaveLength(1);
    expectNothingLeft(scene);
  });

  test('where TeX takes no line, the build says that it ended', () => {
    const scene = createScene();
    const bin = join(scene.folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'pdflatex'), '#!/bin/sh\nexit 3\n');
    chmodSync(join(bin, 'pdflatex'), 0o755);
    const good = readPdf(scene);
    const run = scene.build([], { PATH: `${bin}${delimiter}${process.env.PATH}` });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).not.toMatch(/defect of mdcv/);
    expect(readPdf(scene).equals(good)).toBe(true);
    expectNothingLeft(scene);
  });

  test('the kernel holds those that wait to the time of a pass, too', async () => {
    const local = (await findLocalToolchain()) as Toolchain;
    const scene = createScene();
    const limits: number[] = [];
    const toolchain: Toolchain = {
      ...local,
      run: (request) => {
        limits.push(request.timeoutMs);
        return local.run(request);
      },
    };
    const source = '\\documentclass{article}\\begin{document}\\loop\\iftrue\\repeat\\end{document}';
    const run = await runEngine({
      document: { source, assets: [], origins: [] },
      engine: 'pdflatex',
      toolchain,
      folder: scene.tmp,
      jobName: 'cv',
      timeoutMs: 2000,
    });
    expect(run.timedOut).toBe(true);
    expect(limits).toEqual([2000, 2000]);
  });

  test('an engine of another look does not serve a pass', async () => {
    const toolchain = (await findLocalToolchain()) as Toolchain;
    const scene = createScene();
    const folder = join(scene.folder, 'run');
    mkdirSync(folder);
    const early = startEarlyEngine({
      engine: 'pdflatex',
      toolchain,
      folder,
      jobName: 'cv',
      synctex: false,
      isDraft: true,
      timeoutMs: 60_000,
    });
    const source = readFileSync(join(scene.folder, 'out', 'cv.tex'), 'utf8');
    const run = await runEngine({
      document: { source, assets: [], origins: [] },
      engine: 'pdflatex',
      toolchain,
      folder,
      jobName: 'cv',
      synctex: true,
      timeoutMs: 60_000,
      early,
    });
    expect(run).toMatchObject({ exitCode: 0, settled: true });
    expect(run.synctex).toBeDefined();
    expect(readdirSync(folder).filter((name) => /\d\.fls$/.test(name))).toEqual([]);
  });
});

interface Started {
  program: string;
  /** Whether it was started without a document. */
  waits: boolean;
}

/**
 * Puts a script around each engine, which notes how it is started.
 * @returns tells of those that were started since
 */
function spyOn(scene: Scene): () => Started[] {
  const bin = join(scene.folder, 'spies');
  const notes = join(scene.folder, 'started');
  mkdirSync(bin);
  for (const program of engineNames) {
    const file = join(bin, program);
    const real = findExecutable(program, process.env.PATH);
    writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "${program} $*" >> '${notes}'\nexec '${real}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  scene.env.PATH = `${bin}${delimiter}${process.env.PATH}`;
  return () =>
    readFileSync(notes, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith('--version'))
      .map((line) => ({
        program: line.split(' ')[0] as string,
        waits: line.includes('\\read-1'),
      }));
}

function expectNothingLeft(scene: Scene): void {
  expect(scene.processes()).toEqual([]);
  expect(readdirSync(scene.tmp)).toEqual([]);
}
