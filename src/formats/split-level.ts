/** A level in brackets behind the words, where it is the only bracket or set off by a semicolon. */
export function splitLevel(text: string): { words: string; level?: string } {
  const found = /(?:^|\s)[(（](?<level>[^()（）]+)[)）]$/u.exec(text);
  const before = found ? text.slice(0, found.index).trimEnd() : '';
  const isLevel = found && (!/[()（）]/u.test(before) || /[;；]$/u.test(before));
  return isLevel ? { words: before, level: found.groups?.level as string } : { words: text };
}

/** What people call the degree to which they know something. */
const rating =
  /(?:^|\s)(?:beginn?er|novice|basics?|elementary|fundamentals?|familiar|learning|intermediate|competent|proficient|proficiency|advanced|experienced|skilled|good|strong|fluent|native|expert|master|senior|junior|professional|anfänger|grundkenntnisse|grundlagen|gut|fließend|muttersprache|fortgeschritten|experte|débutante?|intermédiaire|avancé|confirmé|principiante|básico|intermedio|avanzado|experto|intermediário|avançado|especialista|base|avanzato|esperto)(?=$|\s)|^\d+(?:[.,]\d+)?\s*(?:%|\/\s*\d+|\+?\s*years?)?$/iu;

/** A level in brackets behind one word of a row, where it is one: `Go (beginner)`, but not `Google Kubernetes Engine (GKE)`. */
export function splitRating(text: string): { words: string; level?: string } {
  const split = splitLevel(text);
  return split.level !== undefined && split.words !== '' && rating.test(split.level)
    ? split
    : { words: text };
}
