/** The fast engine with real TeX: what it sets is what plain passes set, and whatever is out of the ordinary takes the plain way. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BuildResult, build } from '../../src/build.ts';
import { findPdfDifference } from '../../src/engine/fast/compare-pdfs.ts';
import { createFastEngine, type FastEngine } from '../../src/engine/fast/fast-engine.ts';
import type { BuildInput } from '../../src/options.ts';
import { createFolder, lacking } from './mdcv.ts';
import { templates } from './templates.ts';

const standby = /^\S*latex .*mdcv-standby/;
const noTex = lacking(['pdflatex', 'xelatex']);
const reference = readFileSync(resolve(import.meta.dirname, '../../content/cv.md'), 'utf8').replace(
  'publications.bib',
  'cv.bib',
);
const bibliography = readFileSync(resolve(import.meta.dirname, '../../content/publications.bib'));
const short = (text: string, head = ''): string => `---\nname: Ada Byron\n${head}---\n\n## Work\n\n${text}\n`;

let folder: string;
let engine: FastEngine;
let debug: string[];

beforeEach(() => {
  folder = createFolder();
  // The engines' own folders, apart from those of other tests.
  vi.stubEnv('TMPDIR', join(folder, 'tmp'));
  mkdirSync(join(folder, 'tmp'));
  debug = [];
  engine = createFastEngine({ onDebug: (message) => debug.push(message) });
});

afterEach(async () => {
  await engine.close();
  vi.unstubAllEnvs();
});

function cv(text: string): void {
  writeFileSync(join(folder, 'cv.md'), text);
}

function buildHere(
  input: Partial<BuildInput> = {},
  fastEngine: FastEngine | undefined = engine,
): Promise<BuildResult> {
  return build({ file: join(folder, 'cv.md'), output: join(folder, 'out', 'cv.pdf'), fastEngine, ...input });
}

/** Builds, and waits until the engine is ready for the next build. */
async function learn(input: Partial<BuildInput> = {}): Promise<void> {
  await buildHere(input);
  await engine.settled();
  expect(debug).toEqual(['The plain way: nothing is ready']);
  debug.length = 0;
}

/** Builds in one fast pass and compares with plain passes. */
async function expectSame(input: Partial<BuildInput> = {}): Promise<BuildResult> {
  const fast = await buildHere(input);
  expect(debug).toEqual([]);
  const pdf = readFileSync(fast.pdf as string);
  const plain = await buildHere({ ...input, output: join(folder, 'plain', 'cv.pdf') }, undefined);
  expect(findPdfDifference(readFileSync(plain.pdf as string), pdf)).toBeUndefined();
  expect(fast.messages.map(String)).toEqual(plain.messages.map(String));
  expect(fast.pages).toBe(plain.pages);
  // A watch follows them: the engine's own files come and go.
  expect(fast.inputs.filter((path) => path.startsWith(join(folder, 'tmp')))).toEqual([]);
  expect(new Set(fast.inputs)).toEqual(new Set([...fast.inputs, ...plain.inputs]));
  return fast;
}

/** Engines of this test whose command line matches, in one of their folders or in any. */
function processesLike(pattern: RegExp, own = ''): number[] {
  // TeX's arguments do not say where it runs; and asking `ps` would hold up what is tested.
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const run = lookAtProcess(pid);
      return run?.folder.startsWith(join(folder, 'tmp', own)) && pattern.test(run.command);
    });
}

function lookAtProcess(pid: number): { folder: string; command: string } | undefined {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { folder: readlinkSync(`/proc/${pid}/cwd`), command };
  } catch {
    // It has ended.
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function killNew(known: readonly number[]): Promise<void> {
  const find = (): number[] => processesLike(standby).filter((pid) => !known.includes(pid));
  await expect.poll(() => find().map(kill).length, { interval: 5 }).toBeGreaterThan(0);
}

/** Of engines that have set the beginning of a body and wait for the rest. */
function begunFolders(): string[] {
  return readdirSync(join(folder, 'tmp')).filter((name) => {
    try {
      return readFileSync(join(folder, 'tmp', name, 'cv.tex'), 'utf8').match(/\\mdcvpause.*%\n$/);
    } catch {
      // It has none, or has gone.
      return false;
    }
  });
}

/** Whether a run's folder has a body that is being set, which has no PDF with an end. */
function hasBody(name: string): boolean {
  const own = join(folder, 'tmp', name);
  return existsSync(join(own, 'mdcv-standby.tex')) && existsSync(join(own, 'cv.tex'));
}

describe.skipIf(noTex)('the fast engine', () => {
  it.each([
    ...['pdflatex', 'xelatex'].flatMap((name) => templates.map((template) => [template, name] as const)),
    ['academic', 'lualatex'] as const,
  ])('sets the same page as plain passes: %s with %s', async (template, name) => {
    writeFileSync(join(folder, 'cv.bib'), bibliography);
    cv(reference);
    const input = { template, engine: name };
    await learn(input);
    // In the head, also of a kind that was not there, in an entry and in the publications.
    const edited = reference.replaceAll('Tsinghua', 'Qinghua').replace('homepage:', 'github: jt\nhomepage:');
    cv(edited);
    writeFileSync(join(folder, 'cv.bib'), bibliography.toString().replace('Attention', 'Quick Attention'));
    // Its timeline takes its places from the pass before.
    expect((await expectSame(input)).passes).toBe(template === 'contemporary' ? 2 : 1);
    // What comes before the last edit is set before the next one: on the last page, or on the first where it has to be.
    const late = name === 'xelatex' ? 'Supervisor:' : 'VLDB 2022';
    cv(edited.replace(late, `once ${late}`));
    expect(begunFolders()).toEqual([]);
    await buildHere(input);
    await engine.settled();
    await expect.poll(() => begunFolders().length).toBeGreaterThan(0);
    const begun = begunFolders();
    cv(edited.replace(late, `twice ${late}`));
    expect((await expectSame(input)).passes).toBe(1);
    await engine.settled();
    // It was one of them that served.
    expect(begun.every((name) => begunFolders().includes(name))).toBe(false);
  });

  it.each(['pdflatex', 'xelatex'])(
    'leads from the page to the same lines as plain passes, with %s',
    async (name) => {
      const input = { engine: name, synctex: true };
      const text = short('- One\n- Two\n\n## More\n\nA paragraph\nof two lines.');
      cv(text);
      await learn(input);
      cv(text.replace('One', 'Another one'));
      const fast = await buildHere(input);
      expect([fast.passes, debug]).toEqual([1, []]);
      const plain = await buildHere(input, undefined);
      const boxes = (result: BuildResult): unknown[] =>
        text.split('\n').map((_, index) => result.places?.boxesOf(join(folder, 'cv.md'), index + 1));
      expect(boxes(fast).flat().length).toBeGreaterThan(5);
      expect(boxes(fast)).toEqual(boxes(plain));
      for (const word of ['some', 'more']) {
        cv(text.replace('of two', `of ${word} than two`));
        const next = await buildHere(input);
        expect(boxes(next)).toEqual(boxes(await buildHere(input, undefined)));
        await engine.settled();
        await expect.poll(() => begunFolders().length).toBeGreaterThan(0);
      }
      expect(debug).toEqual([]);
    },
  );

  it('looks up fonts for other scripts where the body needs them, with nothing told that plain passes do not tell', async () => {
    // What language it is in decides on the preamble.
    cv(short('- 在**北京**工作 | 2019\n- *Two*', 'lang: en\n'));
    await learn({ engine: 'xelatex' });
    for (const text of ['- 在**上海**工作 | 2020\n- *Two*', '- 上 | 2020', '- In *上海* | 2021']) {
      cv(short(text, 'lang: en\n'));
      await expectSame({ engine: 'xelatex' });
      await engine.settled();
    }
  });

  it('runs once more where the outline or the number of pages changes', async () => {
    cv(short('Text.'));
    await learn();
    cv(short(`Text.\n\n## More\n\n${'A paragraph of some words.\n\n'.repeat(150)}`));
    const fast = await expectSame();
    expect(fast.pages).toBeGreaterThan(1);
    expect(fast.passes).toBe(2);
    cv(short(`Text!\n\n## More\n\n${'A paragraph of some words.\n\n'.repeat(150)}`));
    expect((await expectSame()).passes).toBe(1);
  });

  it.each<[string, string, Partial<BuildInput>]>([
    ['another template', '', { template: 'classic' }],
    ['another engine', '', { engine: 'xelatex' }],
    ['another font size', 'options:\n  fontSize: 12pt\n', {}],
    ['another colour', 'options:\n  colour: green\n', {}],
  ])('takes the plain way for %s, and then follows it', async (_what, head, input) => {
    cv(short('One.'));
    await learn();
    cv(short('Two.', head));
    await buildHere(input);
    expect(debug).toEqual(['The plain way: the preamble, the engine or the day is another']);
    debug.length = 0;
    await engine.settled();
    cv(short('Three.', head));
    expect((await expectSame(input)).passes).toBe(1);
  });

  it('notices that a file of TeX has changed', async () => {
    const style = join(folder, 'templates', 'mine');
    execFileSync(
      process.execPath,
      [resolve('dist/cli/main.js'), 'new-template', 'mine', '--from', 'classic'],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
    expect(existsSync(style)).toBe(true);
    cv(short('One.', 'template: mine\n'));
    await learn();
    const main = join(style, 'main.tex.njk');
    writeFileSync(
      main,
      readFileSync(main, 'utf8').replace(
        '\\makeatother',
        '\\definecolor{mdcvaccent}{HTML}{AA0000}\n\\makeatother',
      ),
    );
    await buildHere();
    expect(debug).toHaveLength(1);
  });

  it('notices that a package has changed, and leaves no format of before', async () => {
    const packages = join(folder, 'texmf', 'tex', 'latex', 'own');
    mkdirSync(packages, { recursive: true });
    const ownPackage = join(packages, 'xcolor-own.sty');
    writeFileSync(ownPackage, '\\newcommand*{\\own}{1}\n');
    vi.stubEnv('TEXMFHOME', join(folder, 'texmf'));
    execFileSync(
      process.execPath,
      [resolve('dist/cli/main.js'), 'new-template', 'mine', '--from', 'classic'],
      {
        cwd: folder,
        stdio: 'ignore',
      },
    );
    const main = join(folder, 'templates', 'mine', 'main.tex.njk');
    writeFileSync(
      main,
      readFileSync(main, 'utf8').replace('\\makeatother', '\\makeatother\n\\usepackage{xcolor-own}'),
    );
    cv(short('One.', 'template: mine\n'));
    await learn();
    writeFileSync(ownPackage, '\\newcommand*{\\own}{2}\n');
    await buildHere();
    expect(debug).toEqual(['The plain way: a file that TeX reads has changed']);
    await engine.close();
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('places an error of TeX as plain passes do, keeps the last good PDF, and goes on', async () => {
    cv(short('One.'));
    await learn();
    const good = readFileSync(join(folder, 'out', 'cv.pdf'));
    cv(short('```{=latex}\n\\undefinedcommand\n```', 'raw: latex\n'));
    const failed = await buildHere();
    expect(failed.pdf).toBeUndefined();
    expect(failed.messages.map(({ line, ruleId }) => [line, ruleId])).toEqual([[9, 'tex-error']]);
    expect(readFileSync(join(folder, 'out', 'cv.pdf')).equals(good)).toBe(true);
    expect(debug).toEqual(['The plain way: TeX told of an error']);
    debug.length = 0;
    cv(short('Two.'));
    expect((await expectSame()).passes).toBe(1);
  });

  it('ends an endless loop in time, and goes on', async () => {
    cv(short('One.'));
    await learn({ timeoutMs: 5000 });
    cv(short('```{=latex}\n\\def\\x{\\x}\\x\n```', 'raw: latex\n'));
    const failed = await buildHere({ timeoutMs: 5000 });
    expect(failed.pdf).toBeUndefined();
    expect(failed.messages.some(({ line }) => line === 9)).toBe(true);
    cv(short('Two.'));
    await buildHere({ timeoutMs: 5000 });
    await engine.settled();
    debug.length = 0;
    cv(short('Three.'));
    expect((await expectSame({ timeoutMs: 5000 })).passes).toBe(1);
  });

  it('tells of a disk that is full, keeps the last good PDF, and goes on when there is room', async () => {
    const small = join(folder, 'tmp');
    const mount = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', small], {
      encoding: 'utf8',
    });
    // Only root may mount a disk that is small enough.
    if (mount.status !== 0) return expect(mount.stderr).toMatch(/root|permission|superuser|not permitted/i);
    try {
      cv(short('One.'));
      await learn();
      const good = readFileSync(join(folder, 'out', 'cv.pdf'));
      const filler = join(small, 'filler');
      expect(() => writeFileSync(filler, Buffer.alloc(20 * 1024 * 1024))).toThrow(/ENOSPC/);
      cv(short('Two.'));
      await expect(buildHere()).rejects.toMatchObject({ code: 'disk-full' });
      expect(readFileSync(join(folder, 'out', 'cv.pdf')).equals(good)).toBe(true);
      rmSync(filler);
      expect((await buildHere()).pdf).toBeDefined();
      await engine.settled();
      debug.length = 0;
      cv(short('Three.'));
      await expectSame();
    } finally {
      await engine.close();
      execFileSync('/bin/umount', ['-l', small]);
    }
  });

  /** Ends engines whose command line matches, as soon as there is one; each of them once. */
  async function killNext(pattern: RegExp): Promise<void> {
    await expect.poll(() => processesLike(pattern).map(kill).length, { interval: 5 }).toBeGreaterThan(0);
  }
  const long = `${'A paragraph of some words that fill a line or two of the page.\n\n'.repeat(3000)}`;

  it.each<[string, () => Promise<void>]>([
    [
      'dumps the format',
      async () => {
        await Promise.all([buildHere(), killNext(/^\S*latex .*mdcv-preamble/)]);
      },
    ],
    [
      'is proven',
      async () => {
        await Promise.all([buildHere(), killNext(standby)]);
      },
    ],
    [
      'is proven with pauses',
      async () => {
        // Long enough to be met in the middle of it.
        cv(short(long));
        const building = buildHere();
        const killBegun = (): number =>
          begunFolders()
            .flatMap((name) => processesLike(standby, name))
            .map(kill).length;
        await expect.poll(killBegun, { interval: 5 }).toBeGreaterThan(0);
        await building;
        await engine.settled();
        expect(debug).toEqual([
          'The plain way: nothing is ready',
          expect.stringMatching(/^The plain way: the engine (crashed|ended before the body)$/),
        ]);
      },
    ],
    [
      'starts',
      async () => {
        await learn();
        cv(short('Again.'));
        await Promise.all([
          buildHere(),
          // Those that wait are known; what is new is starting.
          killNew(processesLike(standby)),
        ]);
      },
    ],
    [
      'waits',
      async () => {
        await learn();
        await killNext(standby);
      },
    ],
    [
      'sets a body',
      async () => {
        cv(short(long));
        await learn();
        cv(short(`Another ${long}`));
        const building = buildHere();
        await expect.poll(() => readdirSync(join(folder, 'tmp')).some(hasBody), { interval: 5 }).toBe(true);
        processesLike(standby).map(kill);
        expect((await building).pdf).toBeDefined();
        expect(debug).toEqual(['The plain way: the engine crashed']);
      },
    ],
  ])('survives the death of its engine while that %s', async (_state, meet) => {
    cv(short('One.'));
    await meet();
    await engine.settled();
    // Whatever is to be made ready is made ready by now.
    for (const text of ['Two.', 'Three.']) {
      cv(short(text));
      expect((await buildHere()).pdf).toBeDefined();
      await engine.settled();
    }
    debug.length = 0;
    cv(short('Four.'));
    expect((await expectSame()).passes).toBe(1);
    await engine.close();
    expect(processesLike(standby)).toEqual([]);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('stops with the build, and goes on', async () => {
    cv(short('One.'));
    await learn();
    cv(short('```{=latex}\n\\def\\x{\\x}\\x\n```', 'raw: latex\n'));
    const stop = new AbortController();
    const stopped = buildHere({ signal: stop.signal });
    setTimeout(() => stop.abort(), 1000);
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    cv(short('Two.'));
    await expectSame();
  });

  it('leaves no process and no folder', async () => {
    cv(short('One.'));
    await learn();
    expect(processesLike(standby)).toHaveLength(2);
    await engine.close();
    expect(processesLike(standby)).toEqual([]);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});
