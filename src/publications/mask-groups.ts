/** Stands for a character within braces. */
const hidden = '\uFFFF';
const brace = /[{}]/g;

/**
 * A text of the same length for patterns that must not match within braces: there all is hidden, the outermost braces are kept, and
 * TeX's spaces (`\ `, `\,`) are white space. As in BibTeX, a brace counts also after a backslash.
 */
export function maskGroups(tex: string): string {
  if (!/[\\{}]/.test(tex)) return tex;
  let depth = 0;
  let masked = '';
  let from = 0;
  brace.lastIndex = 0;
  for (let match = brace.exec(tex); match; match = brace.exec(tex)) {
    const { 0: character, index } = match;
    masked += depth > 0 ? hidden.repeat(index - from) : tex.slice(from, index);
    if (character === '}' && depth > 0) depth -= 1;
    masked += depth > 0 ? hidden : character;
    if (character === '{') depth += 1;
    from = index + 1;
  }
  masked += depth > 0 ? hidden.repeat(tex.length - from) : tex.slice(from);
  return masked.replace(/\\[ ,;:!/]/g, '  ');
}

/** True where one pair of braces is around all of the text. */
export function isGroup(tex: string): boolean {
  return tex.startsWith('{') && /^\{\uFFFF*\}$/.test(maskGroups(tex));
}
