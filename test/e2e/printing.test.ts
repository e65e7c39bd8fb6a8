/** What mdcv prints, where it goes to, and what others make of it. */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, createFolder, mdcv } from './mdcv.ts';

const cv = '---\nname: Ada\nlang: en_US\n---\n\n## X\n\nword\n';

describe('a terminal is not acted on', () => {
  it.skipIf(process.platform === 'win32')('by what a CV says, or how its file is called', () => {
    const folder = createFolder();
    const name = 'a\x1b[2J\x1b]0;owned\x07\u202eb.md';
    writeFileSync(
      join(folder, name),
      '---\nname: Ada\ntemplate: "x\\e[2J\\x9b2J"\n"k\\e[2J": 1\n---\n\n## X\n\n\u202ey ![z](none.png)\n',
    );
    const runs = [
      ['build', name, '--tex-only'],
      ['build', name, '--tex-only', '-t', 'classic'],
      ['build', '.', '--tex-only'],
      ['build', '.', '--tex-only', '-t', 'classic'],
      ['check', name],
      ['check', name, '-t', '\x1b[2J'],
      ['export', name, '-f', '\x1b[2J'],
      ['import', name],
    ];
    for (const args of runs) {
      const { stdout, stderr } = mdcv(folder, args, { FORCE_COLOR: '1', NO_COLOR: '' });
      expect(stdout + stderr, args.join(' ')).toMatch(/␛\[2J/);
      expect((stdout + stderr).replace(/\x1b\[\d+m/g, ''), args.join(' ')).not.toMatch(
        /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/,
      );
    }
  });
});

describe.skipIf(!existsSync('/dev/full'))('standard output', () => {
  const print = (args: string, to: string): { status: number | null; stderr: string } => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), cv);
    const { status, stderr } = spawnSync('bash', ['-c', `'${process.execPath}' '${cli}' ${args} ${to}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stderr };
  };

  it.each([
    'export cv.md -f text',
    'schema',
    'build cv.md --tex-only --json',
    'build . --tex-only',
    '--help',
  ])('that is full is a failure: %s', (args) => {
    const { status, stderr } = print(args, '> /dev/full');
    expect(stderr).toMatch(/^error cannot-write Cannot print the result: the disk is full\n {2}\S/m);
    expect(status).toBe(2);
  });

  it('whose reader has read enough is none', () => {
    expect(print('schema', '| true; exit $PIPESTATUS')).toEqual({ status: 0, stderr: '' });
    expect(print('export cv.md -f html', '>&-')).toEqual({ status: 0, stderr: '' });
  });
});

it.skipIf(process.platform === 'win32')('an export takes no place of a pipe or a device', () => {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), cv);
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(mdcv(folder, ['export', 'cv.md', '-f', 'text', '-o', 'pipe'])).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Cannot write `pipe`: it is a pipe or a device'),
  });
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});
