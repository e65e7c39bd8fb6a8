import fc from 'fast-check';
import { anyText } from './any-text.ts';

const key = fc.constantFrom(
  'name',
  'title',
  'author',
  'email',
  'phone',
  'address',
  'headline',
  'summary',
  'footer',
  'keywords',
  'github',
  'orcid',
  'homepage',
  'date',
  'photo',
  'contact',
  'x',
  'layout',
  '__proto__',
  'checks',
  'aliases',
  'pages',
);
const value = fc.oneof(
  anyText,
  anyText.map((text) => JSON.stringify(text)),
  anyText.map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.array(anyText, { maxLength: 3 }).map((items) => JSON.stringify(items)),
  anyText.map((text) => `|\n  ${text}`),
  anyText.map((text) => `\n  - ${text}\n  - {network: GitHub, username: ${text}}`),
  fc.constantFrom(
    '',
    '~',
    '1',
    '1e999',
    'true',
    '2020-01-01',
    '[',
    '{',
    '&a [*a]',
    '!!binary x',
    '*x',
    '{<<: x}',
    '- - -',
    '"',
  ),
);
/** Front matter with known and unknown keys and values of all kinds; nothing, as often as not. */
export const anyFrontMatter: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.array(fc.tuple(key, value), { maxLength: 5 }),
        fc.constantFrom('---', '---', '---', '...', ''),
      )
      .map(([pairs, end]) => `---\n${pairs.map(([name, text]) => `${name}: ${text}`).join('\n')}\n${end}\n`),
  },
);
