/** Characters that no font at hand has, with real engines: by a fontconfig that sees one empty folder, and in a script newer than all fonts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildJson, createFolder, lacking, mdcv, pdfText } from './mdcv.ts';

const skipped = lacking(['pdflatex', 'xelatex', 'lualatex', 'pdftotext']);

/** A CV with a good PDF, and what shows that it stays. */
function createCv(): { folder: string; set: (body: string) => void; isKept: () => boolean } {
  const folder = createFolder();
  const set = (body: string): void =>
    writeFileSync(join(folder, 'cv.md'), `---\nname: Ada\ntemplate: classic\n---\n\n## Work\n\n${body}\n`);
  set('good words');
  expect(mdcv(folder, ['build', 'cv.md']).exitCode).toBe(0);
  const good = readFileSync(join(folder, 'out/cv.pdf'));
  return { folder, set, isKept: () => readFileSync(join(folder, 'out/cv.pdf')).equals(good) };
}

/** A machine whose fontconfig knows one folder only; TeX's own fonts are found all the same. */
function withoutFonts(folder: string): NodeJS.ProcessEnv {
  mkdirSync(join(folder, 'fonts'));
  const file = join(folder, 'fonts.conf');
  const dirs = `<dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

describe.skipIf(skipped)(`a character without a font${skipped ? ` (skipped: ${skipped})` : ''}`, () => {
  it('is an error that names it, its line and the package of a font, and the last good PDF stays', () => {
    const { folder, set, isKept } = createCv();
    const env = withoutFonts(folder);
    for (const [body, column, names, packages] of [
      ['- At 北京 and home', 6, ['`北` (U+5317)', '`京` (U+4EAC)'], '`fonts-noto-cjk`'],
      [
        '- Wrote жук',
        9,
        ['`ж` (U+0436)', '`у` (U+0443)', '`к` (U+043A)'],
        '`fonts-noto-core` or `fonts-dejavu-core`',
      ],
      ['- A symbol ☃ here', 12, ['`☃` (U+2603)'], '`fonts-noto-core` or `fonts-symbola`'],
      ['- Speaks ខ្មែរ', 10, ['`ខ` (U+1781)'], '`fonts-noto-core`'],
    ] as const) {
      set(body);
      const run = mdcv(folder, ['build', 'cv.md', '--json', '--toolchain', 'local'], env);
      const { messages } = JSON.parse(run.stdout) as ReturnType<typeof buildJson>;
      expect({ body, exitCode: run.exitCode, kept: isKept() }).toEqual({ body, exitCode: 1, kept: true });
      const missing = messages.find(({ code }) => code === 'missing-character');
      expect(missing).toMatchObject({ severity: 'error', file: 'cv.md', line: 8, column });
      for (const name of names) expect(missing?.reason).toContain(name);
      expect(missing?.note).toContain(`On Debian and Ubuntu, the package ${packages} has such a font.`);
    }
  });

  it.each([
    ['pdflatex', 'unset-character'],
    ['xelatex', 'missing-character'],
    ['lualatex', 'missing-character'],
  ])('is one with %s', (engine, code) => {
    const { folder, set, isKept } = createCv();
    // Garay, of Unicode 16: no font of Debian's has it.
    set('- *Letters:* \u{10D50}\u{10D51}');
    const build = buildJson(folder, ['cv.md', '--engine', engine, '--toolchain', 'local']);
    const errors = build.messages.filter(({ severity }) => severity === 'error');
    expect(errors.filter((one) => one.code === code)).toMatchObject([{ file: 'cv.md', line: 8, column: 14 }]);
    expect(errors.find((one) => one.code === code)?.reason).toContain('(U+10D50)');
    expect(errors.at(-1)?.note).toContain(engine === 'pdflatex' ? '`--engine xelatex`' : '`fonts-noto-core`');
    expect([build.pdf, isKept()]).toEqual([null, true]);
  });

  it('is a warning where it is a picture or of an icon font: all words are there', () => {
    const { folder, set } = createCv();
    set('- \u{1F4E7} mail \uF095 phone');
    const build = buildJson(
      folder,
      ['cv.md', '--engine', 'xelatex', '--toolchain', 'local'],
      withoutFonts(folder),
    );
    expect(build.messages.map(({ code, severity, line, column }) => [code, severity, line, column])).toEqual([
      ['missing-emoji', 'warning', 8, 3],
      ['control-character', 'warning', 8, 11],
    ]);
    expect(pdfText(join(folder, 'out/cv.pdf'))).toMatch(/mail +phone/);
  });
});
