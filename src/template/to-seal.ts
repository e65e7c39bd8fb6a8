import { rawTex, type Tex } from '../latex/tex.ts';

/**
 * A number of a text as sixteen hex digits, the same in every build (FNV-1a, twice 32 bits, from two beginnings). A text cannot hold its own
 * except by a long search, and who searches deceives nobody but himself: a cryptographic hash would take longer to load than all else here.
 */
export function toSeal(text: string): Tex {
  return rawTex([0x811c9dc5, 0x01234567].map((seed) => hash(text, seed)).join(''));
}

function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
