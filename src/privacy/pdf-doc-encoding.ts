/** Where PDFDocEncoding differs from Latin-1 in characters that a name may hold (ISO 32000-2, annex D.2). */
const others: Readonly<Record<number, string>> = {
  128: '•',
  132: '—',
  133: '–',
  141: '“',
  142: '”',
  143: '‘',
  144: '’',
  146: '™',
  147: 'ﬁ',
  148: 'ﬂ',
  149: 'Ł',
  150: 'Œ',
  151: 'Š',
  152: 'Ÿ',
  153: 'Ž',
  154: 'ı',
  155: 'ł',
  156: 'œ',
  157: 'š',
  158: 'ž',
  160: '€',
};

/** @param text bytes, each as the character of its number */
export function decodePdfDocEncoding(text: string): string {
  return text.replace(/[\x80-\xA0]/g, (character) => others[character.charCodeAt(0)] ?? character);
}
