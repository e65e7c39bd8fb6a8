import { expect, test } from 'vitest';
import { toPhrasingText } from '../../../src/content/phrasing-text.ts';
import { settleDates } from '../../../src/content/recognition/settle-dates.ts';
import { parse } from '../syntax/outline.ts';

async function settle(source: string): Promise<string[]> {
  const { root } = await parse(source);
  return settleDates(root.children).flatMap((node) =>
    node.type === 'paragraph'
      ? node.children.map((child) =>
          child.type === 'inlineCode' ? `[${child.value}]` : toPhrasingText([child]),
        )
      : [],
  );
}

test.each([
  ['`2016` – `2019` | Kiel', ['[2016 – 2019]', ' | Kiel']],
  ['`2016`–`today`', ['[2016–today]']],
  ['`2016` - Present', ['[2016 - Present]']],
  ['`2016` -- May 2019, Kiel', ['[2016 -- May 2019]', ', Kiel']],
  // No dates, and no end.
  ['`a` – `2019`', ['[a]', ' – ', '[2019]']],
  ['`2016` – `Kiel`', ['[2016]', ' – ', '[Kiel]']],
  ['`2016` – **2019**', ['[2016]', ' – ', '2019']],
  ['`2016` – Kiel', ['[2016]', ' – Kiel']],
  ['`2016` in Kiel', ['[2016]', ' in Kiel']],
  ['`2016`', ['[2016]']],
  // Code is left alone, dates are not.
  ['2014-15 `2006-07` `x2006-07`', ['2014–15 ', '[2006–07]', ' ', '[x2006-07]']],
])('%s', async (source, expected) => {
  expect(await settle(`${source}\n`)).toEqual(expected);
});

test('other nodes are left as they are', async () => {
  const { root } = await parse('a\n\n---\n');
  expect(settleDates(root.children)).toEqual(root.children);
});
