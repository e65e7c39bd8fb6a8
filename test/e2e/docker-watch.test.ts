/** A watch with a warm container, and what one process learns for the next. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  client,
  containersOf,
  findTestImage,
  type Running,
  start,
  untilGone,
  untilUp,
} from './containers.ts';
import { buildJson, createFolder, pdfText } from './mdcv.ts';
import { until } from './mdcv-process.ts';

const { image, reason } = await findTestImage();
const cv = (text: string): string => `---\nname: Ada Byron\ntemplate: academic\n---\n\n## Work\n\n${text}\n`;

describe.skipIf(reason)(`a watch with a container${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const there = image as NonNullable<typeof image>;

  async function startWatching(): Promise<{
    run: Running;
    folder: string;
    save: (text: string) => Promise<void>;
  }> {
    const folder = createFolder();
    const shows = (text: string): boolean => {
      try {
        return pdfText(join(folder, 'out/cv.pdf')).includes(text);
      } catch {
        // It is not there yet.
        return false;
      }
    };
    writeFileSync(join(folder, 'cv.md'), cv('first'));
    const env = { MDCV_CACHE: join(folder, 'cache'), MDCV_DEBUG: '1' };
    const run = start(['watch', 'cv.md', '--no-preview'], folder, env);
    const save = async (text: string): Promise<void> => {
      writeFileSync(join(folder, 'cv.md'), cv(text));
      await until(() => shows(text));
    };
    await until(() => shows('first'), 60_000);
    return { run, folder, save };
  }

  /** Engines that wait in the container. */
  const standbys = (name: string): number => client(there, 'top', name).split('mdcv-standby').length - 1;

  it('sets edits by engines that wait in one container, locked down, which ends with it', async () => {
    const { run, folder, save } = await startWatching();
    const name = await untilUp(there, run);
    await until(() => standbys(name) >= 2, 60_000);
    await save('second');
    await until(() => standbys(name) >= 2, 60_000);
    await save('third');
    expect(containersOf(there, run.child.pid)).toEqual([name]);
    await until(() => run.output().match(/· 1 pass ·/g)?.length === 2);

    const [{ HostConfig, Mounts, Config }] = JSON.parse(client(there, 'inspect', name));
    expect(HostConfig).toMatchObject({
      NetworkMode: 'none',
      ReadonlyRootfs: true,
      AutoRemove: true,
      Privileged: false,
    });
    expect(HostConfig.SecurityOpt).toContain('no-new-privileges');
    expect([HostConfig.Memory, HostConfig.PidsLimit]).toEqual([2 * 1024 ** 3, 256]);
    expect(Config.User).toBe(`${process.getuid?.()}:${process.getgid?.()}`);
    expect(
      Mounts.map(({ Destination }: { Destination: string }) => Destination).filter(
        (to: string) => to !== '/tmp',
      ),
    ).toEqual(['/mdcv']);
    const inside = (command: string): string =>
      client(there, 'exec', name, '/bin/sh', '-c', `${command}; true`);
    expect(inside('cat /proc/self/status')).toMatch(/CapEff:\s*0+\nCapBnd:\s*0+\n/);
    expect(inside('ls /sys/class/net')).toBe('lo\n');
    expect(inside('touch /usr/x 2>&1')).toContain('Read-only file system');

    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(containersOf(there, run.child.pid)).toEqual([]);
    expect(run.leftovers()).toEqual([]);

    // What it has learned serves another process, but no other TeX.
    const args = ['cv.md', '--fast', '--toolchain'];
    const env = { MDCV_CACHE: join(folder, 'cache') };
    const plain = readFileSync(join(folder, 'out/cv.pdf'));
    expect(buildJson(folder, [...args, 'docker'], env)).toMatchObject({ toolchain: 'docker', passes: 1 });
    expect(readFileSync(join(folder, 'out/cv.pdf')).equals(plain)).toBe(true);
  });

  it.each([
    ['makes ready', 0],
    ['has engines that wait', 2],
  ])(
    'goes on where the container is taken away while it %s, and ends with mdcv, even when that is killed',
    async (_state, waiting) => {
      const { run, save } = await startWatching();
      const name = await untilUp(there, run);
      await until(() => standbys(name) >= waiting, 60_000);
      client(there, 'rm', '--force', name);
      await save('second');
      const [second = '', ...others] = containersOf(there, run.child.pid);
      expect([second === name, others]).toEqual([false, []]);
      await until(() => standbys(second) >= 2, 60_000);
      await save('third');
      expect(containersOf(there, run.child.pid)).toEqual([second]);
      run.child.kill('SIGKILL');
      await run.ended;
      await untilGone(there, run);
    },
  );
});
