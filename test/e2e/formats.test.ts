/** `mdcv import` and `mdcv export` as people run them: CVs of other tools, set by real TeX. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { buildJson, createFolder, lacking, mdcv, pdfText, samplesFolder } from './mdcv.ts';

const noTex = lacking(['pdflatex', 'xelatex', 'pdftotext']);
const fixtures = resolve(import.meta.dirname, '../fixtures/formats');
const files = [
  ...['json', 'yaml'].flatMap((kind) => {
    const folder = join(samplesFolder, kind);
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  }),
  ...readdirSync(fixtures)
    .filter((name) => !name.endsWith('.md'))
    .map((name) => join(fixtures, name)),
];

/** The texts of a file that are content, and not how the other tool sets it or what it says of the file. */
function contentOf(file: string): string[] {
  const data = parseAllDocuments(readFileSync(file, 'utf8'), { schema: 'failsafe' })[0]?.toJS();
  for (const key of ['$schema', 'meta', 'design', 'locale', 'settings', 'layouts']) delete data[key];
  const texts: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key !== 'fontawesome_icon') texts.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, Array.isArray(value) ? key : name);
  };
  walk(data, '');
  return texts;
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** What of a text a reader of the page sees: of a link its words, of dates what is written, of RenderCV's highlights each bullet. */
function seenPieces(text: string): string[] {
  if (/^(?:https?:\S+|tel:\S+|\d{4}-\d\d(?:-\d\d)?|present)$/.test(text)) return [];
  return text.replace(/\]\([^)]*\)/g, ']').split(/[[\]\n]| - /);
}

describe.skipIf(noTex)(`CVs of other tools${noTex ? ` (${noTex})` : ''}`, () => {
  test.each(files.map((file) => [basename(file), file]))(
    '%s is imported, builds, and all that it says is in the PDF',
    (name, file) => {
      const folder = createFolder();
      copyFileSync(file, join(folder, name));
      const run = mdcv(folder, ['import', name]);
      const cv = join('content', `${basename(name, extname(name))}.md`);
      expect(run).toMatchObject({ exitCode: 0, stdout: `${cv} · now: mdcv build ${cv}\n` });
      const isOurs = file.startsWith(fixtures);
      for (const template of isOurs ? ['classic'] : ['classic', 'banking', 'academic']) {
        const build = buildJson(folder, [cv, '-t', template]);
        const wrong = build.messages.filter(
          ({ severity, code }) => severity === 'error' || code === 'unprinted-field',
        );
        expect({ template, wrong }).toEqual({ template, wrong: [] });
        const printed = letters(pdfText(join(folder, build.pdf ?? '')));
        const lost = contentOf(file)
          .flatMap(seenPieces)
          .filter(
            (piece) =>
              !printed.includes(letters(piece)) &&
              !/^(?:GitHub|LinkedIn|StackOverflow|Google Scholar)$/.test(piece),
          );
        expect({ template, lost }).toEqual({ template, lost: [] });
      }
    },
    200_000,
  );
});
