/**
 * What CVs say in a language for a time that has not ended; nothing where no word is known.
 * @param lang BCP 47 tag
 */
export function presentWord(lang: string): string | undefined {
  return present.get(lang.toLowerCase().split(/[-_]/)[0] as string);
}

const present: ReadonlyMap<string, string> = new Map([
  ['ar', 'حتى الآن'],
  ['cs', 'dosud'],
  ['da', 'nu'],
  ['de', 'heute'],
  ['el', 'σήμερα'],
  ['en', 'present'],
  ['es', 'actualidad'],
  ['fr', 'aujourd’hui'],
  ['he', 'היום'],
  ['it', 'oggi'],
  ['ja', '現在'],
  ['ko', '현재'],
  ['nl', 'heden'],
  ['pl', 'obecnie'],
  ['pt', 'presente'],
  ['ru', 'настоящее время'],
  ['sv', 'nu'],
  ['tr', 'günümüz'],
  ['uk', 'дотепер'],
  ['zh', '至今'],
]);
