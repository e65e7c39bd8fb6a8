import type { LockedBuild } from './locked-build.ts';

export interface LockDifference {
  /**
   * `result` is the PDF's bytes. It comes last, and alone where nothing that the lock records explains it; without it the rest made no difference.
   */
  what: 'content' | 'options' | 'template' | 'mdcv' | 'engine' | 'class' | 'fonts' | 'tex-files' | 'result';
  /** For people, in a few words; for hashes, their first digits. */
  before: string;
  now: string;
}

/**
 * What has changed between a build that was locked and one of now, causes before the result; empty where they are the same.
 * @param locked from `readLock`
 * @param now from `BuildResult.lock`
 */
export function compareLock(locked: LockedBuild, now: LockedBuild): LockDifference[] {
  const differences: LockDifference[] = [];
  const compare = (what: LockDifference['what'], before: string, after: string): void => {
    if (before !== after) differences.push({ what, before, now: after });
  };
  compare('content', short(locked.content), short(now.content));
  compareMaps('options', locked.options, now.options, differences);
  compare('template', nameTemplate(locked), nameTemplate(now));
  compare('mdcv', locked.mdcv, now.mdcv);
  compare(
    'engine',
    `${locked.engine.name} ${locked.engine.version}`,
    `${now.engine.name} ${now.engine.version}`,
  );
  compare('class', `${locked.class.name} ${locked.class.version}`, `${now.class.name} ${now.class.version}`);
  compareMaps('fonts', toMap(locked.fonts), toMap(now.fonts), differences);
  compareMaps('tex-files', locked.texFiles, now.texFiles, differences);
  compare('result', short(locked.result), short(now.result));
  return differences;
}

function compareMaps(
  what: LockDifference['what'],
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  differences: LockDifference[],
): void {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const changed = names.filter((name) => before[name] !== now[name]);
  if (changed.length === 0) return;
  const list = (from: Readonly<Record<string, unknown>>): string =>
    changed
      .filter((name) => name in from)
      .map((name) => (from[name] === true ? name : `${name} ${String(from[name])}`))
      .join(', ');
  differences.push({ what, before: list(before), now: list(now) });
}

function toMap(names: readonly string[]): Record<string, true> {
  return Object.fromEntries(names.map((name): [string, true] => [name, true]));
}

function nameTemplate({ template, templateFiles }: LockedBuild): string {
  return `${template} ${short(templateFiles)}`;
}

function short(hash: string): string {
  return hash.slice(0, 16);
}
