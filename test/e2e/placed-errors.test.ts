import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildJson, createFolder, lacking, mdcv } from './mdcv.ts';
import { templates } from './templates.ts';

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

  it.each(['academic', 'classic'])('in raw LaTeX that would lose the rest of the CV in %s', (template) => {
    const folder = createFolder();
    const write = (raw: string): void =>
      writeFileSync(
        join(folder, 'cv.md'),
        `---\nname: Ada\nraw: latex\n---\n\n## X\n\n\`\`\`{=latex}\n${raw}\n\`\`\`\n\nlost\n`,
      );
    write('fine');
    expect(mdcv(folder, ['build', 'cv.md', '-t', template]).exitCode).toBe(0);
    const good = readFileSync(join(folder, 'out/cv.pdf'));
    for (const ending of [
      '\\end{document}',
      '\\stop',
      '\\csname @@end\\endcsname',
      '\\bye',
      '\\endinput',
      '\\iffalse',
      // The primitive itself, with text on the page and without.
      '\\pdfprimitive\\end',
      '\\expandafter\\pdfprimitive\\csname end\\endcsname',
      '\\clearpage\\pdfprimitive\\end',
      '\\output{\\shipout\\box255}\\pdfprimitive\\end',
      '\\scantokens{\\end{document}}',
      '\\catcode`\\\\=12',
      // An argument that takes the rest along.
      '\\begin{verbatim}',
      '\\textbf{',
      '\\def\\x{',
    ]) {
      write(ending);
      const { pdf, messages } = buildJson(folder, ['cv.md', '-t', template]);
      const told = messages
        .filter(({ severity }) => severity === 'error')
        .map(({ line, code }) => `${line} ${code}`);
      // What TeX was reading is the line itself; else it is the block.
      expect({ ending, told, pdf }).toEqual({
        ending,
        told: [expect.stringMatching(/^[89] tex-error$/)],
        pdf: null,
      });
      expect(readFileSync(join(folder, 'out/cv.pdf')).equals(good)).toBe(true);
    }
  });

  it.each([
    ['xelatex', '\\end{document}'],
    ['xelatex', '\\primitive\\end'],
    ['lualatex', '\\end{document}'],
    ['lualatex', '\\primitive\\end'],
    ['lualatex', '\\directlua{os.exit(0)}'],
  ])('in raw LaTeX that ends the document, with %s: %s', (engine, ending) => {
    const body = `## X\n\nfine\n\n${ending.includes('os.exit') ? '' : '- one\n- two '}\`${ending}\`{=latex}\n\nlost\n`;
    const line = ending.includes('os.exit') ? 11 : 12;
    expect(problemsOf(body, undefined, ['--engine', engine])).toEqual([`cv.md:${line} tex-error`]);
  });

  it('in raw LaTeX that redefines what ends the document', () => {
    const problems = problemsOf('## X\n\n`\\let\\clearpage\\relax`{=latex}\n\nlost\n');
    expect(problems).toEqual([expect.stringMatching(/academic\/main\.tex\.njk:\d+ tex-error$/)]);
  });

  it('in raw LaTeX that tells the log that the document is whole, and ends it', () => {
    const folder = createFolder();
    const write = (raw: string): void =>
      writeFileSync(
        join(folder, 'cv.md'),
        `---\nname: Ada\nraw: latex\n---\n\n## X\n\ntext\n\n\`\`\`{=latex}\n${raw}\n\`\`\`\n\nlost\n`,
      );
    write('fine');
    mdcv(folder, ['build', 'cv.md', '--tex-only']);
    const lines = readFileSync(join(folder, 'out/cv.tex'), 'utf8').split('\n');
    const last = lines.lastIndexOf('\\end{document}') + 1;
    write(`\\output{\\shipout\\box255}\\wlog{(mdcv) whole at line ${last} }\\par\\eject\\pdfprimitive\\end`);
    const { pdf, messages } = buildJson(folder, ['cv.md']);
    expect({ pdf, told: messages.map(({ line, code }) => `${line} ${code}`) }).toEqual({
      pdf: null,
      told: [expect.stringMatching(/^(?:9|11) tex-error$/)],
    });
  });

  // TeX went round for ever with what stands between the entries and lists below.
  it.each(['Education', 'Research Statement'])(
    'in a table that raw LaTeX leaves open below `%s`, and TeX ends soon',
    (title) => {
      const folder = createFolder();
      cpSync('content/publications.bib', join(folder, 'publications.bib'));
      const raw = '```{=latex}\n\\begin{tabular}{ll}\na & b\n```\n';
      const markdown = readFileSync('content/cv.md', 'utf8')
        .replace('\n---\n', '\nraw: latex\n---\n')
        .replace(`## ${title}\n`, `## ${title}\n\n${raw}`);
      writeFileSync(join(folder, 'cv.md'), markdown);
      const line = markdown.slice(0, markdown.indexOf('\\begin{tabular}')).split('\n').length;
      const { pdf, messages } = buildJson(folder, ['cv.md', '--timeout', '20']);
      expect(pdf).toBeNull();
      expect(messages.map((message) => `${message.line} ${message.code}`)).toContain(`${line} tex-error`);
      expect(messages.map(({ code }) => code)).not.toContain('tex-timeout');
    },
  );

  it.each(templates)('in raw LaTeX that leaves a group open in %s', (template) => {
    const raw = (opening: string): string => `\`\`\`{=latex}\ntext\n${opening}\n\`\`\`\n`;
    const inSection = `## X\n\n${raw('{')}\nlost\n\n## Y\n\nmore\n`;
    expect(problemsOf(inSection, undefined, ['-t', template])).toContain('cv.md:11 tex-error');
    const inEntry = `## X\n\n### Job | Firm | 2019\n\n${raw('\\begin{center}')}\n### Job | Firm | 2020\n\nmore\n`;
    expect(problemsOf(inEntry, undefined, ['-t', template])).toContain('cv.md:13 tex-error');
  });

  it.each(['\\begingroup', '{\\bfseries', '\\setbox0\\vbox\\bgroup', '$\\left('])(
    'in raw LaTeX that leaves a group open by %s',
    (opening) => {
      const body = `## X\n\n\`\`\`{=latex}\ntext\n${opening}\n\`\`\`\n\nlost\n`;
      expect(problemsOf(body)).toContain('cv.md:11 tex-error');
    },
  );

  it.each(['academic', 'classic', 'banking'])(
    'not in raw LaTeX that closes further down what it opens, in %s',
    (template) => {
      const open = '```{=latex}\n\\begin{center}{\n```\n';
      const close = '```{=latex}\n}\\end{center}\n```\n';
      const pair = `${open}\ntext\n\n${close}`;
      const body = `## X\n\n${pair}\n### Job | Firm | 2019\n\n${pair}\n- a \`{\\em\`{=latex} b \`}\`{=latex}\n`;
      expect(problemsOf(body, undefined, ['-t', template])).toEqual([]);
    },
  );

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
