import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildJson, createFolder, lacking, mdcv } from './mdcv.ts';

const noTex = lacking(['pdflatex']);

/** Builds a CV in which something goes wrong in TeX; gives each problem as `file:line code`. */
function problemsOf(
  body: string,
  prepare: (folder: string) => void = () => {},
  args: string[] = [],
): string[] {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), `---\nname: Ada\ntemplate: academic\nraw: latex\n---\n\n${body}`);
  prepare(folder);
  return buildJson(folder, ['cv.md', ...args]).messages.map(
    ({ file, line, code }) => `${file}:${line} ${code}`,
  );
}

describe.skipIf(noTex)(`a problem in TeX leads to its line${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  it('in raw LaTeX within a line', () => {
    expect(problemsOf('## X\n\nfine\n\nalso `\\nosuchcommand`{=latex} here\n')).toEqual([
      'cv.md:11 tex-error',
    ]);
  });

  it('in raw LaTeX as a block, at the very line', () => {
    expect(problemsOf('## X\n\n```{=latex}\nfine\n\\nosuchcommand\nfine\n```\n')).toEqual([
      'cv.md:11 tex-error',
    ]);
  });

  it('in raw LaTeX deep in an entry of another template', () => {
    const body = '## X\n\n### Job | Firm | 2019\n\n- one\n- two `\\nosuchcommand`{=latex}\n';
    expect(problemsOf(body, undefined, ['-t', 'classic'])).toEqual(['cv.md:12 tex-error']);
  });

  describe.each(['academic', 'classic'])(
    'in raw LaTeX that would lose the rest of the CV in %s',
    (template) => {
      it.each(['\\end{document}', '\\stop', '\\csname @@end\\endcsname', '\\bye', '\\endinput', '\\iffalse'])(
        '%s',
        (ending) => {
          const folder = createFolder();
          const file = join(folder, 'cv.md');
          const write = (raw: string): void =>
            writeFileSync(
              file,
              `---\nname: Ada\nraw: latex\n---\n\n## X\n\n\`\`\`{=latex}\n${raw}\n\`\`\`\n\nlost\n`,
            );
          write('fine');
          expect(mdcv(folder, ['build', 'cv.md', '-t', template]).exitCode).toBe(0);
          const good = readFileSync(join(folder, 'out/cv.pdf'));
          write(ending);
          const { pdf, messages } = buildJson(folder, ['cv.md', '-t', template]);
          expect(messages.map(({ line, severity, code }) => `${line} ${severity} ${code}`)).toEqual([
            '9 error tex-error',
          ]);
          expect(pdf).toBeNull();
          expect(readFileSync(join(folder, 'out/cv.pdf')).equals(good)).toBe(true);
        },
      );
    },
  );

  it.each(['xelatex', 'lualatex'])('in raw LaTeX that ends the document, with %s', (engine) => {
    const body = '## X\n\n- one\n- two `\\end{document}`{=latex}\n\nlost\n';
    expect(problemsOf(body, undefined, ['--engine', engine])).toEqual(['cv.md:10 tex-error']);
  });

  it('in a template', () => {
    const problems = problemsOf(
      '## X\n\nfine\n',
      (folder) => {
        mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
        const main = join(folder, 'templates/mine/main.tex.njk');
        const source = readFileSync(main, 'utf8');
        writeFileSync(main, source.replace('\\begin{document}', '\\begin{document}\n\\nosuchcommand'));
      },
      ['-t', 'mine'],
    );
    expect(problems).toEqual([expect.stringMatching(/^templates\/mine\/main\.tex\.njk:\d+ tex-error$/)]);
  });

  it('a word that is too long for its line, as a warning beside the PDF', () => {
    const folder = createFolder();
    const word = 'x'.repeat(30);
    writeFileSync(
      join(folder, 'cv.md'),
      `---\nname: Ada\ntemplate: academic\nraw: latex\n---\n\n## X\n\nfine\n\n\`\\mbox{${`${word} `.repeat(9)}}\`{=latex}\n`,
    );
    const build = buildJson(folder, ['cv.md']);
    expect(build.pdf).toBe('out/cv.pdf');
    expect(build.messages).toMatchObject([
      { code: 'overfull-line', severity: 'warning', file: 'cv.md', line: 11 },
    ]);
  });

  it('a word with accents that is too long for its column in a headline', () => {
    const folder = createFolder();
    writeFileSync(
      join(folder, 'cv.md'),
      [
        '---\nname: Jürgen Müller\nlang: de\nphone: +49 30 1234567',
        'email: juergen.mueller-luedenscheidt@langer-domainname.example',
        'headline: Leiter für Donaudampfschifffahrtsgesellschaftskapitäne\n---\n\n## X\n\nText\n',
      ].join('\n'),
    );
    const { messages } = buildJson(folder, ['cv.md', '-t', 'classic']);
    expect(messages.map(({ code, file, line, note }) => [code, `${file}:${line}`, note])).toEqual([
      ['overfull-line', 'cv.md:6', expect.stringMatching(/: Donaudampfschifffahrtsgesellschaftskapitäne$/)],
    ]);
  });

  it('shows the line, a caret and what to do', () => {
    const folder = createFolder();
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: Ada\nraw: latex\n---\n\n## X\n\nalso `\\nosuchcommand`{=latex} here\n',
    );
    const { stderr, exitCode } = mdcv(folder, ['build', 'cv.md']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^cv\.md:8:\d+ error tex-error .*\\nosuchcommand.*\n {2}8 \| also .*\n +\^\n {2}\S.*$/m,
    );
  });
});
