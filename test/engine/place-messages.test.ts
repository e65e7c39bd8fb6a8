import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { EngineRun, LogEntry, TexDocument } from '../../src/engine/engine.ts';
import { parseLog } from '../../src/engine/parse-log.ts';
import { placeMessages } from '../../src/engine/place-messages.ts';
import type { LineOrigin } from '../../src/latex/origins.ts';
import { severityOf } from '../../src/problem.ts';

const sound: EngineRun = {
  exitCode: 0,
  log: '',
  pdf: '/folder/cv.pdf',
  inputs: [],
  passes: 2,
  settled: true,
  timedOut: false,
  aborted: false,
  texMs: 1,
};

/** A line of the .tex with the line of `cv.md` and that of the template `main.njk` that it comes from. */
type Line = [text: string, content?: number | undefined, template?: number | undefined];

interface Case {
  markdown?: string;
  lines: Line[];
  run?: Partial<EngineRun>;
  path?: string;
}

/** `place severity code reason | note`, a message a line. */
function place(entries: readonly LogEntry[], { markdown = '', lines, run, path = 'cv.md' }: Case): string[] {
  const origins = lines.map(
    ([, content, template]): LineOrigin => ({
      content: content === undefined ? undefined : { file: 'cv.md', line: content, column: 3 },
      template: template === undefined ? undefined : { file: 'main.njk', line: template },
    }),
  );
  const document: TexDocument = { source: lines.map(([text]) => text).join('\n'), assets: [], origins };
  const vfile = new VFile({ ...(path && { path }), value: markdown });
  placeMessages(entries, document, { ...sound, ...run }, vfile);
  return vfile.messages.map((message) => {
    const { name, ruleId, reason, note } = message;
    return `${name} ${severityOf(message)} ${ruleId} ${reason}${note ? ` | ${note}` : ''}`;
  });
}

const error = (message: string, line?: number, context: string[] = [], file?: string): LogEntry => ({
  kind: 'error',
  message,
  ...(line !== undefined && { line }),
  ...(file !== undefined && { file }),
  context,
});

describe('placeMessages', () => {
  it('says nothing about a run without anything to say', () => {
    expect(place([], { lines: [] })).toEqual([]);
    expect(place([{ kind: 'rerun' }], { lines: [] })).toEqual([]);
  });

  it('leads from a line of the .tex to the content, the template, the .tex', () => {
    const lines: Line[] = [['aaaa', 2, 8], ['bbbb', undefined, 9], ['cccc']];
    const entries = [1, 2, 3].map((line): LogEntry => error("Too many }'s", line));
    expect(place(entries, { lines })).toEqual([
      'cv.md:2:3 error tex-error A `}` closes nothing | Count the braces of the raw LaTeX here: each `{` needs its `}`. It is printed by `main.njk`, line 8.',
      'main.njk:9:1 error tex-error A `}` closes nothing | Count the braces of the raw LaTeX here: each `{` needs its `}`.',
      'cv.tex:3:1 error tex-error A `}` closes nothing | Count the braces of the raw LaTeX here: each `{` needs its `}`.',
    ]);
  });

  it('names the .tex after the CV, and takes a place of another file as it is', () => {
    expect(place([error('x', 1)], { lines: [['a']], path: 'content/jane.md' })[0]).toMatch(/^jane\.tex:1:1 /);
    expect(place([error('x', 1)], { lines: [['a']], path: '' })[0]).toMatch(/^cv\.tex:1:1 /);
    expect(
      place([error('x', 1)], { lines: [['long line', 1]], markdown: '\nlong line', path: 'other.md' })[0],
    ).toMatch(/^cv\.md:1:3 /);
  });

  it('finds a later line of a value by its text, whole lines first, and a line that says little by the one before', () => {
    const markdown = 'Value\n\\def\\again{}\n\\again\n}\n';
    const lines: Line[] = [
      ['Value', 1, 5],
      ['\\def\\again{}', 1, 5],
      ['\\again', 1, 5],
      ['}', 1, 5],
      ['not in the CV', 1, 5],
    ];
    const at = (line: number): string | undefined =>
      place([error('x', line)], { markdown, lines })[0]?.split(' ')[0];
    expect([1, 2, 3, 4, 5].map(at)).toEqual([
      'cv.md:1:1',
      'cv.md:2:1',
      'cv.md:3:1',
      'cv.md:3:1',
      'cv.md:1:3',
    ]);
    expect(place([error('x', 1)], { markdown: 'b', lines: [['}', 1]] })[0]?.split(' ')[0]).toBe('cv.md:1:3');
    expect(
      place([error('x', 2)], {
        markdown: 'b\naaaa bbbb',
        lines: [
          ['x', 1],
          ['bbbb', 1],
        ],
      })[0]?.split(' ')[0],
    ).toBe('cv.md:2:6');
  });

  it('takes the end of a paragraph for its last line', () => {
    const lines: Line[] = [
      ['text', 3, 8],
      ['\\par', undefined, 9],
      ['\\par', undefined, 10],
    ];
    expect(place([error('x', 2)], { lines })[0]).toMatch(/^cv\.md:3:3 /);
    expect(place([error('x', 3)], { lines })[0]).toMatch(/^main\.njk:10:1 /);
    expect(place([error('x', 1)], { lines: [['\\par']] })[0]).toMatch(/^cv\.tex:1:1 /);
  });

  it('merges what is told twice and keeps what is told of two lines', () => {
    const lines: Line[] = [
      ['aaaa', 1],
      ['bbbb', 2],
    ];
    expect(place([error('x', 1), error('x', 1), error('x', 2)], { lines })).toEqual([
      'cv.md:1:3 error tex-error TeX says: x',
      'cv.md:2:3 error tex-error TeX says: x',
    ]);
  });

  it('tells fifty messages, the errors first, and how many it left out', () => {
    const warnings = Array.from(
      { length: 60 },
      (_, index): LogEntry => ({ kind: 'warning', source: 'a', message: `${index}` }),
    );
    const reference: LogEntry = { kind: 'undefined-reference', name: 'x' };
    const messages = place([...warnings, reference, error('x')], { lines: [] });
    expect(messages).toHaveLength(51);
    expect(messages.slice(0, 3)).toEqual([
      'cv.md:1:1 error tex-error TeX says: x',
      'cv.md:1:1 warning undefined-reference The reference `x` leads nowhere | Check its spelling, or set the label that it names.',
      'cv.md:1:1 info tex-warning The package `a` warns: 0',
    ]);
    expect(messages.at(-1)).toBe(
      'cv.md:1:1 info tex-warning TeX had 12 more messages | Mend the first ones: the others often follow from them. All are in the log, which `--keep` leaves.',
    );
  });

  it('tells of a document that is cut short at the command that does it, and not what follows from it', () => {
    const lines: Line[] = [['a', 3], ['\\endinput', 4], ['b', 5], ['\\end{document}']];
    const markdown = '1\n2\na\n\\endinput\nb';
    const cutShort = error('Package mdcv Error: The document ends before the CV does', 1);
    const consequence = error('LaTeX Error: \\begin{x} on input line 1 ended by \\end{document}', 1);
    expect(place([cutShort, consequence], { lines, markdown })).toEqual([
      expect.stringMatching(/^cv\.md:3:3 error tex-error The document ends here, .* \| Take out the command/),
    ]);
    const endless = error('Emergency stop: job aborted, no legal \\end found');
    expect(place([endless], { lines, markdown })).toEqual([expect.stringMatching(/^cv\.md:4:1 error/)]);
    const ignored = error('Incomplete \\iffalse; all text was ignored after line 3');
    expect(place([ignored], { lines, markdown })).toEqual([expect.stringMatching(/^cv\.md:5:3 error/)]);
  });

  it('does not tell the consequences of what it told', () => {
    const fatal = error('==> Fatal error occurred, no output PDF file produced!', 3);
    const stop = error('Emergency stop: cannot \\read from terminal in nonstop modes', 3);
    const lines: Line[] = [['a']];
    expect(place([{ kind: 'missing-file', name: 'x.tex' }, stop, fatal], { lines })).toHaveLength(1);
    expect(place([stop, fatal], { lines })).toEqual([
      'cv.tex:3:1 error tex-error TeX says: Emergency stop: cannot \\read from terminal in nonstop modes',
    ]);
    const letter: LogEntry = { kind: 'missing-character', character: 'T', codePoint: 84, font: 'nullfont' };
    expect(place([{ kind: 'missing-font', name: 'x' }, letter], { lines })).toHaveLength(1);
    expect(place([letter], { lines })).toEqual([
      'cv.md:1:1 error missing-character The font `nullfont` lacks `T` (U+0054), missing in the PDF | Write something else, or choose a font that has it.',
    ]);
    const warning: LogEntry = { kind: 'warning', source: 'LaTeX', message: "File `x.jpg' not found" };
    expect(place([warning, { kind: 'missing-file', name: 'x.jpg' }], { lines })).toHaveLength(1);
    expect(place([error('x', 1), error('xdvipdfmx:fatal: y')], { lines })).toHaveLength(1);
    expect(place([warning], { lines })).toEqual([
      "cv.md:1:1 info tex-warning LaTeX warns: File `x.jpg' not found",
    ]);
  });

  it('says nothing of what mdcv itself keeps TeX from', () => {
    const warning = (message: string): LogEntry => ({ kind: 'warning', source: 'epstopdf', message });
    const heard = place([warning('Shell escape feature is not enabled'), warning('x')], { lines: [] });
    expect(heard).toEqual(['cv.md:1:1 info tex-warning The package `epstopdf` warns: x']);
  });

  it('tells that there is no PDF only where nothing says why', () => {
    const run = { pdf: undefined, exitCode: undefined };
    expect(place([], { lines: [], run: { ...run, log: 'a\n last line\n\n' } })).toEqual([
      'cv.md:1:1 error no-pdf TeX ended without a PDF and without saying why | The last that it said: last line',
    ]);
    expect(place([], { lines: [], run })).toEqual([
      'cv.md:1:1 error no-pdf TeX ended without a PDF and without saying why | It said nothing; see `mdcv doctor`.',
    ]);
    expect(place([error('x')], { lines: [], run })).toEqual(['cv.md:1:1 error tex-error TeX says: x']);
  });

  it('tells that the passes did not settle, unless an error ended them', () => {
    const run = { settled: false, passes: 5 };
    expect(place([], { lines: [], run })).toEqual([
      'cv.md:1:1 warning tex-unsettled TeX still asked for another pass after pass 5 | Page numbers and references may be wrong; something on a page moves with its own number.',
    ]);
    expect(place([error('x')], { lines: [], run: { ...run, exitCode: 1 } })).toEqual([
      'cv.md:1:1 error tex-error TeX says: x',
    ]);
  });

  it('says nothing about a run that was stopped on purpose', () => {
    expect(place([error('x')], { lines: [], run: { aborted: true, pdf: undefined } })).toEqual([]);
  });

  it('places a run out of time where TeX was, else at the last line that the log names', () => {
    const run = { timedOut: true, pdf: undefined, exitCode: undefined, settled: false };
    const lines: Line[] = [
      ['aaaa', 1],
      ['bbbb', 2],
    ];
    const note =
      'Look for a command that calls itself at the place where TeX was; `--timeout` gives it more time.';
    const interrupted = [error('Interruption', 2), error('Emergency stop: End of file on the terminal!', 2)];
    expect(place(interrupted, { lines, run })).toEqual([
      `cv.md:2:3 error tex-timeout TeX did not end within its time limit | ${note}`,
    ]);
    const overfull: LogEntry = { kind: 'overfull', box: 'hbox', points: 0.5, line: 1 };
    expect(place([overfull, { kind: 'rerun' }], { lines, run })).toEqual([
      `cv.md:1:3 error tex-timeout TeX did not end within its time limit | ${note}`,
    ]);
    expect(place([], { lines, run })).toEqual([
      `cv.md:1:1 error tex-timeout TeX did not end within its time limit | ${note}`,
    ]);
  });
});

describe('an undefined command', () => {
  const undefinedAt = (line: number, ...context: string[]): LogEntry =>
    error('Undefined control sequence', line, context);
  const markdown = 'Text\n\n\\begin{x}\n\\bad and \\badder\n\\own{a}\n\\end{x}\n';
  const lines: Line[] = [
    ['\\section{x}', undefined, 7],
    ['\\begin{x}', 3, 8],
    ['\\bad and \\badder', 3, 8],
    ['\\own{a}', 3, 8],
    ['\\entry{Text}', 1, 9],
  ];

  it('is placed at its letter in the CV', () => {
    expect(place([undefinedAt(3, 'l.3 \\bad and \\badder', '')], { markdown, lines })).toEqual([
      'cv.md:4:10 error tex-error TeX met the undefined command `\\badder` | Check its spelling, or load the package that defines it in the template.',
    ]);
  });

  it('is looked for above the end of the argument it is in', () => {
    expect(
      place([undefinedAt(4, '<argument> x \\bad ', 'l.4 \\own{a}', '')], { markdown, lines })[0],
    ).toMatch(/^cv\.md:4:1 /);
    expect(
      place([undefinedAt(4, '<argument> x \\elsewhere ', 'l.4 \\own{a}', '')], { markdown, lines })[0],
    ).toMatch(/^cv\.md:5:1 /);
  });

  it('that a macro of the CV uses is placed at the macro', () => {
    expect(
      place([undefinedAt(4, '\\own #1->#1\\inner ', '', 'l.4 \\own{a}', '')], { markdown, lines }),
    ).toEqual([
      'cv.md:5:1 error tex-error TeX met the undefined command `\\inner` | It is in the definition of `\\own`: define it, or load the package that does.',
    ]);
  });

  it("that the CV does not have is the template's", () => {
    expect(place([undefinedAt(5, 'l.5 \\entry', '{Text}')], { markdown, lines })[0]).toMatch(
      /^main\.njk:9:1 /,
    );
    expect(place([undefinedAt(1, 'l.1 \\section', '{x}')], { markdown, lines })[0]).toMatch(
      /^main\.njk:7:1 /,
    );
    expect(place([undefinedAt(1, 'l.1 \\q', '')], { markdown, lines: [['\\q', 1]] })[0]).toMatch(
      /^cv\.md:1:3 /,
    );
  });

  it('is the macro next to where TeX was, where several may be it', () => {
    const two = 'x\n\\own{a}\\two{b}\n';
    const entry = undefinedAt(1, '\\two #1->\\inner ', '', 'l.1 \\own{a}\\two{b}', '');
    expect(place([entry], { markdown: two, lines: [['\\own{a}\\two{b}', 2, 8]] })[0]).toMatch(/^cv\.md:2:8 /);
  });

  it('that the CV has only elsewhere stays with the value that TeX was at', () => {
    const entry = undefinedAt(1, 'l.1 \\bad', '');
    expect(place([entry], { markdown: '\\bad\n\nvalue', lines: [['y\\bad', 3, 8]] })[0]).toMatch(
      /^cv\.md:3:3 /,
    );
  });

  it('may be a single sign, or have no name', () => {
    expect(place([undefinedAt(1, 'l.1 \\?')], { markdown: 'a \\? b', lines: [['\\?', 1]] })).toEqual([
      'cv.md:1:3 error tex-error TeX met the undefined command `\\?` | Check its spelling, or load the package that defines it in the template.',
    ]);
    expect(place([error('Undefined control sequence', 5)], { markdown, lines })[0]).toMatch(
      /^cv\.md:1:3 error tex-error TeX met an undefined command \|/,
    );
    expect(
      place([error('Undefined control sequence', undefined, ['<*> \\x '])], { markdown, lines })[0],
    ).toMatch(/^cv\.md:1:1 error tex-error TeX met the undefined command `\\x` \|/);
    expect(place([undefinedAt(1, '\\x ->\\y ', '')], { markdown, lines })[0]).toMatch(/^main\.njk:7:1 /);
  });
});

describe('an error in another file', () => {
  const lines: Line[] = [
    ['\\documentclass[a4paper]{moderncv}', undefined, 1],
    ['\\usepackage{graphicx,  hyperref}', undefined, 2],
    ['\\begin{document}', undefined, 3],
  ];
  it.each([
    ['/texmf/moderncv.cls', 'main.njk:1:1', 'moderncv.cls'],
    ['/texmf/hyperref.sty', 'main.njk:2:1', 'hyperref.sty'],
    ['/texmf/hidden.sty', 'main.njk:1:1', 'hidden.sty'],
    ['./cv.aux', 'main.njk:3:1', 'cv.aux'],
    ['cv.out', 'main.njk:3:1', 'cv.out'],
  ])('%s is placed where it is loaded', (file, spot, name) => {
    expect(place([error('x', 41, [], file)], { lines })).toEqual([
      `${spot} error tex-error TeX says: x | TeX stopped in line 41 of \`${name}\`.`,
    ]);
  });

  it('has its line in the note where the document does not load it', () => {
    expect(place([error("Too many }'s", 4, [], 'a.sty')], { lines: [['text']] })).toEqual([
      'cv.md:1:1 error tex-error A `}` closes nothing | Count the braces of the raw LaTeX here: each `{` needs its `}`. TeX stopped in line 4 of `a.sty`.',
    ]);
  });
});

describe('a picture that the PDF driver cannot read', () => {
  const lines: Line[] = [['\\includegraphics{me.png}', 1]];
  it.each([
    'pdfTeX error: pdflatex (file ./me.png): libpng: internal error',
    'error:  (file me.png) (readpng): internal error',
    'xdvipdfmx:fatal: Image inclusion failed. Could not find file: me.png',
  ])('%s', (message) => {
    expect(place([error(message)], { lines })).toEqual([
      'cv.md:1:3 error tex-error TeX cannot read the picture `me.png` | Save the picture again as PNG, JPEG or PDF.',
    ]);
  });

  it('is placed by TeX where it knows the line', () => {
    expect(place([error('error:  (file me.png) (readpng): internal error', 2)], { lines })[0]).toMatch(
      /^cv\.tex:2:1 /,
    );
  });
});

describe('an argument that is not closed', () => {
  const markdown = 'Text\n\\textbf{one\ntwo\n\nthree\n';
  const lines: Line[] = [
    ['Text', 1],
    ['\\textbf{one', 1],
    ['two', 1],
    ['', 1],
    ['three', 1],
  ];
  const runaway = (text: string, line?: number): LogEntry =>
    error('File ended while scanning use of \\textbf ', line, ['Runaway argument?', text]);

  it('is placed where it begins', () => {
    expect(place([runaway('{one two \\par three \\end {document} ')], { markdown, lines })).toEqual([
      'cv.md:2:1 error tex-error The argument of `\\textbf` is not closed before the document ends | Count the braces of the raw LaTeX here: each `{` needs its `}`.',
    ]);
    expect(place([runaway('two \\par ', 5)], { markdown, lines })[0]).toMatch(/^cv\.md:2:1 /);
    expect(place([runaway('{one', 99)], { markdown, lines })[0]).toMatch(/^cv\.md:2:1 /);
  });

  it('that is not found is placed where TeX stopped', () => {
    expect(place([runaway('{elsewhere nowhere', 5)], { markdown, lines })[0]).toMatch(/^cv\.md:5:1 /);
    expect(place([runaway('{', 5)], { markdown, lines })[0]).toMatch(/^cv\.md:5:1 /);
    expect(place([error('x', 5, ['Runaway argument?'])], { markdown, lines })[0]).toMatch(/^cv\.md:5:1 /);
    expect(
      place([error('x', 5, ['Runaway argument?', '{three'])], { markdown, lines: [['three {three', 1]] })[0],
    ).toMatch(/^cv\.md:1:3 /);
    expect(place([runaway('{\\x')], { markdown, lines })[0]).toMatch(/^cv\.md:1:1 /);
  });

  it('is compared without what the log shows otherwise', () => {
    const verbatim: Line[] = [
      ['fine', 1],
      ['\\begin{verbatim}', 1],
      ['', undefined, 3],
      ['\\prose{a}%', undefined, 4],
      ['  {50 #}', 3],
    ];
    const text = 'fine\n\\begin{verbatim}\n50 #\n';
    for (const log of ['^^M^^M\\prose{a}%^^M  {50 #}^^M', '-> \\par \\prose {a}{50 ##}ETC.'])
      expect(place([runaway(log)], { markdown: text, lines: verbatim })[0]).toMatch(/^cv\.md:2:1 /);
  });
});

describe('the end of the document', () => {
  const markdown = 'Name\n\n## X\n\nfine\n\\odd{\n\n## Y\n';
  const lines: Line[] = [
    ['\\def\\@@end{\\wlog{(mdcv) whole at line \\the\\inputlineno}}', undefined, 1],
    ['\\begin{document}', undefined, 2],
    ['\\mdcvsection', undefined, 3],
    ['  {X}', 3, 4],
    ['\\mdcvprose', undefined, 5],
    ['fine', 5, 6],
    ['\\odd{', 5, 6],
    ['\\mdcvsection', undefined, 3],
    ['  {Y}', 8, 4],
    ['\\end{document}', undefined, 7],
  ];
  const reached = [3, 5].map((line): LogEntry => ({ kind: 'reached', line }));

  it('is where the log tells that it is, in the last line of the document that ends it', () => {
    expect(place([...reached, { kind: 'whole', line: 10, seal: '' }], { markdown, lines })).toEqual([]);
    expect(place(reached, { markdown, lines: lines.slice(1) })).toEqual([]);
  });

  it.each<[string, LogEntry[]]>([
    ['is not reached', reached],
    ['is feigned', [...reached, { kind: 'whole', line: 7, seal: '' }]],
  ])('that %s is looked for in the part that was reached last', (_what, entries) => {
    for (const pdf of ['/folder/cv.pdf', undefined])
      expect(place(entries, { markdown, lines, run: { pdf } })).toEqual([
        'cv.md:5:1 error tex-error The document ends in this part, so that the rest would be lost | Take out the command that ends it, such as `\\end{document}` or `\\stop`: the template ends the document.',
      ]);
  });

  it('counts only with what the body says at its end, where it says something', () => {
    const body: Line[] = [...lines.slice(0, -1), ['\\mdcvbodyend\\gdef\\mdcvseal{0af1}', undefined, 6]];
    const raw: Line[] = [...lines.slice(0, 6), ['\\gdef\\mdcvseal{0}', 5, 6], ...body.slice(7)];
    for (const sealed of [body, raw].map((one): Line[] => [...one, ['\\end{document}', undefined, 7]])) {
      const told = (seal: string): string[] =>
        place([...reached, { kind: 'whole', line: sealed.length, seal }], { markdown, lines: sealed });
      expect(told('0af1')).toEqual([]);
      for (const seal of ['', '0']) expect(told(seal)).toHaveLength(1);
    }
  });

  it('that comes before any part has no place', () => {
    expect(place([], { markdown, lines })).toEqual([expect.stringMatching(/^cv\.md:1:1 error tex-error /)]);
  });

  it('that a crash or an error kept from being reached is not told as well', () => {
    expect(place(reached, { markdown, lines, run: { pdf: undefined, exitCode: undefined } })).toEqual([
      expect.stringMatching(/ no-pdf /),
    ]);
    expect(place([...reached, error('x', 7)], { markdown, lines })).toHaveLength(1);
  });

  it('that was swallowed is told at the part that did it', () => {
    for (const message of [
      'Emergency stop: job aborted, no legal \\end found',
      'File ended while scanning use of \\x',
    ])
      expect(place([...reached, error(message)], { markdown, lines })[0]).toMatch(/^cv\.md:5:1 /);
    const run = { timedOut: true, pdf: undefined, exitCode: undefined };
    expect(place(reached, { markdown, lines, run })[0]).toMatch(/^cv\.md:5:1 error tex-timeout /);
  });

  it('that finds groups open is told where they were opened, and nothing that follows from it', () => {
    const groups: LogEntry = {
      kind: 'open-groups',
      groups: [
        { opener: '{', line: 7 },
        { opener: '\\begingroup', line: 9 },
      ],
    };
    const reason = 'What is opened here is not closed before the entry or the document ends';
    const messages = place([error('x', 4), groups, error('y', 10)], { markdown, lines });
    expect(messages.map((message) => message.split(' | ')[0])).toEqual([
      'cv.md:3:3 error tex-error TeX says: x',
      `cv.md:6:5 error tex-error ${reason}`,
      `cv.md:8:3 error tex-error ${reason}`,
    ]);
  });
});

describe('what is missing', () => {
  const lines: Line[] = [
    ['\\documentclass{article}', undefined, 1],
    ['\\usepackage{enumitem}', undefined, 2],
    ['\\begin{document}', undefined, 3],
    ['\\input{part}', 1, 4],
  ];
  it.each<[string, string | undefined, number | undefined, string]>([
    [
      'enumitem.sty',
      './cv.tex',
      3,
      'main.njk:2:1 error missing-package TeX cannot find `enumitem.sty` | Install what is missing:',
    ],
    [
      'hidden.ldf',
      '/texmf/babel.sty',
      30,
      'main.njk:1:1 error missing-package TeX cannot find `hidden.ldf` |',
    ],
    [
      'part.tex',
      './cv.tex',
      4,
      'cv.md:1:3 error tex-error TeX cannot find the file `part.tex` | TeX reads only',
    ],
    [
      'me.JPG',
      './cv.tex',
      4,
      'cv.md:1:3 error tex-error TeX cannot find the picture `me.JPG` | TeX reads only',
    ],
    [
      'pdflatex.fmt',
      undefined,
      undefined,
      'cv.md:1:1 error missing-package TeX cannot find its format `pdflatex.fmt` | Make',
    ],
  ])('file %s', (name, file, line, start) => {
    const [message] = place([{ kind: 'missing-file', name, ...(file && { file }), ...(line && { line }) }], {
      lines,
    });
    expect(message?.slice(0, start.length)).toBe(start);
  });

  it('package without any line that loads packages', () => {
    const entry: LogEntry = { kind: 'missing-file', name: 'a.sty', line: 1 };
    expect(place([entry], { lines: [['text', 2]] })[0]).toMatch(/^cv\.md:2:3 error missing-package /);
  });

  it.each([
    ['ec-lmr10', 'sudo apt-get install lmodern'],
    ['EBGaramond-Regular.otf', 'tlmgr install ebgaramond'],
    ['Noto Sans CJK SC', 'sudo apt-get install fonts-noto-cjk'],
    ['Some Foundry Sans', 'Check its name in the template, or install it.'],
  ])('font %s', (name, hint) => {
    const [message] = place([{ kind: 'missing-font', name, line: 3 }], { lines });
    expect(message).toContain(`main.njk:3:1 error missing-font TeX cannot find the font \`${name}\` | `);
    expect(message).toContain(hint);
  });
});

describe('missing characters', () => {
  const missing = (character: string, font?: string, line?: number): LogEntry => ({
    kind: 'missing-character',
    character,
    codePoint: character.codePointAt(0) ?? 0,
    ...(font && { font }),
    ...(line && { line }),
  });
  const markdown = 'Zhang 中文\n\nand ☃ 中 한 Ж\n';
  const lines: Line[] = [
    ['Zhang 中文', 1, 4],
    ['☃ from the template', undefined, 5],
    ['and ☃ 中 한 Ж', 3, 6],
    ['☃'],
  ];

  it('are told together for each line and font', () => {
    const entries = [
      missing('中', 'f'),
      missing('文', 'f'),
      missing('中', 'f'),
      missing('☃', 'f'),
      missing('☃', 'g'),
    ];
    expect(place(entries, { markdown, lines })).toEqual([
      'cv.md:1:7 error missing-character The font `f` lacks `中` (U+4E2D), `文` (U+6587), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-cjk` has such a font.',
      'main.njk:5:1 error missing-character The font `f` lacks `☃` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-symbola` has such a font.',
      'main.njk:5:1 error missing-character The font `g` lacks `☃` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-symbola` has such a font.',
      'cv.md:3:5 error missing-character The font `f` lacks `☃` (U+2603), `中` (U+4E2D), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-symbola` has such a font.',
      'cv.md:3:5 error missing-character The font `g` lacks `☃` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-symbola` has such a font.',
      'cv.tex:4:1 error missing-character The font `f` lacks `☃` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-symbola` has such a font.',
      'cv.tex:4:1 error missing-character The font `g` lacks `☃` (U+2603), missing in the PDF | Write something else, or choose a font that has it. On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-symbola` has such a font.',
    ]);
  });

  it('name at most five', () => {
    const text = '一二三四五六七';
    const [message] = place(
      [...text].map((character) => missing(character, 'f')),
      { markdown: text, lines: [[text, 1]] },
    );
    expect(message).toContain('`五` (U+4E94) and 2 more, missing');
  });

  it('of pdflatex ask for another engine', () => {
    expect(place([missing('Ж')], { markdown, lines })).toEqual([
      'cv.md:3:11 error missing-character pdflatex cannot set `Ж` (U+0416) | Choose `xelatex` or `lualatex` as the engine, or write something else. It is printed by `main.njk`, line 6.'.replace(
        ' It is printed by `main.njk`, line 6.',
        '',
      ),
    ]);
  });

  it('hint at fonts by script', () => {
    const hint = (character: string): string | undefined =>
      place([missing(character, 'f')], { markdown: character, lines: [[character, 1]] })[0]?.split(
        ' has it.',
      )[1];
    expect(hint('Ж')).toBe(
      ' On Debian and Ubuntu, the package `fonts-noto-core` or `fonts-dejavu-core` has such a font.',
    );
    expect(hint('ם')).toBe(
      ' On Debian and Ubuntu, the package `fonts-noto-core` or `culmus` has such a font.',
    );
    expect(hint('😀')).toBe(' On Debian and Ubuntu, the package `fonts-symbola` has such a font.');
    expect(hint('ɐ')).toBe(
      ' On Debian and Ubuntu, the package `fonts-dejavu-core` or `fonts-noto-core` has such a font.',
    );
    expect(hint('x')).toBe('');
  });

  it('that no line has are placed where TeX met them', () => {
    expect(place([missing('x', 'f', 2), missing('y', 'f')], { markdown, lines })).toEqual([
      'main.njk:5:1 error missing-character The font `f` lacks `x` (U+0078), missing in the PDF | Write something else, or choose a font that has it.',
      'cv.md:1:1 error missing-character The font `f` lacks `y` (U+0079), missing in the PDF | Write something else, or choose a font that has it.',
    ]);
  });

  it('may be slots of a font, which the log does not name', () => {
    const slot = (codePoint: number): LogEntry => ({
      kind: 'missing-character',
      character: '\uFFFD',
      codePoint,
      font: 'cmr10',
      line: 1,
    });
    expect(place([slot(0xbf), slot(0xfffd)], { markdown, lines })[0]).toMatch(
      /^cv\.md:1:1 error missing-character The font `cmr10` lacks character number 191, a character that the text names by number, missing in the PDF \|/,
    );
  });

  it('are found in time in a long text without any font', () => {
    const line = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const many = Array.from({ length: 2000 }, (): Line => [line, 1]);
    const entries = Array.from({ length: 30 }, () =>
      [...line].map((character) => missing(character, 'f')),
    ).flat();
    // Quadratic time would be beyond the runner's limit.
    expect(place(entries, { markdown: line, lines: many })).toHaveLength(1);
  });
});

describe('overfull boxes', () => {
  const markdown = 'Text\nwith Donaudampfschiff\nand more\n\nOther\n';
  const lines: Line[] = [
    ['\\begin{x}', undefined, 7],
    ['Text', 1, 8],
    ['with Donaudampfschiff', 1, 8],
    ['and more', 1, 8],
    ['\\end{x}', undefined, 9],
  ];
  const box = (points: number, line?: number, lastLine?: number, text?: string): LogEntry => ({
    kind: 'overfull',
    box: 'hbox',
    points,
    ...(line && { line }),
    ...(lastLine && { lastLine }),
    ...(text && { text }),
  });

  it('of a point and less are not told', () => {
    expect(place([box(1, 2), { ...box(0.5), box: 'vbox' } as LogEntry], { markdown, lines })).toEqual([]);
  });

  it('are placed at the words that stand over', () => {
    expect(place([box(1.04, 1, 4, 'Text with Donau-dampf-schiff')], { markdown, lines })).toEqual([
      'cv.md:2:6 warning overfull-line A line is 1.0 pt too wide, so that it runs into the margin | Shorten it or write it otherwise, so that it can be broken. It ends with: Text with Donau-dampf-schiff',
    ]);
    expect(
      place([box(12.6, undefined, undefined, 'gibberish Donau-dampf-schiff nowhere')], { markdown, lines }),
    ).toEqual([
      'cv.md:2:6 warning overfull-line A line is 13 pt too wide, so that it runs into the margin | Shorten it or write it otherwise, so that it can be broken. It ends with: gibberish Donau-dampf-schiff nowhere',
    ]);
  });

  it('show the end of a long text', () => {
    const text = `${'word '.repeat(30)}end`;
    expect(place([box(2, 2, 2, text)], { markdown, lines })[0]).toMatch(
      /It ends with: …word word word word word word word word word word word end$/,
    );
  });

  it('without words are placed at the first content of their lines', () => {
    const note = 'Shorten it or write it otherwise, so that it can be broken.';
    expect(place([box(20, 1, 4)], { markdown, lines })).toEqual([
      `cv.md:1:1 warning overfull-line A line is 20 pt too wide, so that it runs into the margin | ${note}`,
    ]);
    expect(place([box(20, 5, 99)], { markdown, lines })[0]).toMatch(/^main\.njk:9:1 /);
    expect(place([box(20, undefined, undefined, 'nowhere to be found')], { markdown, lines })[0]).toMatch(
      /^cv\.md:1:1 /,
    );
    expect(place([box(20, 2)], { markdown, lines })[0]).toMatch(/^cv\.md:1:1 /);
  });

  it('of a line that is the template’s are placed at their words in the CV, if it has them', () => {
    const head: Line[] = [
      ['\\def\\mdcvtitle{Donaudampfschiff}', undefined, 3],
      ['\\def\\mdcvheadline{Donaudampfschiff}', 2, 4],
      ['\\mdcvmakehead', undefined, 5],
    ];
    const told = (text: string): string | undefined =>
      place([box(20, 3, 3, text)], { markdown, lines: head })[0];
    expect(told('of Donau-dampf-schiff')).toMatch(/^cv\.md:2:6 /);
    expect(told('\\def')).toMatch(/^main\.njk:5:1 /);
    expect(told('mdcvtitle')).toMatch(/^main\.njk:5:1 /);
  });

  it('that are too high are entries', () => {
    expect(
      place(
        [
          { kind: 'overfull', box: 'vbox', points: 100.4, line: 5 },
          { kind: 'overfull', box: 'vbox', points: 9 },
        ],
        { markdown, lines },
      ),
    ).toEqual([
      'main.njk:9:1 warning overfull-entry Something is 100 pt too high for its page, so that text may run off it | Make the entry shorter or split it, so that it can be broken over two pages.',
      'cv.md:1:1 warning overfull-entry Something is 9.0 pt too high for its page, so that text may run off it | Make the entry shorter or split it, so that it can be broken over two pages.',
    ]);
  });
});

describe('references and warnings', () => {
  const markdown = 'a\n\\ref{nowhere}\n';
  const lines: Line[] = [
    ['\\ref{nowhere}', 1, 3],
    ['\\mdcvscript{han}{中文}', 1, 4],
    ['\\mdcvscript{thai}', undefined, 5],
  ];

  it('undefined references are placed at their name', () => {
    const note = 'Check its spelling, or set the label that it names.';
    const expected = [
      `cv.md:2:6 warning undefined-reference The reference \`nowhere\` leads nowhere | ${note}`,
    ];
    expect(place([{ kind: 'undefined-reference', name: 'nowhere', line: 1 }], { markdown, lines })).toEqual(
      expected,
    );
    expect(place([{ kind: 'undefined-reference', name: 'nowhere' }], { markdown, lines })[0]).toMatch(
      /^cv\.md:2:5 /,
    );
  });

  it.each([
    ['LaTeX', 'LaTeX warns: text'],
    ['LuaTeX', 'LuaTeX warns: text'],
    ['hyperref', 'The package `hyperref` warns: text'],
    ['mdcv', 'The package `mdcv` warns: text'],
  ])('of %s', (source, reason) => {
    expect(place([{ kind: 'warning', source, message: 'text', line: 1 }], { markdown, lines })).toEqual([
      `cv.md:2:1 info tex-warning ${reason}`,
    ]);
  });

  it('name the package that brings hyphenation patterns', () => {
    const entry: LogEntry = { kind: 'warning', source: 'mdcv', message: 'no-hyphenation: loadhyph-pl.tex' };
    expect(place([entry], { markdown, lines })).toEqual([
      'cv.md:1:1 info no-hyphenation A word is too wide for its column and is not divided: TeX has no hyphenation patterns of this language | Install what is missing: on Debian and Ubuntu `sudo apt-get install texlive-lang-polish`; with TeX Live’s own manager `tlmgr install hyphen-polish`.',
    ]);
  });

  it("of mdcv's preamble have codes of their own", () => {
    const warn = (message: string): LogEntry => ({ kind: 'warning', source: 'mdcv', message });
    expect(place([warn('font-fallback: X is missing, Y is used')], { markdown, lines })).toEqual([
      'cv.md:1:1 warning font-fallback X is missing, Y is used',
    ]);
    const find = (script: string): string[] =>
      place([warn(`no-font-for-script: ${script}`)], { markdown: 'a\nb 中文', lines });
    expect(find('han')).toEqual([
      'cv.md:2:3 error missing-font No font at hand has the script `han` | On Debian and Ubuntu, the package `fonts-noto-cjk` has such a font.',
    ]);
    expect(find('thai')).toEqual([
      'main.njk:5:1 error missing-font No font at hand has the script `thai` | On Debian and Ubuntu, the package `fonts-noto-core` has such a font.',
    ]);
    expect(find('other')).toEqual([
      'cv.md:1:1 error missing-font No font at hand has the script `other` | On Debian and Ubuntu, the package `fonts-noto-core` has such a font.',
    ]);
    expect(place([warn('no-font-for-emoji: 1F517')], { markdown: 'a\nb 🔗', lines })).toEqual([
      'cv.md:1:1 warning missing-emoji No font at hand has the emoji `🔗` (U+1F517), so it is left out | On Debian and Ubuntu, the package `fonts-symbola` has such a font.',
    ]);
    const foreign: LogEntry = { kind: 'warning', source: 'other', message: 'no-font-for-script: han' };
    expect(place([foreign], { markdown, lines })).toEqual([
      'cv.md:1:1 info tex-warning The package `other` warns: no-font-for-script: han',
    ]);
  });
});

describe("the words for TeX's errors in real logs", () => {
  const folder = fileURLToPath(new URL('../fixtures/logs/', import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => !name.includes('.'))
    .sort();

  it.each(names)('%s', async (name) => {
    const source = readFileSync(`${folder}${name}/cv.tex`, 'utf8');
    const lines = source.split('\n').map((text): Line => [text]);
    const engines = readdirSync(`${folder}${name}`)
      .filter((file) => file.endsWith('.log'))
      .sort();
    const parts = engines.map((engine) => {
      const log = readFileSync(`${folder}${name}/${engine}`, 'utf8');
      return `${engine}\n${place(parseLog(log), { lines })
        .map((message) => `  ${message}\n`)
        .join('')}`;
    });
    await expect(parts.join('\n')).toMatchFileSnapshot(`${folder}${name}/messages.txt`);
  });
});
