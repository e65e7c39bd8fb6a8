/** `mdcv diff` with real git, real TeX and real PDFs. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFolder, lacking, mdcv } from './mdcv.ts';
import { setArticle } from './tex-pdf.ts';

const missing = lacking(['git', 'pdflatex']);

const cv =
  '---\nname: Ada Lovelace\ntemplate: mine\nlock: true\nbibliography: p.bib\n---\n\n## Experience\n\n### Analyst | 2019 – 2020\n\n- Wrote the first published program.\n\n## Publications\n\n::: publications\n:::\n';
const bib = (title: string): string =>
  `@article{a, title={${title}}, author={Lovelace, Ada}, journal={Notes}, year=1843}\n`;

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A repository of two commits: text, .bib file and template of the first are others than those of the second. */
function repository(): string {
  const folder = createFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/cv.md'), cv);
  writeFileSync(join(folder, 'content/p.bib'), bib('Sketch of the Engine'));
  writeFileSync(join(folder, '.gitattributes'), '*.bib export-ignore\n');
  mdcv(folder, ['new-template', 'mine', '--from', 'classic']);
  git(folder, 'add', '-A');
  git(folder, 'commit', '--quiet', '-m', 'one');
  writeFileSync(join(folder, 'content/cv.md'), cv.replace('first published', 'very first'));
  writeFileSync(join(folder, 'content/p.bib'), bib('Sketch of a Loom'));
  const main = join(folder, 'templates/mine/main.tex.njk');
  writeFileSync(
    main,
    readFileSync(main, 'utf8').replace('\n\\mdcvmakehead\n', '\nPreliminary\n\\mdcvmakehead\n'),
  );
  git(folder, 'commit', '--quiet', '-am', 'two');
  return folder;
}

interface JsonDiff {
  older: { name: string; pages: number };
  newer: { name: string; pages: number };
  changes: {
    removed: { text: string; page: number; x: number }[];
    added: { text: string; page: number; y: number }[];
    before: string[];
  }[];
  pages: { page: number; changedPixels: number; picture: string | null }[];
}

/** Runs it with a folder of its own for what is temporary, in which nothing may be left. */
function diff(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { exitCode: number | null; stdout: string; stderr: string } {
  const temporary = mkdtempSync(join(tmpdir(), 'mdcv-diff-'));
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }));
  const run = mdcv(folder, ['diff', ...args], { TMPDIR: temporary, ...env });
  expect(readdirSync(temporary)).toEqual([]);
  return run;
}

function changesOf({ changes }: JsonDiff): string[] {
  const text = (words: { text: string }[]): string => words.map((word) => word.text).join(' ');
  return changes.map(({ removed, added }) => `${text(removed)} > ${text(added)}`);
}

describe.skipIf(missing)(`mdcv diff${missing ? ` (${missing})` : ''}`, () => {
  test('two revisions, each with its own text, .bib file and template; nothing is left behind', () => {
    const folder = repository();
    // What lies about in the working copy is not looked at.
    writeFileSync(join(folder, 'content/cv.md'), 'broken');
    const before = [git(folder, 'status', '--porcelain'), git(folder, 'worktree', 'list')];
    const { stdout, exitCode } = diff(folder, ['HEAD~1', 'main', '--json']);
    expect(exitCode).toBe(0);
    const json: JsonDiff = JSON.parse(stdout);
    expect(json.older.name).toMatch(/^HEAD~1 \([0-9a-f]{7,}\)$/);
    expect(changesOf(json)).toEqual([
      ' > Preliminary',
      'first published > very first',
      'the Engine > a Loom',
    ]);
    expect(json.changes[1]?.added[0]).toMatchObject({ text: 'very', page: 1 });
    expect(json.pages).toMatchObject([{ page: 1, picture: 'out/diff/page-1.png' }]);
    const png = PNG.sync.read(readFileSync(join(folder, 'out/diff/page-1.png')));
    const has = (...[r, g, b]: number[]): boolean => {
      for (let at = 0; at < png.data.length; at += 4)
        if (png.data[at] === r && png.data[at + 1] === g && png.data[at + 2] === b) return true;
      return false;
    };
    expect([has(208, 32, 32), has(0, 136, 56)]).toEqual([true, true]);
    rmSync(join(folder, 'out'), { recursive: true });
    expect([git(folder, 'status', '--porcelain'), git(folder, 'worktree', 'list')]).toEqual(before);
  });

  test('a revision and the working copy, from a folder within the repository, the file named', () => {
    const folder = repository();
    const path = join(folder, 'content/cv.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Analyst', 'Countess'));
    const { stdout } = diff(join(folder, 'content'), ['HEAD', 'cv.md', '-t', 'banking']);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^HEAD \([0-9a-f]+\) → the working copy$/),
      expect.stringMatching(/^page 1: .*\[-Analyst,?-\] \{\+Countess,?\+\}/),
      expect.stringMatching(/^1 change · 1 page · out\/diff\/page-1\.png$/),
      '',
    ]);
    expect(
      diff(join(folder, 'content'), ['HEAD', 'cv.md', '-t', 'banking'], { NO_COLOR: '', FORCE_COLOR: '1' })
        .stdout,
    ).toContain('\u001B[32mCountess');
    // The front matter asks for a lock, which is for what the author builds.
    expect(readdirSync(join(folder, 'content')).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  test('nothing changed: no picture, and that of the last time is gone', () => {
    const folder = repository();
    expect(diff(folder, ['HEAD~1', 'HEAD']).stdout).toContain('page-1.png');
    const { stdout, exitCode } = diff(folder, ['HEAD', 'HEAD']);
    expect(stdout).toContain('no words changed · 1 page · no pixel differs');
    expect(exitCode).toBe(0);
    expect(existsSync(join(folder, 'out/diff/page-1.png'))).toBe(false);
  });

  test('two PDFs, of one and of two pages', () => {
    const folder = createFolder();
    cpSync(setArticle('One page of text.'), join(folder, 'a.pdf'));
    cpSync(setArticle('One page of words.\\newpage More.'), join(folder, 'b.pdf'));
    const json: JsonDiff = JSON.parse(diff(folder, ['a.pdf', 'b.pdf', '--json', '-o', 'seen']).stdout);
    expect(changesOf(json)).toEqual(['text. > words. More.']);
    expect([json.older, json.newer]).toEqual([
      { name: 'a.pdf', pages: 1 },
      { name: 'b.pdf', pages: 2 },
    ]);
    expect(json.pages.map(({ page, picture }) => [page, picture])).toEqual([
      [1, 'seen/page-1.png'],
      [2, 'seen/page-2.png'],
    ]);
  });

  test.each([
    [['HEDA'], 'unknown-revision', 'log --oneline'],
    [['maim', 'HEAD'], 'unknown-revision', 'Did you mean `main`?'],
    [['--', '--all', 'HEAD'], 'unknown-revision', ''],
    [['HEAD~1', 'HEAD', 'cv.md'], 'not-in-revision', 'Did you mean `content/cv.md`?'],
    [['HEAD', 'a.pdf'], 'bad-argument', 'mdcv diff old.pdf new.pdf'],
    [['none.pdf', 'nor.pdf'], 'missing-file', ''],
  ])('%j is %s', (args, code, hint) => {
    const folder = repository();
    const { exitCode, stderr } = diff(folder, args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error ${code} `);
    expect(stderr).toContain(hint);
    expect(stderr).not.toContain('    at ');
  });

  test('no git, no repository, a revision that cannot be built', () => {
    const folder = repository();
    const withoutGit = createFolder();
    execFileSync('ln', ['-s', process.execPath, join(withoutGit, 'node')]);
    expect(diff(folder, ['HEAD'], { PATH: withoutGit }).stderr).toMatch(/error no-git .*\n {2}Install git/);
    expect(diff(createFolder(), ['HEAD']).stderr).toContain('error no-repository');
    writeFileSync(join(folder, 'content/cv.md'), cv.replace('mine', 'minne'));
    git(folder, 'commit', '--quiet', '-am', 'three');
    const { exitCode, stderr } = diff(folder, ['HEAD~1', 'HEAD']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(
      /error not-built Cannot build `content\/cv\.md` of the revision `HEAD`: Cannot find a template named `minne`\n {2}content\/cv\.md:3: Did you mean `mine`\?/,
    );
  });
});
