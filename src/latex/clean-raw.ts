/** Raw LaTeX without characters that no text may hold, among them those of the marks. */
export function cleanRaw(source: string): string {
  return source.replace(/[\p{Cs}\p{Noncharacter_Code_Point}\0]/gu, '');
}
