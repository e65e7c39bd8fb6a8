/** Boxes and tabs of mkdocs and its kin: a line that opens one, above its text, which is indented. */

const opening =
  /^(?:!!!|\?\?\?\+?)[ \t]+(?<kind>[\w-]+)(?:[ \t]+[\w-]+)*(?:[ \t]+"(?<title>[^"]*)")?[ \t]*$|^===[!+]?[ \t]+"(?<tab>[^"]*)"[ \t]*$/;

/** What a page shows in place of `!!! note "Title"`, `??? note` or `=== "Title"`: its title, else its kind; `undefined` for any other line. */
export function readAdmonition(line: string): string | undefined {
  const groups = opening.exec(line)?.groups;
  if (!groups) return undefined;
  const { kind = '', title, tab } = groups;
  return (title ?? tab ?? kind.charAt(0).toUpperCase() + kind.slice(1)).trim();
}
