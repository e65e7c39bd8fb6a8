import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkedManifests } from '../../src/template/compiled-templates.ts';
import {
  bundledTemplates,
  listTemplates,
  loadTemplate,
  partialFolders,
} from '../../src/template/load-template.ts';
import type { Manifest } from '../../src/template/manifest.ts';
import { asNobody } from '../as-nobody.ts';

let folder: string;
const manifest = readFileSync(join(bundledTemplates, 'academic/template.json'), 'utf8');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-templates-'));
  for (const name of ['mine', 'banking', 'shared', 'broken', 'wrong']) mkdirSync(join(folder, name));
  for (const name of ['mine', 'banking', 'shared'])
    writeFileSync(join(folder, name, 'template.json'), name === 'mine' ? `\uFEFF${manifest}` : manifest);
  writeFileSync(join(folder, 'broken', 'template.json'), '{"title": ');
  writeFileSync(join(folder, 'wrong', 'template.json'), '{"title": "x", "class": "A B"}');
  writeFileSync(join(folder, 'README.md'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('loadTemplate', () => {
  it("takes a project's template before mdcv's own of the same name", async () => {
    expect((await loadTemplate('banking', [folder])).folder).toBe(join(folder, 'banking'));
    expect((await loadTemplate('banking', [])).folder).toBe(join(bundledTemplates, 'banking'));
    expect((await loadTemplate('mine', [folder])).name).toBe('mine');
  });
  it('takes a manifest that was checked when mdcv was compiled', async () => {
    const checked = checkedManifests as Map<string, Manifest>;
    const kept = { ...JSON.parse(manifest), title: 'kept' };
    checked.set(manifest, kept);
    expect((await loadTemplate('mine', [folder])).manifest).toBe(kept);
    checked.delete(manifest);
  });
  it('takes a path', async () => {
    expect((await loadTemplate(`${folder}/mine`, [])).folder).toBe(join(folder, 'mine'));
  });
  it('names the nearest one, or all, when there is none', async () => {
    await expect(loadTemplate('clasic', [])).rejects.toMatchObject({
      code: 'unknown-template',
      message: 'Cannot find a template named `clasic`',
      hint: expect.stringMatching(/^Did you mean `classic`\? There are: academic, banking, /),
    });
    await expect(loadTemplate('quite-another', [folder])).rejects.toMatchObject({
      hint: expect.stringMatching(/^There are: .*mine/),
    });
  });
  it('never takes the shared folder for a template', async () => {
    await expect(loadTemplate('shared', [folder])).rejects.toMatchObject({ code: 'unknown-template' });
  });
  it('tells of a template.json that may not be read', async () => {
    const own = mkdtempSync(join(tmpdir(), 'mdcv-templates-'));
    chmodSync(own, 0o755);
    mkdirSync(join(own, 'mine'));
    writeFileSync(join(own, 'mine', 'template.json'), manifest, { mode: 0o000 });
    const error = expect.objectContaining({
      code: 'cannot-read',
      message: expect.stringContaining('template.json'),
    });
    expect(await asNobody(() => loadTemplate('mine', [own]).catch((thrown) => thrown))).toEqual(error);
    rmSync(own, { recursive: true });
  });
  it('tells of a folder that cannot be read', async () => {
    const loop = join(folder, 'loop');
    symlinkSync(loop, loop);
    await expect(loadTemplate('mine', [loop])).rejects.toMatchObject({ code: 'cannot-read' });
    await expect(listTemplates([loop])).rejects.toMatchObject({ code: 'cannot-read' });
    rmSync(loop);
    const manifestLoop = join(folder, 'looped/template.json');
    mkdirSync(join(folder, 'looped'));
    symlinkSync(manifestLoop, manifestLoop);
    await expect(listTemplates([folder])).rejects.toMatchObject({
      code: 'cannot-read',
      hint: 'Templates are looked for there. Make sure that you may read it.',
    });
    rmSync(join(folder, 'looped'), { recursive: true });
    await expect(loadTemplate('x'.repeat(5000), [])).rejects.toMatchObject({ code: 'unknown-template' });
  });
  it('says what is wrong with a manifest', async () => {
    await expect(loadTemplate('broken', [folder])).rejects.toThrow(/^Cannot read `.*template\.json`: /);
    await expect(loadTemplate('wrong', [folder])).rejects.toThrow(
      /^Cannot use the manifest `.*`, key `description`: /,
    );
    writeFileSync(join(folder, 'wrong', 'template.json'), '[]');
    await expect(loadTemplate('wrong', [folder])).rejects.toThrow(/^Cannot use the manifest `[^`]*`: /);
  });
});

describe('listTemplates', () => {
  it('lists each name once, without the shared folder', async () => {
    rmSync(join(folder, 'broken'), { recursive: true });
    rmSync(join(folder, 'wrong'), { recursive: true });
    const names = (await listTemplates([folder, join(folder, 'none')])).map((template) => template.name);
    expect(names.slice(0, 2)).toEqual(['banking', 'mine']);
    expect(names).toEqual(
      expect.arrayContaining(['academic', 'casual', 'classic', 'contemporary', 'fancy', 'oldstyle']),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain('shared');
  });
});

describe('partialFolders', () => {
  it("searches the template, its neighbour `shared`, then mdcv's shared partials", async () => {
    const shared = join(bundledTemplates, 'shared');
    expect(partialFolders(await loadTemplate('mine', [folder]))).toEqual([
      join(folder, 'mine'),
      join(folder, 'shared'),
      shared,
    ]);
    expect(partialFolders(await loadTemplate('classic', []))).toEqual([
      join(bundledTemplates, 'classic'),
      shared,
    ]);
  });
});
