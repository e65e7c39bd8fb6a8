import { describe, expect, it } from 'vitest';
import { breakAddress } from '../../src/latex/break-words.ts';
import { escapeUrl } from '../../src/latex/escape-url.ts';
import { addressToTex, linkToTex } from '../../src/latex/link-to-tex.ts';
import { resolveLink } from '../../src/latex/resolve-link.ts';
import { rawTex } from '../../src/latex/tex.ts';
import { createContext, messagesOf } from './create-context.ts';

describe('escapeUrl', () => {
  it.each([
    ['https://x.org/a_b?c=1&d=2#e', 'https://x.org/a\\_b?c=1\\&d=2\\#e'],
    ['https://x.org/~me', 'https://x.org/\\%7Eme'],
    ['https://x.org/a b', 'https://x.org/a\\%20b'],
    ['https://x.org/%20%zz', 'https://x.org/\\%20\\%25zz'],
    ['https://x.org/\\input{a}^$', 'https://x.org/\\%5Cinput\\%7Ba\\%7D\\%5E\\%24'],
    ['https://x.org/é', 'https://x.org/\\%C3\\%A9'],
    ['https://münchen.de/ü', 'https://xn--mnchen-3ya.de/\\%C3\\%BC'],
    ['https://ü\u0000.de/', 'https://\\%C3\\%BC\\%00.de/'],
    ['https://x.org/#a#b', 'https://x.org/\\#a\\%23b'],
    ['mailto:me@x.org', 'mailto:me@x.org'],
  ])('%s', (url, tex) => {
    expect(escapeUrl(url)).toBe(tex);
  });
});

describe('resolveLink', () => {
  it.each([
    ['https://x.org', 'https://x.org'],
    [' HTTP://x.org ', 'HTTP://x.org'],
    ['mailto:me@x.org', 'mailto:me@x.org'],
    ['tel:+86-185', 'tel:+86-185'],
    ['me@x.org', 'mailto:me@x.org'],
    ['//x.org/a', 'https://x.org/a'],
    ['linkedin.com/in/me', 'https://linkedin.com/in/me'],
    ['x.org:8080/a', 'https://x.org:8080/a'],
    ['münchen.de', 'https://münchen.de'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['run:/bin/sh', undefined],
    ['data:text/html,x', undefined],
    ['cv.pdf', undefined],
    ['a/b.pdf', undefined],
    ['/about', undefined],
    ['#top', undefined],
    ['', undefined],
  ])('%s', (url, resolved) => {
    expect(resolveLink(url)).toBe(resolved);
  });
});

it('breaks an address after slashes and before punctuation', () => {
  const shown = (address: string): string => breakAddress(address).replaceAll('\u200b', '|');
  expect(shown('https://x.org/a/b-c_d.html?e=f&g#h')).toBe('https://|x|.org/|a/|b|-c|_d|.html|?e|=f|&g#h');
  expect(shown('x.org/')).toBe('x|.org/');
});

describe('links around text', () => {
  const position = { start: { line: 2, column: 3 }, end: { line: 2, column: 9 } };

  it('links', () => {
    expect(linkToTex('x.org/#a', rawTex('\\textbf{a}'), createContext())).toBe(
      '\\mdcvlink{https://x.org/\\#a}{\\textbf{a}}',
    );
    expect(addressToTex('https://x.org', 'x.org', createContext())).toBe(
      '\\mdcvurl{https://x.org}{x\\mdcvbreak{}.org}',
    );
  });

  it('prints the text alone where there is no address', () => {
    const context = createContext();
    expect(linkToTex('run:x', rawTex('a'), context, position)).toBe('a');
    expect(addressToTex(' ', 'x.org', context, position)).toBe('x\\mdcvbreak{}.org');
    expect(messagesOf(context)).toEqual([
      '2:3 unsafe-link: Cannot link to `run:x`, expected an address like `https://example.org` or `mailto:me@example.org`',
    ]);
  });
});
