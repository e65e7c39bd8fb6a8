import { toString as textOf } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { describe, expect, it, test } from 'vitest';
import { parseMarkdown } from '../../../src/content/syntax/parse-markdown.ts';

async function parse(value: string): Promise<{ text: string; spans: string; messages: string[] }> {
  const vfile = new VFile({ path: 'cv.md', value });
  const { root } = await parseMarkdown(vfile);
  const spans = JSON.stringify(root).match(/"classes":\[[^\]]*\]|"rawLatex"/g) ?? [];
  return {
    text: textOf(root),
    spans: spans.join(' '),
    messages: vfile.messages.map(({ ruleId }) => String(ruleId)),
  };
}

describe('braces and brackets that the author escaped', () => {
  test.each([
    ['## Lead \\{.private}', 'Lead {.private}'],
    ['a \\{.private\\}', 'a {.private}'],
    ['a &#123;.private}', 'a {.private}'],
    ['a &lbrace;.private}', 'a {.private}'],
    ['[x]\\{.private}', '[x]{.private}'],
    ['\\[x\\]\\{.private} and \\* a', '[x]{.private} and * a'],
    ['`\\x`\\{=latex}', '\\x{=latex}'],
    ['a &amp; \\{.private}', 'a & {.private}'],
    ['**b** \\{.private}', 'b {.private}'],
    ['a & b', 'a & b'],
  ])('%j are text', async (markdown, text) => {
    expect(await parse(markdown)).toEqual({ text, spans: '', messages: [] });
  });

  it('leave others what they are', async () => {
    expect(await parse('a \\[b [x \\] y]{.optional} \\{.private} end {.private}')).toEqual({
      text: 'a [b x ] y {.private} end',
      spans: '"classes":["optional"] "classes":["private"]',
      messages: [],
    });
  });

  it('count for nothing where something was cut out between them', async () => {
    expect(await parse('a \\{x} <!-- { --> {.private}')).toEqual({
      text: 'a {x}',
      spans: '"classes":["private"]',
      messages: [],
    });
  });
});
