import type { EngineName } from '../engine.ts';
import { type Basis, sameStart, startFrom } from './basis.ts';
import { type Beginning, type Body, beginsWith, sameBeginning, sameBody } from './beginning.ts';
import type { Standby } from './standby.ts';
import { typesetAhead } from './typeset-ahead.ts';

/** Standbys that wait for the next documents. */
export interface StandbyPool {
  /**
   * The one that has begun to set the body, or one that waits, or else one that has just been started: of those that serve the body, the one that
   * has least to do.
   */
  take(basis: Basis, body: Body): Standby;
  /** Has one set a body before it is known to be the next one. */
  begin(basis: Basis, body: Body): void;
  /** Whether one was started from that basis and has begun to set that body. */
  hasBegun(basis: Basis, body: Body): boolean;
  /** Ends what was begun and nobody has taken, if anything was; resolves when its folder is gone. */
  endBegun(): Promise<void> | undefined;
  /** Starts one for a document that is about to come. */
  add(basis: Basis): void;
  /**
   * Starts as many as should wait.
   * @param beginning what the next bodies will most likely begin with; those that wait with another one are ended
   */
  fill(basis: Basis, beginning?: Beginning): void;
  /** Resolves when those that wait are ready. */
  ready(): Promise<void>;
  /** Ends them. */
  drain(): Promise<void>;
}

interface Size {
  /** How many wait for any body. */
  any: number;
  /** Where it is known what a body will begin with: how many wait for any, and how many for such a one. */
  withBeginning: { any: number; begun: number };
}

/** A unicode engine takes 200 MB. */
const sizes: Readonly<Record<EngineName, Size>> = {
  pdflatex: { any: 2, withBeginning: { any: 1, begun: 2 } },
  xelatex: { any: 2, withBeginning: { any: 1, begun: 1 } },
  lualatex: { any: 1, withBeginning: { any: 1, begun: 1 } },
};

/** @param waiting false where no further document is to come, so that none waits */
export function createStandbyPool(waiting: boolean): StandbyPool {
  let pool: Standby[] = [];
  let begun: { standby: Standby; basis: Basis; body: Body } | undefined;
  const areReady = new WeakSet<Standby>();
  /** Of those that were thrown away; an engine takes a moment to end. */
  let ending: Promise<void> = Promise.resolve();

  const start = (basis: Basis, beginning?: Beginning): void => {
    const standby = startFrom(basis, { beginning });
    pool.push(standby);
    void standby.ready.then((ready) => {
      if (ready) areReady.add(standby);
      // Whatever a beginning does to TeX, others can serve.
      else if (beginning) end((one) => one === standby);
    });
  };
  const end = (isOld: (standby: Standby) => boolean): void => {
    const old = pool.filter(isOld);
    pool = pool.filter((standby) => !old.includes(standby));
    // With its result each would keep that of the one before, for as long as a watch runs.
    ending = Promise.all([ending, ...old.map((standby) => standby.dispose())]).then(() => {});
  };

  const hasBegun = (basis: Basis, body: Body): boolean =>
    begun !== undefined && sameStart(begun.basis, basis) && sameBody(begun.body, body);
  const endBegun = (): Promise<void> | undefined => {
    const standby = begun?.standby;
    begun = undefined;
    return standby?.dispose();
  };
  const take = (basis: Basis, body: Body): Standby => {
    if (begun && hasBegun(basis, body)) {
      const { standby } = begun;
      begun = undefined;
      return standby;
    }
    const serving = [
      ...pool.filter(({ beginning }) => beginning && beginsWith(body, beginning)),
      ...pool.filter(({ beginning }) => !beginning),
    ];
    const standby = serving.find((one) => areReady.has(one)) ?? serving[0] ?? startFrom(basis);
    pool = pool.filter((other) => other !== standby);
    return standby;
  };

  return {
    take,
    begin(basis, body) {
      begun = { standby: typesetAhead(take(basis, body), body, basis.request.timeoutMs), basis, body };
    },
    hasBegun,
    endBegun,
    add: start,
    fill(basis, beginning) {
      if (!waiting) return;
      const size = sizes[basis.request.engine];
      end((one) => one.beginning !== undefined && !(beginning && sameBeginning(one.beginning, beginning)));
      const any = pool.filter((standby) => !standby.beginning).length;
      const begun = pool.length - any;
      for (let count = any; count < (beginning ? size.withBeginning.any : size.any); count++) start(basis);
      if (!beginning) return;
      for (let count = begun; count < size.withBeginning.begun; count++) start(basis, beginning);
    },
    async ready() {
      await Promise.all(pool.map(({ ready }) => ready));
    },
    async drain() {
      end(() => true);
      await Promise.all([ending, endBegun()]);
    },
  };
}
