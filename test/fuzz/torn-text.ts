import fc from 'fast-check';
import { anyText } from './any-text.ts';

export interface Tear {
  at: number;
  length: number;
  text: string;
}

/** What careless hands do to a file: a piece is lost, doubled, or something else is pasted over it. */
export const tear: fc.Arbitrary<Tear> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  text: fc.oneof(
    fc.constant(''),
    anyText,
    fc.constantFrom(
      '\n',
      '\n\n',
      '\r',
      '\r\n',
      '    ',
      '\t',
      '> ',
      '- ',
      ': ',
      '*',
      '`',
      '|',
      '<',
      '[',
      '](',
    ),
  ),
});

export function applyTears(source: string, tears: readonly Tear[]): string {
  return tears.reduce((text, { at, length, text: pasted }) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + pasted + text.slice(start + length);
  }, source);
}

/** A file that somebody wrote, torn. */
export function tornFile(files: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(tear, { minLength: 1, maxLength: 6 }))
    .map(([file, tears]) => applyTears(file, tears));
}
