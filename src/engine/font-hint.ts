/** What brings a font for a script, by mdcv's name of it: Debian's packages of the fonts that the templates look for. */
export function fontHint(script: string): string {
  const debian = packages.get(script) ?? '`fonts-noto-core`';
  return `On Debian and Ubuntu, the package ${debian} has such a font.`;
}

const packages: ReadonlyMap<string, string> = new Map([
  ['latin', '`fonts-dejavu-core` or `fonts-noto-core`'],
  ['cyrillic', '`fonts-noto-core` or `fonts-dejavu-core`'],
  ['greek', '`fonts-noto-core` or `fonts-dejavu-core`'],
  ['arabic', '`fonts-noto-core` or `fonts-hosny-amiri`'],
  ['hebrew', '`fonts-noto-core` or `culmus`'],
  ['han', '`fonts-noto-cjk`'],
  ['kana', '`fonts-noto-cjk`'],
  ['hangul', '`fonts-noto-cjk`'],
  ['emoji', '`fonts-symbola`'],
  ['symbol', '`fonts-noto-core` or `fonts-symbola`'],
]);
