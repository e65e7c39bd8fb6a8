/**
 * babel's name for a language, or nothing where mdcv has none: then TeX's own defaults serve, which matter little to a CV
 * (there is no hyphenation in one).
 * @param lang BCP 47 tag; the longest prefix that is known decides
 * @see the babel manual, "Languages supported by babel with ldf files"
 */
export function toBabelLanguage(lang: string): string | undefined {
  const parts = lang.toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length--) {
    const name = babelNames.get(parts.slice(0, length).join('-'));
    if (name) return name;
  }
  return undefined;
}

const babelNames: ReadonlyMap<string, string> = new Map([
  ['en', 'english'],
  ['en-gb', 'british'],
  ['en-us', 'american'],
  ['de', 'ngerman'],
  ['de-at', 'naustrian'],
  ['de-ch', 'nswissgerman'],
  ['fr', 'french'],
  ['es', 'spanish'],
  ['it', 'italian'],
  ['pt', 'portuguese'],
  ['pt-br', 'brazilian'],
  ['nl', 'dutch'],
  ['pl', 'polish'],
  ['cs', 'czech'],
  ['sk', 'slovak'],
  ['sv', 'swedish'],
  ['da', 'danish'],
  ['nb', 'norsk'],
  ['no', 'norsk'],
  ['nn', 'nynorsk'],
  ['fi', 'finnish'],
  ['hu', 'magyar'],
  ['ro', 'romanian'],
  ['hr', 'croatian'],
  ['sl', 'slovene'],
  ['ca', 'catalan'],
  ['tr', 'turkish'],
  ['ru', 'russian'],
  ['uk', 'ukrainian'],
  ['el', 'greek'],
]);
