import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLog, readPageCount } from '../../src/engine/parse-log.ts';

const folder = fileURLToPath(new URL('../fixtures/logs/', import.meta.url));
const logs = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();

/** One entry a line, the same one after another only once, so that an expectation reads like a list. */
function print(entries: ReturnType<typeof parseLog>): string {
  const lines = entries.map((entry) => JSON.stringify(entry));
  return `[\n${lines
    .filter((line, index) => line !== lines[index - 1])
    .map((line) => `  ${line}`)
    .join(',\n')}\n]\n`;
}

// After a change of the parser, `vitest run test/engine -u` writes the expectations again: read their diff.
describe('parseLog on real logs', () => {
  it.each(logs)('%s', async (name) => {
    const entries = parseLog(readFileSync(`${folder}${name}`, 'utf8'));
    await expect(print(entries)).toMatchFileSnapshot(`${folder}${name.replace(/\.log$/, '.json')}`);
  });

  it('tells each of a hundred errors', () => {
    const entries = parseLog(readFileSync(`${folder}hundred-errors/pdflatex.log`, 'utf8'));
    expect(entries.filter((entry) => entry.kind === 'error' && entry.line === 5)).toHaveLength(101);
  });
});

describe('parseLog on single lines', () => {
  it.each([
    ['', []],
    ['Overfull nothing', []],
    // A log that was cut off.
    [
      'Overfull \\hbox (2.5pt too wide) detected at line 3',
      [{ kind: 'overfull', box: 'hbox', points: 2.5, line: 3, lastLine: 3 }],
    ],
    [
      '! Emergency stop.\nl.3 \\x',
      [{ kind: 'error', message: 'Emergency stop', line: 3, context: ['l.3 \\x'] }],
    ],
    ['Missing character: a line of the text', []],
    ['LaTeX Font Info:    Checking defaults for OML/cmm/m/it on input line 4.', []],
    [
      '(\\end occurred when \\ifx on line 3 was incomplete)',
      [{ kind: 'warning', source: 'TeX', message: 'The document ended when \\ifx on line 3 was incomplete' }],
    ],
    ['Runaway argument?', []],
    // Text of the document that is like what its end tells.
    ['(mdcv) at home', []],
    ['see Package mdcv Error: Groups above level 0 are open', []],
    // A log that was cut off.
    [
      '! Package mdcv Error: Groups above level 1 are open.\n### simple group (level 2) entered at line 7 ({)',
      [{ kind: 'open-groups', groups: [{ opener: '{', line: 7 }] }],
    ],
    ["Runaway argument?\n! LaTeX Error: File `x.sty' not found.", [{ kind: 'missing-file', name: 'x.sty' }]],
    ['!', []],
    // Text of the document, which a log shows below an overfull box, is no error.
    ['\\T1/lmr/m/n/10.95 at 10:30: text', []],
    ['seen at 10:30: text', []],
    ['a.tex:1x: text', []],
    ['[\\directlua]:1: own words', [{ kind: 'error', message: 'LuaTeX error: own words', context: [] }]],
    [
      'pdfTeX warning: pdflatex (file ./a.pdf): PDF inclusion: version 1.7',
      [{ kind: 'warning', source: 'pdfTeX', message: 'pdflatex (file ./a.pdf): PDF inclusion: version 1.7' }],
    ],
    [
      'xdvipdfmx:warning: No image converter available',
      [{ kind: 'warning', source: 'xdvipdfmx', message: 'No image converter available' }],
    ],
    ['Font \\x=[a/b/Font.otf]:+tlig; at 10pt not loadable: metric data not found or bad.', []],
    [
      '! Font \\x=[/a/b/Font.otf]:+tlig; at 10pt not loadable: metric data not found or bad.',
      [{ kind: 'missing-font', name: 'Font.otf' }],
    ],
    ["I can't find the format file `pdflatex.fmt'!", [{ kind: 'missing-file', name: 'pdflatex.fmt' }]],
  ])('%s', (log, entries) => {
    expect(parseLog(log)).toEqual(entries);
  });

  it('does not search for the end of an error without end', () => {
    const log = `! Undefined control sequence.\n${'text\n'.repeat(50)}l.3 \\x\n`;
    expect(parseLog(log)).toEqual([{ kind: 'error', message: 'Undefined control sequence', context: [] }]);
  });
});

it.each([
  ['\\T1/lmss/m/n/10 (-20) Kapit\xe4nsm\xfctze, Stra\xffe', 'Kapitänsmütze, Straße'],
  ['[]\\T1/lmr/m/n/10 \xaa\xf3d\xb9 ^^PZa\xbb\xf3\xaa\xa2^^Q a^^Ub ^^?', 'łódź “Zażółć” a–b -'],
  ['\\TS1/lmr/m/n/10 \x88 \\T1/lmr/m/n/10 caf\xe9 \\OML/cmm/m/it/10 x', 'café x'],
  ['\\TU/lmr/m/n/10 Kapitän', 'Kapitän'],
])('reads the slots of fonts in an overfull box: %j', (line, text) => {
  const log = `Overfull \\hbox (12.3pt too wide) in paragraph at lines 5--9\n${line}\n []\n`;
  expect(parseLog(log)).toMatchObject([{ kind: 'overfull', text }]);
});

it('takes the marks of fonts that microtype narrowed out of an overfull text', () => {
  const log =
    'Overfull \\hbox (12.3pt too wide) in paragraph at lines 5--9\n\\T1/lmr/m/n/10 (-20) Word (-3) \n []\n\n';
  expect(parseLog(log)).toMatchObject([{ kind: 'overfull', text: 'Word (-3)' }]);
});

// Quadratic time would be beyond the runner's limit.
describe('the time that parseLog takes', () => {
  it.each([
    [
      'overfull boxes',
      'Overfull \\hbox (12.3pt too wide) in paragraph at lines 5--9\n\\T1/lmr/m/n/10 text|\n []\n\n',
    ],
    ['errors without context', './cv.tex:5: Undefined control sequence.\n'],
    ['runaway arguments', 'Runaway argument?\n'],
    ['warnings', 'Package a Warning: text\n(a)   text\n'],
    ['long lines with colons and brackets', `${'a:b (c) [d] .1: '.repeat(6000)}\n`],
    ['one letter a line', 'l\n'],
  ])('is linear for 10 MB of %s', (_, piece) => {
    const log = piece.repeat(Math.ceil(10_000_000 / piece.length));
    expect(parseLog(log)).toBeInstanceOf(Array);
  });
});

describe('readPageCount', () => {
  it.each([
    ['pdflatex', 3],
    ['xelatex', 3],
    ['lualatex', 3],
  ])('%s', (engine, pages) => {
    expect(readPageCount(readFileSync(`${folder}overfull/${engine}.log`, 'utf8'))).toBe(pages);
  });

  it('knows no pages where TeX wrote none', () => {
    expect(readPageCount('')).toBeUndefined();
    expect(readPageCount(readFileSync(`${folder}no-end/pdflatex.log`, 'utf8'))).toBeUndefined();
  });
});
