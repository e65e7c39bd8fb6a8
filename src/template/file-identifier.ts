/**
 * The identifier of a PDF (ISO 32000-1, 14.4) is made of what the PDF is made of, so that the same content gives the same file. It only has to
 * tell files apart; nothing that keeps a secret is asked of it, and loading a cryptographic hash would take longer than a page's worth of work.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { TexAsset } from '../engine/engine.ts';
import { rawTex, type Tex } from '../latex/tex.ts';

/** What a template prints until the document is whole: 32 hexadecimal digits. */
export const identifierPlace: Tex = rawTex('0'.repeat(32));

const command = '\\mdcvidentify';

/** It says what the text was, down to what nobody sees of it, and is not in the PDF. */
const seal = /\\gdef\\mdcvseal\{[0-9a-f]*\}/;

/** The document with its identifier; as it is where a template prints none. */
export function identifyDocument(source: string, assets: readonly TexAsset[]): string {
  const place = source.indexOf(`${command}{${identifierPlace}}`);
  if (place < 0) return source;
  const start = place + command.length + 1;
  const identifier = hash128([source.replace(seal, ''), ...assets.map(describeAsset)].join('\0'));
  return source.slice(0, start) + identifier + source.slice(start + identifierPlace.length);
}

/** A document that has an identifier, with the one of what it is now. */
export function identifyAgain(source: string, assets: readonly TexAsset[]): string {
  return identifyDocument(
    source.replace(identified, (_, before: string) => before + identifierPlace),
    assets,
  );
}

const identified = /(\\mdcvidentify\{)[0-9A-F]{32}/;

/** Enough of an image to tell it from another of the same name. */
const headBytes = 64 * 1024;

function describeAsset({ name, from }: TexAsset): string {
  const file = openSync(from as string, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const length = readSync(file, head, 0, headBytes, 0);
    return `${name} ${fstatSync(file).size} ${head.toString('latin1', 0, length)}`;
  } finally {
    closeSync(file);
  }
}

/** 32 hexadecimal digits: four times FNV-1a over the text's UTF-16 code units, from different beginnings, its bits well mixed at the end. */
function hash128(text: string): string {
  let [a, b, c, d] = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + 1), 0x01000193);
    c = Math.imul(c ^ (unit + 2), 0x01000193);
    d = Math.imul(d ^ (unit + 3), 0x01000193);
  }
  return [a, b, c, d]
    .map((lane) => mix(lane).toString(16).padStart(8, '0'))
    .join('')
    .toUpperCase();
}

/** The finaliser of MurmurHash3: each bit that goes in changes half of those that come out. */
function mix(lane: number): number {
  let bits = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
