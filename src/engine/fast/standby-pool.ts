import type { EngineName } from '../engine.ts';
import { type Basis, startFrom } from './basis.ts';
import type { Standby } from './standby.ts';

/** Standbys that wait for the next documents. */
export interface StandbyPool {
  /** One that waits, or else one that has just been started. */
  take(basis: Basis): Standby;
  /** Starts one for a document that is about to come. */
  add(basis: Basis): void;
  /** Starts as many as should wait. */
  fill(basis: Basis): void;
  /** Resolves when those that wait are ready. */
  ready(): Promise<void>;
  /** Ends them. */
  drain(): Promise<void>;
}

/** A unicode engine takes 200 MB. */
const sizes: Readonly<Record<EngineName, number>> = { pdflatex: 2, xelatex: 2, lualatex: 1 };

/** @param waiting false where no further document is to come, so that none waits */
export function createStandbyPool(waiting: boolean): StandbyPool {
  let pool: Standby[] = [];
  return {
    take: (basis) => pool.shift() ?? startFrom(basis),
    add: (basis) => void pool.push(startFrom(basis)),
    fill(basis) {
      if (!waiting) return;
      while (pool.length < sizes[basis.request.engine]) pool.push(startFrom(basis));
    },
    async ready() {
      await Promise.all(pool.map(({ ready }) => ready));
    },
    async drain() {
      const old = pool;
      pool = [];
      await Promise.all(old.map((standby) => standby.dispose()));
    },
  };
}
