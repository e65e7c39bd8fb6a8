import { expect, test } from 'vitest';
import { splitName } from '../../../src/content/recognition/split-name.ts';
import { parseInline, show } from './phrasing.ts';

test.each([
  ['Ada Lovelace', 'Ada', 'Lovelace'],
  ['Jean-Luc Anne Picard', 'Jean-Luc Anne', 'Picard'],
  ['Vincent van der Berg', 'Vincent', 'van der Berg'],
  ['Juana Inés de la Cruz', 'Juana Inés', 'de la Cruz'],
  ['Omar bin Said', 'Omar', 'bin Said'],
  ['Martin Luther King Jr.', 'Martin Luther', 'King Jr.'],
  ['Ada Lovelace, Ph.D.', 'Ada', 'Lovelace, Ph.D.'],
  ['Madonna', 'Madonna', undefined],
  ['van Gogh', 'van', 'Gogh'],
  ['张三', '张三', undefined],
  ['山田 太郎', '山田 太郎', undefined],
  ['김 철수', '김 철수', undefined],
  ['Иван Иванов', 'Иван', 'Иванов'],
  ['Smith & Sons', 'Smith & Sons', undefined],
  ['Ada **Lovelace**', 'Ada', '**Lovelace**'],
  ['**Ada Lovelace**', '**Ada**', '**Lovelace**'],
])('splits %j', (source, given, family) => {
  const children = parseInline(source);
  const name = splitName({ children });
  expect([show(name.given), show(name.family)]).toEqual([given, family]);
});

test('keeps the whole name as plain text', () => {
  expect(splitName({ children: parseInline('Ada  \n**Lovelace**') }).text).toBe('Ada Lovelace');
});
