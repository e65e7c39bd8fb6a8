import type { ProblemCode } from '../problem.ts';
import type { Spot } from './find-place.ts';

/** A message before it is merged with its like and added to the CV's. */
export interface Finding {
  code: ProblemCode;
  reason: string;
  note?: string | undefined;
  /** Missing where the log does not tell. */
  spot?: Spot | undefined;
}
