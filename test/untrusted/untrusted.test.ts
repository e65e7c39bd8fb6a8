import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderCv } from '../../src/build.ts';
import { texEnvironment, withoutOwnTrees } from '../../src/toolchain/tex-environment.ts';
import { chooseConfinedToolchain } from '../../src/untrusted/choose-confined-toolchain.ts';
import { createPng } from '../images.ts';

let folder: string;
const home = process.cwd();

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mdcv untrusted ')));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

async function codesOf(front: string, body = 'y', template?: string): Promise<string[]> {
  writeFileSync('cv.md', `---\nname: Ada\n${front}\n---\n\n## X\n\n${body}\n`);
  const { result } = await renderCv({ file: 'cv.md', untrusted: true, template });
  return result.messages.map(({ ruleId, line, fatal }) => `${line} ${fatal ? 'error' : 'warning'} ${ruleId}`);
}

describe('a CV that is not trusted', () => {
  it.each([
    ['raw: latex', '3 error untrusted-content'],
    ['template: ./evil', '3 error untrusted-content'],
    ['template: evil', '3 error untrusted-content'],
    ['template: shared', '3 error untrusted-content'],
    ['toolchain: local', '3 warning untrusted-content'],
    ['lock: true', '3 warning untrusted-content'],
    ['checks: { unsafe-link: "hide it" }', '3 warning untrusted-content'],
  ])('may not ask for `%s`', async (front, told) => {
    expect(await codesOf(front)).toEqual([told]);
  });

  it('may name a template of mdcv’s own, and one that lies beside it does not hide that', async () => {
    mkdirSync('templates/academic', { recursive: true });
    writeFileSync('templates/academic/template.json', 'no JSON');
    expect(await codesOf('template: academic')).toEqual([]);
    expect(await codesOf('', 'y', 'academic')).toEqual([]);
    await expect(codesOf('', 'y', 'mine')).rejects.toMatchObject({ code: 'unknown-template' });
  });

  it('may be of bounded size, and what it names too', async () => {
    expect(await codesOf('', 'word '.repeat(220_000))).toContain('1 error too-large');
    writeFileSync('a.bib', `@article{a, title={x}}\n${'%'.repeat(4 * 1024 ** 2)}`);
    expect(await codesOf('bibliography: a.bib')).toContain('3 error missing-bibliography');
    const large = createPng({ colourType: 0 });
    large.writeUInt32BE(1_000_000, 16);
    writeFileSync('a.png', large);
    expect(await codesOf('', '![x](a.png)')).toContain('8 error too-large');
    writeFileSync('a.pdf', '%PDF-1.5');
    expect(await codesOf('', '![x](a.pdf)')).toContain('8 error too-large');
  });

  it('may not be a link out of its folder, nor may its output', async () => {
    mkdirSync('in');
    writeFileSync('secret.md', '# Secret\n');
    symlinkSync('../secret.md', 'in/cv.md');
    await expect(renderCv({ file: 'in/cv.md', untrusted: true })).rejects.toMatchObject({
      code: 'not-a-file',
    });
    symlinkSync('in', 'out');
    await expect(codesOf('')).rejects.toMatchObject({ code: 'cannot-write' });
  });
});

describe('the TeX for it', () => {
  it('finds nothing of the user’s own', () => {
    const own = { PATH: '/bin', TEXINPUTS: '/home/me', TEXMFHOME: '/home/me/texmf', TFMFONTS: '/x' };
    const env = texEnvironment(withoutOwnTrees(own), true);
    expect(env).toMatchObject({ PATH: '/bin', TEXMFHOME: '/nonexistent', TEXMFLOCAL: '/nonexistent' });
    expect(env).not.toHaveProperty('TEXINPUTS');
    expect(env).not.toHaveProperty('TFMFONTS');
  });

  it('is never the one of this machine, unless that is asked for', async () => {
    const choice = { wish: 'auto', engine: 'pdflatex', files: [], mayProvision: false } as const;
    const env = { PATH: '/usr/bin:/bin', MDCV_CACHE: folder, DOCKER_HOST: 'unix:///nonexistent' };
    await expect(chooseConfinedToolchain({ ...choice, env }, 1000)).rejects.toMatchObject({
      code: 'no-tex',
      hint: expect.stringContaining('--toolchain local'),
    });
  });
});
