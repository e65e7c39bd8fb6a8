import { expect, it } from 'vitest';
import { ideographRegionOf } from '../../src/latex/ideograph-region.ts';

it.each([
  ['zh', 'SC'],
  ['zh-CN', 'SC'],
  ['zh-Hans-HK', 'SC'],
  ['zh-Hant', 'TC'],
  ['zh-TW', 'TC'],
  ['zh_HK', 'HK'],
  ['zh-MO', 'HK'],
  ['yue', 'HK'],
  ['ja', 'JP'],
  ['ko-KR', 'KR'],
  ['en', 'SC'],
])('%s draws ideographs as in %s', (lang, region) => {
  expect(ideographRegionOf(lang)).toBe(region);
});
