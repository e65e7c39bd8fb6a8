import { expect, test } from 'vitest';
import { readBuildOutput } from '../../../src/toolchain/docker/build-output.ts';
import type { ToolchainProgress } from '../../../src/toolchain/toolchain.ts';

function follow(...pieces: string[]): ToolchainProgress[] {
  const told: ToolchainProgress[] = [];
  const read = readBuildOutput((progress) => told.push(progress));
  for (const piece of pieces) read(piece);
  return told;
}

test.each([
  ['docker’s old builder', 'Step 4/9 : RUN apt-get\n'],
  ['docker’s new builder', '#7 [4/9] RUN apt-get\n'],
  ['podman', 'STEP 4/9: RUN apt-get\n'],
])('a step of %s', (_builder, line) => {
  expect(follow(line)).toEqual([{ step: 'Building the image, step 4 of 9', detail: '', fraction: 3 / 9 }]);
});

test('what apt does, in pieces', () => {
  const told = follow(
    'Step 4/9 : RUN\nGet:37 http://deb.debian.org/debian bookworm/main amd64 lmod',
    'ern all 2.005-1 [9480 kB]\nSelecting previously unselected package lmodern.\nUnpacking lmodern (2.005-1) ...\n',
    '#7 61.22 Setting up texlive-latex-base (2022.20230122-3) ...\nBuilding format(s) --all.\n',
  );
  expect(told.map(({ detail }) => detail)).toEqual([
    '',
    'downloading lmodern',
    'unpacking lmodern',
    'setting up texlive-latex-base',
    'building format(s) --all',
  ]);
});
