/** What fails with `--json` gives a script an object to read, whatever the command and whatever failed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toLine } from '../many/report-lines.ts';
import { createFolder, mdcv } from './mdcv.ts';

/** The last line that was printed; all of them are objects. */
function lastObject(stdout: string): object | undefined {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .at(-1);
}

const cases: [string[], string][] = [
  [['diff', 'old.pdf', 'new.pdf'], 'missing-file'],
  [['diff', 'old.pdf'], 'bad-argument'],
  [['diff', 'HEAD'], 'no-repository'],
  [['merge-reports', 'none.jsonl'], 'missing-file'],
  [['merge-reports', 'folder'], 'not-a-file'],
  [['merge-reports', 'pipe'], 'not-a-file'],
  [['merge-reports', 'cv.md'], 'bad-report'],
  [['merge-reports', 'empty.jsonl'], 'incomplete-report'],
  [['merge-reports', 'part.jsonl'], 'incomplete-report'],
  [['merge-reports', 'whole.jsonl', '--junit', 'pipe'], 'cannot-write'],
  [['check', 'none.md'], 'missing-file'],
  [['check', 'none.pdf'], 'missing-file'],
  [['build', 'none.md'], 'missing-file'],
  [['build', 'none/**/*.md'], 'missing-file'],
  [['build', 'cv.md', '-t', 'broken'], 'template-manifest'],
  [['templates'], 'template-manifest'],
  [['doctor'], 'template-manifest'],
];

it.each(cases)('%j ends with an object that says why', (args, code) => {
  const folder = createFolder();
  const shard = { index: 1, count: 1, lines: 1, allLines: 1 };
  writeFileSync(join(folder, 'cv.md'), '---\nname: Ada\n---\n');
  writeFileSync(join(folder, 'empty.jsonl'), '');
  writeFileSync(join(folder, 'whole.jsonl'), JSON.stringify(toLine({ shard })));
  writeFileSync(join(folder, 'part.jsonl'), JSON.stringify(toLine({ shard: { ...shard, allLines: 2 } })));
  mkdirSync(join(folder, 'folder'));
  mkdirSync(join(folder, 'templates/broken'), { recursive: true });
  writeFileSync(join(folder, 'templates/broken/template.json'), '{');
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const { exitCode, stdout, stderr } = mdcv(folder, [...args, '--json']);
  expect({ exitCode, last: lastObject(stdout) }).toMatchObject({
    exitCode: 2,
    last: { messages: [{ code, severity: 'error', note: expect.stringMatching(/\w/) }] },
  });
  expect(stderr).toContain(`error ${code} `);
});

it('so does what nobody could catch', () => {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), '---\nname: Ada\n---\n');
  const thrower = `process.on('newListener', (name) => {
    if (name === 'uncaughtException')
      queueMicrotask(() => { throw Object.assign(new Error('out'), { code: 'EMFILE' }); });
  })`;
  const { exitCode, stdout } = mdcv(folder, ['build', 'cv.md', '--json', '--tex-only'], {
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(thrower)}`,
  });
  expect({ exitCode, last: lastObject(stdout) }).toMatchObject({
    exitCode: 2,
    last: { messages: [{ code: 'exhausted', severity: 'error' }] },
  });
});
