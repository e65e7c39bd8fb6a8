/** Stands for a character within braces. */
const hidden = '\uFFFF';

/**
 * A text of the same length for patterns that must not match within braces: there all is hidden, the outermost braces are kept, and
 * TeX's spaces (`\ `, `\,`) are white space. As in BibTeX, a brace counts also after a backslash.
 */
export function maskGroups(tex: string): string {
  if (!/[\\{}]/.test(tex)) return tex;
  let depth = 0;
  let masked = '';
  for (let index = 0; index < tex.length; index++) {
    const character = tex[index] as string;
    if (character === '}' && depth > 0) depth -= 1;
    masked += depth > 0 ? hidden : character;
    if (character === '{') depth += 1;
  }
  return masked.replace(/\\[ ,;:!/]/g, '  ');
}

/** True where one pair of braces is around all of the text. */
export function isGroup(tex: string): boolean {
  return tex.startsWith('{') && /^\{\uFFFF*\}$/.test(maskGroups(tex));
}
