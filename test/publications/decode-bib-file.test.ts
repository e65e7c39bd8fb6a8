import { expect, test } from 'vitest';
import { decodeBibFile } from '../../src/publications/decode-bib-file.ts';

test.each([
  ['UTF-8', [0x61, 0xc3, 0xa9], { text: 'aé', legacyAt: [] }],
  ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x61], { text: 'a', legacyAt: [] }],
  ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0, 0xe9, 0], { text: 'aé', legacyAt: [] }],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61, 0, 0xe9], { text: 'aé', legacyAt: [] }],
  ['UTF-16 without a mark', [0x61, 0, 0xe9, 0], { text: 'aé', legacyAt: [] }],
  ['UTF-32', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], undefined],
  ['nothing', [], { text: '', legacyAt: [] }],
  ['Latin-1', [0x61, 0xe9, 0x62], { text: 'aéb', legacyAt: [1] }],
  ['Windows-1252', [0xc3, 0xa9, 0x80, 0x9f, 0x81], { text: 'Ã©€Ÿ\u0081', legacyAt: [0, 1, 2, 3, 4] }],
  ['a letter that is cut off', [0x61, 0xc3], { text: 'aÃ', legacyAt: [1] }],
  ['a picture', [0x89, 0x50, 0x4e, 0x47, 0, 0], undefined],
])('reads %s', (_, bytes, expected) => {
  expect(decodeBibFile(Uint8Array.from(bytes))).toEqual(expected);
});
