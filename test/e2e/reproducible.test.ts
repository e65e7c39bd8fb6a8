/** The same content gives the same bytes: in another folder, on another day, in another time zone, under another locale. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineNames } from '../../src/engine/engine.ts';
import { readPdfObjects } from '../../src/engine/fast/compare-pdfs.ts';
import { compareLock } from '../../src/lock/compare-lock.ts';
import type { LockedBuild } from '../../src/lock/locked-build.ts';
import { createPng } from '../images.ts';
import { buildJson, createFolder, lacking, mdcv, pdfText } from './mdcv.ts';

const noTex = lacking(engineNames);
const noFaketime = lacking(['faketime']);
const cases = [
  { template: 'academic', engine: 'pdflatex' },
  { template: 'classic', engine: 'pdflatex' },
  { template: 'classic', engine: 'xelatex' },
  { template: 'banking', engine: 'lualatex' },
];

const reference = readFileSync(join(import.meta.dirname, '../../content/cv.md'), 'utf8');

/** A project with a photo, in a folder of this name. */
function createCv(name: string): string {
  const folder = join(createFolder(), name);
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, '../../content/publications.bib'), join(folder, 'publications.bib'));
  writeFileSync(join(folder, 'cv.md'), reference.replace('lang: en\n', 'lang: en\nphoto: me.png\n'));
  writeFileSync(join(folder, 'me.png'), createPng({ colourType: 6 }));
  return folder;
}

/** Engines that believe it is another day. */
function fakeEngines(): string {
  const folder = createFolder();
  for (const engine of engineNames) {
    const real = execFileSync('which', [engine], { encoding: 'utf8' }).trim();
    writeFileSync(join(folder, engine), `#!/bin/sh\nexec faketime -f '+400d' ${real} "$@"\n`);
    chmodSync(join(folder, engine), 0o755);
  }
  return folder;
}

describe.skipIf(noTex)(`reproducible${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it.for(cases)(
    '$template with $engine: the same bytes elsewhere, later and abroad',
    ({ template, engine }, { skip }) => {
      skip(noFaketime !== undefined, noFaketime);
      const build = (folder: string, env: NodeJS.ProcessEnv): Buffer => {
        const { pdf, messages } = buildJson(
          folder,
          ['cv.md', '-t', template, '--engine', engine, '--keep'],
          env,
        );
        expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
        return readFileSync(join(folder, pdf as string));
      };
      const [here, there] = [createCv('here'), createCv('a/folder elsewhere')];
      const one = build(here, { TZ: 'Asia/Tokyo', LC_ALL: 'C' });
      const other = build(there, {
        TZ: 'America/Caracas',
        // Installed nowhere.
        LC_ALL: 'xx_XX.UTF-8',
        PATH: `${fakeEngines()}${delimiter}${process.env.PATH}`,
      });
      expect(other.equals(one)).toBe(true);
      const years = [here, there].map(
        (folder) =>
          /\d+ [A-Z]{3} (\d{4})/.exec(readFileSync(join(folder, 'out/cv.build/cv.log'), 'utf8'))?.[1],
      );
      expect(Number(years[1])).toBeGreaterThan(Number(years[0]));
      const text = [...readPdfObjects(one).values()].join('\n') + one.toString('latin1');
      expect(text).not.toContain(here);
      expect(text).not.toMatch(/PTEX|TeX Live|\/usr\//);
      expect(text).not.toContain(`D:${years[0]}`);
    },
  );

  it.each(engineNames)('leaves \\today to the day, with %s', (engine) => {
    const folder = createFolder();
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: Ada\nraw: latex\n---\n\n## X\n\n`\\the\\year`{=latex}\n',
    );
    expect(buildJson(folder, ['cv.md', '-t', 'classic', '--engine', engine]).pdf).not.toBeNull();
    expect(pdfText(join(folder, 'out/cv.pdf'))).toContain(String(new Date().getFullYear()));
  });

  it('gives other content another identifier', () => {
    const folder = createFolder();
    const identify = (text: string): string => {
      writeFileSync(join(folder, 'cv.md'), text);
      buildJson(folder, ['cv.md', '-t', 'classic']);
      return /\/ID\s*\[.*?\]/.exec(readFileSync(join(folder, 'out/cv.pdf'), 'latin1'))?.[0] ?? '';
    };
    const first = identify('---\nname: Ada\n---\n\n## X\n\none\n');
    expect(first).toMatch(/<[0-9A-F]{32}> <[0-9A-F]{32}>/);
    expect(identify('---\nname: Ada\n---\n\n## X\n\ntwo\n')).not.toBe(first);
    expect(identify('---\nname: Ada\n---\n\n## X\n\none\n')).toBe(first);
  });

  it('locks what a PDF was made with, when asked, and what is locked is what comes out again', () => {
    const folder = createCv('locked');
    const lock = join(folder, 'mdcv.lock');
    const locked = (args: string[] = []): LockedBuild => {
      expect(mdcv(folder, ['build', 'cv.md', '-t', 'classic', ...args])).toMatchObject({ exitCode: 0 });
      return JSON.parse(readFileSync(lock, 'utf8')).builds[0];
    };
    expect(buildJson(folder, ['cv.md', '-t', 'classic']).pdf).not.toBeNull();
    expect(() => readFileSync(lock)).toThrow(/ENOENT/);
    const first = locked(['--lock']);
    const fonts = execFileSync('pdffonts', [join(folder, 'out/cv.pdf')], { encoding: 'utf8' });
    const names = [...fonts.matchAll(/^[A-Z]{6}\+(\S+)/gm)].map(([, name]) => name as string);
    expect(first.fonts).toEqual([...new Set(names)].sort());
    expect(first.engine).toEqual({
      name: 'pdflatex',
      version: expect.stringMatching(/^pdfTeX, Version 3\.14\S+ \(.+\)$/),
    });
    expect(first.class).toEqual({
      name: 'moderncv',
      version: expect.stringMatching(/^\d{4}.\d\d.\d\d v2/),
    });
    expect(Object.keys(first.texFiles)).toEqual(expect.arrayContaining(['moderncv.cls', 'hyperref.sty']));
    expect(first.result).toBe(
      execFileSync('sha256sum', [join(folder, 'out/cv.pdf')], { encoding: 'utf8' }).slice(0, 64),
    );
    expect(compareLock(first, locked(['--lock']))).toEqual([]);
    writeFileSync(
      join(folder, 'cv.md'),
      readFileSync(join(folder, 'cv.md'), 'utf8').replace('lang: en\n', 'lang: en\nlock: true\n'),
    );
    // A key of the front matter is content, too, but gives the same page.
    expect(compareLock(first, locked()).map(({ what }) => what)).toEqual(['content']);
    const print = locked(['--profile', 'print']);
    expect(compareLock(first, print).map(({ what }) => what)).toEqual(['content', 'options', 'result']);
    writeFileSync(join(folder, 'me.png'), createPng({ colourType: 2 }));
    expect(compareLock(print, locked(['--profile', 'print'])).map(({ what }) => what)).toEqual([
      'content',
      'result',
    ]);
  });

  it('print: has no links and no outline, and the same page', () => {
    const folder = createCv('print');
    const build = (profile: string): string => {
      const args = ['cv.md', '-t', 'academic', '--profile', profile, '-o', `${profile}.pdf`];
      return join(folder, buildJson(folder, args).pdf as string);
    };
    const [screen, print] = [build('screen'), build('print')];
    const objects = (pdf: string): string => [...readPdfObjects(readFileSync(pdf)).values()].join('\n');
    expect(objects(screen)).toMatch(/\/Subtype\s*\/Link[\s\S]*\/Outlines/);
    expect(objects(print)).not.toMatch(/\/Subtype\s*\/Link|\/URI|\/Outlines/);
    const draw = (pdf: string): Buffer => execFileSync('pdftoppm', ['-r', '70', pdf], { maxBuffer: 1e9 });
    expect(draw(print).equals(draw(screen))).toBe(true);
  });
});
