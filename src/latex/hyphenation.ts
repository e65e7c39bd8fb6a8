/** hyph-utf8's file that brings the patterns of each of babel's languages: there where the patterns are installed, with all engines. */
const files: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ngerman: 'de-1996',
    naustrian: 'de-1996',
    nswissgerman: 'de-1996',
    french: 'fr',
    spanish: 'es',
    italian: 'it',
    portuguese: 'pt',
    brazilian: 'pt',
    dutch: 'nl',
    polish: 'pl',
    czech: 'cs',
    slovak: 'sk',
    swedish: 'sv',
    danish: 'da',
    norsk: 'nb',
    nynorsk: 'nn',
    finnish: 'fi',
    magyar: 'hu',
    romanian: 'ro',
    croatian: 'hr',
    slovene: 'sl',
    catalan: 'ca',
    turkish: 'tr',
    russian: 'ru',
    ukrainian: 'uk',
    greek: 'el-monoton',
  }),
);

/** The file without which words of a language are not divided; nothing for English, whose patterns TeX always has, and for scripts that divide no words. */
export function hyphenationFileOf(babel: string | undefined): string | undefined {
  const name = babel && files.get(babel);
  return name && `loadhyph-${name}.tex`;
}
