/** Words for the document itself. Nobody is called by them, so they are never printed as a name. */
const words = [
  'curriculum vit(?:ae|æ|e)|curriculum|c\\.?v\\.?(?: page)?|r[ée]sum[ée]s?(?: page)?|curr\\. ?vita|vita|vitae|vitæ|biodata|bio-data',
  'tabellarischer lebenslauf|lebenslauf|werdegang',
  'hoja de vida|currículum(?: v[ií]tae)?|currículo(?: vitae)?|curriculo',
  'życiorys|zyciorys|резюме|автобиография|životopis|zivotopis|önéletrajz|özgeçmiş|ozgecmis|βιογραφικό(?: σημείωμα)?|ansioluettelo|cv-?te',
  'meritförteckning|levensloop|sơ yếu lý lịch|daftar riwayat hidup|riwayat hidup|רזומה|سيرة ذاتية|رزومه',
  '(?:个人|求职|我的|中文|英文)?简历|(?:個人|求職|我的|中文|英文)?(?:簡歷|履歷|履歷表)|履历|(?:个人)?履历表|(?:職務|業務)?経歴書|職歴書|履歴書|レジュメ',
  '이력서|경력\\s?기술서|자기소개서|السيرة الذاتية|קורות חיים',
].join('|');

const only = new RegExp(`^(?:my|mein|mon|the|ma|il mio|mi)?\\s*(?:${words})$`, 'iu');
const within = new RegExp(
  `(?:['’]s|s['’])?\\s*(?<![\\p{L}\\p{N}])(?:\\s*(?:academic|online|my|short|full))?\\s*(?:${words})(?![\\p{L}\\p{N}])(?:\\s+(?:of|for|von|de|di|du)(?!\\p{L}))?`,
  'giu',
);
// Titles of sites' pages. Within a longer title they may be anybody's name.
const page =
  /^(?:(?:my |personal )?(?:home ?page|page|website|web site|profile page)|home|welcome|index|readme|マイページ|首页|主页)$/iu;
// "张三的简历": Chinese and Japanese put no space before the word.
const behindHan =
  /(?<=\p{Script=Han}{2})的?(?:个人|個人)?(?:简历|簡歷|履歷表?|履历表?)$|(?<=\p{Script=Han}{2})の?(?:履歴書|職務経歴書|経歴書|レジュメ)$/u;
// `my-resume`, `Jane_Doe_CV`: a title made of a file's or repository's name.
const slug = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]*)+$/u;
const edges = /^[\s\-–—|:·,()*]+|[\s\-–—|:·,(*]+$/gu;

/** True for a title that only says what the document is: "Curriculum Vitae", "My CV", "简历". */
export function isDocumentWord(title: string): boolean {
  const text = title.trim().replace(edges, '');
  return only.test(text) || page.test(text) || (isSlug(text) && stripDocumentWords(text) === '');
}

/** A title without its document words: "Jane Doe's CV" and "CV – Jane Doe" are both "Jane Doe". */
export function stripDocumentWords(title: string): string {
  const text = title.trim().replace(behindHan, '');
  if (!isSlug(text)) return strip(text);
  // Two names are left of `Jane_Doe_CV`; of `my-resume` nothing that anybody is called.
  const left = strip(text.replace(/[-_]+/gu, ' '));
  return /\s/u.test(left) ? left : '';
}

function strip(text: string): string {
  return text.replace(within, ' ').replace(/\s+/gu, ' ').replace(edges, '');
}

function isSlug(text: string): boolean {
  return slug.test(text) && text.split(/[-_]+/u).some((part) => only.test(part));
}
