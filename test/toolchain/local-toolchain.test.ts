import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  createLocalToolchainFinder,
  findLocalToolchain,
  readRelease,
} from '../../src/toolchain/local-toolchain.ts';

// Programs written as shell scripts stand for TeX's own here; test/e2e has the real ones.
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mdcv-local-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function install(name: string, script: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
}

const kpsewhich = `echo "$@" >> "${'$'}{0%/*}/asked"
echo '/texmf'
for name; do case $name in a.sty) echo /texmf/a.sty; echo /other/a.sty;; esac; done`;

test('no TeX without both programs', async () => {
  expect(await findLocalToolchain({ PATH: folder })).toBeUndefined();
  await install('pdflatex', 'true');
  expect(await findLocalToolchain({ PATH: folder })).toBeUndefined();
  expect(await findLocalToolchain({})).toBeUndefined();
});

test('a folder or a plain file of that name is no program', async () => {
  await install('kpsewhich', kpsewhich);
  await mkdir(path.join(folder, 'pdflatex'));
  expect(await findLocalToolchain({ PATH: folder })).toBeUndefined();
  await rm(path.join(folder, 'pdflatex'), { recursive: true });
  await writeFile(path.join(folder, 'pdflatex'), '');
  expect(await findLocalToolchain({ PATH: folder })).toBeUndefined();
});

test.each([
  ['# This is pdfTeX (TeX Live 2022/Debian) kpathsea', 'TeX Live 2022/Debian'],
  ['# (MiKTeX 24.1)', 'MiKTeX 24.1'],
  // A script around the program is asked.
  ['[ "$*" = --version ] && printf "pdfTeX (%s)" "TeX Live 2024/Debian"', 'TeX Live 2024/Debian'],
  ['echo "(TeX Live" >&2; exit 1', 'TeX'],
  ['# (TeX Live never closed', 'TeX'],
  ['true', 'TeX'],
])('reads the release from the program: %s', async (script, release) => {
  await install('real-pdftex', script);
  await symlink('real-pdftex', path.join(folder, 'pdflatex'));
  await install('kpsewhich', kpsewhich);
  const toolchain = await findLocalToolchain({ PATH: `relative:/nowhere:${folder}` });
  expect(toolchain).toMatchObject({ kind: 'local', description: `${release}, ${folder}` });
  expect([...(toolchain?.programs ?? [])]).toEqual(['pdflatex', 'kpsewhich']);
});

test('and also where it lies across the border of two pieces that are read', async () => {
  const piece = 64 * 1024;
  for (let before = piece - 30; before <= piece + 2; before++) {
    const file = path.join(folder, 'program');
    await writeFile(file, `${'\0'.repeat(before)}(TeX Live 2022/Debian)${'\0'.repeat(piece)}`);
    expect(readRelease(file)).toBe('TeX Live 2022/Debian');
  }
});

test('asks kpathsea once for each name, and takes its first answer', async () => {
  await install('pdflatex', 'true');
  await install('kpsewhich', kpsewhich);
  const toolchain = await findLocalToolchain({ PATH: `${folder}:/bin` });
  const first = await toolchain?.locate(['a.sty', 'b.sty']);
  expect([...(first ?? [])]).toEqual([['a.sty', '/texmf/a.sty']]);
  await rm(path.join(folder, 'kpsewhich'));
  expect([...((await toolchain?.locate(['b.sty', 'a.sty'])) ?? [])]).toEqual([['a.sty', '/texmf/a.sty']]);
  expect([...((await toolchain?.locate([])) ?? [])]).toEqual([]);
});

test('a kpsewhich that does not work is an error with what it said', async () => {
  await install('pdflatex', 'true');
  await install('kpsewhich', 'echo kpsewhich: cannot find texmf.cnf >&2; exit 1');
  const toolchain = await findLocalToolchain({ PATH: `${folder}:/bin` });
  await expect(toolchain?.locate(['a.sty'])).rejects.toMatchObject({
    code: 'kpsewhich-failed',
    message: `Cannot look up files with \`${folder}/kpsewhich\`, expected a working kpathsea`,
    hint: expect.stringContaining('cannot find texmf.cnf'),
  });
});

test('runs a program in its folder, with the sandbox that the content needs', async () => {
  await install('pdflatex', 'pwd; echo $openin_any $openout_any $max_print_line $MINE $SECRET; echo "$@"');
  await install('kpsewhich', kpsewhich);
  const toolchain = await findLocalToolchain({ PATH: `${folder}:/bin`, SECRET: 'x' });
  const run = await toolchain?.run({
    program: 'pdflatex',
    args: ['cv.tex'],
    folder,
    timeoutMs: 5000,
    env: { MINE: 'mine' },
  });
  expect(run).toMatchObject({ exitCode: 0, output: `${folder}\np p 1000 mine\ncv.tex\n` });
});

test('a program that is not there is named', async () => {
  await install('pdflatex', 'true');
  await install('kpsewhich', kpsewhich);
  const toolchain = await findLocalToolchain({ PATH: folder });
  const run = toolchain?.run({ program: 'xelatex', args: [], folder, timeoutMs: 5000 });
  await expect(run).rejects.toMatchObject({
    code: 'no-such-program',
    message: `Cannot find \`xelatex\` in TeX, ${folder}`,
  });
});

test('who asks often is told of what was installed meanwhile', async () => {
  const find = createLocalToolchainFinder({ PATH: folder });
  expect(await find()).toBeUndefined();
  await install('kpsewhich', kpsewhich);
  await install('pdflatex', 'echo "pdfTeX (TeX Live 2022)"');
  const first = await find();
  expect(first?.programs).toEqual(new Set(['kpsewhich', 'pdflatex']));
  const again = await find();
  expect(again).toEqual(
    expect.objectContaining({ description: first?.description, programs: first?.programs }),
  );
  expect(again).not.toBe(first);
  await install('xelatex', 'true');
  expect((await find())?.programs.has('xelatex')).toBe(true);
  await rm(path.join(folder, 'pdflatex'));
  expect(await find()).toBeUndefined();
});
