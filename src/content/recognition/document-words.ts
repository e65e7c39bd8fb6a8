/** Words for the document itself. Nobody is called by them, so they are never printed as a name. */
const words = [
  'curriculum vit(?:ae|æ|e)|curriculum|c\\.?v\\.?|r[ée]sum[ée]s?|vita|vitae|biodata|bio-data',
  'tabellarischer lebenslauf|lebenslauf|werdegang',
  'hoja de vida|currículum(?: v[ií]tae)?|currículo(?: vitae)?|curriculo',
  'życiorys|zyciorys|резюме|автобиография|životopis|önéletrajz|özgeçmiş|βιογραφικό(?: σημείωμα)?|ansioluettelo|cv-?te',
  '(?:个人)?简历|個人簡歷|簡歷|履历|履歷|履历表|履歷表|職務経歴書|履歴書|経歴書|이력서|경력기술서|자기소개서|السيرة الذاتية|קורות חיים',
].join('|');

const only = new RegExp(`^(?:my|mein|mon|the|ma|il mio|mi)?\\s*(?:${words})$`, 'iu');
const within = new RegExp(
  `(?:['’]s|s['’])?\\s*(?<![\\p{L}\\p{N}])(?:\\s*(?:academic|online|my|short|full))?\\s*(?:${words})(?![\\p{L}\\p{N}])(?:\\s+(?:of|for|von|de|di|du)(?!\\p{L}))?`,
  'giu',
);
const edges = /^[\s\-–—|:·,()]+|[\s\-–—|:·,(]+$/gu;

/** True for a title that only says what the document is: "Curriculum Vitae", "My CV", "简历". */
export function isDocumentWord(title: string): boolean {
  return only.test(title.trim().replace(edges, ''));
}

/** A title without its document words: "Jane Doe's CV" and "CV – Jane Doe" are both "Jane Doe". */
export function stripDocumentWords(title: string): string {
  return title.replace(within, ' ').replace(/\s+/gu, ' ').replace(edges, '');
}
