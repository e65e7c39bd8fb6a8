/** `mdcv build --public` with real TeX: what is private is nowhere, and what comes in by another way is found. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { buildJson, createFolder, lacking, mdcv, pdfText } from './mdcv.ts';
import { startWatch, until } from './mdcv-process.ts';
import { setArticle } from './tex-pdf.ts';

const missing = lacking(['pdflatex', 'xelatex', 'lualatex', 'pdftotext', 'qpdf']);

const head = [
  '---',
  'name: Ada Lovelace',
  'email: ada@example.org',
  'phone: +44 20 7946 0958 (office)',
  'address: 12 Ockham Park, Surrey',
  'template: classic',
  'private: [phone, address]',
];

const body = [
  '## Experience',
  '### Analyst | Analytical Engines | London | 2019 – present',
  '- Wrote the first published program.\n- Paid by the secret fund of Lord Farthing {.private}',
  '### Spy | Ministry of Silly Walks | Vienna | 2012 – 2018 {.private}',
  '- Took photographs of the Danube by night.',
  '## Hobbies {.private}',
  'Collecting rare mechanical butterflies.',
  '## Skills',
  '**Languages:** English, [Klingon]{.private}, [Italian](https://example.org/italian)',
].join('\n\n');

const secret = /7946|Ockham|Farthing|Ministry|Silly|Danube|Hobbies|butterflies|Klingon/;

function project(more: readonly string[] = [], text = body): string {
  const folder = createFolder();
  writeFileSync(join(folder, 'cv.md'), `${[...head, ...more, '---'].join('\n')}\n\n${text}\n`);
  return folder;
}

/** All that is in a PDF, unpacked, as bytes. */
function unpacked(pdf: string): string {
  const text = execFileSync('qpdf', ['--stream-data=uncompress', '--object-streams=disable', pdf, '-']);
  // The hexadecimal digits of an identifier say anything, sooner or later.
  return text.toString('latin1').replace(/\/ID \[<[0-9a-f]*><[0-9a-f]*>\]/, '');
}

/** A picture whose data occur only once; of colour type 2, or 6 with an alpha channel. */
function writeNoise(path: string, colorType: 2 | 6 = 2, seed = 7): void {
  const png = new PNG({ width: 90, height: 90 });
  for (let index = 0; index < png.data.length; index += 1) {
    const alpha = colorType === 6 ? index % 256 : 255;
    png.data[index] = index % 4 === 3 ? alpha : (index * index * 31 + seed * index) % 251;
  }
  writeFileSync(path, PNG.sync.write(png, { colorType }));
}

/** A copy of mdcv's template with a line before the head. */
function addTemplate(folder: string, line: string): void {
  mdcv(folder, ['new-template', 'mine', '--from', 'classic']);
  const main = join(folder, 'templates/mine/main.tex.njk');
  writeFileSync(
    main,
    readFileSync(main, 'utf8').replace('\n\\mdcvmakehead\n', `\n${line}\n\\mdcvmakehead\n`),
  );
}

/** TeX that says a text which its source does not hold: every other two letters are swapped by a command. */
function hidden(text: string): string {
  const pairs = text.match(/..?/gs) ?? [];
  return pairs.map(([a = '', b = '']) => `\\swap{${b}}{${a}}`).join('');
}

const swap = '\\providecommand\\swap[2]{#2#1}';

describe.skipIf(missing)(`public CVs${missing ? ` (${missing})` : ''}`, () => {
  test.each(['pdflatex', 'xelatex', 'lualatex'])(
    '%s: nothing private is left, and the whole CV is not written over',
    (engine) => {
      const folder = project();
      const whole = buildJson(folder, ['cv.md', '--engine', engine]);
      expect(pdfText(join(folder, 'out/cv.pdf'))).toMatch(secret);
      const before = readFileSync(join(folder, 'out/cv.pdf'));
      const open = buildJson(folder, ['cv.md', '--engine', engine, '--public', '--keep']);
      expect([whole.messages, open.messages.filter(({ severity }) => severity !== 'info')]).toEqual([[], []]);
      expect(open).toMatchObject({ pdf: 'out/cv-public.pdf', tex: 'out/cv-public.tex' });
      expect(readFileSync(join(folder, 'out/cv.pdf'))).toEqual(before);
      const pdf = join(folder, 'out/cv-public.pdf');
      expect(pdfText(pdf)).toMatch(/Ada.*Analytical Engines.*Italian/s);
      expect(pdfText(pdf)).not.toMatch(secret);
      expect(unpacked(pdf)).not.toMatch(secret);
      expect(readFileSync(join(folder, 'out/cv-public.tex'), 'utf8')).not.toMatch(secret);
      for (const name of readdirSync(join(folder, 'out/cv-public.build')))
        expect(readFileSync(join(folder, 'out/cv-public.build', name), 'latin1'), name).not.toMatch(secret);
    },
  );

  test('a public CV is not locked, whatever the front matter says', () => {
    const folder = project(['lock: true']);
    expect(buildJson(folder, ['cv.md', '--public']).pdf).toBe('out/cv-public.pdf');
    expect(existsSync(join(folder, 'mdcv.lock'))).toBe(false);
    expect(buildJson(folder, ['cv.md']).pdf).toBe('out/cv.pdf');
    expect(existsSync(join(folder, 'mdcv.lock'))).toBe(true);
    expect(mdcv(folder, ['build', 'cv.md', '--public', '--lock'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^error bad-argument Cannot lock a public build/),
    });
  });

  test('a file that is named for it is written to that, templates have names of their own', () => {
    const folder = project();
    expect(buildJson(folder, ['cv.md', '--public', '-o', 'sent/ada.pdf']).pdf).toBe('sent/ada.pdf');
    expect(mdcv(folder, ['build', 'cv.md', '--public', '--tex-only', '-t', 'all']).stdout).toContain(
      'out/cv-public-banking.tex',
    );
  });

  test('a template that says it, in its .tex already: nothing is written, the line of the template is told', () => {
    const folder = project();
    addTemplate(folder, '% 0044 (0)20/7946-0958');
    const run = mdcv(folder, ['build', 'cv.md', '--public', '-t', 'mine', '--keep']);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(
      /^cv\.md:4:8 error private-leak Cannot publish the PDF: `\+44 20 7946 0958` of this private phone is in the \.tex$/m,
    );
    expect(run.stderr).toMatch(/It comes from `templates\/mine\/main\.tex\.njk:\d+`/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    // Without it, there is nothing to find.
    expect(mdcv(folder, ['build', 'cv.md', '-t', 'mine']).exitCode).toBe(0);
  });

  const phone = '+44 20 7946 0958';
  const leaks: [string, string, RegExp][] = [
    [
      'the text',
      hidden('butterflies and Ministry of Silly Walks'),
      /Ministry of Silly Walks.* is in the text of page 1/,
    ],
    ['a name', hidden('Klingon'), /Klingon` .* is in the text of page 1/],
    [
      'a bookmark',
      `\\pdfbookmark[1]{${hidden('Ministry of Silly Walks')}}{x}`,
      /is in the bookmark “Ministry of Silly Walks”/,
    ],
    [
      'a link',
      `\\edef\\x{${hidden('tel:+442079460958')}}\\expandafter\\href\\expandafter{\\x}{x}`,
      /`\+44 20 7946 0958` .* a link/,
    ],
    [
      'the metadata',
      `\\pdfinfo{/Subject (${hidden('rare mechanical butterflies')})}`,
      /mechanical butterflies.* is in (?:the bytes of the PDF|an object stream of the PDF|the metadata \(Subject\))/,
    ],
    [
      'an attachment',
      `\\immediate\\pdfobj stream attr{/Type/EmbeddedFile}{call ${hidden(phone)}}\\pdfnames{/x \\the\\pdflastobj\\space 0 R}`,
      /is in an attachment/,
    ],
    [
      'XMP',
      `\\immediate\\pdfobj stream attr{/Type/Metadata/Subtype/XML}{${hidden('Ministry of Silly Walks')}}\\pdfcatalog{/Metadata \\the\\pdflastobj\\space 0 R}`,
      /is in the XMP metadata/,
    ],
    [
      'an object that nothing refers to',
      `\\immediate\\pdfobj{(${hidden('Ministry of Silly Walks')})}`,
      /is in object \d+ of the PDF/,
    ],
    ['the log', `\\message{${hidden('Ministry of Silly Walks')}}`, /is in the log/],
    [
      'the SyncTeX file',
      `\\edef\\x{${hidden('MinistryOfSillyWalks')}}\\newwrite\\w\\immediate\\openout\\w=\\x.tex\\immediate\\closeout\\w\\input{\\x}`,
      /is in .*the SyncTeX file/,
    ],
  ];

  test.each(leaks)('raw LaTeX that says it in %s, put together by TeX', (_, tex, reason) => {
    const folder = project(['raw: latex']);
    // A check asks for SyncTeX.
    const options = ['cv.md', '--public', '--keep', '--check'];
    expect(buildJson(folder, options).pdf).toBe('out/cv-public.pdf');
    const before = readFileSync(join(folder, 'out/cv-public.pdf'));
    const kept = readFileSync(join(folder, 'out/cv-public.build/cv.log'));
    writeFileSync(
      join(folder, 'cv.md'),
      `${readFileSync(join(folder, 'cv.md'), 'utf8')}\n\`\`\`{=latex}\n${swap}%\n${tex}\n\`\`\`\n`,
    );
    const { pdf, messages } = buildJson(folder, options);
    const [leak, ...others] = messages.filter(({ severity }) => severity === 'error');
    expect(leak?.code).toBe('private-leak');
    expect(leak?.reason).toMatch(reason);
    expect(others.every(({ code }) => code === 'private-leak')).toBe(true);
    expect(pdf).toBeNull();
    expect(readFileSync(join(folder, 'out/cv-public.pdf'))).toEqual(before);
    expect(readFileSync(join(folder, 'out/cv-public.build/cv.log'))).toEqual(kept);
    // It is an ordinary CV else.
    expect(mdcv(folder, ['build', 'cv.md']).exitCode).toBe(0);
  });

  test('raw LaTeX is no place in which anything is public, a paragraph is', () => {
    const folder = project(['raw: latex'], `${body}\n\n\`\\textit{Ministry of Silly Walks}\`{=latex}`);
    expect(buildJson(folder, ['cv.md', '--public']).messages).toMatchObject([
      { code: 'private-leak', line: 18 },
    ]);
    const said = project([], `${body}\n\nI like the Ministry of Silly Walks, call 020 79460958.`);
    const { pdf, messages } = buildJson(said, ['cv.md', '--public']);
    expect(pdf).toBe('out/cv-public.pdf');
    expect(messages.map(({ code, line, reason }) => [code, line, reason])).toEqual([
      [
        'private-elsewhere',
        29,
        '`Ministry of Silly Walks` is private in line 17 and public here, so it is printed and not searched for',
      ],
      [
        'private-elsewhere',
        29,
        '`+44 20 7946 0958` is private in line 4 and public here, so it is printed and not searched for',
      ],
    ]);
  });

  test('a photo is left out, and found where it is printed by another name', () => {
    const folder = project(['photo: me.png']);
    const path = join(folder, 'cv.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('private: [', 'private: [photo, '));
    writeNoise(join(folder, 'me.png'));
    const images = (pdf: string): number => unpacked(join(folder, pdf)).split('/Subtype /Image').length - 1;
    expect(buildJson(folder, ['cv.md']).pdf).toBe('out/cv.pdf');
    expect(buildJson(folder, ['cv.md', '--public']).messages).toEqual([]);
    expect([images('out/cv.pdf'), images('out/cv-public.pdf')]).toEqual([1, 0]);
    writeFileSync(join(folder, 'other.png'), readFileSync(join(folder, 'me.png')));
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n![](other.png)\n`);
    expect(buildJson(folder, ['cv.md', '--public']).messages).toMatchObject([
      {
        code: 'private-leak',
        reason: expect.stringContaining('`me.png` of this private photo is in the pictures of the PDF'),
      },
    ]);
  });

  test.each(['pdflatex', 'xelatex', 'lualatex'])(
    '%s: a picture is found where TeX unpacks it: with an alpha channel, in a PDF, drawn in a PDF',
    (engine) => {
      const folder = createFolder();
      writeNoise(join(folder, 'alpha.png'), 6);
      writeNoise(join(folder, 'scanned.png'), 2);
      cpSync(
        setArticle('\\includegraphics{scanned.png}', '\\usepackage{graphicx}', folder),
        join(folder, 'scan.pdf'),
      );
      const strokes = Array.from({ length: 60 }, (_, index) => `${index * 3} ${(index * index * 7) % 97} l`);
      cpSync(
        setArticle(`\\pdfliteral{0 0 m ${strokes.join(' ')} S}`, '', folder),
        join(folder, 'sketch.pdf'),
      );
      const names = ['alpha.png', 'scan.pdf', 'sketch.pdf'];
      const write = (printed: readonly string[]): void => {
        for (const name of names) cpSync(join(folder, name), join(folder, `copy-of-${name.toUpperCase()}`));
        const own = names.map((name) => `![](${name}){.private}`);
        const text = [
          '---\nname: Ada\n---',
          '## X',
          'Text',
          ...own,
          ...printed.map((name) => `![](${name})`),
        ];
        writeFileSync(join(folder, 'cv.md'), text.join('\n\n'));
      };
      const leaks = (): string[] =>
        buildJson(folder, ['cv.md', '--public', '--engine', engine])
          .messages.filter(({ code }) => code === 'private-leak')
          .map(
            ({ line, reason }) => `${line} ${/`([^`]+)` .* is in the pictures of the PDF/.exec(reason)?.[1]}`,
          );
      // Others of their kind are no leak.
      writeNoise(join(folder, 'another.png'), 6, 13);
      writeNoise(join(folder, 'scanned.png'), 2, 17);
      const picture = '\\includegraphics{scanned.png}';
      cpSync(setArticle(picture, '\\usepackage{graphicx}', folder), join(folder, 'another.pdf'));
      write(['another.png', 'another.pdf']);
      expect(leaks()).toEqual([]);
      write(names.map((name) => `copy-of-${name.toUpperCase()}`));
      expect(leaks()).toEqual(['9 alpha.png', '11 scan.pdf', '13 sketch.pdf']);
    },
  );

  test('a name of a field that is none stops a public build only', () => {
    const folder = project();
    const path = join(folder, 'cv.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('[phone,', '[phnoe,'));
    expect(mdcv(folder, ['build', 'cv.md']).exitCode).toBe(0);
    const run = mdcv(folder, ['build', 'cv.md', '--public']);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('Did you mean `phone`?');
    expect(existsSync(join(folder, 'out/cv-public.pdf'))).toBe(false);
  });

  test('a watch keeps to it, with the fast engine', async () => {
    const folder = project();
    mkdirSync(join(folder, 'out'));
    const watch = startWatch(folder, ['--public', '--no-open']);
    const built = (): number => watch.output().split('out/cv-public.pdf ·').length - 1;
    await until(() => built() === 1, 100_000);
    const path = join(folder, 'cv.md');
    const source = readFileSync(path, 'utf8');
    for (const round of [1, 2, 3]) {
      writeFileSync(path, source.replace('first published', `first published ${'x'.repeat(round)}`));
      await until(() => built() === round + 1, 100_000);
      expect(pdfText(join(folder, 'out/cv-public.pdf'))).toContain('x'.repeat(round));
      expect(unpacked(join(folder, 'out/cv-public.pdf'))).not.toMatch(secret);
    }
    writeFileSync(
      path,
      source
        .replace('template:', 'raw: latex\ntemplate:')
        .concat(`\n\`${swap}${hidden('Ministry of Silly Walks')}\`{=latex}\n`),
    );
    await until(() => watch.output().includes('private-leak'), 100_000);
    expect(unpacked(join(folder, 'out/cv-public.pdf'))).not.toMatch(secret);
    expect(existsSync(join(folder, 'out/cv.pdf'))).toBe(false);
  });
});
