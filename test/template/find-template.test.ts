import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MdcvError } from '../../src/problem.ts';
import { findTemplate, projectTemplates } from '../../src/template/find-template.ts';

const position = { start: { line: 2, column: 11 }, end: { line: 2, column: 17 } };

describe('the template of a CV', () => {
  test.each([
    [undefined, undefined, 'academic'],
    [undefined, { value: 'banking', position }, 'banking'],
    ['classic', { value: 'banking', position }, 'classic'],
  ])('asked for %j, named %j: %s', async (asked, named, name) => {
    const vfile = new VFile();
    expect((await findTemplate(asked, named, [], vfile))?.name).toBe(name);
    expect(vfile.messages).toEqual([]);
  });

  test.each([
    ['bankin', 'Did you mean `banking`?'],
    ['all', 'run `mdcv build -t all`'],
  ])('%s in the front matter is a problem of the content', async (value, note) => {
    const vfile = new VFile();
    expect(await findTemplate(undefined, { value, position }, [], vfile)).toBeUndefined();
    expect(vfile.messages).toMatchObject([{ ruleId: 'unknown-template', line: 2, column: 11 }]);
    expect(vfile.messages[0]?.note).toContain(note);
  });

  test('one that is asked for and is not there is a problem of usage', async () => {
    const vfile = new VFile();
    await expect(findTemplate('bankin', undefined, [], vfile)).rejects.toThrow(MdcvError);
    expect(vfile.messages).toEqual([]);
  });

  test('one whose manifest is damaged is no unknown one', async () => {
    const folders = mkdtempSync(join(tmpdir(), 'mdcv-templates-'));
    onTestFinished(() => rmSync(folders, { recursive: true }));
    mkdirSync(join(folders, 'mine'));
    writeFileSync(join(folders, 'mine', 'template.json'), '{');
    const finding = findTemplate(undefined, { value: 'mine', position }, [folders], new VFile());
    await expect(finding).rejects.toMatchObject({ name: 'MdcvError', code: 'template-manifest' });
  });

  test('is looked for here and beside the CV, in each folder once', () => {
    expect(projectTemplates('/people/ada/cv.md', '/people')).toEqual([
      resolve('/people/templates'),
      resolve('/people/ada/templates'),
    ]);
    expect(projectTemplates('cv.md')).toEqual([resolve('templates')]);
  });
});
