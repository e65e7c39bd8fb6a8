import { expect, test } from 'vitest';
import { readExtendedName } from '../../src/publications/read-extended-name.ts';
import { createField } from './create-field.ts';

/** `given|particle|family|suffix`, still TeX. */
function show(name: string): string | undefined {
  const parts = readExtendedName(createField(name));
  return (
    parts && [parts.given, parts.particle, parts.family, parts.suffix].map((part) => part?.value).join('|')
  );
}

test.each([
  ['given=Hans, family=Harman, prefix=von, suffix=Jr', 'Hans|von|Harman|Jr'],
  ['family = {Harman, Inc} , given = Hans', 'Hans||{Harman, Inc}|'],
  ['"given=Hans", "family=Harman"', 'Hans||Harman|'],
  ['given=Hans, given-i=H, family=Harman, id=x, useprefix=true', 'Hans||Harman|'],
  ['given=, family=Harman', '||Harman|'],
  // A name of one part is the family's.
  ['given=Plato', '||Plato|'],
  ['given=Plato, suffix=II', '||Plato|II'],
])('reads %s', (name, expected) => {
  expect(show(name)).toBe(expected);
});

test.each(['Harman, Hans', 'given=Hans, Harman', 'prefix=von', 'family=', '{family=Harman}', ''])(
  'sees no keys in %j',
  (name) => {
    expect(show(name)).toBeUndefined();
  },
);

test('places the parts', () => {
  const parts = readExtendedName(createField('family=Harman, given=Hans'));
  expect(parts?.given?.position.start).toMatchObject({ line: 3, column: 33 });
});
