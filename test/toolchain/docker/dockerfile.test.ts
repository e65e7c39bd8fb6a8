import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { debianReleases, imageName } from '../../../src/toolchain/docker/container-image.ts';
import { components } from '../../../src/toolchain/provision/components.ts';

const dockerfile = readFileSync(resolve(import.meta.dirname, '../../../Dockerfile'), 'utf8');

test('the image has all that the managed TeX has', () => {
  const wanted = new Set(Object.values(components).flatMap(({ packages }) => packages));
  // texlive-latex-extra depends on them.
  for (const name of ['texlive-binaries', 'texlive-base', 'texlive-latex-base', 'texlive-latex-recommended'])
    wanted.delete(name);
  const installed = new Set(
    /--no-install-recommends \\\n((?:.*\\\n)+?) &&/.exec(dockerfile)?.[1]?.split(/[\s\\]+/),
  );
  expect([...wanted].filter((name) => !installed.has(name))).toEqual([]);
});

test('its default is the release that is used first', () => {
  expect(dockerfile).toContain(`ARG RELEASE=${debianReleases[0]}\n`);
  expect(imageName('trixie')).toMatch(/^mdcv-tex:trixie-[0-9a-f]{12}$/);
});
