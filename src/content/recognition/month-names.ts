/**
 * Month names by language, January first; where a language writes dates with another form of the name, both are given.
 * Any beginning of three letters or more is an abbreviation, so they need no list.
 */
const months: Readonly<Record<string, string>> = {
  en: 'january february march april may june july august september october november december',
  de: 'januar|jänner februar|feber märz april mai juni juli august september oktober november dezember',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  nl: 'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  pl:
    'styczeń|stycznia luty|lutego marzec|marca kwiecień|kwietnia maj|maja czerwiec|czerwca lipiec|lipca ' +
    'sierpień|sierpnia wrzesień|września październik|października listopad|listopada grudzień|grudnia',
  ru:
    'январь|января февраль|февраля март|марта апрель|апреля май|мая июнь|июня июль|июля август|августа ' +
    'сентябрь|сентября октябрь|октября ноябрь|ноября декабрь|декабря',
  uk:
    'січень|січня лютий|лютого березень|березня квітень|квітня травень|травня червень|червня липень|липня ' +
    'серпень|серпня вересень|вересня жовтень|жовтня листопад|листопада грудень|грудня',
  cs:
    'leden|ledna únor|února březen|března duben|dubna květen|května červen|června červenec|července ' +
    'srpen|srpna září říjen|října listopad|listopadu prosinec|prosince',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december',
  da: 'januar februar marts april maj juni juli august september oktober november december|desember',
  fi:
    'tammikuu|tammikuuta helmikuu|helmikuuta maaliskuu|maaliskuuta huhtikuu|huhtikuuta toukokuu|toukokuuta kesäkuu|kesäkuuta ' +
    'heinäkuu|heinäkuuta elokuu|elokuuta syyskuu|syyskuuta lokakuu|lokakuuta marraskuu|marraskuuta joulukuu|joulukuuta',
  hu: 'január február március április május június július augusztus szeptember október november december',
  ro: 'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  sk:
    'január|januára február|februára marec|marca apríl|apríla máj|mája jún|júna júl|júla august|augusta ' +
    'september|septembra október|októbra november|novembra december|decembra',
  bg: 'януари февруари март април май юни юли август септември октомври ноември декември',
  ca: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  tr: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  el:
    'ιανουάριος|ιανουαρίου|γενάρης φεβρουάριος|φεβρουαρίου|φλεβάρης μάρτιος|μαρτίου|μάρτης απρίλιος|απριλίου|απρίλης ' +
    'μάιος|μαΐου|μάης ιούνιος|ιουνίου|ιούνης ιούλιος|ιουλίου|ιούλης αύγουστος|αυγούστου σεπτέμβριος|σεπτεμβρίου ' +
    'οκτώβριος|οκτωβρίου νοέμβριος|νοεμβρίου δεκέμβριος|δεκεμβρίου',
  // Egypt and the Gulf, the Levant (some of two words), the Maghreb.
  ar:
    'يناير|جانفي|كانون_الثاني فبراير|فيفري|شباط مارس|آذار أبريل|إبريل|أفريل|نيسان مايو|ماي|أيار يونيو|يونيه|جوان|حزيران ' +
    'يوليو|يوليه|جويلية|تموز أغسطس|غشت|أوت|آب سبتمبر|شتنبر|أيلول أكتوبر|تشرين_الأول نوفمبر|نونبر|تشرين_الثاني ديسمبر|دجنبر|كانون_الأول',
  // Alone, and with `in` before it.
  he:
    'ינואר|בינואר פברואר|בפברואר מרץ|במרץ|מרס|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ' +
    'ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
};

/**
 * Languages of which only whole names count: `pro 2019` is Czech for December and English for too much else, Finnish `mar` is November
 * and elsewhere March, Catalan `des` is a French article, and Arabic has no short forms.
 */
const unabbreviated: ReadonlySet<string> = new Set(['cs', 'ar', 'fi', 'ca']);

/** The month of each name and of each of its beginnings; 0 where a beginning is that of several months. */
const byWord: ReadonlyMap<string, number> = toWords();

/** The month (1 to 12) that a word (or two, in Arabic) names in any of the languages, an abbreviation included; accents may be missing. */
export function monthOf(word: string): number | undefined {
  return byWord.get(plain(word)) || undefined;
}

function toWords(): Map<string, number> {
  const names: { name: string; month: number; language: string }[] = Object.entries(months).flatMap(
    ([language, list]) =>
      list
        .split(' ')
        .flatMap((forms, index) =>
          forms
            .split('|')
            .map((form) => ({ name: plain(form.replace('_', ' ')), month: index + 1, language })),
        ),
  );
  const words = new Map<string, number>();
  for (const { name, month, language } of names) {
    if (unabbreviated.has(language)) continue;
    for (let length = 3; length < name.length; length++) {
      const beginning = name.slice(0, length);
      words.set(beginning, (words.get(beginning) ?? month) === month ? month : 0);
    }
  }
  // A whole name wins over another one's beginning: "mai" is no short "maiale".
  for (const { name, month } of names) words.set(name, month);
  return words;
}

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
