/** Fit to pages with real TeX: in each template that can be set here, within its bounds, and what is said where it cannot be. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { createFastEngine } from '../../src/engine/fast/fast-engine.ts';
import type { FitMemory } from '../../src/fit/fit-memory.ts';
import { longCv } from './long-cv.ts';
import { buildJson, createFolder, type JsonBuild, lacking, mdcv, pdfText } from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { templates } from './templates.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);

function write(folder: string, entries: number, keys: string[] = [], optional: number[] = []): string {
  writeFileSync(join(folder, 'cv.md'), longCv(entries, keys, optional));
  return join(folder, 'cv.md');
}

function told({ messages }: JsonBuild, code: string) {
  return messages.filter((message) => message.code === code);
}

/** The document without its seal and its identifier, which are of the whole Markdown and of the options. */
function readTex(folder: string): string {
  return readFileSync(join(folder, 'out/cv.tex'), 'utf8').replace(
    /\\(?:gdef\\mdcvseal|mdcvidentify)\{\w+\}/g,
    '',
  );
}

/** Entries of a CV that takes a little more than two pages as the template sets it. */
const overlong: [template: string, entries: number][] = [
  ['academic', 21],
  ['classic', 19],
  ['casual', 19],
  ['banking', 22],
  ['oldstyle', 20],
  ['fancy', 20],
  ...(templates.includes('contemporary') ? [['contemporary', 19] as [string, number]] : []),
];

/** Of eight entries it takes a little more than a page. */
const tightOnOne = ['pages: 1', 'fit: true', 'options: { margin: 22mm }'];

describe.skipIf(noTex)('fit: true', () => {
  it.each(overlong)('sets a CV of a little more than two pages on two in %s', (template, entries) => {
    const folder = createFolder();
    write(folder, entries, [`template: ${template}`]);
    expect(buildJson(folder, ['cv.md']).pages).toBe(3);
    write(folder, entries, [`template: ${template}`, 'pages: 2', 'fit: true']);
    const fitted = buildJson(folder, ['cv.md']);
    expect(fitted.pages).toBe(2);
    const [message, ...more] = told(fitted, 'fitted');
    expect(more).toEqual([]);
    expect(message).toMatchObject({ severity: 'info', line: 8, column: 6 });
    expect(message?.reason).toMatch(/^The CV fits 2 pages with (?:font size|margin|spacing) /);
    const {
      size = '10',
      margin = '15',
      spacing = '0.7',
    } = /^.*? with (?:font size (?<size>[\d.]+)pt instead of [\d.]+pt(?:, )?)?(?:margin (?<margin>[\d.]+)mm instead of [\d.]+mm(?:, )?)?(?:spacing (?<spacing>[\d.]+) instead of 1)?$/.exec(
      message?.reason ?? '',
    )?.groups ?? expect.fail(message?.reason);
    expect(Number(size)).toBeGreaterThanOrEqual(10);
    expect(Number(margin)).toBeGreaterThanOrEqual(15);
    expect(Number(spacing)).toBeGreaterThanOrEqual(0.7);
    const text = pdfText(join(folder, 'out/cv.pdf'));
    for (let number = 1; number <= entries; number += 1)
      expect(text).toMatch(new RegExp(`Company ${number}\\b`));
    // Twice for the CV as it is; at most 1 + log2(3 sizes) + log2(13 looks) tries; at most two for good.
    expect(fitted.passes).toBeLessThanOrEqual(2 + 7 + 2);
    // What it says is what it did: written by hand, that look is the same document.
    const source = readTex(folder);
    const options = /write it under `options:`: (.*)\.$/.exec(message?.note ?? '')?.[1];
    write(folder, entries, [`template: ${template}`, 'pages: 2', `options: {${options}}`]);
    expect(buildJson(folder, ['cv.md', '--tex-only']).tex).toBe('out/cv.tex');
    expect(readTex(folder)).toBe(source);
  });

  it('leaves a CV that fits as it is, to the byte', () => {
    const folder = createFolder();
    write(folder, 10, ['pages: 2']);
    expect(buildJson(folder, ['cv.md']).pages).toBe(2);
    const before = ['pdf', 'tex'].map((ending) => readFileSync(join(folder, `out/cv.${ending}`)));
    const fitted = buildJson(folder, ['cv.md', '--fit']);
    expect(told(fitted, 'fitted')).toEqual([]);
    expect(fitted.passes).toBe(2);
    const after = ['pdf', 'tex'].map((ending) => readFileSync(join(folder, `out/cv.${ending}`)));
    expect(after.every((bytes, index) => bytes.equals(before[index] as Buffer))).toBe(true);
  });

  it('says by how much a CV does not fit, and which optional items to drop first', () => {
    const folder = createFolder();
    write(folder, 22, ['pages: 1', 'fit: true']);
    const bare = buildJson(folder, ['cv.md', '--check']);
    expect(bare.pages).toBe(3);
    // The check finds the same, which is told once.
    expect(told(bare, 'page-budget')).toEqual([]);
    const { checks } = bare as JsonBuild & { checks: { promise: string; findings: number }[] };
    expect(
      checks.find(({ promise }) => promise.startsWith('the pages are as many'))?.findings,
    ).toBeGreaterThan(0);
    expect(told(bare, 'fitted')).toEqual([]);
    expect(told(bare, 'cannot-fit')).toMatchObject([
      {
        severity: 'warning',
        line: 7,
        reason: expect.stringMatching(
          /^The CV does not fit 1 page: in the tightest look that `academic` allows \(margin 15mm, spacing 0\.7\) it takes 3, \d\d lines too many$/,
        ),
        note: expect.stringContaining('mark what may go with `{.optional}`'),
      },
    ]);
    expect(pdfText(join(folder, 'out/cv.pdf'))).not.toContain('optional');
  });

  it('names as few optional items as it takes, the last first, and prints them all the same', () => {
    const folder = createFolder();
    // A little more than what fits at the tightest.
    write(
      folder,
      26,
      ['pages: 2', 'fit: true'],
      Array.from({ length: 24 }, (_, index) => index + 3),
    );
    const result = buildJson(folder, ['cv.md']);
    expect(result.pages).toBe(3);
    const [message] = told(result, 'cannot-fit');
    const dropped = [...(message?.note ?? '').matchAll(/line (\d+)/g)].map(([, line]) => Number(line));
    expect(message?.note).toContain(
      'To make it fit, drop what is marked `{.optional}`, in this order: line ',
    );
    expect(dropped.length).toBeGreaterThan(0);
    expect(dropped.length).toBeLessThan(24);
    expect(dropped).toEqual(dropped.toSorted((a, b) => b - a));
    const lines = readFileSync(join(folder, 'cv.md'), 'utf8').split('\n');
    for (const line of dropped) expect(lines[line - 1]).toContain('{.optional}');
    const text = pdfText(join(folder, 'out/cv.pdf'));
    expect(text.match(/Taught what was learnt/g)).toHaveLength(26);
    expect(text).not.toContain('{');
    // The advice is good, and not more than it takes.
    const without = (gone: number[]): string =>
      lines.filter((_, index) => !gone.includes(index + 1)).join('\n');
    writeFileSync(join(folder, 'cv.md'), without(dropped));
    expect(buildJson(folder, ['cv.md']).pages).toBe(2);
    writeFileSync(join(folder, 'cv.md'), without(dropped.slice(0, -1)));
    expect(buildJson(folder, ['cv.md']).pages).toBe(3);
  });

  it('takes pages and fit from the command line, and the check knows the look again', () => {
    const folder = createFolder();
    write(folder, 21);
    const fitted = buildJson(folder, ['cv.md', '--pages', '2', '--fit', '--check']);
    expect(fitted.pages).toBe(2);
    expect(told(fitted, 'fitted')).toHaveLength(1);
    expect(told(fitted, 'outside-margin')).toEqual([]);
    const check = JSON.parse(mdcv(folder, ['check', 'cv.md', '--json']).stdout);
    expect(check.messages.filter(({ code }: { code: string }) => code === 'stale-pdf')).toEqual([]);
    expect(mdcv(folder, ['build', 'cv.md', '--pages', '0']).exitCode).toBe(2);
  });

  it.skipIf(lacking(['xelatex', 'lualatex']))(
    'fits a public CV, with xelatex',
    () => {
      const folder = createFolder();
      write(folder, 8, [...tightOnOne, 'private: [phone]']);
      const fitted = buildJson(folder, ['cv.md', '--public', '--engine', 'xelatex']);
      expect(fitted).toMatchObject({ pages: 1, pdf: 'out/cv-public.pdf', engine: 'xelatex' });
      expect(told(fitted, 'fitted')).toHaveLength(1);
      expect(pdfText(join(folder, 'out/cv-public.pdf'))).not.toContain('7946');
      // A leak is found in the look that fits, too, and nothing of it is left.
      const raw = '\n`\\def\\swap#1#2{#2#1}\\swap{46}{79}\\swap{58}{09}`{=latex}\n';
      writeFileSync(
        join(folder, 'cv.md'),
        longCv(8, [...tightOnOne, 'private: [phone]', 'raw: latex']).replace('+44 20 ', '') + raw,
      );
      const before = readFileSync(join(folder, 'out/cv-public.pdf'));
      const leaking = buildJson(folder, ['cv.md', '--public']);
      expect(leaking.pdf).toBeNull();
      expect(told(leaking, 'private-leak')).toHaveLength(1);
      expect(readFileSync(join(folder, 'out/cv-public.pdf')).equals(before)).toBe(true);
    },
    300_000,
  );

  it.skipIf(lacking(['xelatex', 'lualatex']))(
    'locks the look that fits, with lualatex',
    () => {
      const folder = createFolder();
      write(folder, 8, tightOnOne);
      const fitted = buildJson(folder, ['cv.md', '--lock', '--engine', 'lualatex']);
      expect(fitted.pages).toBe(1);
      const [message] = told(fitted, 'fitted');
      const [locked] = JSON.parse(readFileSync(join(folder, 'mdcv.lock'), 'utf8')).builds;
      expect(locked.engine.name).toBe('lualatex');
      for (const name of ['margin', 'spacing']) {
        const value = new RegExp(`${name} (\\S+?),? instead of`).exec(`${message?.reason} `)?.[1];
        if (value) expect(locked.options[name]).toBe(value);
      }
      expect(locked.options).toMatchObject({ spacing: expect.stringMatching(/^0\.\d+$/) });
      expect(mdcv(folder, ['check', 'cv.md', '--engine', 'lualatex', '--locked']).stdout).toContain(
        'the same',
      );
    },
    300_000,
  );

  it('asks for the number of pages', () => {
    const folder = createFolder();
    write(folder, 2, ['fit: true']);
    expect(told(buildJson(folder, ['cv.md', '--tex-only']), 'fit-without-pages')).toMatchObject([
      { severity: 'warning', line: 6 },
    ]);
  });

  it('leaves nothing behind', () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'tmp'));
    write(folder, 21, ['pages: 2', 'fit: true']);
    expect(buildJson(folder, ['cv.md'], { TMPDIR: join(folder, 'tmp') }).pages).toBe(2);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });
});

describe.skipIf(noTex)('fit: true, built again and again', () => {
  it('follows the edits of a watch', async () => {
    const folder = createFolder();
    const file = write(folder, 7, tightOnOne);
    const watch = startWatch(folder, ['--no-preview']);
    const built = (): string[] => watch.output().match(/^out\/cv\.pdf · .*$/gm) ?? [];
    const looks = (): string[] => watch.output().match(/fitted The CV fits 1 page with .*/g) ?? [];
    const tex = (): string => readFileSync(join(folder, 'out/cv.tex'), 'utf8');
    await until(() => built().length === 1, 100_000);
    expect(looks()).toEqual([]);
    write(folder, 8, tightOnOne);
    await until(() => looks().length > 0 && built().length > 1, 100_000);
    const [tight] = looks();
    expect(tex()).toContain('\n\\mdcvspacing{');
    // An edit that changes no length keeps the look.
    const count = built().length;
    writeFileSync(file, readFileSync(file, 'utf8').replace('the last screw', 'the last nail.'));
    await until(() => built().length > count && tex().includes('nail'), 100_000);
    expect(new Set(looks())).toEqual(new Set([tight]));
    write(folder, 3, tightOnOne);
    await until(() => !tex().includes('Company 8') && built().length > count + 1, 100_000);
    await until(() => !tex().includes('\n\\mdcvspacing{'));
    expect(new Set(looks())).toEqual(new Set([tight]));
    expect(built().filter((line) => !line.includes(' · 1 page · '))).toEqual([]);
  });

  it('searches anew only where another look may be the one', async () => {
    const folder = createFolder();
    const fitMemory: FitMemory = {};
    const again = async (entries: number, edit = (text: string): string => text) => {
      const file = write(folder, entries, ['pages: 2', 'fit: true']);
      writeFileSync(file, edit(readFileSync(file, 'utf8')));
      const { pages, passes, options, messages } = await build({
        file,
        output: join(folder, 'out'),
        fitMemory,
      });
      return { pages, passes, options, codes: messages.map(({ ruleId }) => ruleId) };
    };
    const first = await again(20);
    expect(first).toMatchObject({ pages: 2, codes: ['fitted'] });
    expect(first.passes).toBeGreaterThan(5);
    const edited = await again(20, (text) => text.replace('the last screw', 'the very last screw'));
    expect(edited).toMatchObject({ pages: 2, options: first.options, codes: ['fitted'] });
    // The look, and the next looser one.
    expect(edited.passes).toBe(3);
    const longer = await again(21);
    expect(longer).toMatchObject({ pages: 2, codes: ['fitted'] });
    expect(longer.options).not.toEqual(first.options);
    const shorter = await again(20);
    expect(shorter.options).toEqual(first.options);
    expect(await again(12)).toMatchObject({ pages: 2, codes: [], options: { spacing: '1', margin: '18mm' } });
    expect((await again(20)).options).toEqual(first.options);
  });

  it('tries looks with the engine that waits, and finds the same', async () => {
    const folder = createFolder();
    const file = write(folder, 12, ['pages: 2', 'fit: true']);
    const plain: string[] = [];
    const fastEngine = createFastEngine({ onDebug: (message) => plain.push(message) });
    try {
      const output = join(folder, 'out');
      await build({ file, output, fastEngine });
      await fastEngine.settled();
      plain.length = 0;
      write(folder, 21, ['pages: 2', 'fit: true']);
      const fast = await build({ file, output, fastEngine });
      expect(fast).toMatchObject({ pages: 2 });
      // Looks with other margins never ask it: it would start anew for them.
      expect(fast.messages.map(({ ruleId }) => ruleId)).toEqual(['fitted']);
      expect(plain).toEqual([]);
      const slow = await build({ file, output: join(folder, 'slow') });
      expect(slow.options).toEqual(fast.options);
      const [a, b] = [output, join(folder, 'slow')].map((out) => readFileSync(join(out, 'cv.tex'), 'utf8'));
      expect(a).toBe(b);
    } finally {
      await fastEngine.close();
    }
  });
});
