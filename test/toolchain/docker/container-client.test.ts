import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findImage } from '../../../src/toolchain/docker/container-image.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-clients-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A client that says one thing, whatever it is asked. */
function client(name: 'docker' | 'podman', says: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\necho '${says}' >&2\nexit 125\n`);
  chmodSync(file, 0o755);
}

const stopped =
  'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
const denied = 'permission denied while trying to connect to the Docker daemon socket';
const noImage = {
  docker: 'Error response from daemon: No such image: mdcv-tex:none',
  podman: 'Error: inspecting object: mdcv-tex:none: image not known',
};
const ask = () => findImage({ PATH: folder, MDCV_IMAGE: 'mdcv-tex:none' });

describe('of docker and podman', () => {
  it('the one that answers says what is wrong', async () => {
    client('docker', stopped);
    await expect(ask()).rejects.toMatchObject({ code: 'no-container-daemon' });
    client('podman', noImage.podman);
    await expect(ask()).rejects.toMatchObject({ code: 'no-container-image' });
    client('docker', denied);
    await expect(ask()).rejects.toMatchObject({ code: 'no-container-image' });
    client('podman', 'unable to connect to Podman socket');
    await expect(ask()).rejects.toMatchObject({ code: 'container-denied' });
  });

  it('the first says so where both answer', async () => {
    client('docker', 'Error response from daemon: disk full');
    client('podman', noImage.podman);
    await expect(ask()).rejects.toMatchObject({ code: 'container-failed' });
    client('docker', noImage.docker);
    await expect(ask()).rejects.toMatchObject({ code: 'no-container-image' });
  });

  it('neither is there', async () => {
    await expect(ask()).rejects.toMatchObject({ code: 'no-container-client' });
  });
});
