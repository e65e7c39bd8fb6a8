import { describe, expect, test } from 'vitest';
import { containerEnvironment } from '../../../src/toolchain/docker/container-environment.ts';
import { type ContainerSetting, runArguments } from '../../../src/toolchain/docker/run-arguments.ts';

const setting = (client: 'docker' | 'podman', more: Partial<ContainerSetting> = {}): ContainerSetting => ({
  image: { client: { name: client, command: '/usr/bin/docker', env: {} }, name: 'mine', id: 'f00d' },
  name: 'mdcv-1',
  folder: '/tmp/mdcv-abc',
  user: { uid: 1000, gid: 100 },
  isRootless: false,
  script: 'true',
  ...more,
});

describe('how a container is started', () => {
  test('locked down, with one folder', () => {
    const args = runArguments(setting('docker'));
    expect(args).toEqual(
      expect.arrayContaining([
        '--rm',
        '--network=none',
        '--read-only',
        '--tmpfs=/tmp',
        '--cap-drop=ALL',
        '--security-opt=no-new-privileges',
        '--user=1000:100',
        '--memory=2g',
        '--pids-limit=256',
        '--pull=never',
        '--mount=type=bind,source=/tmp/mdcv-abc,target=/mdcv',
      ]),
    );
    expect(args.filter((arg) => /^--(?:mount|volume|device|privileged)/.test(arg))).toHaveLength(1);
  });

  test.each([
    ['podman', true, ['--userns=keep-id', '--user=1000:100']],
    ['docker', true, ['--user=0:0']],
    ['podman', false, ['--user=1000:100']],
  ] as const)('by %s, rootless: %s, files belong to the user', (client, isRootless, expected) => {
    const args = runArguments(setting(client, { isRootless }));
    expect(args.filter((arg) => arg.startsWith('--user'))).toEqual(expected);
  });

  test('without numbers for users the image says who runs', () => {
    expect(runArguments(setting('docker', { user: undefined })).join(' ')).not.toContain('--user');
  });

  test('a folder may have any name', () => {
    const args = runArguments(setting('docker', { folder: '/tmp/wörk, "a":b' }));
    expect(args).toContain('--mount=type=bind,"source=/tmp/wörk, ""a"":b",target=/mdcv');
  });
});

test.each([
  [-120, '<here>-02:00'],
  [0, '<here>+00:00'],
  [210, '<here>+03:30'],
])('a clock %i minutes behind is %s', (minutes, zone) => {
  expect(containerEnvironment(minutes)).toMatchObject({ TZ: zone, openin_any: 'p', LC_ALL: 'C' });
  expect(containerEnvironment(minutes)).not.toHaveProperty('PATH');
});
