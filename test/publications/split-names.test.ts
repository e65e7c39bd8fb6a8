import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { splitNames } from '../../src/publications/split-names.ts';
import { createField } from './create-field.ts';

/** A line a name, `given|particle|family|suffix` with `corporate` and marks; then `others` and the messages. */
function show(value: string): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  const { names, open } = splitNames(createField(value), vfile);
  const lines = names.map(({ parts: { given, particle, family, suffix }, corporate, marks }) =>
    [
      [given, particle, family, suffix].map((part) => part?.value).join('|'),
      corporate ? 'corporate' : '',
      ...marks,
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
  const messages = vfile.messages.map(
    ({ file, line, column, ruleId, reason }) => `${file}:${line}:${column} ${ruleId} ${reason}`,
  );
  return [...lines, ...(open ? ['others'] : []), ...messages];
}

test.each([
  ['Zhang, Jintao and Jia Wei', ['Jintao||Zhang|', 'Jia||Wei|']],
  ['Zhang, Jintao AND\n  Jia Wei', ['Jintao||Zhang|', 'Jia||Wei|']],
  ['{Barnes and Noble} and Anders Andersson', ['||Barnes and Noble| corporate', 'Anders||Andersson|']],
  ['Zhang, Jintao and others', ['Jintao||Zhang|', 'others']],
  ['Zhang, Jintao and et al.', ['Jintao||Zhang|', 'others']],
  ['Zhang, Jintao and et~al', ['Jintao||Zhang|', 'others']],
  ['Zhang, Jintao and \\ldots{}', ['Jintao||Zhang|', 'others']],
  ['Zhang, Jintao and …', ['Jintao||Zhang|', 'others']],
  ['Zhang, Jintao and ...', ['Jintao||Zhang|', 'others']],
  ['others', ['||others|']],
  ['{others} and {others}', ['||others| corporate', '||others| corporate']],
  ['{The ATLAS Collaboration}', ['||The ATLAS Collaboration| corporate']],
  ['{{ The ATLAS Collaboration }}', ['||The ATLAS Collaboration| corporate']],
  ["{\\'Ecole Polytechnique, Paris}", ["||\\'Ecole Polytechnique, Paris| corporate"]],
])('splits %s', (value, expected) => {
  expect(show(value)).toEqual(expected);
});

test.each([
  ['Jintao Zhang* and Jia Wei$^\\dagger$', ['Jintao||Zhang| equal', 'Jia||Wei| corresponding']],
  ['Jintao Zhang * and Wei*, Jia†', ['Jintao||Zhang| equal', 'Jia||Wei| equal corresponding']],
  ['Jintao* Zhang', ['Jintao||Zhang| equal']],
  ['Zhang, Jintao, $^*$', ['Jintao||Zhang| equal']],
  [
    '{The ATLAS Collaboration}* and {CMS†}',
    ['||The ATLAS Collaboration| corporate equal', '||CMS| corporate corresponding'],
  ],
  ['* Zhang', ['*||Zhang|']],
])('takes marks off %s', (value, expected) => {
  expect(show(value)).toEqual(expected);
});

test.each([
  ['given=Hans, family=Harman, prefix=von, suffix=Jr', ['Hans|von|Harman|Jr']],
  ['family={de la Vega, y}, given={Juan*}, given-i=J, useprefix=true', ['{Juan*}||{de la Vega, y}|']],
  ['"given=Hans", "family=Harman" and Jia Wei', ['Hans||Harman|', 'Jia||Wei|']],
  ['family={The ATLAS Collaboration}', ['||The ATLAS Collaboration| corporate']],
  ['given=Prince, family=', ['||Prince|']],
  ['given=Hans, Harman', ['Harman||given=Hans|']],
  ['prefix=von', ['||prefix=von|']],
  ['e=mc', ['||e=mc|']],
])('reads the extended name %s', (value, expected) => {
  expect(show(value)).toEqual(expected);
});

test.each([
  [
    'Zhang and and Wei',
    ['||Zhang|', '||Wei|', 'publications.bib:3:22 bib-name Cannot find a name beside `and`'],
  ],
  ['and Wei', ['||Wei|', 'publications.bib:3:12 bib-name Cannot find a name beside `and`']],
  ['Wei and', ['||Wei|', 'publications.bib:3:19 bib-name Cannot find a name beside `and`']],
  ['... and Wei', ['||Wei|', 'publications.bib:3:12 bib-name Cannot find a name in `...`']],
  ['* and Wei', ['||Wei|', 'publications.bib:3:12 bib-name Cannot find a name in `*`']],
  ['{} and Wei', ['||Wei|', 'publications.bib:3:12 bib-name Cannot find a name in `{}`']],
  [
    'Wei and A, B, C, D*',
    [
      '||Wei|',
      '||A, B, C, D| corporate equal',
      'publications.bib:3:20 bib-name Cannot tell the parts of `A, B, C, D` apart, it has too many commas',
    ],
  ],
  [
    'Wei,',
    [
      '||Wei|',
      'publications.bib:3:12 bib-name Cannot find the whole name in `Wei,`, a part is missing beside the comma',
    ],
  ],
])('tells what is wrong with %s', (value, expected) => {
  expect(show(value)).toEqual(expected);
});

test('places names and their parts', () => {
  const { names } = splitNames(createField('Zhang, Jintao\n and  van Gogh*, V.'), new VFile());
  const places = names.map(({ position, parts }) =>
    [position, ...Object.values(parts).map((part) => part?.position)].map(
      (place) => place && `${place.start.line}:${place.start.column}-${place.end.column}`,
    ),
  );
  expect(places).toEqual([
    ['3:12-25', '3:19-25', undefined, '3:12-17', undefined],
    ['4:7-20', '4:18-20', '4:7-10', '4:11-15', undefined],
  ]);
});

test('loses no letter', () => {
  const unit = fc.constantFrom(
    'a',
    'B',
    'é',
    ' ',
    ' and ',
    ', ',
    '{',
    '}',
    '*',
    '~',
    '.',
    '-',
    "\\'",
    '=',
    '张',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (value) => {
      const { names } = splitNames(createField(value), new VFile());
      const texts = names.flatMap(({ parts }) => Object.values(parts).map((part) => part?.value ?? ''));
      const letters = (text: string): string => [...text.replace(/[^aBé张]/g, '')].sort().join('');
      const listed = value.replace(/(?<=^|\s)and(?=\s|$)/g, '');
      fc.pre(!/(?<=^|\s)and(?=\s|$)/.test(value) || !/[{}]/.test(value));
      expect(letters(texts.join(''))).toBe(letters(listed));
    }),
    { numRuns: 1000 },
  );
});

test('splits five thousand names in little time', () => {
  const value = Array.from({ length: 5000 }, (_, index) => `Family${index}, Given`).join(' and\n  ');
  expect(splitNames(createField(value), new VFile()).names).toHaveLength(5000);
}, 20_000);
