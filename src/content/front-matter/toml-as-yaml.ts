/** `key = `, bare or in quotes. */
const pairPattern = /^(?<key>[ \t]*(?:[\w-]+|"[^"]*"|'[^']*')[ \t]*)=(?=[ \t]|["'[{\w+-])/;
const tightPattern = /^(?<key>[ \t]*[\w-]+)=(?<quote>["'])(?<value>[^"'\\#:[\]{}]*)\k<quote>(?=[ \t]*$)/;
const tablePattern = /^[ \t]*\[\[?[^\]]+\]\]?[ \t]*(?:#.*)?$/;

/**
 * Hugo's TOML front matter as YAML of the same length, so that every place stays: `title = "CV"` becomes `title : "CV"`. Tables
 * (`[params]`) belong to the site, not to the CV: they and what is in them become blanks.
 */
export function tomlAsYaml(toml: string): string {
  let isInTable = false;
  return toml.replace(/[^\r\n]+/g, (line) => {
    isInTable ||= tablePattern.test(line);
    if (isInTable) return ' '.repeat(line.length);
    // YAML wants a blank behind its colon: in `key="x"` the quotes make room for it.
    const spaced = line.replace(tightPattern, '$<key>: $<value> ');
    return spaced === line ? line.replace(pairPattern, '$<key>:') : spaced;
  });
}
