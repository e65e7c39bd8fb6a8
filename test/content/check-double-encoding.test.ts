import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { checkDoubleEncoding } from '../../src/content/check-double-encoding.ts';
import { decodeMixed } from '../../src/content/decode-mixed.ts';

function check(text: string): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  checkDoubleEncoding(text, vfile);
  return vfile.messages.map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`);
}

/** What an editor shows that takes UTF-8 for Windows-1252: none of the bytes is read as UTF-8 where one of a kind of its own is most. */
function twice(text: string): string {
  const filler = 0xff;
  const { text: shown } = decodeMixed(
    Uint8Array.from([...new Array(1000).fill(filler), ...Buffer.from(text)]),
  );
  return shown.slice(1000);
}

test.each([
  ['Müller', 'Ã¼', 'ü'],
  ['Zoë', 'Ã«', 'ë'],
  ['Größe', 'Ã¶', 'ö'],
  ['Łódź', 'Ã³', 'ó'],
  ['Škoda', 'Å\u00A0', undefined],
  ['Košice', 'Å¡', 'š'],
  ['“so”', 'â€œ', '“'],
  ['2019 – 2020', 'â€“', '–'],
  ['it’s', 'â€™', '’'],
  ['100 €', 'â‚¬', '€'],
  ['20 °C', 'Â°', '°'],
  ['Анна', 'Ð\x90Ð½Ð½Ð°', 'Анна'],
  ['會社', 'æœƒç¤¾', '會社'],
])('%s that was converted twice', (text, sign, meant) => {
  expect(check(`# Ada\n\n${twice(text)}`)).toEqual(
    meant === undefined
      ? []
      : [expect.stringMatching(`^3:\\d+ double-encoding Cannot be meant: \`${sign}\`, expected \`${meant}`)],
  );
});

test('is told once', () => {
  expect(check(twice('Zoë Müller, Größe'))).toEqual([
    '1:3 double-encoding Cannot be meant: `Ã«`, expected `ë`, and 3 more like it',
  ]);
});

test.each([
  'Å²',
  '5 Å·mol',
  'IRMÃ”',
  '« voilà\u00A0» à «',
  'MAÇÃ',
  'SÃO',
  'Ångström',
  'Äthiopien…',
  'Ø³',
  'Ð',
  'CAFÉ»',
])('is not told of %s', (text) => {
  expect(check(text)).toEqual([]);
});
