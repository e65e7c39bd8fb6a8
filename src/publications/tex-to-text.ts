import { isPlain, readTex } from './read-tex.ts';

/**
 * The TeX of a value as plain Unicode text without formatting: for what is compared, sorted and searched. White space is folded and
 * trimmed, formulas are read as text, commands that nothing is known of vanish and leave their arguments. Never throws.
 */
export function texToText(value: string): string {
  if (isPlain(value)) return value.normalize('NFC');
  return readTex(value, true)
    .spans.map(({ text }) => text)
    .join('')
    .normalize('NFC');
}
