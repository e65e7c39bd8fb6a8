import { expect, test } from 'vitest';
import { mendBibEntry } from '../../src/publications/mend-bib-entry.ts';

/** Key and mended text, or the rest from where it fails, and why. */
function show(text: string): string {
  const mended = mendBibEntry(text, text.indexOf('{'));
  return 'reason' in mended
    ? `! ${text.slice(mended.at)} ${mended.reason}`
    : `${mended.key ?? 'none'} ${mended.text}`;
}

test.each([
  ['@a{k, f={x} g={y}}', 'k @a{k,f={x},g={y},}'],
  ['@a{k, f={x},, g={y},}', 'k @a{k,f={x},g={y},}'],
  ['@a{f={x}}', 'none @a{k,f={x},}'],
  ['@a{my  old key, f={x}}', 'my old key @a{k,f={x},}'],
  ['@a{k, f {x}, g "y"\nh {z}}', 'k @a{k,f={x},g="y",h={z},}'],
  ['@a{k f={x}}', 'k @a{k,f={x},}'],
  ['@a{k, Date Added(@)={x}}', 'k @a{k,Date-Added---={x},}'],
  ['@a{k, f = two words, g = 12, h = jan}', 'k @a{k,f={two words},g=12,h=jan,}'],
  ['@a{k, f = {x} # # jan # "y"}', 'k @a{k,f={x}#jan#"y",}'],
  ['@a{k, f = 1a}', 'k @a{k,f={1a},}'],
  ['@a{k, f =, g = }', 'k @a{k,f={},g={},}'],
  // A word alone says nothing.
  ['@a{k, draft, f={x}}', 'k @a{k,f={x},}'],
  ['@a{}', 'none @a{k,}'],
])('mends %j', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test.each([
  ['@a{{x}}', '! {x}} its key is expected here'],
  ['@a{= {x}}', '! = {x}} its key is expected here'],
  ['@a{k {x}}', '! {x}} its key is expected here'],
  ['@a{k, = {x}}', '! = {x}} the name of a field is expected here'],
  ['@a{k, f={x} {y}}', '! {y}} a comma is expected here'],
  ['@a{k, f={x} g {y}}', '! g {y}} a comma is expected here'],
  ['@a{k, f # {x}}', '! # {x}} `=` is expected here'],
  ['@a{k, two words {x}}', '! {x}} `=` is expected here'],
  ['@a{k, f="x}', '! "x} the quote that opens here is not closed'],
])('refuses %j', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test('tells where a value was', () => {
  const text = '@a{my key, long name  =  {x}  # two words g = {y}}';
  const mended = mendBibEntry(text, 2);
  if ('reason' in mended) throw new Error(mended.reason);
  for (const value of ['x}', 'two', 'words', 'y}'])
    expect(mended.offsetOf(mended.text.indexOf(value))).toBe(text.indexOf(value));
  const empty = mendBibEntry('@a{k,,}', 2);
  expect('offsetOf' in empty && empty.offsetOf(0)).toBe(0);
});
