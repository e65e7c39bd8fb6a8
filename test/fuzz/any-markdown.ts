/** Random CVs: plausible ones, built of all that `MARKDOWN` and `content/syntax` know, with nasty text in every place, and then cut and torn. */
import fc from 'fast-check';
import { anyFrontMatter } from './any-front-matter.ts';
import { anyText } from './any-text.ts';
import { applyTears, tear } from './torn-text.ts';

const plainWord = fc.constantFrom(
  ...'Ada Lovelace PhD Engineer University of Example, Berlin Senior C++ Python 3.11 Prof. Dr. R&D 50% $680K b.i.g. São Paulo'.split(
    ' ',
  ),
  ...[
    '2019',
    'May 2020',
    '北京大学',
    'Данные',
    'x@example.org',
    'https://example.org/a_b#c?d=%20',
    '+49 30 123456',
    '[a](b)',
    '`code`',
    '**bold**',
    '*it*',
  ],
);
const date = fc.constantFrom(
  ...[
    '2019',
    '2019–2021',
    '2019 - present',
    '03.2016–heute',
    '2016年9月 – 至今',
    'Sept 2016 -- Oct 2018',
    'Since 2013',
    'seit Mai 2024',
    '2011-',
  ],
  ...[
    '01/2020 – 02/2021',
    'août 2019 à aujourd’hui',
    '2014 〜 現在',
    '(2008)',
    'Aug. 2024 – Dec. 2026 (Expected)',
    '2019 & 2020',
    'сентябрь 2012 — по настоящее время',
    '٢٠١٩',
    '99999',
    '0000-13',
  ],
);
const word = fc.oneof(
  { weight: 5, arbitrary: plainWord },
  { weight: 2, arbitrary: date },
  { weight: 3, arbitrary: anyText },
);
const joint = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  ' | ',
  ' · ',
  ' – ',
  ' - ',
  ': ',
  '; ',
  '  \n',
  '\\\n',
  '\n',
  '\t',
  '<br>',
);
const wrap = fc.constantFrom('', '', '', '', '*', '**', '***', '_', '`', '``', '~~', '"', '<b>', '[');

const line: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, wrap, joint), { minLength: 1, maxLength: 5 })
  .map((words) =>
    words
      .map(([text, around, after]) => `${around}${text}${closing(around)}${after}`)
      .join('')
      .trim(),
  );

function closing(around: string): string {
  if (around === '<b>') return '</b>';
  return around === '[' ? '](https://example.org)' : around;
}

const attributes = fc.constantFrom(
  '',
  '',
  '',
  ' {.private}',
  ' {.x #y lang=de}',
  ' {lang=fr .optional}',
  ' {',
  '{: .x}',
);
const oneLine = line.map((text) => text.replace(/\s+/g, ' '));
const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/** Blocks of the plain kinds; `any` of them nest in the others. */
const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block', withCrossShrink: true },
    line,
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), oneLine, attributes)
      .map(([depth, text, after]) => `${'#'.repeat(depth)} ${text}${after}`),
    fc.tuple(oneLine, fc.constantFrom('===', '---')).map(([text, rule]) => `${text}\n${rule}`),
    fc
      .tuple(oneLine, date, fc.constantFrom('### ', '- ', '**', '## '))
      .map(([text, when, lead]) => `${lead}${text}, ${when}${lead === '**' ? '**' : ''}`),
    fc
      .array(fc.tuple(tie('block'), fc.constantFrom('- ', '* ', '1. ', '3) ', '+ ', '- [ ] ', '- [x] ')), {
        minLength: 1,
        maxLength: 3,
      })
      .map((items) => items.map(([text, bullet]) => bullet + indented(text, '  ')).join('\n')),
    fc
      .tuple(oneLine, fc.array(tie('block'), { minLength: 1, maxLength: 2 }), fc.constantFrom(':', '~'))
      .map(([term, all, sign]) => [term, ...all.map((text) => `${sign} ${indented(text, '  ')}`)].join('\n')),
    tie('block').map((text) => `> ${indented(text, '> ')}`),
    fc
      .array(fc.array(oneLine, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
      .map((rows) =>
        [
          rows[0]?.map(() => '').join('|') ?? '',
          rows[0]?.map(() => '-').join('|') ?? '',
          ...rows.map((row) => row.join(' | ')),
        ]
          .map((row) => `| ${row} |`)
          .join('\n'),
      ),
    fc
      .tuple(
        fc.constantFrom('x', '{.private}', 'publications', '{.optional lang=en}', 'cols {'),
        tie('block'),
        fc.constantFrom('\n:::', ''),
      )
      .map(([name, text, end]) => `::: ${name}\n${text}${end}`),
    fc
      .tuple(
        fc.constantFrom(
          'div',
          'p',
          'details',
          'ul',
          'li',
          'table',
          'td',
          'h2',
          'span',
          'x-y',
          'script',
          'a href="javascript:x"',
          'center',
        ),
        tie('block'),
        fc.boolean(),
      )
      .map(([tag, text, closed]) => `<${tag}>\n${text}\n${closed ? `</${tag.split(' ')[0]}>` : ''}`),
    fc.tuple(oneLine, oneLine).map(([text, note]) => `${text}[^n]\n\n[^n]: ${note}`),
    fc
      .tuple(fc.constantFrom('```', '~~~', '```{=latex}', '```r'), line, fc.boolean())
      .map(([fence, text, closed]) => `${fence}\n${text}${closed ? `\n${fence.slice(0, 3)}` : ''}`),
    fc
      .array(fc.tuple(oneLine, oneLine), { minLength: 1, maxLength: 3 })
      .map((items) => items.map(([label, text]) => `- **${label}:** ${text}`).join('\n')),
    fc
      .tuple(oneLine, oneLine)
      .map(([text, url]) => `[${text}](${url}) ![${text}](<${url}> "${text}") [${text}][r]\n\n[r]: ${url}`),
    fc.constantFrom(
      '---',
      '***',
      '\\newpage',
      '<!-- x',
      '<!-- x -->',
      '{{ x }}',
      '{% if x %}',
      '[@key]',
      '\n\n\n',
      '$x^2$',
      '`x`{=latex}',
    ),
  ),
}));

function markdownOf(mostBlocks: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      anyFrontMatter,
      fc.array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n', '\r\n\r\n')), {
        minLength: 1,
        maxLength: mostBlocks,
      }),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(tear, { maxLength: 3 }) },
      ),
    )
    .map(([front, blocks, tears]) =>
      applyTears(front + blocks.map(([text, gap]) => text + gap).join(''), tears),
    );
}

/** Markdown as a careless or hostile hand writes it. */
export const anyMarkdown: fc.Arbitrary<string> = markdownOf(6);

/** The same, most of it short: where every document stands for itself, many short ones find more than few long ones. */
export const shortMarkdown: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: markdownOf(2) },
  { weight: 1, arbitrary: anyMarkdown },
);
