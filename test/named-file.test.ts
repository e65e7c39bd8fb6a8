import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSameFile } from '../src/import/same-file.ts';
import { createFileHashes } from '../src/many/file-hashes.ts';
import { readNamedFile, requireNamedFile } from '../src/named-file.ts';
import { openPdf } from '../src/pdf/open-pdf.ts';
import { listEditions } from '../src/selection/list-editions.ts';
import { bundledTemplates, loadTemplate } from '../src/template/load-template.ts';
import { renderTemplate } from '../src/template/render-template.ts';
import type { CvView } from '../src/template/view.ts';
import { asNobody } from './as-nobody.ts';

let folder: string;
let pipe: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-named-'));
  pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readNamedFile', () => {
  it('reads an ordinary file, also through a link', () => {
    writeFileSync(join(folder, 'a'), 'text');
    symlinkSync('a', join(folder, 'b'));
    expect(readNamedFile(join(folder, 'b'))).toEqual(Buffer.from('text'));
    expect(readNamedFile(join(folder, 'b'), 3)).toMatchObject({ kind: 'too-large' });
  });
  it('never waits for a pipe or a device', () => {
    const device = { kind: 'device', reason: 'it is a pipe or a device' };
    expect(readNamedFile(pipe)).toEqual(device);
    expect(readNamedFile('/dev/zero')).toEqual(device);
  });
  it('says what else is there, or that nothing is', () => {
    expect(readNamedFile(folder)).toEqual({ kind: 'folder', reason: 'it is a folder' });
    const missing = { kind: 'missing', reason: 'there is no such file', cause: expect.any(Error) };
    expect(readNamedFile(join(folder, 'none'))).toEqual(missing);
    expect(readNamedFile(join(pipe, 'below'))).toEqual(missing);
    symlinkSync('loop', join(folder, 'loop'));
    expect(readNamedFile(join(folder, 'loop'))).toMatchObject({
      kind: 'refused',
      reason: 'the system refuses it (ELOOP)',
    });
    writeFileSync(join(folder, 'huge'), '');
    truncateSync(join(folder, 'huge'), 2 ** 31);
    expect(readNamedFile(join(folder, 'huge'))).toMatchObject({ kind: 'refused' });
  });
});

describe('requireNamedFile', () => {
  it.each([
    [
      'none',
      'missing-file',
      'there is no such file',
      'Name the PDF; a path begins at the folder that mdcv was started in.',
    ],
    ['', 'not-a-file', 'it is a folder', 'Name the PDF in it.'],
    ['pipe', 'not-a-file', 'it is a pipe or a device', 'Save the PDF to a file and name that.'],
    ['x\0', 'not-a-file', 'the system refuses it (ERR_INVALID_ARG_VALUE)', 'Make sure that you may read it.'],
  ])('says of %j what to do', (name, code, reason, hint) => {
    const path = join(folder, name);
    expect(() => requireNamedFile(path, 'the PDF')).toThrow(
      expect.objectContaining({ code, message: `Cannot read \`${path}\`, ${reason}`, hint }),
    );
  });
  it('says it of a file that may not be read, too', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'mdcv-named-')), 'a');
    writeFileSync(path, '', { mode: 0o000 });
    execFileSync('chmod', ['755', join(path, '..')]);
    const read = await asNobody(async () => readNamedFile(path));
    expect(read).toMatchObject({ kind: 'refused', reason: 'the system refuses it (EACCES)' });
  });
});

describe('a pipe where mdcv expects a file', () => {
  const needed = { code: 'cannot-read', hint: 'A template has an ordinary file there.' };

  it('is no manifest', async () => {
    const templates = join(folder, 'templates');
    for (const [name, command] of [
      ['piped', 'mkfifo'],
      ['nested', 'mkdir'],
    ] as const) {
      mkdirSync(join(templates, name), { recursive: true });
      execFileSync(command, [join(templates, name, 'template.json')]);
    }
    await expect(loadTemplate('piped', [templates])).rejects.toMatchObject({
      ...needed,
      message: `Cannot read \`${join(templates, 'piped/template.json')}\`: it is a pipe or a device`,
    });
    await expect(loadTemplate('nested', [templates])).rejects.toMatchObject(needed);
  });

  it.each([
    ['main.tex.njk', {}],
    ['part.njk', { 'main.tex.njk': '<% include "part.njk" %>' }],
  ])('is no template file (%s)', async (name, files) => {
    const own = mkdtempSync(join(folder, 'template-'));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
    execFileSync('mkfifo', [join(own, name)]);
    const { manifest } = await loadTemplate(`${bundledTemplates}/classic`, []);
    const render = () => renderTemplate({ name: 't', folder: own, manifest }, { options: {} } as CvView, []);
    expect(render).toThrow(
      expect.objectContaining({
        ...needed,
        message: `Cannot read \`${join(own, name)}\`: it is a pipe or a device`,
      }),
    );
  });

  it('is no PDF, no CV with editions, no copy, and has no hash', async () => {
    expect(() => openPdf(pipe)).toThrow(expect.objectContaining({ code: 'not-a-file' }));
    expect(await listEditions(pipe, { lang: 'de' })).toEqual([{ variant: undefined, lang: 'de' }]);
    expect(isSameFile(pipe, pipe)).toBe(false);
    expect(createFileHashes().of(pipe)).toBe('missing');
  });
});
