import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { cacheFolder } from '../src/cache-folder.ts';

afterEach(() => void vi.unstubAllEnvs());

it.runIf(process.platform === 'linux')("is in the user's cache folder, where that is an absolute one", () => {
  vi.stubEnv('MDCV_CACHE', undefined);
  const usual = join(homedir(), '.cache/mdcv');
  for (const [base, folder] of [
    ['/var/cache/ada', '/var/cache/ada/mdcv'],
    ['cache', usual],
    ['./cache', usual],
    ['', usual],
    [undefined, usual],
  ]) {
    vi.stubEnv('XDG_CACHE_HOME', base);
    expect(cacheFolder(), base).toBe(folder);
  }
});

it('is what MDCV_CACHE says', () => {
  expect(cacheFolder({ MDCV_CACHE: '/mine' })).toBe('/mine');
  expect(cacheFolder({ MDCV_CACHE: 'mine' })).toBe(resolve('mine'));
});
