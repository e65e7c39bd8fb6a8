const hebrew = /[\u05D0-\u05EA\u05B0-\u05C7]/;
/** `ב"הארץ"`: particles that are written together with what follows, even where that is quoted. */
const particles = /(?<![\u05D0-\u05EA])[ובכלמשה]{1,4}$/;

/**
 * Gershayim (`צה״ל`) and geresh (`פרופ׳`), which are typed as straight quotes: what a quote is that stands behind a Hebrew letter, nothing where it is
 * a quote.
 * @param opened the quotes that are open before it
 */
export function toHebrewMark(text: string, index: number, opened: readonly string[]): string | undefined {
  if (!hebrew.test(text[index - 1] ?? '')) return undefined;
  const isWithin = hebrew.test(text[index + 1] ?? '');
  const mark = text[index] as string;
  if (mark === "'") return isWithin || !opened.includes(mark) ? '׳' : undefined;
  if (!isWithin) return undefined;
  return !opened.includes(mark) && opensAfterParticle(text, index) ? undefined : '״';
}

/** Whether the next quote closes one that is opened here. */
function opensAfterParticle(text: string, index: number): boolean {
  if (!particles.test(text.slice(Math.max(0, index - 5), index))) return false;
  const next = text.indexOf('"', index + 1);
  return (
    next > index + 1 && /\S/.test(text[next - 1] as string) && !/^[\p{L}\p{N}]/u.test(text.slice(next + 1))
  );
}
