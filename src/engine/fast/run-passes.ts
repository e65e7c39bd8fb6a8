import type { AuxFiles } from '../aux-files.ts';
import type { EngineRequest, EngineRun } from '../engine.ts';
import type { Basis } from './basis.ts';
import { type Pass, runPass } from './run-pass.ts';
import type { Standby } from './standby.ts';

/** As the plain way, whose first pass makes no PDF. */
const mostPasses = 4;

export interface Passes {
  from: Basis;
  body: string;
  request: EngineRequest;
  /** A standby that was started from a basis. */
  take(from: Basis): Standby;
  /** Cleans up behind a standby, whatever it made. */
  afterPass(standby: Standby, pass: Pass): Promise<void>;
}

/** What the passes have made, and the aux files that they settled on, or why the plain way has to be taken. */
export type Settled = { engineRun: EngineRun; aux?: AuxFiles } | { refusal: string };

/** Sets a body with one standby after the other until the aux files settle; with `maxPasses` of 1, once. */
export async function runPasses({ from, body, request, take, afterPass }: Passes): Promise<Settled> {
  let startedAt: number | undefined;
  let current = from;
  for (let count = 1; count <= mostPasses; count++) {
    request.onPass?.(count);
    const standby = take(current);
    startedAt ??= standby.begunAt ?? Date.now();
    const pass = await runPass(standby, body, request, current);
    await afterPass(standby, pass);
    if ('refusal' in pass) return { refusal: pass.refusal };
    const engineRun = { ...pass.engineRun, passes: count, texMs: Date.now() - startedAt };
    if (isStopped(engineRun)) return { engineRun };
    if (request.maxPasses === 1) return { engineRun: { ...engineRun, settled: pass.settled } };
    current = pass.next;
    if (pass.settled) return { engineRun, aux: current.aux };
  }
  return { refusal: 'the aux files do not settle' };
}

export function isStopped({ aborted, timedOut }: EngineRun): boolean {
  return aborted || timedOut;
}
