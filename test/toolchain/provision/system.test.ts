import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { provisionError } from '../../../src/toolchain/provision/provision-error.ts';
import { checkSystem, parseOsRelease, treeFolder } from '../../../src/toolchain/provision/tree-folder.ts';
import { withTreeLock } from '../../../src/toolchain/provision/tree-lock.ts';

describe('the system’s release', () => {
  test.each([
    ['ID=debian\nVERSION_ID="12"\n', 'debian-12'],
    ['ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', 'ubuntu-24.04'],
    ["ID=linuxmint\nID_LIKE='ubuntu debian'\nVERSION_ID='22'\n", 'linuxmint-22'],
    ['ID=debian\nVERSION_CODENAME=trixie\n', 'debian-trixie'],
    ['ID=debian\n', 'debian-rolling'],
    ['ID=fedora\nVERSION_ID=40\n', undefined],
    ['', undefined],
  ])('%j', (text, release) => {
    expect(parseOsRelease(text)).toBe(release);
  });
});

test('a cache folder whose name TeX would misread is refused', async () => {
  await expect(treeFolder({ MDCV_CACHE: '/tmp/a,b' })).rejects.toMatchObject({
    code: 'bad-cache-folder',
    hint: 'Set MDCV_CACHE to a folder with a plain name.',
  });
});

test('a system without apt is told what to do instead', async () => {
  await expect(checkSystem({ PATH: '/nowhere' })).rejects.toMatchObject({
    code: 'unsupported-system',
    message: 'Cannot fetch TeX here: there is no `apt-get`, expected Debian or Ubuntu with apt',
  });
});

describe('what a failed step was', () => {
  const run = { exitCode: 100, output: '', timedOut: false, aborted: false, durationMs: 120_000 };
  test.each([
    ['W: Failed to fetch http://deb.debian.org/x Temporary failure resolving ‘deb.debian.org’', 'no-network'],
    ['Could not connect to localhost:1 (127.0.0.1). - connect (111: Connection refused)', 'no-network'],
    ['tar: ./usr/x: Cannot write: No space left on device', 'disk-full'],
    ['E: Unable to locate package texlive-base', 'no-such-package'],
    ['E: Failed to fetch x  Hash Sum mismatch', 'provision-failed'],
    ['', 'provision-failed'],
  ])('%s: %s', (output, code) => {
    const error = provisionError('download TeX', { ...run, output }, '/cache');
    expect(error.code).toBe(code);
    expect(error.hint).toBeTruthy();
  });

  test('stopped, or too slow', () => {
    expect(provisionError('download TeX', { ...run, aborted: true }, '/cache').code).toBe('aborted');
    const slow = provisionError('download TeX', { ...run, timedOut: true }, '/cache');
    expect(slow.message).toBe('Cannot download TeX within 2 minutes');
  });
});

describe('the lock', () => {
  test('lets one in at a time, and tells the other why it waits', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mdcv-lock-'));
    const events: string[] = [];
    let isIn = (): void => {};
    const firstIsIn = new Promise<void>((resolve) => {
      isIn = resolve;
    });
    let isWaiting = (): void => {};
    const secondWaits = new Promise<void>((resolve) => {
      isWaiting = resolve;
    });
    const enter = (name: string, work: () => Promise<void>) =>
      withTreeLock(
        folder,
        {
          onProgress: ({ step }) => {
            if (!events.includes(step)) events.push(step);
            isWaiting();
          },
        },
        async () => {
          events.push(`${name} in`);
          await work();
          events.push(`${name} out`);
        },
      );
    const first = enter('first', async () => {
      isIn();
      await secondWaits;
    });
    await firstIsIn;
    await Promise.all([first, enter('second', async () => {})]);
    expect(events).toEqual([
      'first in',
      'Waiting for another mdcv to fetch TeX',
      'first out',
      'second in',
      'second out',
    ]);
    await rm(folder, { recursive: true });
  });

  test('is given back when the work fails, and waiting for it can be stopped', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'mdcv-lock-'));
    const fail = withTreeLock(folder, { onProgress: () => {} }, async () => {
      throw new Error('no');
    });
    await expect(fail).rejects.toThrow('no');
    await withTreeLock(folder, { onProgress: () => {} }, async () => {
      const waiting = withTreeLock(
        folder,
        { onProgress: () => {}, signal: AbortSignal.timeout(200) },
        async () => 'never',
      );
      await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    });
    await rm(folder, { recursive: true });
  });
});
