import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeCacheOf, loadBundle, loadForDebugging } from '../../src/cli/load-bundle.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-bundle-'));
  file = join(folder, 'bundle.cjs');
  writeFileSync(file, "exports.main = async () => require('node:path').basename(__filename);");
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a bundle is loaded without a code cache', async () => {
  const { bundle, script } = loadBundle(file);
  expect(await bundle.main()).toBe('bundle.cjs');
  expect(script.cachedDataRejected).toBeUndefined();
});

test('with one, of functions that have run', async () => {
  const { bundle, script } = loadBundle(file);
  await bundle.main();
  writeFileSync(codeCacheOf(file), script.createCachedData());
  const again = loadBundle(file);
  expect(again.script.cachedDataRejected).toBe(false);
  expect(await again.bundle.main()).toBe('bundle.cjs');
});

test('and as if there were none when it is that of something else', async () => {
  writeFileSync(codeCacheOf(file), 'what another version of Node left');
  const { bundle, script } = loadBundle(file);
  expect(script.cachedDataRejected).toBe(true);
  expect(await bundle.main()).toBe('bundle.cjs');
});

test('for debugging, it is loaded as any other module', async () => {
  try {
    expect(await loadForDebugging(file).main()).toBe('bundle.cjs');
  } finally {
    process.setSourceMapsEnabled(false);
  }
});
