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

/** The BCP 47 tag of one of babel's names of a language, in lower case; nothing where mdcv does not know it. */
export function fromBabelLanguage(name: string): string | undefined {
  return otherNames.get(name) ?? [...babelNames].find(([, known]) => known === name)?.[0];
}

/** Names besides those that mdcv loads. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['german', 'de'],
  ['austrian', 'de-at'],
  ['swissgerman', 'de-ch'],
  ['ukenglish', 'en-gb'],
  ['usenglish', 'en-us'],
  ['canadian', 'en-ca'],
  ['australian', 'en-au'],
  ['francais', 'fr'],
  ['canadien', 'fr-ca'],
  ['brazil', 'pt-br'],
  ['portuges', 'pt'],
  ['norwegian', 'no'],
  ['hungarian', 'hu'],
  ['polutonikogreek', 'el'],
]);

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
