import fc from 'fast-check';
import { anyText, toMarkdownText } from './any-text.ts';
import type { FuzzDocument } from './set-sources.ts';

/** Places that Markdown prints a text in as it is. */
const places = [
  '# N\n\n## A $\n\nx\n',
  '## S\n\n$\n',
  '## S\n\n- a $ b\n',
  '## S\n\n**$**\n',
  '## S\n\na $[^n]\n\n[^n]: b\n',
  '## S\n\na[^n]\n\n[^n]: b $ c\n',
  '## S\n\n### a $ b\n\nx\n',
  '## S\n\n> a $ b\n',
  '## S\n\nT\n: a $ b\n',
  '## S\n\n| a | b |\n|-|-|\n| c $ d | e |\n',
  '## S\n\n- **a $:** b\n',
  '## S\n\n[a $ b](https://example.org)\n',
];

/**
 * A string in one of those places, escaped; nothing of it may be lost.
 * @param plainer takes out of the string what an engine cannot set
 */
export function anyStringDocument(plainer: (text: string) => string): fc.Arbitrary<FuzzDocument> {
  return fc.tuple(anyText.map(plainer), fc.constantFrom(...places)).map(([text, place]) => {
    const shown = toMarkdownText(text).trim();
    // A function, for `$&` in the text is no pattern.
    return { source: place.replace('$', () => `Q${shown}Z`), texts: [`Q${text}Z`] };
  });
}
