import { rawTex, type Tex } from '../latex/tex.ts';

/**
 * A number of a text as sixteen hex digits, the same in every build (FNV-1a, twice 32 bits, from two beginnings). A text cannot hold its own
 * except by a long search, and who searches deceives nobody but himself: a cryptographic hash would take longer to load than all else here.
 */
export function toSeal(text: string): Tex {
  return rawTex([0x811c9dc5, 0x01234567].map((seed) => hash(text, seed)).join(''));
}

/** A document that was made of another text, with the seal of this one; as it is where it has none. */
export function reseal(source: string, text: string): string {
  return source.replace(sealOfBody, (_, before: string) => before + toSeal(text));
}

/** As the end of a body sets it (templates/shared/body.tex.njk). */
const sealOfBody = /(\\gdef\\mdcvseal\{)[0-9a-f]+/;

function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
