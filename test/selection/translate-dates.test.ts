import { expect, test } from 'vitest';
import type { Block, Cv } from '../../src/model/cv.ts';
import { translateDates } from '../../src/selection/translate-dates.ts';

function translate(value: string, lang: string): string {
  const text = { children: [{ type: 'text' as const, value }] };
  const entry: Block = { type: 'entry', title: text, date: { text }, details: [], body: [] };
  const nested: Block = { type: 'subsection', title: text, blocks: [entry] };
  const cv: Cv = {
    lang,
    person: { address: [], contacts: [] },
    introduction: [],
    sections: [{ title: text, blocks: [nested] }],
    keywords: [],
  };
  return (
    JSON.stringify(translateDates(cv, lang)).match(
      /"date":\{"text":\{"children":\[\{"type":"text","value":"(.*?)"/,
    )?.[1] ?? ''
  );
}

test.each([
  ['March 2019 – present', 'de', 'März 2019 – heute'],
  ['Oct 2014', 'de-CH', 'Okt 2014'],
  ['März 2019 – heute', 'en', 'March 2019 – present'],
  ['2019 – heute', 'fr', '2019 – aujourd’hui'],
  ['Aug. 2020 – Dec 2021', 'es', 'ago 2020 – dic 2021'],
  ['March 2019', 'ru', 'март 2019'],
  ['2019 – present', 'zh-Hans', '2019 – 至今'],
  // Tags that Node's own functions refuse.
  ['March 2019', 'de-12', 'März 2019'],
  ['März 2019', 'German language', 'March 2019'],
  // A form of its own language.
  ['April 2019', 'de', 'April 2019'],
  // Signs of numbers, and words that are no dates: nothing is half translated.
  ['March 2019', 'ja', 'March 2019'],
  ['Since March 2019', 'de', 'Since March 2019'],
  ['Dec 2026 (expected)', 'de', 'Dec 2026 (expected)'],
  ['2016年9月', 'de', '2016年9月'],
])('%s in %s', (written, lang, said) => {
  expect(translate(written, lang).replace(/\.(?= )/g, '')).toBe(said);
});
