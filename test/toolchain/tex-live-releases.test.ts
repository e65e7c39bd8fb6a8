import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { hasSince } from '../../src/toolchain/tex-live-releases.ts';

it.each([
  ['TeX Live 2022/Debian, /usr/bin', ['memoryOption']],
  ['TeX Live 2023/Debian', ['memoryOption']],
  ['TeX Live 2025/dev/Debian, managed in /cache', ['memoryOption', 'tagging', 'contemporary']],
  ['TeX Live 2020/Debian', []],
  ['MiKTeX 24.1', []],
  ['TeX', []],
])('%s has what is new: %j', (description, expected) => {
  const features = ['memoryOption', 'tagging', 'contemporary'] as const;
  expect(features.filter((feature) => hasSince(feature, description))).toEqual(expected);
});

it('is the one place in the sources that reads the year of a release', () => {
  const sources = path.join(import.meta.dirname, '../../src');
  const readers = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && /TeX Live \(\\d/.test(readFileSync(path.join(sources, name), 'utf8')),
  );
  expect(readers).toEqual(['toolchain/tex-live-releases.ts']);
});
