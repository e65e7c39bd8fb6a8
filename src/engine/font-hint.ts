/** What brings a font for a script, by mdcv's name of it: Debian's packages of the fonts that the templates look for. */
export function fontHint(script: string): string {
  if (script === 'latin' || script === 'other') return '';
  const debian = packages.get(script) ?? '`fonts-noto-core`';
  return `On Debian and Ubuntu, the package ${debian} has such a font.`;
}

const packages: ReadonlyMap<string, string> = new Map([
  ['han', '`fonts-noto-cjk`'],
  ['kana', '`fonts-noto-cjk`'],
  ['hangul', '`fonts-noto-cjk`'],
  ['emoji', '`fonts-symbola`'],
  ['symbol', '`fonts-noto-core` or `fonts-symbola`'],
]);
