import fc from 'fast-check';
import { anyText } from './any-text.ts';
import { faultyBib } from './faulty-bib.ts';
import { soundBib } from './sound-bib.ts';
import { applyTears, tear } from './torn-text.ts';

/** Any .bib file: whole, faulty, torn and none at all, of which nobody knows what should be left. */
export const anyBib: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: soundBib.map(({ text }) => text) },
  { weight: 3, arbitrary: faultyBib.map(({ text }) => text) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(soundBib, fc.array(tear, { minLength: 1, maxLength: 5 }))
      .map(([{ text }, tears]) => applyTears(text.replace(/\{(?:pr|xd)\}/g, '{k0, k1}'), tears)),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc.oneof(
          anyText,
          fc.constantFrom('@', '@book{', '@string{', '}', ')', ',', '=', '"', '#', '\n', '%'),
        ),
        { maxLength: 20 },
      )
      .map((all) => all.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyText, anyText, anyText)
      .map(([a, b, c]) => `@misc{k0, title = {${a}}, author = {${b}}, note = {${c}}}`),
  },
);
