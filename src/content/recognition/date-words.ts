/** The words of dates other than months: open ends, separators, seasons, prefixes, remarks. Each an alternation for a regular expression. */

const open: Readonly<Record<string, string>> = {
  en: 'present|now|today|current|currently|ongoing|to date|date',
  de: 'heute|jetzt|aktuell|derzeit|gegenwärtig|laufend|offen|dato',
  fr: "aujourd['’]hui|présent|actuel(?:lement)?|à ce jour|ce jour|en cours|maintenant",
  es: '(?:la )?actualidad|actual(?:mente)?|presente|hoy|(?:la )?fecha|en curso|cursando',
  it: 'oggi|presente|attuale|attualmente|tuttora|in corso|adesso|ora',
  pt: '(?:ao? |o )?presente|atual(?:mente)?|actualmente|hoje|(?:o )?momento|em curso|em andamento|cursando|agora',
  nl: 'heden|nu|vandaag',
  pl: 'obecnie|teraz|dziś|dzisiaj|nadal|chwili obecnej|aktualnie',
  ru: 'настоящее время|наст\\.? ?вр\\.?|н\\.? ?в\\.?|сейчас|сегодня|наст\\. время',
  uk: 'теперішній час|дотепер|зараз|сьогодні',
  cs: 'dosud|nyní|současnosti?|dnes|doposud',
  sv: 'nu|idag|nuvarande|pågående',
  da: 'nu|i dag|nuværende',
  tr: 'günümüze? kadar|günümüz|h[aâ]len(?: devam ediyor)?|bugüne? kadar|bugün|devam(?: ediyor)?|şu an(?:da)?|şimdi',
  el: 'σήμερα|τώρα|(?:το )?παρόν',
  ar: 'ال[آا]ن|(?:هذا )?اليوم|(?:الوقت )?الحاضر|(?:الوقت )?الحالي|حالي(?:ا|ًا|اً)?|تاريخه',
  he: 'היום|כיום|ה?הווה|עכשיו|עתה',
  zh: '今|现在|現在|目前|如今|在职|在職|在读|在讀|就读中|就讀中|进行中',
  ja: '現在(?:に至る)?|現職|今日|在職中|在籍中|就業中|継続中|稼働中',
  ko: '현재|지금|재직\\s?중|재학\\s?중|진행\\s?중|근무\\s?중',
  fi: 'nykyinen|nykyhetki|edelleen|nyt|jatkuu',
  no: 'nåværende|nå|pågår',
  hu: 'jelenleg(?:ig)?|jelen|napjaink(?:ig)?|folyamatban|máig',
  ro: '(?:în )?prezent|astăzi|acum|în curs',
  sk: 'súčasnos(?:ť|ti)|doteraz|trvá',
  bg: 'сега|досега|понастоящем|настоящем',
  ca: 'actualitat|avui',
  vi: 'nay|hiện tại|hiện nay',
  id: 'sekarang|saat ini|kini',
};

// "bis heute", "по настоящее время" and "至今" say "until now": the separator and the open end in either order.
/**
 * A small letter of the scripts that write months as words, accents included: a class of its own, since `\p{L}` takes a third of a
 * millisecond to compile in every pattern that holds it.
 */
export const letter = '[a-z\\u00c0-\\u024f\\u0300-\\u052f\\u05d0-\\u05ea\\u0620-\\u0652]';

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
  'έως|ως|μέχρι|إلى|الى|حتى|עד',
  '至|到|迄|から|부터|에서|~まで',
].join('|');

/** Words and signs that join dates of which each stands for itself: `2019 & 2020`. */
export const listWords: string = '&|,|;|、|，|\\+|and|und|et|y|e|i|en|och|og|и|та|και|ve|و|和|及|与';

/** Prefixes that open a range without an end: `since 2013`. */
export const sinceWords: string =
  'since|from|between|entre|as of|starting(?: in)?|seit|ab|von|depuis(?: le)?|dès|à partir de|desde(?: el)?|dal(?:l[ao])?|da|de|du|del|' +
  'sinds|vanaf|van|od|от|с|со|з|sedan|från|siden|fra|από(?: τ[οην]{1,2})?|منذ|من|מאז|自|从|從';

/** Prefixes that name only the end: `until 2019`. */
export const untilWords: string =
  "until|till|up to|bis|jusqu['’](?:à|en)|hasta|até|fino al?|tot|do|до|по|έως|μέχρι|حتى|עד|ended|截至";

/** Prefixes that make a date vaguer, and change nothing of it. */
export const vagueWords: string =
  'academic year|school year|ay|(?:schul|studien|hochschul)jahr|année (?:académique|universitaire|scolaire)|curso(?: académico)?|anno accademico|a\\.a\\.|ano letivo|' +
  'expected(?: in)?|exp\\.|anticipated|early|mid|late|end of|beginning of|circa|ca\\.?|c\\.|approx\\.|about|around|' +
  'anfang|mitte|ende|etwa|um|voraussichtlich|début|mi|fin|vers|prévu|principios de|mediados de|finales de|inizio|metà|fine|' +
  'αρχές|μέσα|τέλη|περίπου|yaklaşık|حوالي|نحو|início de|fim de|begin|eind|medio|początek|połowa|koniec|начало|середина|конец|约|約';

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
  'ilkbahar|bahar|yaz|sonbahar|güz|kış',
  'άνοιξη|καλοκαίρι|φθινόπωρο|χειμώνας',
  'ربيع|صيف|خريف|شتاء|אביב|קיץ|סתיו|חורף',
  'vår|sommar|höst|vt|ht|forår|efterår',
  'q[1-4]|h[12]|[1-4]\\. ?quartal|t[1-4]',
].join('|');

/** What a bracket after a date may hold to belong to it: an expectation or a length of time. */
export const remark: RegExp =
  /expect|anticipat|planned|project|ongoing|current|present|part|full|voraus|erwart|geplant|laufend|prévu|en cours|previst|esperad|attes|verwacht|planowan|ожид|预计|預計|预期|在读|在讀|予定|예정|αναμεν|beklen|متوقع|צפוי|\d+(?:[.,]\d+)?\s*\+?\s*(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|jahre?|monate?|wochen?|tage?|ans?|années?|mois|semaines?|años?|mes(?:es)?|semanas?|ann[oi]|mes[ei]|settimane|anos?|jaar|maanden|weken|lata?|lat|rok|miesi[ąę]c\w*|лет|год[а-яё]*|месяц[а-яё]*|мес|рок[а-яіїє]*|місяц[а-яіїє]*|χρόνια|έτη|έτος|μήν[α-ωάέήίόύώ]*|yıl|ay|gün|سن[ةو]\w*|[أا]?شهر|שנ\w*|חודש\w*|年|个月|個月|か月|ヶ月|ヵ月|周|년|개월)(?![a-zà-ÿа-я])/u;
