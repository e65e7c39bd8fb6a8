import { sectionTitles, type TitleKind } from './section-titles.ts';

const kinds: ReadonlyMap<string, TitleKind> = new Map(
  (Object.keys(sectionTitles) as TitleKind[]).flatMap((kind) =>
    sectionTitles[kind].flatMap((row) => row.split('|').map((title) => [title, kind] as const)),
  ),
);

/**
 * Words that titles of sections have and names have not, also in longer titles: "Expérience de recherche", "Education and training". Those
 * of the second row are whole words.
 */
const titleWord = new RegExp(
  `(?<!\\p{L})(?:(?:${[
    'experienc|expérienc|esperienz|experiênc|experien[ct]ia|erfahrung|berufs|ervaring|werkervaring|erfarenhet|erfaring|doświadczeni|опыт|досвід|deneyim|εμπειρί|zkušenost',
    'educat|éducat|educac|educaç|formation|formaci|formaç|formazion|istruzion|ausbildung|bildungs|opleiding|utbildning|uddannels|koulutu|wykształceni|образовани|освіт|eğitim|vzděl[aá]ní|εκπαίδευσ|σπουδ',
    'employ|qualificat|compétenc|competenc|competênc|kenntniss|fähigkeit|vaardighe|umiejętnoś|навык|навич|publicat|publikation|publicaci|publicaç|pubblicazion|publikac|публикац',
    'appointment|recherche|forschung|teaching|enseignement|biograph|biograf|qualifikation|weiterbildung',
  ].join('|')})\\p{L}*|(?:${[
    'skills|positions?|postes?|parcours|werdegang|awards|honou?rs|projects|projets|projekte|proyectos|projetos|progetti|languages|langues|sprachen|idiomas|bio|about|profile|summary|contact|kontakt|interests|career',
  ].join('|')})(?!\\p{L}))`,
  'iu',
);

/** True for a title that has a word of sections' titles in it, and so is no name: "Mes expériences", "Short bio". */
export function hasTitleWord(title: string): boolean {
  return titleWord.test(title);
}

/** True for a known section title in any of the languages, whatever its capitals and stops. */
export function isSectionTitle(title: string): boolean {
  return kindOf(title) !== undefined;
}

/** True for a title that announces facts about the person: "Personal data", "个人信息". */
export function isPersonalTitle(title: string): boolean {
  return kindOf(title) === 'personal';
}

/** True for a title that announces contacts: "Contact", "Kontakt", "联系方式". */
export function isContactTitle(title: string): boolean {
  return kindOf(title) === 'contact';
}

/** True for a title under which people introduce themselves: "Profile", "简介". */
export function isAboutTitle(title: string): boolean {
  return kindOf(title) === 'about';
}

/** True for a title that announces publications. */
export function isPublicationsTitle(title: string): boolean {
  return kindOf(title) === 'publications';
}

function kindOf(title: string): TitleKind | undefined {
  return kinds.get(toKey(title));
}

function toKey(title: string): string {
  return title
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s'’&]/gu, ' ')
    .replace(/['’]/gu, '’')
    .replace(/(?<!\s)\s*&\s*/gu, ' and ')
    .replace(/\s+/gu, ' ')
    .trim();
}
