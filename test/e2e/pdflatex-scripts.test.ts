/** Cyrillic and Greek in pdflatex, by a TeX with Debian's packages of their Type 1 fonts: they are fetched into a tree of the test's own. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildJson, createFolder, type JsonBuild, lacking, pdfText, skipFor } from './mdcv.ts';

const skipped = lacking(['pdflatex', 'xelatex', 'kpsewhich', 'pdftotext', 'pdffonts', 'dpkg-deb']);
/** What is taken of each package; of the Greek one most is other fonts. */
const packages: readonly (readonly [name: string, root: string, parts: readonly string[]])[] = [
  ['scalable-cyrfonts-tex', './usr/share/texmf', ['*']],
  ['texlive-lang-cyrillic', './usr/share/texlive/texmf-dist', ['tex/latex/cyrillic/*', 'tex/generic/*']],
  [
    'texlive-lang-greek',
    './usr/share/texlive/texmf-dist',
    [
      'tex/latex/cbfonts-fd/*',
      'tex/latex/greek-*',
      'tex/generic/*',
      'fonts/tfm/public/cbfonts/*',
      'fonts/type1/public/cbfonts/*',
      'fonts/map/dvips/cbfonts/*',
    ],
  ],
];
const fixtures = join(import.meta.dirname, '../fixtures/languages');

let tree: string | undefined;
let env: NodeJS.ProcessEnv;
let unreachable: string | undefined;

beforeAll(() => {
  if (skipped) return;
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv-fonts-')));
  try {
    execFileSync('apt-get', ['-q', 'download', ...packages.map(([name]) => name)], {
      cwd: tree,
      stdio: 'pipe',
    });
  } catch (error) {
    unreachable = skipFor(`the fonts cannot be fetched: ${(error as Error).message}`);
    return;
  }
  const home = join(tree, 'home');
  mkdirSync(home);
  const debs = readdirSync(tree);
  const unpack =
    'set -o pipefail; dpkg-deb --fsys-tarfile "$1" | (shift; tar -x --no-same-owner --wildcards -C "$@")';
  for (const [name, root, parts] of packages) {
    const deb = debs.find((file) => file.startsWith(`${name}_`)) as string;
    const depth = `--strip-components=${root.split('/').length}`;
    const args = ['-c', unpack, 'bash', deb, home, depth, ...parts.map((part) => `${root}/${part}`)];
    execFileSync('bash', args, { cwd: tree });
  }
  // What `updmap` would make of the packages.
  const system = execFileSync('kpsewhich', ['pdftex.map'], { encoding: 'utf8' }).trim();
  const maps = [
    'fonts/map/dvips/scalable-cyrfonts-tex/scalable-cyrfonts-tex.map',
    'fonts/map/dvips/cbfonts/cbgreek-full.map',
  ].map((map) => join(home, map));
  const updmap = join(tree, 'var/fonts/map/pdftex/updmap');
  mkdirSync(updmap, { recursive: true });
  writeFileSync(
    join(updmap, 'pdftex.map'),
    [system, ...maps].map((map) => readFileSync(map, 'latin1')).join('\n'),
    'latin1',
  );
  // And `fmtutil`: the patterns are in the format.
  const languages = execFileSync('kpsewhich', ['language.dat'], { encoding: 'utf8' }).trim();
  const own = 'russian loadhyph-ru.tex\ngreek loadhyph-el-polyton.tex\nmonogreek loadhyph-el-monoton.tex\n';
  const config = join(home, 'tex/generic/config');
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'language.dat'), readFileSync(languages, 'latin1') + own, 'latin1');
  const formats = join(tree, 'var/web2c/pdftex');
  mkdirSync(formats, { recursive: true });
  const ini = ['-ini', '-etex', '-interaction=batchmode', '-jobname=pdflatex', '-progname=pdflatex'];
  execFileSync('pdftex', [...ini, '*pdflatex.ini'], {
    cwd: formats,
    env: { ...process.env, TEXMFHOME: home },
    stdio: 'pipe',
  });
  env = { TEXMFHOME: home, TEXMFVAR: join(tree, 'var'), MDCV_CACHE: join(tree, 'cache') };
}, 300_000);

afterAll(() => {
  if (tree) rmSync(tree, { recursive: true, force: true });
});

function build(folder: string, args: readonly string[], own: NodeJS.ProcessEnv = env): JsonBuild {
  return buildJson(folder, [...args, '--toolchain', 'local'], own);
}

const fontsOf = (pdf: string): string => execFileSync('pdffonts', [pdf], { encoding: 'utf8' });
const told = (one: JsonBuild): string[] =>
  one.messages.map(({ line, column, code, reason }) => `${line}:${column} ${code} ${reason}`);

describe.skipIf(skipped)(`pdflatex${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  it('sets Russian in Type 1 fonts that go with the template, and it can be copied', (context) => {
    if (unreachable) context.skip(unreachable);
    const folder = createFolder();
    cpSync(join(fixtures, 'ru'), folder, { recursive: true });
    const built = build(folder, ['cv.md', '-t', 'banking', '--check']);
    expect(built).toMatchObject({ engine: 'pdflatex', pdf: 'out/cv.pdf' });
    // That includes the checks, by which each word of the Markdown is in the text of the PDF, by two extractors.
    expect(told(built)).toEqual([]);
    const fonts = fontsOf(join(folder, 'out/cv.pdf'));
    expect(fonts).toMatch(/URWPalladioCYR-Bold\w+ +Type 1 /);
    expect(fonts).not.toContain('Type 3');
    const text = pdfText(join(folder, 'out/cv.pdf'));
    expect(text).toContain('Ремонт 12 пешеходных мостов, на 3 % дешевле сметы.');
    expect(text).toContain('Бюро Northgate');
  });

  it('sets Greek words beside Latin Modern', (context) => {
    if (unreachable) context.skip(unreachable);
    const folder = createFolder();
    const markdown =
      '# Helen Papadaki\n\n## Work\n\n- *ελληνικά* and **στατική** at Δήμος Αθηναίων; β-carotene, 5 μm\n';
    writeFileSync(join(folder, 'cv.md'), markdown);
    const built = build(folder, ['cv.md', '-t', 'classic', '--check']);
    expect(built).toMatchObject({ engine: 'pdflatex', pdf: 'out/cv.pdf' });
    expect(told(built).filter((line) => !line.includes('keywords'))).toEqual([]);
    expect(pdfText(join(folder, 'out/cv.pdf'))).toContain(
      'ελληνικά and στατική at Δήμος Αθηναίων; β-carotene',
    );
    expect(fontsOf(join(folder, 'out/cv.pdf'))).toMatch(/gs\w\w\d+ +Type 1 /);
  });

  it('divides words of the main language that are wider than their column, at its own places, and no other script by its patterns', (context) => {
    if (unreachable) context.skip(unreachable);
    const folder = createFolder();
    const russian =
      '- Высококвалифицированная водопроводно-канализационная электрификация железнодорожного машиностроения, противопоставление законодательства, самосовершенствование, взаимодействие здравоохранения и достопримечательностей.';
    const greek = 'ηλεκτροεγκεφαλογραφικός οπισθοδρομικότητα μεγαλεπήβολος αντιπροσωπευτικότητα';
    const latin = '**Electroencephalographically:** x';
    const write = (name: string, lang: string, font: string, ...text: string[]): void =>
      writeFileSync(
        join(folder, name),
        `---\nname: Anna\nlang: ${lang}\ntemplate: classic\noptions: { font: ${font} }\n---\n\n# X\n\n${text.join('\n\n')}\n`,
      );
    const textOf = (name: string): string => {
      const built = build(folder, [name, '--check']);
      // No line is too wide, and what is divided is copied as one word.
      expect([built.engine, told(built)]).toEqual(['pdflatex', []]);
      return pdfText(join(folder, built.pdf ?? ''));
    };
    write('ru.md', 'ru', 'palatino', russian, '**Рентгеноэлектрокардиографический:** Х', latin);
    const inRussian = textOf('ru.md');
    expect(inRussian).toMatch(/Рентгеноэлек-\s+(?:Х\s+)?трокардиографический/);
    // A paragraph of a CV is not hyphenated.
    expect(inRussian).toMatch(/железнодорожного\s+машиностроения,\s+противопоставление\s+законодательства/);
    expect(inRussian).toContain('Electroencephalographically');
    write('el.md', 'el', 'latin-modern-sans', `- ${greek} ${greek} ${greek}`, `**${greek}:** χ`, latin);
    const inGreek = textOf('el.md');
    expect(inGreek).toMatch(/ηλεκτροεγκε-\s+(?:χ\s+)?φαλογραφικός/);
    expect(inGreek).toContain('Electroencephalographically');
    // Greek letters stand where English ones do, and are no English.
    write('en.md', 'en', 'latin-modern-sans', `**${greek}:** x`, latin);
    const inEnglish = textOf('en.md');
    expect(inEnglish).not.toMatch(/[α-ώ]-\s/);
    expect(inEnglish).toMatch(/Electroencephalo-\s+(?:x\s+)?graphically/);
  });

  it('leaves to xelatex what no font goes with, what would be copied as something else, and says why', (context) => {
    if (unreachable) context.skip(unreachable);
    const folder = createFolder();
    cpSync(fixtures, folder, { recursive: true });
    const choice = (line: string, letter: string): string =>
      `${line} engine-choice Using xelatex, because pdflatex cannot set ${letter}`;
    const russian = choice('5:3', '`А` (U+0410)');
    // Latin Modern has no Cyrillic.
    const classic = build(folder, ['ru/cv.md', '-t', 'classic']);
    expect([classic.engine, told(classic)]).toEqual(['xelatex', [russian]]);
    // An accent of its own stands before a Greek capital.
    const greek = build(folder, ['el/cv.md', '-t', 'classic']);
    expect([greek.engine, told(greek).at(-1)]).toEqual(['xelatex', choice('19:31', '`Έ` (U+0388)')]);
    // Nothing of the packages, unless this machine has them.
    const bare = build(folder, ['ru/cv.md', '-t', 'banking'], { TEXMFHOME: '/nonexistent' });
    const has = spawnSync('kpsewhich', ['t2afpl.fd']).status === 0;
    expect([bare.engine, told(bare)]).toEqual(has ? ['pdflatex', []] : ['xelatex', [russian]]);
  });
});
