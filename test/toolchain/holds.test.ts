import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createHolds, type Holds } from '../../src/toolchain/holds.ts';
import type { Toolchain } from '../../src/toolchain/toolchain.ts';

const local = (): Toolchain => ({
  kind: 'local',
  description: 'TeX Live 2022, /usr/bin',
  programs: new Set(),
  run: async () => {
    throw new Error('not run');
  },
  locate: async () => new Map(),
});

it('holds a container once, and lets go of it', async () => {
  const told: string[] = [];
  const container: Toolchain = {
    ...local(),
    kind: 'docker',
    elsewhere: {
      hold: () => {
        told.push('held');
        return async () => {
          told.push('released');
        };
      },
      workRoot: () => '/tmp',
    },
  };
  const holds = createHolds();
  holds.add(container);
  holds.add(container);
  await holds.release();
  await holds.release();
  expect(told).toEqual(['held', 'released']);
});

it('keeps nothing of the toolchain of each edit', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const holds = createHolds();
  const added = addOne(holds);
  // What a function has made lives until its turn is over.
  await delay(0);
  collectGarbage();
  expect(added.deref()).toBeUndefined();
  await holds.release();
});

function addOne(holds: Holds): WeakRef<Toolchain> {
  const toolchain = local();
  holds.add(toolchain);
  return new WeakRef(toolchain);
}
