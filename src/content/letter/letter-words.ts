/** What a letter says of itself in its language, where its author does not. */
export interface LetterWords {
  /** To people whose names are not known, in the form that the language has for applications. */
  opening: string;
  /** Lines are parted by `\n`. */
  closing: string;
  enclosures: string;
}

/**
 * The words of a language.
 * @param lang BCP 47 tag; the longest prefix that is known decides, and English stands in
 */
export function letterWords(lang: string): LetterWords {
  const parts = lang.toLowerCase().split(/[-_]/);
  for (let length = parts.length; length > 0; length--) {
    const found = words.get(parts.slice(0, length).join('-'));
    if (found) return toWords(found);
  }
  return toWords(english);
}

type Row = readonly [opening: string, closing: string, enclosures: string];

function toWords([opening, closing, enclosures]: Row): LetterWords {
  return { opening, closing, enclosures };
}

const english: Row = ['Dear Sir or Madam,', 'Yours faithfully,', 'Enclosures'];
const chinese: Row = ['尊敬的先生/女士：', '此致\n敬礼！', '附件'];
const traditional: Row = ['敬啟者：', '此致\n敬禮', '附件'];
const norwegian: Row = ['Til den det måtte angå', 'Med vennlig hilsen', 'Vedlegg'];

/** Forms that suit whoever reads: none supposes a man or a woman where the language lets it be. */
const words: ReadonlyMap<string, Row> = new Map([
  ['en', english],
  ['en-us', ['To whom it may concern:', 'Sincerely,', 'Enclosures']],
  ['de', ['Sehr geehrte Damen und Herren,', 'Mit freundlichen Grüßen', 'Anlagen']],
  ['de-ch', ['Sehr geehrte Damen und Herren', 'Freundliche Grüsse', 'Beilagen']],
  ['de-at', ['Sehr geehrte Damen und Herren,', 'Mit freundlichen Grüßen', 'Beilagen']],
  [
    'fr',
    [
      'Madame, Monsieur,',
      'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
      'Pièces jointes',
    ],
  ],
  ['es', ['A quien corresponda:', 'Atentamente,', 'Documentos adjuntos']],
  ['it', ['Gentili Signore e Signori,', 'Cordiali saluti', 'Allegati']],
  ['pt', ['Exmos. Senhores,', 'Com os melhores cumprimentos,', 'Anexos']],
  ['pt-br', ['Prezados Senhores,', 'Atenciosamente,', 'Anexos']],
  ['nl', ['Geachte heer, mevrouw,', 'Met vriendelijke groet,', 'Bijlagen']],
  ['pl', ['Szanowni Państwo,', 'Z poważaniem', 'Załączniki']],
  ['ru', ['Уважаемые дамы и господа!', 'С уважением,', 'Приложения']],
  ['uk', ['Шановні пані та панове!', 'З повагою', 'Додатки']],
  ['el', ['Αξιότιμες κυρίες, αξιότιμοι κύριοι,', 'Με εκτίμηση,', 'Συνημμένα']],
  ['tr', ['Sayın Yetkili,', 'Saygılarımla,', 'Ekler']],
  ['zh', chinese],
  ['zh-hant', traditional],
  ['zh-tw', traditional],
  ['zh-hk', traditional],
  ['ja', ['拝啓', '敬具', '同封書類']],
  ['ko', ['담당자님께', '감사합니다.', '첨부 서류']],
  ['ar', ['السيدات والسادة الكرام،', 'وتفضلوا بقبول فائق الاحترام والتقدير،', 'المرفقات']],
  ['he', ['לכל המעוניין,', 'בכבוד רב,', 'נספחים']],
  ['sv', ['Till den det berör', 'Med vänliga hälsningar', 'Bilagor']],
  ['da', ['Til rette vedkommende', 'Med venlig hilsen', 'Bilag']],
  ['nb', norwegian],
  ['no', norwegian],
  ['fi', ['Hyvä vastaanottaja,', 'Ystävällisin terveisin', 'Liitteet']],
  ['cs', ['Vážená paní, vážený pane,', 'S pozdravem', 'Přílohy']],
  ['hu', ['Tisztelt Hölgyem vagy Uram!', 'Tisztelettel', 'Mellékletek']],
  ['ro', ['Stimată doamnă, stimate domn,', 'Cu stimă,', 'Anexe']],
]);
