/** A level in brackets behind the words, where it is the only bracket or set off by a semicolon. */
export function splitLevel(text: string): { words: string; level?: string } {
  const found = /(?:^|\s)[(（](?<level>[^()（）]+)[)）]$/u.exec(text);
  const before = found ? text.slice(0, found.index).trimEnd() : '';
  const isLevel = found && (!/[()（）]/u.test(before) || /[;；]$/u.test(before));
  return isLevel ? { words: before, level: found.groups?.level as string } : { words: text };
}
