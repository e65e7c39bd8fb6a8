import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkImageColours } from '../../src/template/check-image-colours.ts';
import { type ImageColours, readImageColours } from '../../src/template/image-colours.ts';
import type { ImageFormat } from '../../src/template/image-file.ts';
import { srgbProfile } from '../../templates/prepare/srgb-profile.ts';
import { createJpegHead, createPng } from '../images.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-colours-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const other = Buffer.from('\0desc Display P3', 'latin1');
const wideName = Buffer.from('\0s\0R\0G\0B', 'latin1');

const kinds: [string, ImageFormat, Buffer, ImageColours][] = [
  ['grey', 'png', createPng({ colourType: 0 }), { space: 'grey' }],
  ['RGB', 'png', createPng({ colourType: 2 }), { space: 'rgb' }],
  ['16 bits', 'png', createPng({ colourType: 2, bitDepth: 16 }), { space: 'rgb' }],
  ['a palette', 'png', createPng({ colourType: 3, transparentPalette: true }), { space: 'rgb' }],
  ['grey with alpha', 'png', createPng({ colourType: 4 }), { space: 'grey' }],
  ['RGB with alpha', 'png', createPng({ colourType: 6 }), { space: 'rgb' }],
  [
    'a profile',
    'png',
    createPng({ colourType: 2, profile: { name: 'Display P3', bytes: other } }),
    { space: 'rgb', profile: 'Display P3' },
  ],
  [
    'the profile of sRGB',
    'png',
    createPng({ colourType: 2, profile: { name: 'sRGB IEC61966-2.1', bytes: srgbProfile() } }),
    { space: 'rgb' },
  ],
  ['no pixels', 'png', createPng({ colourType: 2 }).subarray(0, 33), { space: 'rgb' }],
  ['half a header', 'png', createPng({ colourType: 2 }).subarray(0, 20), { space: 'grey' }],
  ['grey', 'jpg', createJpegHead(1), { space: 'grey' }],
  ['RGB', 'jpg', createJpegHead(3), { space: 'rgb' }],
  ['CMYK', 'jpg', createJpegHead(4), { space: 'cmyk' }],
  ['two components', 'jpg', createJpegHead(2), { space: 'unknown' }],
  ['a profile', 'jpg', createJpegHead(3, other), { space: 'rgb', profile: '' }],
  ['the profile of sRGB', 'jpg', createJpegHead(3, srgbProfile()), { space: 'rgb' }],
  ['the profile of sRGB, named in UTF-16', 'jpg', createJpegHead(3, wideName), { space: 'rgb' }],
  ['no frame', 'jpg', createJpegHead(3).subarray(0, 20), { space: 'unknown' }],
  ['half a frame', 'jpg', createJpegHead(3).subarray(0, 96), { space: 'unknown' }],
  ['pixels before a frame', 'jpg', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]), { space: 'unknown' }],
  ['no marker', 'jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 1, 2, 3, 4]), { space: 'unknown' }],
  ['anything', 'pdf', Buffer.from('%PDF-1.7'), { space: 'unknown' }],
];

it.each(kinds)('reads the colours of %s in a %s', (_kind, format, bytes, colours) => {
  const path = join(folder, `image.${format}`);
  writeFileSync(path, bytes);
  expect(readImageColours(path, format)).toEqual(colours);
});

it.each<[string, ImageFormat, Buffer, string[]]>([
  ['RGB', 'png', createPng({ colourType: 6 }), []],
  [
    'CMYK',
    'jpg',
    createJpegHead(4),
    [
      "3:1 no-pdfa The PDF does not claim to be PDF/A: the image `me` is in CMYK, and the PDF's colours are sRGB",
    ],
  ],
  [
    'a PDF',
    'pdf',
    Buffer.from('%PDF-1.7'),
    [
      '3:1 no-pdfa The PDF does not claim to be PDF/A: the image `me` is a PDF file, of which mdcv does not check fonts and colours',
    ],
  ],
  [
    'a profile with a name',
    'png',
    createPng({ colourType: 2, profile: { name: 'Display P3', bytes: other } }),
    [
      '3:1 image-profile The image `me` has a colour profile of its own, `Display P3`, which TeX may leave out: its colours can come out otherwise',
    ],
  ],
  [
    'a profile without a name',
    'jpg',
    createJpegHead(3, other),
    [
      '3:1 image-profile The image `me` has a colour profile of its own, which TeX may leave out: its colours can come out otherwise',
    ],
  ],
])('says what keeps %s from PDF/A', (_kind, format, bytes, told) => {
  const path = join(folder, `check.${format}`);
  writeFileSync(path, bytes);
  const vfile = new VFile({ path: 'cv.md' });
  const position = { start: { line: 3, column: 1 }, end: { line: 3, column: 9 } };
  checkImageColours({ name: 'me', path, format, position }, vfile);
  expect(
    vfile.messages.map(({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId} ${reason}`),
  ).toEqual(told);
});
