export type UnicodeEncoding = 'utf-16le' | 'utf-16be' | 'utf-32';

/** As many letters are looked at where there is no mark. */
const sampleBytes = 8192;

/**
 * Whether a text is in UTF-16 or UTF-32, which its byte-order mark tells or, for UTF-16, that each letter of ASCII has a NUL on the same side, as
 * programs of Windows and databases write it without a mark. Nothing for what may be UTF-8 and for what is no text.
 */
export function tellUtf16(bytes: Uint8Array): UnicodeEncoding | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32' : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32';
  const sample = bytes.subarray(0, sampleBytes);
  let [even, odd] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (Math.min(even, odd) > 0 || (even + odd) * 10 <= sample.length) return undefined;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  return isText(sample, encoding) ? encoding : undefined;
}

/** No picture and no archive decodes so without a letter that no text has. */
function isText(sample: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
  // A sample may end within a pair.
  const text = new TextDecoder(encoding).decode(sample.subarray(0, sample.length & ~1)).slice(0, -1);
  return !/[\0-\x08\x0E-\x1F\uFFFD]|\p{Surrogate}|\p{Noncharacter_Code_Point}|\p{Private_Use}/u.test(text);
}
