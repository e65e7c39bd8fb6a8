import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../src/content/syntax/parse-html.ts';
import { readPlainHtml } from '../../../src/content/syntax/plain-html.ts';

const inline =
  'abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var';
const plainNames = fc.constantFrom(...inline.split(' '), 'mdcv-7', 'mdcv-12');
const space = fc.constantFrom('', ' ', '\n', '\t', '  ');
const index = fc.nat({ max: 99 }).map((number) => ` mdcv="${number}"`);
const { content } = fc.letrec<{ content: string; element: string }>((tie) => ({
  content: fc.array(fc.oneof(space, tie('element')), { maxLength: 5 }).map((parts) => parts.join('')),
  element: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(fc.constantFrom('br', 'wbr'), index, fc.constantFrom('', ' ', '/', ' /'))
      .map(([name, at, end]) => {
        return `<${name}${at}${end}>`;
      }),
    fc.tuple(plainNames, index, space, tie('content')).map(([name, at, end, inner]) => {
      return `<${name}${name.startsWith('mdcv') ? '' : at}${end}>${inner}</${name}>`;
    }),
  ),
}));

/** What a parser makes of it, without the quirks mode. */
function parsed(html: string): unknown {
  const { data: _, ...tree } = parseHtml(html) as { data?: unknown };
  return tree;
}

test('plain inline HTML gives the tree that a parser makes of it', () => {
  fc.assert(
    fc.property(content, (inner) => {
      const html = `<mdcv-root>${inner}</mdcv-root>`;
      expect(readPlainHtml(html)).toEqual(parsed(html));
    }),
    { numRuns: 500 },
  );
});

test('and so does all that is taken for plain, whatever the tags', () => {
  const names = fc.constantFrom(
    'b',
    'i',
    'a',
    'nobr',
    'p',
    'div',
    'li',
    'td',
    'ruby',
    'rt',
    'br',
    'h1',
    'pre',
    'mdcv-1',
    'font',
  );
  const tag = fc.tuple(names, fc.constantFrom('', ' mdcv="1"', ' mdcv="2"/', ' class="x"'), fc.boolean());
  const tags = fc.array(tag.map(([name, rest, isClose]) => (isClose ? `</${name}>` : `<${name}${rest}>`)));
  fc.assert(
    fc.property(tags, (parts) => {
      const html = `<mdcv-root>${parts.join('')}</mdcv-root>`;
      const plain = readPlainHtml(html);
      if (plain) expect(plain).toEqual(parsed(html));
    }),
    { numRuns: 2000 },
  );
});

describe('HTML is left to a parser where its rules have a say', () => {
  test.each([
    '<b><i></b></i>',
    '</b>',
    '<b>',
    '<b/></b>',
    '<p></p>',
    '<a></a>',
    '<b class="x"></b>',
    'text',
    '<b',
  ])('%s', (html) => {
    expect(readPlainHtml(html)).toBeUndefined();
  });
});
