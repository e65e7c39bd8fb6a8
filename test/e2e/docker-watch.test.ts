/** A watch with a warm container, and what one process learns for the next. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWorkFolder } from '../../src/engine/work-folder.ts';
import type { ContainerImage } from '../../src/toolchain/docker/container-image.ts';
import { openDockerToolchain } from '../../src/toolchain/docker/docker-toolchain.ts';
import type { ToolchainElsewhere } from '../../src/toolchain/toolchain.ts';
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
/** A PATH with a client that tells of the end of a container some seconds late. */
function pathOfLateClient({ client: { command } }: ContainerImage, seconds: number): string {
  const folder = createFolder();
  const script = `#!/bin/sh\n[ "$1" = run ] || exec ${command} "$@"\n${command} "$@"\ncode=$?\nsleep ${seconds}\nexit $code\n`;
  writeFileSync(join(folder, basename(command)), script, { mode: 0o755 });
  return `${folder}:${process.env.PATH}`;
}

const cv = (text: string): string => `---\nname: Ada Byron\ntemplate: academic\n---\n\n## Work\n\n${text}\n`;

describe.skipIf(reason)(`a watch with a container${reason ? ` (skipped: ${reason})` : ''}`, () => {
  const there = image as NonNullable<typeof image>;

  /** @param given variables of its environment */
  async function startWatching(given: NodeJS.ProcessEnv = {}): Promise<{
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
    const env = { MDCV_CACHE: join(folder, 'cache'), MDCV_DEBUG: '1', ...given };
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
    ['makes ready', 0, 0],
    ['has engines that wait', 2, 0],
    ['makes ready, which it is told late', 0, 1],
  ])(
    'goes on where the container is taken away while it %s, and ends with mdcv, even when that is killed',
    async (_state, waiting, secondsLate) => {
      const { run, save } = await startWatching(
        secondsLate > 0 ? { PATH: pathOfLateClient(there, secondsLate) } : {},
      );
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

  it('is started again in the same room where somebody still holds it, by whatever document comes', async () => {
    const env = { ...process.env, MDCV_CACHE: createFolder() };
    const toolchain = await openDockerToolchain(env);
    const elsewhere = toolchain.elsewhere as ToolchainElsewhere;
    const release = elsewhere.hold();
    onTestFinished(release);
    const folder = createWorkFolder(toolchain);
    const request = { program: 'kpsewhich', args: ['article.cls'], folder, timeoutMs: 60_000 } as const;
    for (let start = 1; start <= 2; start++) {
      const opened = await openDockerToolchain(env);
      await Promise.all([toolchain, opened].map((one) => one.run(request)));
      const names = containersOf(there, process.pid);
      expect(names).toHaveLength(1);
      client(there, 'rm', '--force', names[0] as string);
    }
  });
});
