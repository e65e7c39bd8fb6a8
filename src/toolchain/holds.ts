import type { Toolchain } from './toolchain.ts';

/** Keeps up the containers of toolchains for somebody who uses them longer than one build. */
export interface Holds {
  /** Once for each toolchain, however often it is called. */
  add(toolchain: Toolchain): void;
  /** Lets go of them all; resolves when they are gone where nobody else holds them. */
  release(): Promise<void>;
}

export function createHolds(): Holds {
  const held = new Map<Toolchain, () => Promise<void>>();
  return {
    add(toolchain) {
      // A watch makes a toolchain of this machine for every edit; there is nothing to hold of it, so it may go.
      if (toolchain.elsewhere && !held.has(toolchain)) held.set(toolchain, toolchain.elsewhere.hold());
    },
    async release() {
      await Promise.all(Array.from(held.values(), (release) => release()));
      held.clear();
    },
  };
}
