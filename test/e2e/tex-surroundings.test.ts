/** What lies around a CV, or is set in the environment, that TeX would follow. `docs/reliability.md` lists it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createScene, expectSound, expectTold, readPdf, type Scene } from './fault-scene.ts';
import { lacking } from './mdcv.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'lualatex', 'qpdf', 'pdftotext']);
const minutes = 60_000;

/** What TeX, kpathsea and tools around them read where they find it. */
const names = [
  ...[
    'texmf.cnf',
    'ls-R',
    'aliases',
    'texmfcnf.lua',
    'fmtutil.cnf',
    '.latexmkrc',
    'latexmkrc',
    'cv.aux',
    'cv.out',
  ],
  ...[
    'article.cls',
    'moderncv.cls',
    'size11.clo',
    'hyperref.sty',
    'hyperref.cfg',
    'graphics.cfg',
    'color.cfg',
  ],
  ...[
    'pdftexconfig.tex',
    'pdftex.def',
    'pdftex.map',
    'pdftex.cfg',
    'texsys.cfg',
    'language.dat',
    'article.cfg',
  ],
  ...[
    'expl3.sty',
    'l3backend-pdftex.def',
    't1enc.dfu',
    'ot1lmr.fd',
    'luaotfload.conf',
    'luaotfload.lua',
    'dvipdfmx.cfg',
  ],
];
const limits = 'shell_escape = t\nopenout_any = a\nopenin_any = a\n';

/** Puts a file of each name into a folder, of which any one that TeX reads leaves a trace or fails. */
function surround(scene: Scene, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const trace = join(scene.folder, 'trace');
  for (const name of names)
    writeFileSync(
      join(folder, name),
      `\\immediate\\write18{touch '${trace}'}\\newwrite\\mine\\immediate\\openout\\mine=${trace}\n\\errmessage{read}\n`,
    );
  writeFileSync(join(folder, 'texmf.cnf'), `${limits}TEXINPUTS = ${folder}\n`);
}

describe.skipIf(noTex)(`TeX${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.each([
    ['pdflatex', ['--engine', 'pdflatex']],
    ['xelatex', ['--engine', 'xelatex']],
    ['lualatex', ['--engine', 'lualatex']],
    ['a fast pdflatex', ['--engine', 'pdflatex', '--fast']],
    ['a fast lualatex', ['--engine', 'lualatex', '--fast']],
    ['a pdflatex for a CV that is not trusted', ['--engine', 'pdflatex', '--untrusted']],
  ])('%s reads nothing that lies beside the CV', { timeout: 3 * minutes }, async (_what, args) => {
    const scene = createScene(args);
    // A fast engine packs its PDF in another way than the plain one that comes first.
    if (args.includes('--fast')) for (let round = 0; round < 2; round++) scene.build();
    const good = readPdf(scene);
    for (const folder of ['.', 'texmf', 'tex', 'content']) surround(scene, join(scene.folder, folder));
    for (let round = 0; round < 2; round++) expect(scene.build()).toMatchObject({ exitCode: 0 });
    expect(readPdf(scene).equals(good)).toBe(true);
    expect(existsSync(join(scene.folder, 'trace'))).toBe(false);
    await expectSound(scene, ['The first words.']);
  });

  it.each([
    ['by variables of their own', { openout_any: 'a', openin_any: 'a', shell_escape: 't' }],
    ['by a texmf.cnf', { TEXMFCNF: 'FOLDER:' }],
    ['by a second folder to write to', { TEXMFOUTPUT: 'FOLDER' }],
  ])(
    'its limits are not taken off %s, not for raw LaTeX either',
    { timeout: 2 * minutes },
    async (_what, set) => {
      const scene = createScene();
      const own = join(scene.folder, 'own');
      mkdirSync(own);
      writeFileSync(join(own, 'texmf.cnf'), limits);
      const env = Object.fromEntries(
        Object.entries<string>(set).map(([name, value]) => [name, value.replace('FOLDER', own)]),
      );
      const trace = join(own, 'trace');
      const raw = `\\immediate\\write18{touch '${trace}'}\\newwrite\\mine\\immediate\\openout\\mine=${trace} \\immediate\\write\\mine{x}\\immediate\\closeout\\mine`;
      const text = readFileSync(join(scene.folder, 'cv.md'), 'utf8');
      writeFileSync(
        join(scene.folder, 'cv.md'),
        `${text.replace('name:', 'raw: latex\nname:')}\n\`\`\`{=latex}\n${raw}\n\`\`\`\n`,
      );
      scene.build([], env);
      expect(existsSync(trace)).toBe(false);
      rmSync(own, { recursive: true });
      await expectSound(scene, ['The first words.']);
    },
  );

  it.each([
    [
      'a search path without TeX in it',
      { TEXINPUTS: '/mine' },
      /missing-tex-files[\s\S]*`TEXINPUTS` of your environment/,
    ],
    [
      'a search path that names itself',
      { TEXINPUTS: '$TEXINPUTS' },
      /kpsewhich-failed[\s\S]*`TEXINPUTS` of your/,
    ],
    ['no trees', { TEXMF: '/mine' }, /`TEXMF` of your environment/],
    ['a texmf.cnf that is none', { TEXMFCNF: 'FOLDER' }, /`TEXMFCNF` of your environment/],
  ])('is told of where it is given %s', { timeout: minutes }, async (_what, set, told) => {
    const scene = createScene();
    const good = readPdf(scene);
    const own = join(scene.folder, 'own');
    mkdirSync(own);
    writeFileSync(join(own, 'texmf.cnf'), '\\= {\nTEXMF = {\n');
    const env = Object.fromEntries(
      Object.entries<string>(set).map(([name, value]) => [name, value.replace('FOLDER', own)]),
    );
    expectTold(scene.build([], env), told);
    expect(readPdf(scene).equals(good)).toBe(true);
    // What is not trusted is set without the user's own variables.
    expect(scene.build(['--untrusted'], env)).toMatchObject({ exitCode: 0 });
    await expectSound(scene, ['The first words.']);
  });
});
