import { asNumber, isStream, type PdfObjects, type PdfValue } from './pdf-objects.ts';

/**
 * The samples of an image that was packed as differences (ISO 32000-2, 7.4.4.4), which the decoder of pdf-lib leaves as they are.
 * @param bytes what the stream's filter makes of it
 */
export function undoPredictor(bytes: Uint8Array, stream: PdfValue, { get }: PdfObjects): Uint8Array {
  if (!isStream(stream)) return bytes;
  // One filter may have its parameters in a list of one.
  const own = get(stream, 'DecodeParms');
  const parms = get(own, 0) ?? own;
  const number = (key: string, otherwise: number): number => asNumber(get(parms, key)) ?? otherwise;
  const predictor = number('Predictor', 1);
  const sampleBits = number('BitsPerComponent', 8);
  const pixel = Math.max(1, (number('Colors', 1) * sampleBits) >> 3);
  const row = Math.ceil((number('Colors', 1) * sampleBits * number('Columns', 1)) / 8);
  if (predictor >= 10) return undoPng(bytes, row, pixel);
  return predictor === 2 && sampleBits === 8 ? undoTiff(bytes, row, pixel) : bytes;
}

/** Each sample is the difference to the one of its colour at its left. */
function undoTiff(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const samples = Uint8Array.from(bytes);
  for (let start = 0; start < samples.length; start += row)
    for (let at = pixel; at < row && start + at < samples.length; at += 1)
      samples[start + at] = (samples[start + at] ?? 0) + (samples[start + at - pixel] ?? 0);
  return samples;
}

/** Each row begins with the kind of its differences: ISO/IEC 15948, 9.2. */
function undoPng(bytes: Uint8Array, row: number, pixel: number): Uint8Array {
  const rows = Math.ceil(bytes.length / (row + 1));
  const samples = new Uint8Array(rows * row);
  for (let index = 0; index < rows; index += 1) {
    const kind = bytes[index * (row + 1)] ?? 0;
    const start = index * row;
    for (let at = 0; at < row; at += 1) {
      const left = at < pixel ? 0 : (samples[start + at - pixel] ?? 0);
      const above = index === 0 ? 0 : (samples[start + at - row] ?? 0);
      const corner = at < pixel || index === 0 ? 0 : (samples[start + at - row - pixel] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind] ?? 0;
      samples[start + at] = (bytes[index * (row + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return samples;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
