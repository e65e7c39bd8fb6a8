import { expect, test } from 'vitest';
import type { Needle } from '../../src/privacy/needle.ts';
import { toLetters, toWordLine } from '../../src/privacy/normal-forms.ts';
import { toDigits } from '../../src/privacy/phone-digits.ts';
import { createSearch } from '../../src/privacy/search.ts';

const part = { what: 'text', texts: [] };
const needle = (form: Needle['form'], shown: string): Needle => ({
  form,
  key:
    form === 'letters'
      ? toLetters(shown)
      : form === 'words'
        ? toWordLine(shown)
        : (toDigits(shown) as string),
  shown,
  part,
});

const latin = needle('letters', 'Zoë Müller & Söhne');
const wide = needle('letters', 'Łódź Škoda 研究所');
const phone = needle('digits', '+49 (0)30 1234567');
const name = needle('words', 'Siemens');

function find(content: string | Uint8Array, isRead = true): string[] {
  return createSearch([latin, wide, phone, name])({ name: '', content, isRead }).map(({ shown }) => shown);
}

function utf16(text: string, order: 'be' | 'le', mark = true): Buffer {
  const units = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'be' ? units.swap16() : units;
}

const texts = [latin.shown, wide.shown, '+49 30 1234567'];
const phoneShown = phone.shown;
const shownOf = (text: string): string => (text.startsWith('+49') ? phoneShown : text);

const encodings: [string, (text: string) => string | Uint8Array][] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-16BE', (text) => utf16(text, 'be')],
  ['UTF-16LE', (text) => utf16(text, 'le')],
  [
    'UTF-16BE at an odd place, without its mark',
    (text) => Buffer.concat([Buffer.from('('), utf16(text, 'be', false), Buffer.from(')')]),
  ],
  ['a hexadecimal string in UTF-16', (text) => `/Title <${utf16(text, 'be').toString('hex')}>`],
  [
    'a hexadecimal string in UTF-8, over lines',
    (text) => `<${Buffer.from(text).toString('hex').replace(/.{12}/g, '$&\n')}>`,
  ],
  [
    'octal escapes, as in the .out file',
    (text) =>
      [...utf16(text, 'be')]
        .map((byte) =>
          /[A-Za-z0-9]/.test(String.fromCharCode(byte))
            ? String.fromCharCode(byte)
            : `\\${byte.toString(8).padStart(3, '0')}`,
        )
        .join(''),
  ],
  [
    'percent signs',
    (text) => `mailto:${[...Buffer.from(text)].map((byte) => `%${byte.toString(16)}`).join('')}`,
  ],
  ['percent signs in TeX', (text) => `\\href{${encodeURIComponent(text).replaceAll('%', '\\%')}}`],
  ['entities, decimal', (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join('')],
  [
    'entities, hexadecimal',
    (text) => [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  ],
  [
    '^^ in a log',
    (text) =>
      [...Buffer.from(text)]
        .map((byte) => (byte > 127 ? `^^${byte.toString(16)}` : String.fromCharCode(byte)))
        .join(''),
  ],
  [
    '^^^^ in TeX',
    (text) => [...text].map((one) => `^^^^${one.codePointAt(0)?.toString(16).padStart(4, '0')}`).join(''),
  ],
  [
    'characters by number in TeX',
    (text) => [...text].map((one) => `\\char"${one.codePointAt(0)?.toString(16).toUpperCase()} `).join(''),
  ],
  ['commands between', (text) => text.replaceAll(' ', '\\mdcvbreak{} {}\\,~')],
  [
    'lower case, no accents, other spaces and hyphens',
    (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '\u00A0-\u00AD'),
  ],
  [
    'percent signs in entities in UTF-16',
    (text) => utf16(encodeURIComponent(text).replaceAll('%', '&#37;'), 'be'),
  ],
];

test.each(encodings)('%s', (_, encode) => {
  for (const text of texts) expect(find(encode(text)), text).toContain(shownOf(text));
  for (const text of ['Zoë Miller & Söhne', 'Łódź Škoda 研究院', '+49 30 1234576'])
    expect(find(encode(text)), text).toEqual([]);
});

test('TeX letters and accents', () => {
  expect(find(String.raw`Zo\"e M\"{u}ller \& S\"ohne`)).toEqual([latin.shown]);
  expect(find(String.raw`\L{}\'od\'z \v{S}koda 研究所`)).toEqual([wide.shown]);
  expect(find(String.raw`Zo\"{e} \textbf{M\"uller} \& S\symbol{246}hne`)).toEqual([latin.shown]);
});

test('PDFDocEncoding', () => {
  const search = createSearch([needle('letters', 'Škoda œuvre Łukasz')]);
  const bytes = Buffer.from('\x97koda \x9cuvre \x95ukasz', 'latin1');
  expect(search({ name: '', content: bytes, isRead: false })).toHaveLength(1);
});

test('ligatures and full widths', () => {
  expect(
    createSearch([needle('letters', 'official office')])({
      name: '',
      content: 'oﬃcial oﬀice',
      isRead: false,
    }),
  ).toHaveLength(1);
  expect(find('＋４９　３０　１２３４５６７')).toEqual([phoneShown]);
});

test('few plain words are searched for only in what is read, and whole', () => {
  expect(find('at Siemens, Berlin')).toEqual(['Siemens']);
  expect(find('at Siemens, Berlin', false)).toEqual([]);
  expect(find('Siemensstadt')).toEqual([]);
});

const typed = [
  '+49 30 1234567',
  '0049301234567',
  '030/123 45 67',
  '(030) 1234-567',
  'tel:+49-30-1234567',
  '030.12.34.567',
  String.raw`030\,12\,34~567`,
  '+49 (0) 30 – 1234567',
];

test.each(typed)('the number typed as %s', (text) => {
  expect(find(text)).toEqual([phoneShown]);
  for (const other of typed) {
    const search = createSearch([{ ...phone, key: toDigits(other) as string }]);
    expect(search({ name: '', content: text, isRead: false }), other).toHaveLength(1);
  }
});

test('other numbers', () => {
  for (const text of ['030 12345678', '2019–2020', '301,234,567', '123 4567', '30 1234 5a67'])
    expect(find(text), text).toEqual([]);
  expect(toDigits('12345')).toBeUndefined();
  expect(toDigits('+1 23456')).toBe('123456');
});
