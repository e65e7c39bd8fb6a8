/** A character as messages name it: `中` (U+4E2D), or U+0007 where there is nothing to see. */
export function nameCharacter(character: string): string {
  const points = Array.from(character, codePointName).join(' ');
  return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `\`${character}\` (${points})` : points;
}

/** `U+4E2D` */
export function codePointName(character: string): string {
  const codePoint = character.codePointAt(0) as number;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
