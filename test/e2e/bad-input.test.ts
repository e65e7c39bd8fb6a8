import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildJson, createFolder, lacking, mdcv, pdfText } from './mdcv.ts';

const noTex = lacking(['pdflatex', 'pdftotext']);

/** What every failure must look like: a code, no stack trace, an exit code of the contract. */
function expectTold(run: ReturnType<typeof mdcv>, exitCode: number, code: string): void {
  expect(run.stderr).toContain(code);
  expect(run.stderr).not.toMatch(/^\s+at .*\(?.*:\d+:\d+\)?$/m);
  expect(run.stderr).not.toContain('internal');
  expect(run.exitCode).toBe(exitCode);
}

const front = '---\nname: Ada Lovelace\ntemplate: academic\n---\n';

describe('bad input that needs no TeX', () => {
  const cases: [string, string | Buffer, number, string, RegExp | undefined][] = [
    ['an empty file', '', 1, 'empty-file', undefined],
    ['only white space', ' \n\t\n', 1, 'empty-file', undefined],
    [
      'a binary file',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0xff, 0xfe, 0x80]),
      1,
      'not-text',
      undefined,
    ],
    ['a file that is not UTF-8', Buffer.from('caf\xe9', 'latin1'), 1, 'not-text', undefined],
    [
      'broken YAML',
      '---\nemail: [a\n---\n\n## X\n\ny\n',
      1,
      'yaml-syntax',
      /cv\.md:\d+:\d+ error yaml-syntax/,
    ],
    [
      'a wrong type',
      '---\nname: Ada\nphone: [[1]]\n---\n\n## X\n\ny\n',
      0,
      'wrong-type',
      /cv\.md:3:\d+ warning wrong-type/,
    ],
    [
      'a wrong type where it makes another document',
      '---\nname: Ada\nprivate: true\n---\n\n## X\n\ny\n',
      1,
      'wrong-type',
      /cv\.md:3:\d+ error wrong-type/,
    ],
    [
      'a missing photo',
      '---\nname: Ada\nphoto: none.png\ntemplate: classic\n---\n\n## X\n\ny\n',
      0,
      'missing-photo',
      /cv\.md:3:\d+ warning missing-photo/,
    ],
    [
      'a photo that is none',
      '---\nname: Ada\nphoto: cv.md\ntemplate: classic\n---\n\n## X\n\ny\n',
      0,
      'bad-photo',
      /cv\.md:3:\d+ warning bad-photo/,
    ],
    [
      'a photo outside',
      '---\nname: Ada\nphoto: /etc/passwd\ntemplate: classic\n---\n\n## X\n\ny\n',
      0,
      'missing-photo',
      /outside/,
    ],
    [
      'a bad option',
      '---\nname: Ada\noptions:\n  paper: a3\n---\n\n## X\n\ny\n',
      1,
      'bad-option',
      /cv\.md:4:\d+ error bad-option/,
    ],
    [
      'an unknown template in the front matter',
      '---\nname: Ada\ntemplate: academik\n---\n\n## X\n\ny\n',
      1,
      'unknown-template',
      /cv\.md:3:11 error unknown-template .*\n.*\n.*\n {2}Did you mean `academic`\?/,
    ],
    [
      'all templates in the front matter',
      '---\nname: Ada\ntemplate: all\n---\n\n## X\n\ny\n',
      1,
      'unknown-template',
      /cv\.md:3:11 error .*\n.*\n.*\n.*`mdcv build -t all`/,
    ],
  ];
  it.each(cases)('%s is told', (_what, content, exitCode, code, place) => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), content);
    const run = mdcv(folder, ['build', 'cv.md', '--tex-only']);
    expectTold(run, exitCode, code);
    if (place) expect(run.stderr).toMatch(place);
    expect(run.stderr).not.toContain('missing-name');
  });

  it.each([
    ['a missing file', ['build', 'none.md'], 'missing-file'],
    ['a folder without a CV', ['build', '/proc/self/fd'], 'holds no Markdown file'],
    ['an unknown template', ['build', 'cv.md', '-t', 'academik'], 'Did you mean `academic`?'],
    ['an unknown engine', ['build', 'cv.md', '--engine', 'tex'], 'bad-argument'],
    ['an unknown toolchain', ['build', 'cv.md', '--toolchain', 'cloud'], 'bad-argument'],
    ['an unknown release', ['toolchain', 'build-image', '--release', 'bookwurm'], 'Did you mean `bookworm`?'],
    ['an unknown command', ['biuld'], 'unknown command'],
    ['an unknown flag', ['build', '--tempalte', 'x'], 'unknown option'],
    ['a bad time limit', ['build', 'cv.md', '--timeout', 'soon'], 'bad-argument'],
  ])('%s ends with 2 and a hint', (_what, args, text) => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), `${front}\n## X\n\ny\n`);
    expectTold(mdcv(folder, args), 2, text);
  });

  it('does not wait for a pipe or a device', () => {
    const folder = createFolder();
    expectTold(mdcv(folder, ['build', '/dev/zero']), 2, 'it is a pipe or a device');
  });

  it('gives the same as JSON', () => {
    const folder = createFolder();
    const run = mdcv(folder, ['build', 'none.md', '--json']);
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      pdf: null,
      messages: [{ code: 'missing-file', severity: 'error' }],
    });
  });

  it.each([
    [['build', '--tempalte', 'x', '--json'], /unknown option '--tempalte'/, /Did you mean --template\?/],
    [['templates', '--json', 'a.md'], /too many arguments/, /--help/],
    [['biuld', '--json'], /unknown command 'biuld'/, /Did you mean build\?/],
    [['build', '--json', '-t'], /argument missing/, /--help/],
  ])('gives an object for %j', (args, reason, note) => {
    const run = mdcv(createFolder(), args);
    expect(run.exitCode).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      pdf: null,
      messages: [
        {
          code: 'bad-argument',
          severity: 'error',
          reason: expect.stringMatching(reason),
          note: expect.stringMatching(note),
        },
      ],
    });
  });

  it('an unknown key is a warning with the nearest key', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), '---\nname: Ada\nemial: a@example.org\n---\n\n## X\n\ny\n');
    const run = mdcv(folder, ['build', 'cv.md', '--tex-only']);
    expect(run.stderr).toMatch(/cv\.md:3:\d+ warning unknown-key/);
    expect(run.stderr).toContain('Did you mean `email`?');
    expect(run.exitCode).toBe(0);
  });

  it('an unknown template does not hide what else is wrong', () => {
    const folder = createFolder();
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: Ada\ntemplate: none\nemial: a@example.org\n---\n\n## X\n\ny\n',
    );
    const { pdf, template, messages } = buildJson(folder, ['cv.md']);
    expect({ pdf, template }).toEqual({ pdf: null, template: 'none' });
    expect(messages.map(({ code }) => code).sort()).toEqual(['unknown-key', 'unknown-template']);
  });

  it('an engine that the template does not support is told, at its line where the front matter asks for it', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), '---\nname: Ada\nengine: xelatex\n---\n\n## X\n\ny\n');
    mdcv(folder, ['new-template', 'mine', '--from', 'academic']);
    const manifest = join(folder, 'templates/mine/template.json');
    const engines = '"engines": ["pdflatex", "lualatex"]';
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"engines": .*?\]/, engines));
    const told =
      /Cannot set the template `mine` with xelatex\n(?:.*\n.*\n)? {2}It can be set with pdflatex, lualatex\./;
    const placed = mdcv(folder, ['build', 'cv.md', '-t', 'mine']);
    expectTold(placed, 1, 'cv.md:3:9 error engine-not-supported');
    expect(placed.stderr).toMatch(told);
    const asked = mdcv(folder, ['build', 'cv.md', '-t', 'mine', '--engine', 'xelatex']);
    expectTold(asked, 2, 'engine-not-supported');
    expect(asked.stderr).toMatch(told);
    expect(
      mdcv(folder, ['build', 'cv.md', '-t', 'mine', '--engine', 'lualatex', '--tex-only']).exitCode,
    ).toBe(0);
  });

  it('an output that cannot be written to is told', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), `${front}\n## X\n\ny\n`);
    writeFileSync(join(folder, 'out'), 'a file where the folder should be');
    expectTold(mdcv(folder, ['build', 'cv.md', '--tex-only']), 2, 'cannot-write');
  });

  it.skipIf(process.getuid?.() === 0)('a folder without the right to write is told', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), `${front}\n## X\n\ny\n`);
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o500);
    expectTold(mdcv(folder, ['build', 'cv.md', '--tex-only']), 2, 'cannot-write');
  });

  it('a photo behind a symbolic link that leads out is refused', () => {
    const folder = createFolder();
    symlinkSync('/etc/passwd', join(folder, 'me.png'));
    writeFileSync(
      join(folder, 'cv.md'),
      '---\nname: Ada\nphoto: me.png\ntemplate: classic\n---\n\n## X\n\ny\n',
    );
    expectTold(mdcv(folder, ['build', 'cv.md', '--tex-only']), 0, 'missing-photo');
    expect(readFileSync(join(folder, 'out/cv.tex'), 'utf8')).not.toContain('image-1');
  });
});

describe.skipIf(noTex)(`content that is hard for TeX${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
  function built(body: string, args: string[] = []): { text: string; stderr: string } {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), front + body);
    const run = mdcv(folder, ['build', 'cv.md', ...args]);
    expect(run.stderr).not.toContain(' error ');
    expect(run.exitCode).toBe(0);
    return { text: pdfText(join(folder, 'out/cv.pdf')), stderr: run.stderr };
  }

  it.each([
    '\\end{document} tail',
    '\\input{/etc/passwd} tail',
    '^^5cinput{/etc/passwd} tail',
    '\\csname end\\endcsname tail',
    '\\def\\x{y} \\catcode`\\%=12 tail',
    '100 % # 1 & _ { } ~ ^ $ tail',
    '$680K and $x_1$ tail',
    '\\immediate\\write18{id} tail',
  ])('sets %s as text', (hostile) => {
    const { text } = built(`\n## X\n\n${hostile}\n\n- ${hostile}\n`);
    const squeezed = text.replace(/\s+/g, '');
    // Typography may turn quotes and dashes; the letters stay.
    expect(squeezed.split('tail')).toHaveLength(3);
    expect(squeezed).not.toContain('root:x:0');
  });

  it('sets a paragraph of 100,000 characters without a space', () => {
    const { text } = built(`\n## X\n\n${'abcdefghij'.repeat(10_000)}\n`);
    expect(text.replace(/[^a-j]/g, '').length).toBeGreaterThanOrEqual(100_000);
  });

  it('sets a formula of 10,000 roots of roots as text, and says so at its line', () => {
    const folder = createFolder();
    writeFileSync(
      join(folder, 'cv.md'),
      `---\nname: Ada\nmath: true\n---\n\n## X\n\nbefore $${'\\sqrt'.repeat(10_000)}x$ after\n`,
    );
    const run = mdcv(folder, ['build', 'cv.md']);
    expectTold(run, 0, 'cv.md:8:8 warning unsafe-math');
    const text = pdfText(join(folder, 'out/cv.pdf'));
    expect(text.match(/\\sqrt/g)?.length).toBeGreaterThan(9_000);
    expect(text).toMatch(/before[\s\S]*after/);
  });

  it('sets 500 nested list levels and loses none', () => {
    const body = Array.from({ length: 500 }, (_unused, level) => `${'  '.repeat(level)}- word${level}`).join(
      '\n',
    );
    const { text, stderr } = built(`\n## X\n\n${body}\n`);
    const words = new Set(text.match(/word\d+/g));
    expect(
      Array.from({ length: 500 }, (_unused, level) => `word${level}`).filter((word) => !words.has(word)),
    ).toEqual([]);
    expect(stderr).toContain('too-deep');
  });

  it('sets a CV of a hundred pages', () => {
    const entries = Array.from(
      { length: 900 },
      (_unused, index) =>
        `### Role${index} | Firm | ${1990 + (index % 30)}\n\n- Did thing${index}.\n- And more of it.\n- And more.\n`,
    );
    const { text } = built(`\n## Experience\n\n${entries.join('\n')}`);
    const words = new Set(text.match(/(Role|thing)\d+/g));
    expect(words.size).toBe(1800);
  });

  it('sets a text with NUL bytes and lone surrogates, and says what it dropped', () => {
    const folder = createFolder();
    const bytes = Buffer.concat([
      Buffer.from(`${front}\n## X\n\nbefore`),
      Buffer.from([0]),
      Buffer.from('after'),
    ]);
    writeFileSync(join(folder, 'cv.md'), bytes);
    const run = mdcv(folder, ['build', 'cv.md']);
    expect(run.stderr).toContain('control-character');
    expect(run.exitCode).toBe(0);
    expect(pdfText(join(folder, 'out/cv.pdf'))).toMatch(/before\s?after/);
  });

  it('tells of a folder for temporary files that is not there', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'cv.md'), `${front}\n## X\n\ny\n`);
    expectTold(mdcv(folder, ['build', 'cv.md'], { TMPDIR: join(folder, 'none') }), 2, 'cannot-write');
  });

  it('keeps the last good PDF when a build fails', () => {
    const folder = createFolder();
    const file = join(folder, 'cv.md');
    writeFileSync(file, `${front}\n## X\n\ngood\n`);
    expect(mdcv(folder, ['build', 'cv.md']).exitCode).toBe(0);
    const good = readFileSync(join(folder, 'out/cv.pdf'));
    for (const bad of [
      '',
      '---\nname: [\n---\n',
      `---\nname: A\nraw: latex\n---\n\n## X\n\n\`\\undefinedcommand\`{=latex}\n`,
    ]) {
      writeFileSync(file, bad);
      expect(mdcv(folder, ['build', 'cv.md']).exitCode).toBe(1);
      expect(readFileSync(join(folder, 'out/cv.pdf')).equals(good)).toBe(true);
    }
  });
});
