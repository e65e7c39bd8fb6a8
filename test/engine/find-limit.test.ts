import { describe, expect, it } from 'vitest';
import { findLimit } from '../../src/engine/find-limit.ts';

const run = { exitCode: 1, output: '', timedOut: false, aborted: false };

describe('the limit that ended TeX', () => {
  it.each([
    ['a file too large', { ...run, exitCode: undefined, signal: 'SIGXFSZ' as const }, 'output'],
    ['a file too large, in words', { ...run, output: 'xdvipdfmx:fatal: x: File too large' }, 'output'],
    ['killed by the kernel', { ...run, exitCode: undefined, signal: 'SIGKILL' as const }, 'memory'],
    [
      'killed by mdcv',
      { ...run, exitCode: undefined, signal: 'SIGKILL' as const, timedOut: true },
      undefined,
    ],
    ['stopped', { ...run, exitCode: undefined, signal: 'SIGKILL' as const, aborted: true }, undefined],
    ['kpathsea', { ...run, output: 'x\nfatal: memory exhausted (xmalloc of 75 bytes).' }, 'memory'],
    ['C++', { ...run, output: "terminate called after throwing an instance of 'std::bad_alloc'" }, 'memory'],
    ['Lua', { ...run, output: './cv.tex:3: error:  (lua): not enough memory' }, 'memory'],
    ['an error', { ...run, output: '! Undefined control sequence.' }, undefined],
    ['words of a CV that was set', { ...run, exitCode: 0, output: 'fatal: memory exhausted' }, undefined],
  ])('%s', (_what, ended, limit) => {
    expect(findLimit(ended)).toBe(limit);
  });
});
