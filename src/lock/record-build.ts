import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { EngineName } from '../engine/engine.ts';
import { readPdfObjects } from '../engine/fast/compare-pdfs.ts';
import type { Edition } from '../model/edition.ts';
import { packageRoot } from '../package-root.ts';
import type { LockedBuild } from './locked-build.ts';

export interface BuildRecord {
  /** Path of the CV. */
  file: string;
  template: string;
  edition: Edition;
  engine: EngineName;
  options: LockedBuild['options'];
  /** Paths of the CV, its .bib files and images, and of the template's files. */
  contentFiles: readonly string[];
  templateFiles: readonly string[];
  /** Absolute paths of what TeX read. */
  texFiles: readonly string[];
  log: string;
  /** Path of the PDF. */
  pdf: string;
  pages: number | undefined;
}

/** Not what TeX looks up on the way: databases, maps, formats. */
const texEndings = new Set(
  'cls sty def clo cfg fd tex ldf ini lua enc tfm vf pfb otf ttf ttc'
    .split(' ')
    .map((ending) => `.${ending}`),
);

/** Everything that `mdcv.lock` says of a build, read off its files and its log. */
export function recordBuild(build: BuildRecord): LockedBuild {
  const pdf = readFileSync(build.pdf);
  const texFiles = build.texFiles
    .filter((path) => texEndings.has(extname(path)))
    .map((path): [string, string] => [basename(path), hashFiles([path]).slice(0, 16)]);
  return {
    cv: basename(build.file),
    template: build.template,
    ...build.edition,
    mdcv: JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version,
    engine: { name: build.engine, version: readEngineVersion(build.log) },
    class: readClass(build.log),
    fonts: findFonts(pdf),
    options: Object.fromEntries(Object.entries(build.options).sort()),
    content: hashFiles(build.contentFiles),
    templateFiles: hashFiles(build.templateFiles),
    texFiles: Object.fromEntries(texFiles.sort()),
    result: createHash('sha256').update(pdf).digest('hex'),
    pages: build.pages,
  };
}

/** The log's first line: `This is pdfTeX, Version 3.14… (TeX Live 2022/Debian) (preloaded format=…`. */
function readEngineVersion(log: string): string {
  return /^This is (.+?)(?: \(preloaded| +\(format|$)/m.exec(log)?.[1]?.trim() ?? '';
}

/** `Document Class: moderncv 2022-02-21 v2.3.1 modern curriculum vitae`: its date and number. */
function readClass(log: string): LockedBuild['class'] {
  const [, name = '', words = ''] = /^Document Class: (\S+) (.*)$/m.exec(log) ?? [];
  return { name, version: words.split(' ').slice(0, 2).join(' ') };
}

/** Without the letters before the name of a subset. */
function findFonts(pdf: Buffer): string[] {
  const names = new Set<string>();
  for (const text of readPdfObjects(pdf).values())
    for (const [, name] of text.matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g))
      names.add(name as string);
  return [...names].sort();
}

/** In the order given, each with its name, so that no two lists of files are alike. */
function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(path);
    hash.update(`${basename(path)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex');
}
