import { expect, test } from 'vitest';
import { parseWithBib } from './parse-with-bib.ts';

test.each([
  ['张, 三', '张三', 'family and given name without a space'],
  ['欧阳, 明', '欧阳明', 'a family name of two signs'],
  ['佐々木, 太郎', '佐々木太郎', 'a sign for repetition'],
  ['山田, はなこ', '山田はなこ', 'a given name in Hiragana'],
  ['김, 철수', '김철수', 'Korean'],
  ['张三', '张三', 'whole as it is'],
  ['スミス, ジョン', 'ジョン/-/スミス', 'a foreigner in Katakana'],
  ['张, San', 'San/-/张', 'two scripts'],
])('%s is %s: %s', async (author, shown) => {
  const list = await parseWithBib(
    `@article{a, author = {${author}}, title = {T}, journal = {J}, year = 2000}`,
  );
  expect(list.shown).toContain(`authors: ${shown.includes('/') ? shown : `-/-/${shown}`} (1)`);
});

test('the owner is found in a name that a comma divides', async () => {
  const bib = '@article{a, author = {张, 三 and 李, 四}, title = {T}, journal = {J}, year = 2000}';
  const { shown } = await parseWithBib(bib, '::: publications\n:::', ['name: 张三']);
  expect(shown).toContain('authors: **-/-/张三**; -/-/李四 (2)');
});
