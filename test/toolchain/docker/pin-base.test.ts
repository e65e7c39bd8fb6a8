import { describe, expect, test } from 'vitest';
import { findDigest } from '../../../src/toolchain/docker/pin-base.ts';

const hash = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('the digest of a base image', () => {
  test.each([
    ['debian:bookworm-slim', [`debian@${hash}`], `debian@${hash}`],
    // podman says where it is from.
    ['debian:bookworm-slim', [`docker.io/library/debian@${hash}`], `docker.io/library/debian@${hash}`],
    [
      'localhost:5000/debian:12',
      [`debian@${hash}`, `localhost:5000/debian@${hash}`],
      `localhost:5000/debian@${hash}`,
    ],
    ['mirror.example/os/debian', [`mirror.example/os/debian@${hash}`], `mirror.example/os/debian@${hash}`],
  ])('%s', (name, digests, found) => {
    expect(findDigest(digests, name)).toBe(found);
  });

  test.each([
    ['none', []],
    ['another repository', [`notdebian@${hash}`, `mirror.example/debian@${hash}`]],
    ['one that no registry gave', [`localhost/debian@${hash}`]],
    ['one that is none', ['debian@<none>', 'debian', '']],
  ])('is none where there is %s', (_what, digests) => {
    expect(findDigest(digests, 'debian:bookworm-slim')).toBeUndefined();
  });
});
