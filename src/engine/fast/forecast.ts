/** What the next body will most likely begin with. */
import type { EngineRequest, EngineRun } from '../engine.ts';
import type { Basis } from './basis.ts';
import { type Beginning, findBeginning } from './beginning.ts';

export interface Forecast {
  /** What the body of the last pass, and where it differs from the one before, say of the next one. */
  note(basis: Basis, pass: PassOfBody): void;
  /** To be called where there is another basis. */
  forget(): void;
  beginning(): Beginning | undefined;
}

export interface PassOfBody {
  request: EngineRequest;
  body: string;
  engineRun: EngineRun;
  firstPageLine: number | undefined;
}

export function createForecast(): Forecast {
  let lastBody: string | undefined;
  let beginning: Beginning | undefined;
  return {
    note({ pauses, looks }, { request, body, engineRun, firstPageLine }) {
      if (!pauses || body === lastBody) return;
      const { engine, document } = request;
      // What is in the basis is looked at there.
      const inputs = engineRun.inputs.filter((path) => !looks.has(path));
      const set = { source: body, assets: document.assets, inputs, firstPageLine };
      beginning = lastBody === undefined ? undefined : findBeginning(engine, lastBody, set);
      lastBody = body;
    },
    forget() {
      lastBody = undefined;
      beginning = undefined;
    },
    beginning: () => beginning,
  };
}
