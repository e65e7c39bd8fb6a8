import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toProfilePartial } from '../../templates/prepare/profile-partial.ts';
import { srgbProfile } from '../../templates/prepare/srgb-profile.ts';

const profile = srgbProfile();

/** The element data of a tag, by the profile's own table. */
function tag(signature: string): Buffer {
  for (let index = 0; index < profile.readUInt32BE(128); index++) {
    const entry = 132 + 12 * index;
    const [offset, size] = [profile.readUInt32BE(entry + 4), profile.readUInt32BE(entry + 8)];
    if (profile.toString('latin1', entry, entry + 4) === signature)
      return profile.subarray(offset, offset + size);
  }
  throw new Error(`There is no tag ${signature}`);
}

function xyz(signature: string): number[] {
  return [8, 12, 16].map((offset) => tag(signature).readInt32BE(offset) / 0x10000);
}

it('is a display profile of version 2 as long as it says', () => {
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.readUInt32BE(8)).toBe(0x02400000);
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
});

it('has the colorants that the ICC publishes for sRGB, which add up to the white of D50', () => {
  const [red, green, blue] = [xyz('rXYZ'), xyz('gXYZ'), xyz('bXYZ')] as [number[], number[], number[]];
  // They were computed with a white of five digits.
  const published = [
    [0.43607, 0.22249, 0.01392],
    [0.38515, 0.71687, 0.09708],
    [0.14307, 0.06061, 0.7141],
  ];
  [red, green, blue].forEach((colour, index) => {
    colour.forEach((value, part) => {
      expect(Math.abs(value - (published[index]?.[part] as number))).toBeLessThan(0.0002);
    });
  });
  [0.9642, 1, 0.8249].forEach((white, part) => {
    const sum = (red[part] as number) + (green[part] as number) + (blue[part] as number);
    expect(Math.abs(sum - white)).toBeLessThan(3 / 0x10000);
  });
});

it('has the transfer curve of sRGB, once for all three', () => {
  const curve = tag('rTRC');
  expect(curve.toString('latin1', 0, 4)).toBe('curv');
  const at = (index: number): number => curve.readUInt16BE(12 + 2 * index) / 0xffff;
  expect([at(0), at(255)]).toEqual([0, 1]);
  // Half of the signal is 21.4 % of the light; a dark one is a twelfth of itself.
  expect(at(128)).toBeCloseTo(0.2159, 4);
  expect(at(10)).toBeCloseTo(10 / 255 / 12.92, 4);
  expect(tag('gTRC').byteOffset).toBe(curve.byteOffset);
});

it('is what templates hold', () => {
  const file = new URL('../../templates/shared/srgb-profile.tex.njk', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(toProfilePartial());
});
