import { expect, test } from 'vitest';
import { writeMarkdown } from '../../src/import/write-markdown.ts';
import { parse } from '../content/syntax/outline.ts';

test.each(['4^th^ and H~2~O', '~5, ^1^ and ^_^'])('%s stays as it is', async (value) => {
  const written = writeMarkdown([{ type: 'paragraph', children: [{ type: 'text', value }] }]);
  expect((await parse(written)).tree).toBe(`paragraph: text "${value}"`);
});
