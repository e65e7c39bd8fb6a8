import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildJson, createFolder, type JsonBuild, lacking, mdcv, pdfText, samplesFolder } from './mdcv.ts';
import { lostWords } from './visible-words.ts';

const folder = join(samplesFolder, 'md');
const samples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
const noTex = lacking(['pdflatex', 'xelatex', 'pdftotext']);
const skipped = samples.length === 0 ? 'the public samples are not in this checkout' : noTex;

/** Images that the samples name and that are not with them: each stands in as one white pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.runIf(skipped)('the public samples', () => {
  it('are not tried here', ({ skip }) => skip(skipped));
});

describe.skipIf(skipped)('the public samples', () => {
  it.each(samples)(
    '%s: every visible word is in the PDF of every template',
    (name) => {
      const work = createFolder();
      const source = readFileSync(join(folder, name), 'utf8');
      writeFileSync(join(work, 'cv.md'), source);
      for (const [, image] of source.matchAll(/(?:^(?:photo|picture|image):\s*|!\[[^\]]*\]\()([^\s)]+)/gm)) {
        mkdirSync(join(work, image ?? '', '..'), { recursive: true });
        writeFileSync(join(work, image ?? ''), pixel);
      }
      const templates: { name: string; settable: string[] }[] = JSON.parse(
        mdcv(work, ['templates', '--json']).stdout,
      );
      const settable = templates.filter((template) => template.settable.length > 0);
      expect(settable.length).toBeGreaterThanOrEqual(6);
      for (const template of settable) {
        const build: JsonBuild = buildJson(work, ['cv.md', '-t', template.name]);
        const errors = build.messages.filter(
          (message) => message.severity === 'error' || message.code === 'unprinted-field',
        );
        expect({ template: template.name, errors }).toEqual({ template: template.name, errors: [] });
        const lost = lostWords(source, pdfText(join(work, build.pdf ?? '')));
        expect({ template: template.name, lost }).toEqual({ template: template.name, lost: [] });
      }
    },
    300_000,
  );
});
