import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sameAuxFiles } from '../aux-files.ts';
import type { EngineRequest, EngineRun } from '../engine.ts';
import { parseLog } from '../parse-log.ts';
import { type Basis, whyStale } from './basis.ts';
import { setBody } from './set-body.ts';
import type { Standby } from './standby.ts';

/** What one pass has made, or why the plain way has to be taken; `isStale` where nothing may be started from that basis any more. */
export type Pass =
  | { engineRun: EngineRun; next: Basis; settled: boolean; firstPageLine: number | undefined }
  | { refusal: string; isStale: boolean };

/** Sets a body with a standby, which is disposed of where that throws. */
export async function runPass(
  standby: Standby,
  body: string,
  request: EngineRequest,
  from: Basis,
): Promise<Pass> {
  const setting = setBody(standby, body, request, from).catch(async (error: unknown) => {
    await standby.dispose();
    throw error;
  });
  setting.catch(() => {});
  // What takes time to find out is found out while the engine works.
  await nextTurn();
  const reason = whyStale(from);
  if (reason !== undefined) return { refusal: reason, isStale: true };
  const done = await setting;
  if ('refusal' in done) return { ...done, isStale: from.format ? !existsSync(from.format.file) : false };
  const { engineRun, aux, fonts, firstPageLine } = done;
  return {
    engineRun,
    firstPageLine,
    next: { ...from, isWhole: undefined, aux, fonts: from.fonts.length > 0 ? fonts : [] },
    settled: sameAuxFiles(aux, from.aux) && !parseLog(engineRun.log).some(({ kind }) => kind === 'rerun'),
  };
}
