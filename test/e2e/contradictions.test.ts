/** Options of which each takes the other's sense away. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFolder, mdcv } from './mdcv.ts';

const cv = '---\nname: Ada\n---\n\n## X\n\ny\n';

it.each([
  ['build', ['--tex-only', '--check'], 'there is no PDF to check'],
  ['build', ['--tex-only', '--lock'], 'a lock is of what made a PDF'],
  ['build', ['--tex-only', '--keep'], 'TeX leaves no files where it does not run'],
  ['build', ['--tex-only', '--fast'], 'nothing that is kept of the template makes a .tex sooner'],
  ['build', ['--tex-only', '--fit'], 'only TeX can tell what fits'],
  ['build', ['--tex-only', '--pages 2'], 'only TeX can tell how many there are'],
  ['build', ['--tex-only', '--timeout 9'], 'no pass of TeX is made'],
  ['build', ['--fast', '--lock'], 'what is locked is set from the beginning'],
  ['build', ['--fast', '--untrusted'], "what one CV has left behind is no beginning for a stranger's"],
  ['watch', ['--no-preview', '--port 8123'], 'the port is that of the preview'],
  ['watch', ['--no-preview', '--editor vscode'], 'the editor is opened from the preview'],
  ['import', ['--output -', '--force'], 'what is printed overwrites nothing'],
])('%s refuses %j', (command, options, reason) => {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), cv);
  const { exitCode, stdout, stderr } = mdcv(folder, [command, 'cv.md', ...options.join(' ').split(' ')]);
  const [one, other] = options.map((option) => option.replace(/ \w+$/, ''));
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^error bad-argument .*\n {2}\S.*\n$/);
  expect(stderr).toContain(`Cannot use \`${one}\` with \`${other}\`, ${reason}\n`);
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

it('gives scripts an object, and holds of many CVs, too', () => {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), cv);
  const { exitCode, stdout } = mdcv(folder, ['build', '.', '--tex-only', '--check', '--json']);
  expect({ exitCode, ...JSON.parse(stdout) }).toMatchObject({
    exitCode: 2,
    messages: [{ code: 'bad-argument', note: 'Leave `--tex-only` out, and the PDF is made.' }],
  });
});

it('takes what was not given on the command line for no contradiction', () => {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), cv.replace('name', 'lock: true\npages: 1\nfit: true\nname'));
  const args = ['build', '.', '--tex-only', '--no-fast', '--public'];
  expect(mdcv(folder, args, { MDCV_EDITOR: 'zed' })).toMatchObject({ exitCode: 0 });
});
