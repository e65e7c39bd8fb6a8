import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderCv } from '../../src/build.ts';
import { foldLetters } from '../../src/check/letters.ts';
import { engineNames } from '../../src/engine/engine.ts';
import { type Attack, attempt, setTrap, type Trap, templateAttacks, texAttacks } from './attacks.ts';
import { lacking, mdcv, pdfText } from './mdcv.ts';
import { readPdf } from './pdf-objects.ts';

const attacks: readonly Attack[] = [...texAttacks, ...templateAttacks];

/** A command that would reach for what is outside, as TeX would read it. */
const live =
  /\\(?:@@)?(?:input|openin|openout|write18|InputIfFileExists|includegraphics|pdfximage|pdfobj|XeTeXpicfile|special|directlua|latelua|usepackage|ShellEscape)\b[^\n]*(?:\/secret|canary)/;

describe.each(engineNames)('with %s', (engine) => {
  const missing = lacking([engine, 'pdftotext']);

  it.skipIf(missing)(`content is text, whatever it says${missing ? ` (skipped: ${missing})` : ''}`, () => {
    const trap = setTrap();
    const body = attacks.map(({ payload }, at) => inAllPlaces(trap.arm(payload), at));
    const front = `---\nname: Ada\nmath: true\n---\n\n## Attacks\n\n`;
    const {
      exitCode,
      text = '',
      tex,
      sprung,
      printed,
    } = attempt(trap, front + body.join('\n\n'), ['--engine', engine]);
    expect(sprung).toEqual([]);
    expect(printed).not.toContain(' error ');
    expect(exitCode).toBe(0);
    expect(tex).not.toMatch(live);
    // The document goes on after each, and the attack stands there to be read.
    const markers = attacks.flatMap((_, at) => places.map((place) => `${place}${at}z`));
    expect(markers.filter((marker) => !text.includes(marker))).toEqual([]);
    const letters = foldLetters(text);
    for (const { name, payload } of attacks) expect(letters, name).toContain(foldLetters(trap.arm(payload)));
    expect(text).not.toMatch(/1337|8128\s*8128/);
  });

  it.skipIf(missing)(`front matter is text${missing ? ` (skipped: ${missing})` : ''}`, () => {
    const trap = setTrap();
    const armed = JSON.stringify(attacks.map(({ payload }) => trap.arm(payload)));
    const one = JSON.stringify(attacks.map(({ payload }) => trap.arm(payload)).join(' and '));
    const lists = [
      'address',
      'keywords',
      'phone',
      'homepage',
      'location',
      'github',
      'aliases',
      'contact',
      'skype',
    ];
    const texts = ['name', 'headline', 'title', 'date', 'summary', 'footer', 'mainfont'];
    const front = [...lists.map((key) => `${key}: ${armed}`), ...texts.map((key) => `${key}: ${one}`)];
    const { sprung, text, tex, printed } = attempt(trap, `---\n${front.join('\n')}\n---\n\n## X\n\ny\n`, [
      '--engine',
      engine,
    ]);
    expect(sprung).toEqual([]);
    expect(tex).not.toMatch(live);
    expect(printed).not.toContain(' error ');
    expect(text).toContain('y');
  });

  it.skipIf(missing)(`a .bib file is text${missing ? ` (skipped: ${missing})` : ''}`, () => {
    const trap = setTrap();
    writeFileSync(
      join(trap.folder, 'a.bib'),
      attacks.map(({ payload }, at) => toEntry(trap.arm(payload), at)).join('\n'),
    );
    const front = '---\nname: Ada\nbibliography: a.bib\npublications: { style: numbered }\n---\n\n';
    const { sprung, text, tex, printed } = attempt(
      trap,
      `${front}## Papers\n\n::: publications\n:::\n\n## Z\n\nwholeendz\n`,
      ['--engine', engine],
    );
    expect(sprung).toEqual([]);
    expect(tex).not.toMatch(live);
    expect(printed).not.toContain(' error ');
    expect(text).toContain('wholeendz');
  });
});

/** Where content stands, each place with a letter of its own. */
const places = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];

function inAllPlaces(payload: string, at: number): string {
  const url = payload.replaceAll(/[<>\s]/g, '');
  return [
    `### ${payload} | ${payload} | 2020`,
    `${payload} b${at}z`,
    `- ${payload} c${at}z`,
    `- **${payload.replaceAll('*', '')}:** ${payload} d${at}z`,
    `\`\`${payload}\`\` e${at}z`,
    `[${payload.replaceAll(/[[\]]/g, '')}](<https://example.org/${url}>) f${at}z`,
    `A note.[^n${at}] h${at}z`,
    `[^n${at}]: ${payload} g${at}z`,
  ].join('\n\n');
}

function toEntry(payload: string, at: number): string {
  const fields = [
    'author',
    'journal',
    'note',
    'doi',
    'url',
    'eprint',
    'keywords',
    'pdf',
    'award',
    'volume',
    'pages',
    'langid',
  ];
  return [
    `@string{s${at} = "${payload}"}`,
    `@article{k${at}, title = {${payload}}, year = 2020, ${fields.map((field) => `${field} = {${payload}}`).join(', ')}}`,
    `@book{${payload}, title = s${at} # {x}, publisher = "${payload}", year = {${payload}}, author = {${payload} and B, A}}`,
  ].join('\n');
}

describe('files that a CV names', () => {
  /** Each leads out of the CV's folder, or to no ordinary file. */
  const names = [
    'SECRET.ENDING',
    '../secret.ENDING',
    './../secret.ENDING',
    'a/../../secret.ENDING',
    'link.ENDING',
    'up/secret.ENDING',
    '%2e%2e/secret.ENDING',
    '..%2fsecret.ENDING',
    '..\\secret.ENDING',
    'file:SECRET.ENDING',
    'file://SECRET.ENDING',
    'FILE:///etc/passwd',
    '//127.0.0.1/secret.ENDING',
    'http://127.0.0.1:9/secret.ENDING',
    '/dev/zero',
    '/dev/stdin',
    '/proc/self/environ',
    '/etc/passwd',
    '~/.bashrc',
    '|canary',
    '$(canary)',
    '`canary`',
    'secret\0.ENDING',
    '.',
    '..',
    '/',
    '',
  ];

  it.each([
    ['photo', 'png', (name: string) => `photo: ${JSON.stringify(name)}`, ''],
    ['image', 'png', () => '', '![x](<NAME>)'],
    ['HTML image', 'png', () => '', '<img src="NAME" alt="x">'],
    [
      'bibliography',
      'bib',
      (name: string) => `bibliography: ${JSON.stringify(name)}`,
      '::: publications\n:::',
    ],
  ])('%s: none leads out of its folder', async (_what, ending, front, body) => {
    const trap = setTrap();
    for (const name of names) {
      const armed = trap.arm(name).replaceAll('ENDING', ending);
      const file = join(trap.folder, 'cv.md');
      writeFileSync(
        file,
        `---\nname: Ada\ntemplate: classic\n${front(armed)}\n---\n\n## X\n\n${body.replace('NAME', armed)}\n`,
      );
      const { result, typesetting } = await renderCv({ file });
      expect(typesetting?.document.assets ?? [], armed).toEqual([]);
      expect(result.sources.map(String), armed).toEqual([]);
      expect(
        trap.sprung([typesetting?.document.source ?? '', ...result.messages.map(({ reason }) => reason)]),
        armed,
      ).toEqual([]);
    }
  });
});

describe('names of files', () => {
  const noTex = lacking(['pdflatex', 'pdftotext']);
  const names = [
    '-rf',
    '--help',
    '-shell-escape',
    '$(canary)',
    '`canary`',
    '%s%n',
    '#1',
    "a'b",
    'a"b',
    'a b',
    '^^5cinput',
    '\\input',
    '&',
    '{',
    '}',
    '~',
    'ü张',
    'a\nb',
    ';canary',
    '|canary',
  ];

  it.skipIf(noTex)(`are names, of CVs that are built together${noTex ? ` (skipped: ${noTex})` : ''}`, () => {
    const trap = setTrap();
    for (const name of names)
      writeFileSync(join(trap.folder, `${name}.md`), '---\nname: Ada\n---\n\n## X\n\nword\n');
    const run = mdcv(trap.folder, ['build', '.', '--json'], trap.env);
    expect(trap.sprung([run.stdout, run.stderr])).toEqual([]);
    const built = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(built.filter(({ pdf }) => pdf === null)).toEqual([]);
    expect(built).toHaveLength(names.length);
    for (const { pdf } of built) expect(pdfText(join(trap.folder, pdf))).toContain('word');
  });

  it('with bytes that are no UTF-8 are told, and stop no other', () => {
    const trap = setTrap();
    writeFileSync(
      Buffer.concat([Buffer.from(`${trap.folder}/a`), Buffer.from([0xff, 0xfe]), Buffer.from('.md')]),
      '# Ada\n',
    );
    writeFileSync(join(trap.folder, 'b.md'), '---\nname: Ada\n---\n\n## X\n\nword\n');
    const run = mdcv(trap.folder, ['build', '.', '--json', '--tex-only'], trap.env);
    expect(run.stderr + run.stdout).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(run.stdout).toContain('out/b.tex');
  });

  it('of an output that is a link: the link is replaced, and what it leads to stays', () => {
    const trap = setTrap();
    mdcv(trap.folder, ['new', 'cv.md'], trap.env);
    mdcv(trap.folder, ['build', 'cv.md', '--tex-only'], trap.env);
    symlinkSync('../../secret.txt', join(trap.folder, 'out/b.tex'));
    writeFileSync(join(trap.folder, 'b.md'), '---\nname: Ada\n---\n\n## X\n\nword\n');
    expect(mdcv(trap.folder, ['build', 'b.md', '--tex-only'], trap.env).exitCode).toBe(0);
    expect(readFileSync(join(trap.folder, 'out/b.tex'), 'utf8')).toContain('word');
    expect(trap.sprung([])).toEqual([]);
  });
});

describe('with raw LaTeX, which its author may', () => {
  const noTex = lacking(['pdflatex']);
  const names = [
    'input',
    'input, by the parent',
    'read',
    'picture',
    'superscript notation',
    'name from letters',
    'another escape character',
    'write',
    'write, by the parent',
    'shell',
    'shell, by a pipe',
    'end of the document',
  ];
  const rows = texAttacks.filter(({ name }) => names.includes(name));

  it.skipIf(noTex)(
    `TeX still reads and writes its own folder only, and starts nothing${noTex ? ` (skipped: ${noTex})` : ''}`,
    () => {
      expect(rows).toHaveLength(names.length);
      const trap: Trap = setTrap();
      for (const { name, payload } of rows) {
        const raw = `---\nname: Ada\nraw: latex\n---\n\n## X\n\nword\n\n\`\`\`{=latex}\n${trap.arm(payload)}\n\`\`\`\n`;
        expect({ name, sprung: attempt(trap, raw).sprung }).toEqual({ name, sprung: [] });
      }
    },
  );
});

describe('links', () => {
  const noTex = lacking(['pdflatex']);
  /** Every address here would run or open something on its reader's machine; `TAB` and `LF` stand for what browsers leave out. */
  const addresses = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java&#10;script:alert(1)',
    'java&Tab;script:alert(1)',
    '&#106;avascript:alert(1)',
    'javascript&colon;alert(1)',
    'javascript&#58;alert(1)',
    '\u0001javascript:alert(1)',
    '%6aavascript:alert(1)',
    'javascript%3aalert(1)',
    'file:///etc/passwd',
    'FILE:/etc/passwd',
    'file:etc/passwd',
    'data:text/html,<script>x</script>',
    'data:text/html;base64,PHg+',
    'vbscript:msgbox',
    'run:/bin/sh',
    'run:../x',
    'view-source:x',
    'blob:x',
    'ms-word:ofe|u|x',
    'search-ms:query=x',
    'smb://host/x',
    '\\\\host\\share',
    '/etc/passwd',
    '../x',
    './run.sh',
    'jar:http://x!/y',
    'about:blank',
    'chrome://x',
    'intent:#Intent;end',
    'shell:startup',
  ];
  const wanted = /^(?:https?|mailto|tel):/;

  it.skipIf(noTex)(
    `lead nowhere but to the web, in the PDF, and their words stay${noTex ? ` (skipped: ${noTex})` : ''}`,
    async () => {
      const trap = setTrap();
      const content = addresses.flatMap((address, at) => [
        `[in${at}z](<${address.replaceAll(/[<>]/g, '')}>) [re${at}z][r${at}] <a href="${address.replaceAll('"', '')}">ht${at}z</a> <${address.replaceAll(/[<>\s]/g, '')}> au${at}z`,
        `[r${at}]: <${address.replaceAll(/[<>]/g, '')}>`,
      ]);
      const bib = addresses.map(
        (address, at) =>
          `@article{k${at}, title={bi${at}z}, author={A B}, year=2020, url={${address}}, doi={${address}}, pdf={${address}}, code={${address}}, eprint={${address}}, eprinttype={arxiv}}`,
      );
      writeFileSync(join(trap.folder, 'a.bib'), bib.join('\n'));
      const front = [
        'homepage',
        'github',
        'linkedin',
        'mastodon',
        'email',
        'phone',
        'contact',
        'orcid',
        'scholar',
        'matrix',
      ].map((key) => `${key}: ${JSON.stringify(addresses)}`);
      const markdown = `---\nname: Ada\nbibliography: a.bib\n${front.join('\n')}\nsummary: ${JSON.stringify(`[s](${addresses[0]})`)}\n---\n\n## X\n\n${content.join('\n\n')}\n\n## P\n\n::: publications\n:::\n`;
      const { text = '', printed, exitCode, sprung } = attempt(trap, markdown);
      expect({ exitCode, sprung }).toEqual({ exitCode: 0, sprung: [] });
      const actions = readPdf(join(trap.folder, 'out/cv.pdf')).dictionaries.filter(
        (one) => one['/S'] !== undefined,
      );
      const links = actions.flatMap((one) =>
        one['/S'] === '/URI' ? String(one['/URI']).replace(/^u:/, '') : [],
      );
      const risky = ['/Launch', '/JavaScript', '/GoToR', '/GoToE', '/SubmitForm', '/ImportData'];
      expect(actions.filter((one) => risky.includes(String(one['/S'])))).toEqual([]);
      expect(links.length).toBeGreaterThan(0);
      expect(links.filter((link) => !wanted.test(link))).toEqual([]);
      const words = addresses.flatMap((_, at) =>
        ['in', 're', 'ht', 'au', 'bi'].map((place) => `${place}${at}z`),
      );
      expect(words.filter((word) => !text.includes(word))).toEqual([]);
      expect(printed).toMatch(/cv\.md:\d+:\d+ warning unsafe-link Cannot link to `javascript:alert\(1\)`/);
    },
  );
});
