/** The library: everything that the command line does, without its printing. */
export { type BuildResult, build } from './build.ts';
export { type CheckInput, type CheckReport, checkPdf } from './check/check-pdf.ts';
export { compareLock, type LockDifference } from './lock/compare-lock.ts';
export { readLock } from './lock/lock-file.ts';
export type { LockedBuild } from './lock/locked-build.ts';
export type { PageBox, PdfPlaces, SourcePlace } from './model/pdf-places.ts';
export type { BuildInput } from './options.ts';
export { MdcvError, type ProblemCode, problems, type Severity, severityOf } from './problem.ts';
export { type BuildChoices, type Watch, type WatchEvent, watch } from './watch/watch.ts';
