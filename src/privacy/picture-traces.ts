/** What tells a picture in a PDF, however TeX has packed it. */
import { readFileSync } from 'node:fs';
import { openPdf } from '../pdf/open-pdf.ts';
import { asName, isList, isStream, type PdfObjects, type PdfStream } from '../pdf/pdf-objects.ts';
import { MdcvError } from '../problem.ts';
import type { ImageFormat } from '../template/image-file.ts';

/** So many bytes tell a picture from any other, if they are of so many kinds. */
const traceLength = 48;
const leastKinds = 12;
/** A drawing of fewer bytes may be the same in many pictures. */
const leastDrawing = 200;

/** @returns bytes, any of which is in the file of a PDF or in one of its unpacked streams where the picture is printed */
export async function pictureTraces(path: string, format: ImageFormat): Promise<Buffer[]> {
  const file = readFileSync(path);
  // JPEG data go into a PDF as they are, PNG data and those of a PDF in most cases.
  const packed = middleOf(file);
  if (format === 'png') return [packed, ...(await sampleTraces(file))];
  return format === 'pdf' ? [packed, ...(await streamTraces(file))] : [packed];
}

/** Of its colours, for TeX unpacks a PNG with an alpha channel, or one that is interlaced, and parts the two. */
async function sampleTraces(file: Buffer): Promise<Buffer[]> {
  const { PNG } = await import('pngjs');
  const { data, width, depth } = read(() =>
    PNG.sync.read(file, { skipRescale: true } as Parameters<typeof PNG.sync.read>[1]),
  ) ?? { data: Buffer.alloc(0), width: 1, depth: 8 };
  const samples = toBytes(data, depth);
  const size = depth === 16 ? 2 : 1;
  const pixels = samples.length / (4 * size);
  const colours = Buffer.alloc(pixels * 3 * size);
  const greys = Buffer.alloc(pixels * size);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    samples.copy(colours, pixel * 3 * size, pixel * 4 * size, pixel * 4 * size + 3 * size);
    samples.copy(greys, pixel * size, pixel * 4 * size, pixel * 4 * size + size);
  }
  return [
    ...tellingPart(colours, width * 3 * size),
    // Where there is no colour, a PDF has one sample for each pixel.
    ...(isGrey(colours, size) ? tellingPart(greys, width * size) : []),
  ];
}

/** Samples of 16 bits lie in a PDF with the high byte first. */
function toBytes(data: Buffer | Uint16Array, depth: number): Buffer {
  if (depth !== 16) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const words = data instanceof Uint16Array ? data : new Uint16Array(data);
  return Buffer.from(words.buffer, words.byteOffset, words.byteLength).swap16();
}

function isGrey(colours: Buffer, size: number): boolean {
  for (let at = 0; at < colours.length; at += 3 * size)
    for (let byte = 0; byte < size; byte += 1) {
      const grey = colours[at + byte];
      if (grey !== colours[at + size + byte] || grey !== colours[at + 2 * size + byte]) return false;
    }
  return true;
}

/** The first part of the middle rows that is of many kinds of bytes; nothing where the picture is of one colour. */
function tellingPart(samples: Buffer, rowLength: number): Buffer[] {
  const middle = Math.floor(samples.length / rowLength / 2) * rowLength;
  for (let at = middle; at + traceLength <= samples.length; at += traceLength) {
    const part = samples.subarray(at, at + traceLength);
    if (new Set(part).size >= leastKinds) return [part];
  }
  return [];
}

/** Its images, or where it has none what it draws. */
async function streamTraces(file: Buffer): Promise<Buffer[]> {
  const pdf = openPdf(file);
  try {
    const objects = await pdf.objects();
    const images = [...objects.all.values()].filter(
      (value): value is PdfStream => isStream(value) && asName(objects.get(value, 'Subtype')) === 'Image',
    );
    if (images.length > 0) return images.map((image) => middleOf(toBuffer(image)));
    return drawingsOf(objects)
      .map(toBuffer)
      .filter(({ length }) => length >= leastDrawing);
  } catch (error) {
    // What mdcv cannot read TeX cannot print.
    if (error instanceof MdcvError) return [];
    throw error;
  } finally {
    await pdf.close();
  }
}

function drawingsOf({ pages, get }: PdfObjects): PdfStream[] {
  return pages.flatMap((page) => {
    const contents = get(page, 'Contents');
    return (isList(contents) ? contents : [contents]).map((one) => get(one)).filter(isStream);
  });
}

function toBuffer(stream: PdfStream): Buffer {
  return Buffer.from(stream.decode() ?? stream.raw);
}

function middleOf(bytes: Buffer): Buffer {
  const middle = bytes.length >> 1;
  return bytes.subarray(middle, middle + traceLength);
}

/** Nothing where the file is broken, which TeX cannot print either. */
function read<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
