import { expect, test } from 'vitest';
import { clientError } from '../../../src/toolchain/docker/container-errors.ts';

// As docker 20.10, docker 28 and podman 4.3 said it.
test.each([
  [
    'docker',
    'Cannot connect to the Docker daemon at unix:///nope. Is the docker daemon running?',
    'no-container-daemon',
  ],
  [
    'docker',
    'permission denied while trying to connect to the Docker daemon socket at unix:///s: Get "http://%2Fs/v1.24/images/x/json": dial unix /s: connect: permission denied',
    'container-denied',
  ],
  [
    'docker',
    'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /gone.',
    'container-mount',
  ],
  ['podman', 'Error: statfs /gone: no such file or directory', 'container-mount'],
  ['podman', 'Error: something new', 'container-failed'],
] as const)('%s: %s', (name, output, code) => {
  const client = { name, command: '/usr/bin/x', env: { DOCKER_HOST: 'unix:///s' } } as const;
  const error = clientError(client, 'start a container', output);
  expect(error).toMatchObject({ code, message: expect.stringMatching(/^Cannot start a container: /) });
  expect(error.hint?.length).toBeGreaterThan(20);
});
