import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCvs } from '../../src/many/find-cvs.ts';
import { checkClashes, mirrorOutput } from '../../src/many/mirror-output.ts';
import { namesMany } from '../../src/many/names-many.ts';

let folder: string;
const home = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv many ')));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '# Ada\n');
  }
}

describe('finding CVs', () => {
  it('follows no link to a folder: it may lead out, or back without end', async () => {
    write('people/a.md', 'secret/b.md');
    for (const name of ['one', 'two', 'three']) symlinkSync('.', join('people', name));
    symlinkSync('../secret', join('people', 'out'));
    expect(await findCvs(['people'], 'out')).toEqual(['people/a.md']);
    expect(await findCvs(['people/**/*.md'], 'out')).toEqual(['people/a.md']);
  });

  it('expands patterns, folders and files, each CV once, in an order that no locale changes', async () => {
    write('people/b/cv.md', 'people/B/cv.md', 'people/a.md', 'people/ä.md', 'people/notes.txt', 'other/x.md');
    expect(await findCvs(['people/**/*.md', 'other', 'people/a.md', './people/a.md'], 'out')).toEqual([
      'other/x.md',
      'people/B/cv.md',
      'people/a.md',
      'people/b/cv.md',
      'people/ä.md',
    ]);
  });

  it('leaves out what was made, what is hidden, what was installed and, in a folder, its README', async () => {
    write('a.md', 'README.md', 'out/a.md', '.git/b.md', 'node_modules/c/d.md');
    expect(await findCvs(['.'], 'out')).toEqual(['a.md']);
    expect(await findCvs(['*.md'], 'out')).toEqual(['README.md', 'a.md']);
  });

  it('takes a file whose name looks like a pattern for that file', async () => {
    write('cv[1].md', 'cv1.md');
    expect(namesMany('cv[1].md')).toBe(false);
    expect(await findCvs(['cv[1].md'], 'out')).toEqual(['cv[1].md']);
    expect(namesMany('cv*.md')).toBe(true);
    expect(namesMany('.')).toBe(true);
    expect(namesMany('nowhere.md')).toBe(false);
  });

  it('names a file outside of the working folder by its whole path', async () => {
    write('inner/a.md', 'b.md');
    process.chdir(join(folder, 'inner'));
    expect(await findCvs(['../b.md', 'a.md'], 'out')).toEqual([join(folder, 'b.md'), 'a.md']);
  });

  it('tells of a name that leads to nothing', async () => {
    mkdirSync('empty');
    await expect(findCvs(['empty'], 'out')).rejects.toThrow('`empty`, holds no Markdown file');
    await expect(findCvs(['x/*.md'], 'out')).rejects.toThrow('`x/*.md`, holds no Markdown file');
    await expect(findCvs(['x.md'], 'out')).rejects.toThrow('`x.md`, there is no such file');
  });
});

describe('the places of outputs', () => {
  it('mirror the folders of the CVs', () => {
    expect(mirrorOutput('a/b/cv.md', 'out')).toBe(join('out', 'a', 'b'));
    expect(mirrorOutput('cv.md', 'out')).toBe('out');
    expect(mirrorOutput('/data/people/cv.md', 'out')).toBe(join('out', 'data', 'people'));
  });

  const of = (...files: string[]): { file: string; suffix: string }[] =>
    files.map((file) => ({ file, suffix: '' }));

  it('may not be the same for two CVs', () => {
    expect(() => checkClashes(of('a/cv.md', 'b/cv.md', 'a/cv2.md'), 'out', true)).not.toThrow();
    expect(() => checkClashes(of('a/cv.md', 'a/cv.markdown'), 'out', false)).toThrow(
      `Cannot build \`a/cv.markdown\` and \`a/cv.md\`, both would write ${join('out', 'a', 'cv')}.pdf`,
    );
    expect(() => checkClashes(of('a/CV.md', 'a/cv.md'), 'out', true)).toThrow('both would write');
    expect(() => checkClashes(of('a/CV.md', 'a/cv.md'), 'out', false)).not.toThrow();
  });

  it('may not be the same for two editions', () => {
    const builds = [
      { file: 'cv.md', suffix: '-de' },
      { file: 'cv-de.md', suffix: '' },
    ];
    expect(() => checkClashes(builds, 'out')).toThrow('both would write out/cv-de.pdf');
    expect(() => checkClashes([...builds.slice(0, 1), { file: 'cv.md', suffix: '' }], 'out')).not.toThrow();
  });
});

it('tells of a name that the system refuses', async () => {
  await expect(findCvs([`${'a'.repeat(300)}.md`], 'out')).rejects.toMatchObject({ code: 'cannot-read' });
});
