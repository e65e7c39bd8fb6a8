import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveBuildOptions } from '../src/options.ts';
import { MdcvError } from '../src/problem.ts';

describe('resolveBuildOptions', () => {
  it('fills in the defaults', () => {
    const { output, onProgress, ...options } = resolveBuildOptions({});
    expect(options).toEqual({
      file: join('content', 'cv.md'),
      template: undefined,
      edition: {},
      engine: undefined,
      toolchain: undefined,
      texOnly: false,
      isPublic: false,
      isUntrusted: false,
      folder: '.',
      options: {},
      keep: false,
      synctex: false,
      timeoutMs: 60_000,
      mayFetchTex: true,
      signal: undefined,
    });
    expect(output('academic')).toEqual({
      pdf: join('out', 'cv.pdf'),
      tex: join('out', 'cv.tex'),
      workFolder: resolve('out/cv.build'),
    });
    expect(onProgress({ stage: 'tex', step: 'x' })).toBeUndefined();
  });
  it('locks no public build', () => {
    expect(() => resolveBuildOptions({ public: true, lock: true })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
    expect(resolveBuildOptions({ public: true, lock: 'compare' })).toMatchObject({ isPublic: true });
  });
  it.each([
    ['me.md', {}, 'out/me.pdf', 'out/me.tex'],
    ['a/me.md', { output: 'b/x.pdf' }, 'b/x.pdf', 'b/x.tex'],
    ['a/me.md', { output: 'x.PDF' }, 'x.pdf', 'x.tex'],
    ['a/me.md', { output: 'b' }, 'b/me.pdf', 'b/me.tex'],
    ['a/me.md', { output: 'b/x.pdf', nameWithTemplate: true }, 'b/x-fancy.pdf', 'b/x-fancy.tex'],
    ['a/me.md', { nameWithTemplate: true }, 'out/me-fancy.pdf', 'out/me-fancy.tex'],
  ])('%s with %j goes to %s', (file, more, pdf, tex) => {
    const { output } = resolveBuildOptions({ file, ...more });
    expect(output('fancy')).toMatchObject({ pdf, tex });
  });
  it('takes a folder whose name ends in .pdf for a folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mdcv-options-'));
    const odd = `${folder}.pdf`;
    try {
      expect(resolveBuildOptions({ file: 'me.md', output: odd }).output('x').pdf).toBe(odd);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it.each([
    [
      { engine: 'groff' },
      'Cannot use the engine `groff`, expected one of pdflatex, xelatex, lualatex',
      undefined,
    ],
    [
      { engine: 'xelatx' },
      'Cannot use the engine `xelatx`, expected one of pdflatex, xelatex, lualatex',
      'Did you mean `xelatex`?',
    ],
    [
      { toolchain: 'dokker' },
      'Cannot use the toolchain `dokker`, expected one of auto, local, managed, docker',
      'Did you mean `docker`?',
    ],
    [
      { timeoutMs: Number.NaN },
      'Cannot use this time limit, expected a number of seconds above 0',
      'At most 24 days; without it a pass of TeX may take 60 seconds.',
    ],
    [
      { timeoutMs: 1e12 },
      'Cannot use this time limit, expected a number of seconds above 0',
      'At most 24 days; without it a pass of TeX may take 60 seconds.',
    ],
    [
      { timeoutMs: -1 },
      'Cannot use this time limit, expected a number of seconds above 0',
      'At most 24 days; without it a pass of TeX may take 60 seconds.',
    ],
  ])('refuses %j', (input, message, hint) => {
    try {
      resolveBuildOptions(input);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MdcvError);
      expect(error).toMatchObject({ code: 'bad-argument', message, hint });
    }
  });
});
