import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyTemplate } from '../../src/template/copy-template.ts';
import { manifestJsonSchema } from '../../src/template/parse-manifest.ts';

const home = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-copy-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

describe('copyTemplate', () => {
  it('copies a template under a new title, without its preview', async () => {
    expect(await copyTemplate('mine', 'classic', [])).toBe(join('templates', 'mine'));
    expect(JSON.parse(readFileSync('templates/mine/template.json', 'utf8')).title).toBe('mine');
    expect(existsSync('templates/mine/main.tex.njk')).toBe(true);
    expect(existsSync('templates/mine/preview.png')).toBe(false);
  });
  it('never writes over a template', async () => {
    await copyTemplate('mine', 'classic', []);
    await expect(copyTemplate('mine', 'banking', [])).rejects.toMatchObject({
      code: 'file-exists',
      message: 'Cannot write `templates/mine`: it is there already',
    });
  });
  it('says why it cannot write', async () => {
    writeFileSync('templates', 'a file');
    await expect(copyTemplate('mine', 'classic', [])).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/^Cannot write `templates\/mine`: \S/),
      hint: 'Make sure that `templates` is a folder that you may write to.',
    });
  });
  it.each(['../x', 'shared', 'all', 'Mine', ''])('refuses the name %j', async (name) => {
    await expect(copyTemplate(name, 'classic', [])).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

describe('manifestJsonSchema', () => {
  it('asks for what a manifest must have, and not for what has a default', () => {
    expect(manifestJsonSchema()).toMatchObject({
      type: 'object',
      required: ['title', 'description', 'class', 'engines', 'options', 'prints'],
    });
  });
});
