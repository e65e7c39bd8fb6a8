import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { FrontMatter } from '../../src/content/front-matter/front-matter.ts';
import type { Manifest } from '../../src/template/manifest.ts';
import { resolveOptions } from '../../src/template/resolve-options.ts';

const manifest: Manifest = {
  title: 'T',
  description: 'D',
  class: 'article',
  requires: [],
  wants: [],
  engines: ['pdflatex'],
  prints: [],
  options: {
    paper: { type: 'choice', description: 'Paper', values: ['a4', 'letter'], default: 'a4' },
    fontSize: { type: 'choice', description: 'Size', values: ['10pt', '11pt'], default: '10pt' },
    pageNumbers: { type: 'boolean', description: 'Numbers', default: true },
    margin: { type: 'length', description: 'Margin', default: '20mm', min: 20, max: 120 },
    hints: { type: 'length', description: 'Hints', default: '2cm' },
    spacing: { type: 'number', description: 'Space', default: 1, min: 0.5, max: 2 },
    factor: { type: 'number', description: 'Any', default: 0.25 },
    colour: { type: 'colour', description: 'Accent', names: { blue: '#1f4e8c' }, default: 'blue' },
  },
};

type Asked = Record<string, string | number | boolean>;

function resolve(asked: Asked, more: FrontMatter = { contacts: [] }) {
  const vfile = new VFile({ path: 'cv.md' });
  const value = Object.fromEntries(
    Object.entries(asked).map(([key, option]) => [key, { value: option, position: undefined }]),
  );
  const options = resolveOptions(manifest, { ...more, options: { value } }, vfile);
  return {
    options,
    messages: vfile.messages.map((message) => `${message.ruleId}: ${message.reason}`),
    notes: vfile.messages.map((message) => message.note),
  };
}

describe('resolveOptions', () => {
  it('takes numbers as decimal numbers within their range', () => {
    expect(resolve({ spacing: 0.85, factor: '1.50' })).toMatchObject({
      options: { spacing: '0.85', factor: '1.5' },
      messages: [],
    });
    for (const wrong of ['1e0', '-1', '.5', '1}', 'one', true]) {
      const { options, messages } = resolve({ factor: wrong });
      expect(options.factor).toBe('0.25');
      expect(messages).toEqual([
        `bad-option: Cannot use \`${wrong}\` for the option \`factor\`, expected a number such as \`0.25\``,
      ]);
    }
    for (const wrong of [0.4, 2.1])
      expect(resolve({ spacing: wrong }).messages).toEqual([
        `bad-option: Cannot use \`${wrong}\` for the option \`spacing\`, expected a number such as \`1\` from 0.5 up to 2`,
      ]);
  });

  it('takes those of a variant first, and passes over what is for the template of others', () => {
    const more: FrontMatter = {
      contacts: [],
      hasOtherTemplate: true,
      variantOptions: {
        value: { color: { value: '#123456' }, templat: { value: 'x' }, quite: { value: 1 } },
      },
    };
    expect(resolve({ colour: 'blue', elsewhere: '3cm' }, more)).toMatchObject({
      options: { colour: '123456' },
      messages: [
        'unknown-option: The template has no option `templat`',
        'unknown-option: The template has no option `quite`',
      ],
      notes: [expect.stringContaining('Did you mean `template`?'), expect.stringMatching(/^It has:/)],
    });
  });

  it('gives the defaults, colours as hex digits', () => {
    expect(resolve({})).toEqual({
      options: {
        paper: 'a4',
        fontSize: '10pt',
        pageNumbers: true,
        margin: '20mm',
        hints: '2cm',
        spacing: '1',
        factor: '0.25',
        colour: '1F4E8C',
      },
      messages: [],
      notes: [],
    });
  });
  it('takes values of each type', () => {
    const asked = {
      paper: 'letter',
      fontSize: 11,
      pageNumbers: false,
      margin: '1in',
      hints: '3 cm',
      spacing: 0.9,
      factor: 3,
      colour: '#ABCDEF',
    };
    expect(resolve(asked).options).toEqual({
      paper: 'letter',
      fontSize: '11pt',
      pageNumbers: false,
      margin: '1in',
      hints: '3cm',
      spacing: '0.9',
      factor: '3',
      colour: 'ABCDEF',
    });
  });
  it("takes pandoc's keys and synonyms", () => {
    const { options, messages } = resolve(
      { color: 'blue', papersize: 'letter' },
      {
        contacts: [],
        geometry: { value: 'top=1cm, margin=0.8in' },
        fontsize: { value: '11pt' },
      },
    );
    expect(options).toMatchObject({ paper: 'letter', margin: '0.8in', fontSize: '11pt' });
    expect(messages).toEqual([]);
  });
  it.each([
    [{ paper: 'a3' }, 'Cannot use `a3` for the option `paper`, expected one of `a4`, `letter`'],
    [{ pageNumbers: 'yes' }, 'Cannot use `yes` for the option `pageNumbers`, expected `true` or `false`'],
    [
      { margin: '1pt' },
      'Cannot use `1pt` for the option `margin`, expected a length such as `20mm` from 20pt up to 120pt',
    ],
    [
      { margin: '999cm' },
      'Cannot use `999cm` for the option `margin`, expected a length such as `20mm` from 20pt up to 120pt',
    ],
    [
      { hints: '2cm}\\input{x' },
      'Cannot use `2cm}\\input{x` for the option `hints`, expected a length such as `2cm`',
    ],
    [
      { colour: 'bleu' },
      'Cannot use `bleu` for the option `colour`, expected one of blue or a colour such as `#1f4e8c`',
    ],
  ])('refuses %j and keeps the default', (asked, reason) => {
    const { options, messages } = resolve(asked as Asked);
    expect(messages).toEqual([`bad-option: ${reason}`]);
    expect(options).toEqual(resolve({}).options);
  });
  it('names the nearest option for an unknown one', () => {
    const { messages, notes } = resolve({ papper: 'a4', zzzzzzzz: 1 });
    expect(messages).toEqual([
      'unknown-option: The template has no option `papper`',
      'unknown-option: The template has no option `zzzzzzzz`',
    ]);
    expect(notes[0]).toBe(
      'Did you mean `paper`? It has: paper, fontSize, pageNumbers, margin, hints, spacing, factor, colour.',
    );
    expect(notes[1]).toBe('It has: paper, fontSize, pageNumbers, margin, hints, spacing, factor, colour.');
  });
  it('lets what was chosen win, and warns of what does not fit', () => {
    const vfile = new VFile();
    const frontMatter = { contacts: [], options: { value: { paper: { value: 'letter' } } } };
    const chosen = { paper: 'a4', pageNumbers: false, fontSize: '99pt', constructor: 'x' };
    expect(resolveOptions(manifest, frontMatter, vfile, chosen)).toMatchObject({
      paper: 'a4',
      pageNumbers: false,
      fontSize: '10pt',
    });
    expect(vfile.messages.map((message) => [message.fatal, message.reason])).toEqual([
      [false, 'Cannot use `99pt` for the option `fontSize`, expected one of `10pt`, `11pt`'],
      [false, 'The template has no option `constructor`'],
    ]);
  });
  it('gives no value for an option whose default does not fit', () => {
    const wrong: Manifest = {
      ...manifest,
      options: { paper: { type: 'choice', description: 'P', values: ['a4'], default: 'a5' } },
    };
    expect(resolveOptions(wrong, { contacts: [] }, new VFile())).toEqual({});
  });
  it('does not take what every object inherits for an option', () => {
    expect(resolve({ constructor: 'x' }).messages).toEqual([
      'unknown-option: The template has no option `constructor`',
    ]);
  });
});
