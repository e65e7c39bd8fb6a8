/** The words of a labelled line: parted by semicolons where there are some, else by commas. */
export function splitWords(text: string): string[] {
  const joint = /[;；]/u.test(text) ? /\s*[;；]\s*/u : /\s*[、，]\s*|,\s+/u;
  return text
    .split(joint)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
