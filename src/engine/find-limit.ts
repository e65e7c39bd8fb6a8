import type { ProgramRun } from '../toolchain/toolchain.ts';
import type { EngineRun } from './engine.ts';

/** What programs print when they get no more memory: kpathsea's `xmalloc`, xdvipdfmx, C++ in xelatex, the C library, Lua. */
const noMemory =
  /^(?:fatal: memory exhausted|xdvipdfmx:fatal: Out of memory|terminate called after throwing an instance of 'std::bad_alloc'|.*: Cannot allocate memory$|.*error: +\(lua\): not enough memory$)/m;
/** The C library's words for `EFBIG`, behind the name of a file or of what failed. */
const tooLarge = /^[^\n]*[:(] ?File too large/m;

/** The limit that ended a pass, time apart. A program that is killed although nobody here asked for it had the most memory of all. */
export function findLimit(run: Omit<ProgramRun, 'durationMs'>): EngineRun['outOf'] {
  if (run.aborted || run.timedOut || run.exitCode === 0) return undefined;
  if (run.signal === 'SIGXFSZ' || tooLarge.test(run.output)) return 'output';
  return run.signal === 'SIGKILL' || noMemory.test(run.output) ? 'memory' : undefined;
}
