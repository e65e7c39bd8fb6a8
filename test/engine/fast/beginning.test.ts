import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Beginning,
  beginningSource,
  beginsWith,
  findBeginning,
  pauseEverywhere,
  restOf,
  type SetBody,
  sameBeginning,
} from '../../../src/engine/fast/beginning.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-beginning-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const body = (identifier: string, ...paragraphs: string[]): string =>
  ['%', `\\mdcvidentify{${identifier}}`, '', ...paragraphs.flatMap((text) => [text, ''])].join('\n');
const one = body('0A', 'One.', 'Two.', 'Three.');
const set = (source: string, more: Partial<SetBody> = {}): SetBody => ({
  source,
  assets: [],
  inputs: [],
  firstPageLine: undefined,
  ...more,
});

describe('findBeginning', () => {
  it('ends before the line that has changed', () => {
    const next = body('0B', 'One.', 'Two!', 'Three.');
    expect(findBeginning('pdflatex', one, set(next))?.lines).toEqual(['%', '%', '', 'One.', '']);
  });

  it('is the whole where only the identifier has changed', () => {
    const next = body('0B', 'One.', 'Two.', 'Three.');
    expect(findBeginning('pdflatex', one, set(next))?.lines).toHaveLength(9);
  });

  it('is none where all has changed', () => {
    expect(findBeginning('pdflatex', 'x', set(one))).toBeUndefined();
  });

  it('ends before the first page for xelatex, whose driver is told the identifier there', () => {
    const next = body('0B', 'One.', 'Two.', 'Three!');
    expect(findBeginning('xelatex', one, set(next, { firstPageLine: 6 }))?.lines).toHaveLength(5);
    expect(findBeginning('xelatex', one, set(next, { firstPageLine: 100 }))?.lines).toHaveLength(7);
    expect(findBeginning('xelatex', one, set(next))).toBeUndefined();
    expect(findBeginning('lualatex', one, set(next))?.lines).toHaveLength(7);
  });
});

describe('a beginning', () => {
  const beginning = (source: string, more: Partial<SetBody> = {}): Beginning =>
    findBeginning('pdflatex', body('0C', 'One.', 'x'), set(source, more)) as Beginning;

  it('serves what begins with it, whatever the identifier', () => {
    expect(beginsWith(set(body('0D', 'One.', 'Else.')), beginning(one))).toBe(true);
    expect(beginsWith(set(body('0A', 'One!', 'Two.')), beginning(one))).toBe(false);
    expect(beginsWith(set('%'), beginning(one))).toBe(false);
  });

  it('serves only as long as what was read for it is as it was', () => {
    const [image, file] = [join(folder, 'image.png'), join(folder, 'part.tex')];
    const changes = [image, file];
    for (const path of changes) writeFileSync(path, 'as it was');
    const assets = [{ name: 'image-1.png', from: image }];
    for (const path of changes) {
      const begun = beginning(one, { assets, inputs: [file] });
      expect(beginsWith({ source: one, assets }, begun)).toBe(true);
      expect(sameBeginning(begun, begun)).toBe(true);
      writeFileSync(path, 'changed since');
      expect(beginsWith({ source: one, assets }, begun)).toBe(false);
      expect(sameBeginning(begun, begun)).toBe(false);
    }
    const begun = beginning(one, { assets });
    expect(beginsWith({ source: one, assets: [] }, begun)).toBe(false);
    expect(beginsWith({ source: one, assets: [{ name: 'image-1.png', from: file }] }, begun)).toBe(false);
  });

  it('is the same as another one that was found after another edit in the same place', () => {
    expect(sameBeginning(beginning(one), beginning(body('0D', 'One.', 'Two …', 'Three.')))).toBe(true);
    expect(sameBeginning(beginning(one), beginning(body('0D', 'One.', 'x', 'Three.')))).toBe(false);
  });

  it('is read with a pause at its end, and the rest after it with the identifier as it is now', () => {
    const begun = beginning(one);
    expect(beginningSource(begun)).toBe('%\n%\n\nOne.\n\\mdcvpause\\par%\n');
    const next = body('0D', 'One.', 'Two …');
    const { source, command } = restOf(next, begun);
    expect([source, command]).toEqual(['Two …\n', '\\mdcvidentify{0D}%']);
    expect(`${begun.lines.join('\n')}\n${source}`).toBe(next.replace(/\\mdcvidentify.*/, '%'));
    expect(restOf('%\n\nText.', { lines: ['%', ''], assets: [], looks: new Map() }).command).toBe('%');
  });
});

describe('pauseEverywhere', () => {
  it('pauses behind the identifier first, and then wherever TeX can', () => {
    const paused = pauseEverywhere({ source: one, assets: [] });
    expect(paused?.beginning.lines).toEqual(['%', '%', '']);
    const pauses = ['One.', '\\mdcvpause\\par%', 'Two.', '\\mdcvpause\\par%', 'Three.', '\\mdcvpause\\par%'];
    expect(paused?.body).toEqual({
      source: ['%', '\\mdcvidentify{0A}', '', ...pauses].join('\n'),
      assets: [],
      pauses: 3,
    });
  });

  it('is nothing where TeX can pause nowhere', () => {
    expect(pauseEverywhere({ source: '%\nText.', assets: [] })).toBeUndefined();
  });
});
