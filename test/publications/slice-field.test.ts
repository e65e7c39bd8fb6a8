import { expect, test } from 'vitest';
import { sliceField, trimField } from '../../src/publications/slice-field.ts';
import { createField } from './create-field.ts';

const file = 'publications.bib';

test('places a piece', () => {
  expect(sliceField(createField('Zhang, Jintao'), 7, 13)).toEqual({
    value: 'Jintao',
    position: {
      start: { line: 3, column: 19, offset: 107, file },
      end: { line: 3, column: 25, offset: 113, file },
    },
  });
});

test.each(['\n', '\r'])('counts the columns of further lines from their start', (end) => {
  const field = createField(`Zhang and${end}  Wei, Jia`);
  expect(sliceField(field, 12, 15).position).toEqual({
    start: { line: 4, column: 3, offset: 112, file },
    end: { line: 4, column: 6, offset: 115, file },
  });
});

test('counts a line that ends as in Windows once', () => {
  expect(sliceField(createField('A and\r\nB'), 7, 8).position.start).toMatchObject({ line: 4, column: 1 });
});

test('keeps the place of a value that was joined', () => {
  const { value, position } = createField('Zhang, Jintao');
  expect(sliceField({ value: `${value} and Wei, Jia`, position }, 18, 21)).toEqual({
    value: 'Wei',
    position,
  });
  const start = { line: 3, column: 12 };
  const end = { line: 3, column: 25 };
  expect(sliceField({ value, position: { start, end } }, 0, 5)).toEqual({
    value: 'Zhang',
    position: { start, end },
  });
});

test('trims', () => {
  expect(trimField(createField(' \n Wei\t'))).toMatchObject({
    value: 'Wei',
    position: { start: { line: 4, column: 2, offset: 103 }, end: { column: 5, offset: 106 } },
  });
  expect(trimField(createField('  ')).value).toBe('');
});
