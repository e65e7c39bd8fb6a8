/** The words of dates other than months: open ends, separators, seasons, prefixes, remarks. Each an alternation for a regular expression. */

const open: Readonly<Record<string, string>> = {
  en: 'present|now|today|current|currently|ongoing|to date|date',
  de: 'heute|jetzt|aktuell|derzeit|gegenwärtig|laufend|offen|dato',
  fr: "aujourd['’]hui|présent|actuel(?:lement)?|à ce jour|ce jour|en cours",
  es: '(?:la )?actualidad|actual(?:mente)?|presente|hoy|en curso',
  it: 'oggi|presente|attuale|attualmente|in corso',
  pt: '(?:o )?presente|atual(?:mente)?|actualmente|hoje|(?:o )?momento|em curso',
  nl: 'heden|nu|vandaag',
  pl: 'obecnie|aktualnie|teraz|dziś|nadal|chwili obecnej',
  ru: 'настоящее время|наст\\.? ?вр\\.?|н\\.? ?в\\.?|сейчас|сегодня|наст\\. время',
  uk: 'теперішній час|дотепер|зараз|сьогодні',
  cs: 'dosud|nyní|současnost|dnes',
  sv: 'nu|idag|nuvarande|pågående',
  da: 'nu|i dag|nuværende',
  tr: 'günümüz|halen|bugün|devam',
  fi: 'nykyinen|nykyhetki|edelleen',
  no: 'nå|pågår',
  hu: 'jelenleg|jelen|napjaink',
  ro: 'prezent',
  vi: 'nay|hiện tại|hiện nay',
  id: 'sekarang|saat ini',
  zh: '今|现在|現在|目前|如今|在职|在職|在读|在讀|就读中|就讀中|进行中',
  ja: '現在|現職|今日|在籍中|在職中|就業中|継続中|稼働中',
  ko: '현재|지금|재직\\s?중|재학\\s?중|진행\\s?중|근무\\s?중',
};

// "bis heute", "по настоящее время" and "至今" say "until now": the separator and the open end in either order.
/**
 * A small letter of the scripts that write months as words, accents included: a class of its own, since `\p{L}` takes a third of a
 * millisecond to compile in every pattern that holds it.
 */
export const letter = '[a-z\\u00c0-\\u024f\\u0300-\\u052f]';

/** Words that mean "until now". */
export const openWords: string = Object.values(open).join('|');

/** Words between two dates, which stay as they are. */
export const rangeWords: string = [
  'to|until|till|til|through|thru|up to|and to',
  'bis(?: zum?)?',
  "à|au|jusqu['’](?:à|au|en)|jusque",
  'a|al|hasta(?: la| el)?|até(?: a| o)?|ao?|fino (?:a|ad|al)|ad',
  'tot(?: en met)?|t/m|tm',
  'do|po',
  'по|до',
  'do|až|till|til',
  '至|到|迄|から|부터|에서|~まで',
].join('|');

/** Words and signs that join dates of which each stands for itself: `2019 & 2020`. */
export const listWords: string = '&|,|;|、|，|\\+|and|und|et|y|e|i|en|och|og|и|та|和|及|与';

/** Prefixes that open a range without an end: `since 2013`. */
export const sinceWords: string =
  'since|from|as of|starting(?: in)?|seit|ab|von|depuis(?: le)?|dès|à partir de|desde(?: el)?|dal(?:l[ao])?|da|de|du|del|' +
  'sinds|vanaf|van|od|от|с|со|з|sedan|från|siden|fra|自|从|從';

/** Prefixes that name only the end: `until 2019`. */
export const untilWords: string =
  "until|till|up to|bis|jusqu['’](?:à|en)|hasta|até|fino al?|tot|do|до|по|ended|截至";

/** Prefixes that make a date vaguer, and change nothing of it. */
export const vagueWords: string =
  'expected(?: in)?|exp\\.|anticipated|early|mid|late|end of|beginning of|circa|ca\\.?|c\\.|approx\\.|about|around|' +
  'anfang|mitte|ende|etwa|um|voraussichtlich|début|mi|fin|vers|prévu|principios de|mediados de|finales de|inizio|metà|fine|' +
  'início de|fim de|begin|eind|medio|początek|połowa|koniec|начало|середина|конец|约|約';

/** Seasons, terms and quarters: a date with a year only. */
export const seasons: string = [
  'spring|summer|fall|autumn|winter|michaelmas|hilary|trinity|lent|easter',
  'frühjahr|frühling|sommer|herbst|winter|(?:sommer|winter)semester|ss|ws|sose|wise',
  'printemps|été|automne|hiver',
  'primavera|verano|otoño|invierno',
  'estate|autunno|inverno',
  'verão|outono|inverno',
  'lente|voorjaar|zomer|herfst|najaar',
  'wiosna|lato|jesień|zima',
  'весна|лето|осень|зима',
  'vår|sommar|höst|vt|ht|forår|efterår',
  'q[1-4]|h[12]|[1-4]\\. ?quartal|t[1-4]',
].join('|');

/** What a bracket after a date may hold to belong to it: an expectation or a length of time. */
export const remark: RegExp =
  /expect|anticipat|planned|project|ongoing|current|present|part|full|voraus|erwart|geplant|laufend|prévu|en cours|previst|esperad|attes|verwacht|planowan|ожид|预计|預計|预期|在读|在讀|予定|예정|\d+(?:[.,]\d+)?\s*\+?\s*(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|jahre?|monate?|wochen?|tage?|ans?|années?|mois|semaines?|años?|mes(?:es)?|semanas?|ann[oi]|mes[ei]|settimane|anos?|jaar|maanden|weken|lata?|lat|rok|miesi[ąę]c\w*|лет|год\w*|месяц\w*|мес|年|个月|個月|か月|ヶ月|ヵ月|周|년|개월)(?![a-zà-ÿа-я])/u;
