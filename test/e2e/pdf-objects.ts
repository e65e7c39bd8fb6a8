/** The objects of a PDF, as qpdf reads them. */
import { execFileSync } from 'node:child_process';

export interface PdfObject {
  [key: string]: unknown;
}

export interface PdfObjects {
  trailer: PdfObject;
  /** All dictionaries there are, those within others and of streams as well. */
  dictionaries: PdfObject[];
  /** A value with its reference followed. */
  follow(value: unknown): unknown;
  /** The bytes of a stream, unpacked, by its reference. */
  stream(reference: unknown): Buffer;
}

export function readPdf(pdf: string): PdfObjects {
  const run = (args: string[]): Buffer => execFileSync('qpdf', args, { maxBuffer: 256 * 1024 * 1024 });
  const json = JSON.parse(run(['--json=2', '--json-key=qpdf', pdf]).toString('utf8'));
  const objects: Record<string, { value?: unknown; stream?: { dict: PdfObject } }> = json.qpdf[1];
  const objectAt = (key: string): unknown => objects[key]?.value ?? objects[key]?.stream?.dict;
  const dictionaries: PdfObject[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) dictionaries.push(value as PdfObject);
    for (const inner of Object.values(value)) collect(inner);
  };
  for (const key of Object.keys(objects)) collect(objectAt(key));
  return {
    trailer: objects.trailer?.value as PdfObject,
    dictionaries,
    follow: (value) => (/^\d+ \d+ R$/.test(String(value)) ? objectAt(`obj:${value}`) : value),
    stream: (reference) =>
      run([`--show-object=${String(reference).split(' ')[0]}`, '--filtered-stream-data', pdf]),
  };
}
