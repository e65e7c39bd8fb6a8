/**
 * `Tex` is text that is safe to give to TeX. The brand is the compiler's guard of invariant 2:
 * only this folder makes one, so a plain string (content) cannot reach a template unescaped.
 */
declare const brand: unique symbol;
export type Tex = string & { readonly [brand]: 'Tex' };

/** Vouches for LaTeX that mdcv itself wrote. Never call it with content: that is what `escapeTex` is for. */
export function rawTex(source: string): Tex {
  return source as Tex;
}

/** Joins pieces of TeX. */
export function joinTex(pieces: readonly Tex[], separator = ''): Tex {
  return pieces.join(separator) as Tex;
}
