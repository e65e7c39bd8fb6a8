import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseToolchain } from '../../src/toolchain/choose-toolchain.ts';
import { diagnose } from '../../src/toolchain/diagnose.ts';
import { createManagedToolchain, findManagedToolchain } from '../../src/toolchain/managed-toolchain.ts';
import { treeFolder } from '../../src/toolchain/provision/tree-folder.ts';
import type { TexProgram, Toolchain, ToolchainProgress } from '../../src/toolchain/toolchain.ts';
import { createSetting, type Setting, withServer } from './managed-setting.ts';
import { testUntrusted } from './managed-untrusted.ts';

let setting: Setting;
let toolchain: Toolchain | undefined;
beforeAll(async () => {
  setting = await createSetting();
});
afterAll(async () => {
  await setting.remove();
});

const minutes = 60_000;

const article = String.raw`\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern,xcolor,tikz,hyperref,enumitem,titlesec,microtype}
\begin{document}\section{Work}Ada \textbf{Lovelace} \tikz\draw(0,0)--(1,1);\end{document}
`;
// As all templates: moderncv 2.4 asks for T1 by itself, and Computer Modern has that only as bitmaps that Metafont has to draw.
const moderncv = String.raw`\documentclass[11pt,a4paper,nosymbols]{moderncv}
\usepackage{lmodern}
\moderncvstyle[nosymbols]{banking}
\moderncvcolor{blue}
\name{Ada}{Lovelace}
\title{Curriculum vitae}
\begin{document}
\makecvtitle
\section{Work}
\cventry{1842}{Translator}{Taylor}{London}{}{Notes on the Analytical Engine}
\end{document}
`;
const otherFonts = String.raw`\documentclass{article}
\usepackage{fontspec}
\setmainfont{texgyrepagella-regular.otf}
\newfontfamily\symbolfont{DejaVuSans.ttf}
\begin{document}Ada {\symbolfont ✓}\end{document}
`;

/** Sets a document and gives the files that were read from outside its folder and the tree. */
async function typeset(tex: Toolchain, program: TexProgram, name: string, source: string): Promise<string[]> {
  const folder = path.join(setting.folder, `${program}-${name}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'cv.tex'), source);
  const args = ['-interaction=nonstopmode', '-halt-on-error', '-recorder', 'cv.tex'];
  const run = await tex.run({ program, args, folder, timeoutMs: 2 * minutes });
  expect(run.output).toMatch(/Output written on cv\.(?:pdf|xdv)/);
  expect(run.exitCode).toBe(0);
  expect((await readFile(path.join(folder, 'cv.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  const recorded = await readFile(path.join(folder, 'cv.fls'), 'utf8');
  const read = [...recorded.matchAll(/^INPUT (\/.*)$/gm)].map(([, file = '']) => file);
  expect(read.length).toBeGreaterThan(3);
  return read.filter((file) => !file.startsWith(setting.folder));
}

describe.sequential('a machine without TeX', () => {
  test('has no toolchain', async () => {
    expect(await findManagedToolchain(setting.env)).toBeUndefined();
    const choice = { wish: 'local', engine: 'pdflatex', files: [], mayProvision: false } as const;
    await expect(chooseToolchain({ ...choice, env: setting.env })).rejects.toMatchObject({ code: 'no-tex' });
    await expect(chooseToolchain({ ...choice, wish: 'auto', env: setting.env })).rejects.toMatchObject({
      code: 'no-tex',
    });
  });

  test('gets one, once, though two ask at the same time', { timeout: 10 * minutes }, (context) =>
    withServer(context, async () => {
      const progress: ToolchainProgress[] = [];
      const onProgress = (event: ToolchainProgress): number => progress.push(event);
      const files = ['moderncv.cls', 'lmodern.sty'];
      const choice = { wish: 'auto', engine: 'pdflatex', files, mayProvision: true } as const;
      const [first, second] = await Promise.all([
        chooseToolchain({ ...choice, onProgress, env: setting.env }),
        createManagedToolchain({ onProgress, env: setting.env }),
      ]);
      expect([first.kind, second.kind]).toEqual(['managed', 'managed']);
      expect([...first.programs].sort()).toEqual(['kpsewhich', 'pdflatex']);
      toolchain = first;

      const steps = [...new Set(progress.map(({ step }) => step))].sort();
      expect(steps).toEqual([
        'Downloading TeX',
        'Looking up TeX’s packages',
        'Preparing pdflatex',
        'Unpacking TeX with pdfLaTeX',
        'Waiting for another mdcv to fetch TeX',
      ]);
      const fractions = progress.flatMap(({ step, fraction }) =>
        step === 'Downloading TeX' ? (fraction ?? []) : [],
      );
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      expect(fractions.at(-1)).toBe(1);
      expect((await setting.listTree()).sort()).toEqual(['base', 'caches', 'joined']);
    }),
  );

  test('starts at once the second time', async (context) => {
    if (!toolchain) return context.skip('no managed TeX was made');
    // Whatever took long would be told.
    const again = await createManagedToolchain({ env: setting.env, onProgress: () => expect.unreachable() });
    expect(again.description).toMatch(/^TeX Live \d{4}(?:\/dev)?\/Debian, managed in /);
  });

  test.for([
    ['article', article],
    ['moderncv', moderncv],
  ] as const)(
    'sets %s with pdflatex, reading nothing of another TeX',
    { timeout: minutes },
    async ([name, source], context) => {
      if (!toolchain) return context.skip('no managed TeX was made');
      expect(await typeset(toolchain, 'pdflatex', name, source)).toEqual([]);
    },
  );

  test('looks for files in its own trees only', async (context) => {
    if (!toolchain) return context.skip('no managed TeX was made');
    const found = await toolchain.locate(['article.cls', 'EBGaramond.sty', 'NotoSansCJK-Regular.ttc']);
    expect([...found.keys()]).toEqual(['article.cls']);
    const args = ['-expand-braces', '$TEXMF:$TEXFORMATS:$TEXMFHOME:$TEXMFLOCAL:$OSFONTDIR:$TEXFONTMAPS'];
    const run = await toolchain.run({
      program: 'kpsewhich',
      args,
      folder: setting.folder,
      timeoutMs: minutes,
    });
    const outside = run.output
      .trim()
      .split(':')
      .map((folder) => folder.replace('!!', ''))
      .filter((folder) => folder !== '.' && !folder.startsWith(setting.folder));
    expect(outside).toEqual([]);
  });

  test('an endless loop ends in time, with the line in the log', { timeout: minutes }, async (context) => {
    if (!toolchain) return context.skip('no managed TeX was made');
    const folder = path.join(setting.folder, 'loop');
    await mkdir(folder);
    await writeFile(path.join(folder, 'cv.tex'), '\\relax\n\\loop\\iftrue\\repeat\n');
    const args = ['-interaction=nonstopmode', '-file-line-error', 'cv.tex'];
    const run = await toolchain.run({ program: 'pdflatex', args, folder, timeoutMs: 1500 });
    expect(run).toMatchObject({ timedOut: true, aborted: false });
    expect(run.durationMs).toBeLessThan(5000);
    expect(await readFile(path.join(folder, 'cv.log'), 'utf8')).toMatch(/l\.2 |cv\.tex:2:/);
  });

  test('content can write and read no other place', { timeout: minutes }, async (context) => {
    if (!toolchain) return context.skip('no managed TeX was made');
    const folder = path.join(setting.folder, 'sandbox');
    await mkdir(folder);
    const source = String.raw`\newwrite\w\openout\w=../escaped \newread\r\openin\r=/etc/passwd
\message{\ifeof\r closed\else open\fi}\immediate\write18{touch shell}\end`;
    await writeFile(path.join(folder, 'cv.tex'), source);
    const args = ['-interaction=nonstopmode', 'cv.tex'];
    const run = await toolchain.run({ program: 'pdflatex', args, folder, timeoutMs: minutes });
    expect(run.output).toContain('closed');
    await expect(readFile(path.join(setting.folder, 'escaped.tex'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    await expect(readFile(path.join(folder, 'shell'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  testUntrusted(
    () => setting,
    (context) => {
      if (!toolchain) context.skip('no managed TeX was made');
    },
  );

  test('gets an engine and fonts when they are needed', { timeout: 10 * minutes }, (context) =>
    withServer(context, async () => {
      if (!toolchain) return context.skip('no managed TeX was made');
      const fonts = ['texgyrepagella-regular.otf', 'DejaVuSans.ttf'];
      for (const engine of ['xelatex', 'lualatex'] as const) {
        const choice = { wish: 'managed', engine, files: fonts, env: setting.env } as const;
        await expect(chooseToolchain({ ...choice, mayProvision: false })).rejects.toMatchObject({
          code: 'no-tex',
        });
        const tex = await chooseToolchain({ ...choice, mayProvision: true });
        expect(await typeset(tex, engine, 'moderncv', moderncv)).toEqual([]);
        expect(await typeset(tex, engine, 'fonts', otherFonts)).toEqual([]);
      }
    }),
  );

  test('finds a font by its name with xelatex', { timeout: minutes }, async (context) => {
    const tex = await findManagedToolchain(setting.env);
    if (!tex?.programs.has('xelatex')) return context.skip('no managed xelatex was made');
    const source = otherFonts.replace('DejaVuSans.ttf', 'DejaVu Sans').replace('-regular.otf', '-bold.otf');
    expect(await typeset(tex, 'xelatex', 'names', source)).toEqual([]);
  });

  test(
    'fetches a component again that an older mdcv made with less in it',
    { timeout: 10 * minutes },
    (context) =>
      withServer(context, async () => {
        if (!toolchain) return context.skip('no managed TeX was made');
        const folder = path.join(await treeFolder(setting.env), 'symbols');
        const marker = JSON.parse(await readFile(path.join(folder, 'complete.json'), 'utf8'));
        await writeFile(path.join(folder, 'complete.json'), JSON.stringify({ ...marker, packages: [] }));
        await createManagedToolchain({ components: ['symbols'], env: setting.env });
        expect(JSON.parse(await readFile(path.join(folder, 'complete.json'), 'utf8'))).toEqual(marker);
      }),
  );

  test('says which file no component has', async (context) => {
    if (!toolchain) return context.skip('no managed TeX was made');
    const choice = {
      wish: 'managed',
      engine: 'pdflatex',
      files: ['ebgaramond.sty'],
      mayProvision: true,
    } as const;
    await expect(chooseToolchain({ ...choice, env: setting.env })).rejects.toMatchObject({
      code: 'missing-tex-files',
      message: expect.stringMatching(
        /^Cannot set this document with TeX Live .*: it lacks `ebgaramond\.sty`$/,
      ),
      hint: expect.stringContaining('sudo apt-get install texlive-fonts-extra'),
    });
  });

  test('the doctor finds it', { timeout: minutes }, async (context) => {
    if (!toolchain) return context.skip('no managed TeX was made');
    const needs = { requires: [], wants: [], engines: ['pdflatex'] } as const;
    const diagnosis = await diagnose(
      [
        { name: 'classic', class: 'moderncv', ...needs },
        { name: 'other', class: 'altacv', ...needs },
      ],
      setting.env,
    );
    expect(diagnosis.local).toBeUndefined();
    expect(diagnosis.managed).toMatchObject({ state: 'ready', problem: undefined });
    expect(diagnosis.managed.bytes).toBeGreaterThan(200e6);
    expect(diagnosis.templates).toEqual([
      { name: 'classic', settable: ['managed'], missing: [], fallbacks: [] },
      { name: 'other', settable: [], missing: ['altacv.cls'], fallbacks: [] },
    ]);
  });
});
