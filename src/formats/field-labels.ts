/** Labels of what an entry says in lines of its own (`**Score:** 4.0`), by field, in the languages that mdcv has words of. */
export type FieldLabel = (typeof fieldLabels)[number];

export const fieldLabels = [
  'summary',
  'description',
  'highlights',
  'score',
  'courses',
  'keywords',
  'roles',
  'type',
  'date',
  'start',
  'end',
  'url',
  'place',
  'area',
  'degree',
  'organisation',
  'position',
  'publisher',
  'authors',
  'doi',
  'relationship',
  'email',
  'phone',
  'name',
  'image',
] as const;

/** By language subtag, in the order of `fieldLabels`; `zh-hant` stands for Chinese in traditional characters. */
const words: Readonly<Record<string, string>> = {
  en:
    'Summary, Description, Highlights, Score, Courses, Keywords, Roles, Type, Date, Start, End, ' +
    'Website, Location, Area, Degree, Organisation, Position, Published by, Authors, DOI, ' +
    'Relationship, E-mail, Phone, Name, Image',
  de:
    'Zusammenfassung, Beschreibung, Erfolge, Note, Kurse, Schlagwörter, Rollen, Art, Datum, Beginn, ' +
    'Ende, Webseite, Ort, Fach, Abschluss, Organisation, Funktion, Erschienen bei, Autoren, DOI, ' +
    'Beziehung, E-Mail, Telefon, Name, Bild',
  fr:
    'Résumé, Description, Réalisations, Note, Cours, Mots-clés, Rôles, Type, Date, Début, Fin, ' +
    'Site web, Lieu, Domaine, Diplôme, Organisation, Poste, Publié par, Auteurs, DOI, Relation, ' +
    'Courriel, Téléphone, Nom, Image',
  es:
    'Resumen, Descripción, Logros, Nota, Cursos, Palabras clave, Funciones, Tipo, Fecha, Inicio, Fin, ' +
    'Sitio web, Lugar, Área, Título, Organización, Cargo, Publicado por, Autores, DOI, Relación, ' +
    'Correo, Teléfono, Nombre, Imagen',
  it:
    'Riepilogo, Descrizione, Risultati, Voto, Corsi, Parole chiave, Ruoli, Tipo, Data, Inizio, Fine, ' +
    'Sito web, Luogo, Ambito, Titolo di studio, Organizzazione, Posizione, Pubblicato da, Autori, DOI, ' +
    'Rapporto, E-mail, Telefono, Nome, Immagine',
  pt:
    'Resumo, Descrição, Realizações, Nota, Disciplinas, Palavras-chave, Funções, Tipo, Data, Início, ' +
    'Fim, Site, Local, Área, Grau, Organização, Cargo, Publicado por, Autores, DOI, Relação, E-mail, ' +
    'Telefone, Nome, Imagem',
  nl:
    'Samenvatting, Beschrijving, Resultaten, Cijfer, Vakken, Trefwoorden, Rollen, Soort, Datum, Begin, ' +
    'Einde, Website, Plaats, Vakgebied, Graad, Organisatie, Functie, Uitgegeven door, Auteurs, DOI, ' +
    'Relatie, E-mail, Telefoon, Naam, Afbeelding',
  pl:
    'Podsumowanie, Opis, Osiągnięcia, Ocena, Kursy, Słowa kluczowe, Role, Rodzaj, Data, Początek, ' +
    'Koniec, Strona internetowa, Miejsce, Kierunek, Stopień, Organizacja, Stanowisko, Wydawca, ' +
    'Autorzy, DOI, Relacja, E-mail, Telefon, Imię i nazwisko, Zdjęcie',
  ru:
    'Краткое содержание, Описание, Достижения, Оценка, Курсы, Ключевые слова, Роли, Тип, Дата, Начало, ' +
    'Окончание, Сайт, Место, Специальность, Степень, Организация, Должность, Издатель, Авторы, DOI, ' +
    'Отношение, Эл. почта, Телефон, Имя, Изображение',
  el:
    'Περίληψη, Περιγραφή, Επιτεύγματα, Βαθμός, Μαθήματα, Λέξεις-κλειδιά, Ρόλοι, Τύπος, Ημερομηνία, ' +
    'Έναρξη, Λήξη, Ιστότοπος, Τόπος, Αντικείμενο, Πτυχίο, Οργανισμός, Θέση, Εκδότης, Συγγραφείς, DOI, ' +
    'Σχέση, E-mail, Τηλέφωνο, Όνομα, Εικόνα',
  tr:
    'Özet, Açıklama, Başarılar, Not ortalaması, Dersler, Anahtar kelimeler, Roller, Tür, Tarih, ' +
    'Başlangıç, Bitiş, Web sitesi, Yer, Alan, Derece, Kurum, Pozisyon, Yayımlayan, Yazarlar, DOI, ' +
    'İlişki, E-posta, Telefon, Ad, Görsel',
  zh:
    '摘要, 描述, 亮点, 成绩, 课程, 关键词, 角色, 类型, 日期, 开始, 结束, 网站, 地点, 专业, 学位, 机构, 职位, 出版方, 作者, DOI, 关系, 邮箱, 电话, ' +
    '姓名, 图片',
  'zh-hant':
    '摘要, 描述, 亮點, 成績, 課程, 關鍵詞, 角色, 類型, 日期, 開始, 結束, 網站, 地點, 專業, 學位, 機構, 職位, 出版方, 作者, DOI, 關係, 郵箱, 電話, ' +
    '姓名, 圖片',
  ja:
    '概要, 説明, 実績, 成績, 科目, キーワード, 役割, 種類, 日付, 開始, 終了, ウェブサイト, 場所, 専攻, 学位, 組織, 役職, 出版社, 著者, DOI, 関係, メール, ' +
    '電話, 氏名, 画像',
  ko:
    '요약, 설명, 성과, 성적, 과목, 키워드, 역할, 유형, 날짜, 시작, 종료, 웹사이트, 장소, 전공, 학위, 기관, 직위, 출판사, 저자, DOI, 관계, 이메일, 전화, ' +
    '이름, 이미지',
  ar:
    'الملخص, الوصف, الإنجازات, المعدل, المقررات, الكلمات المفتاحية, الأدوار, النوع, التاريخ, البداية, ' +
    'النهاية, الموقع الإلكتروني, المكان, التخصص, الدرجة العلمية, المؤسسة, المنصب, الناشر, المؤلفون, ' +
    'DOI, العلاقة, البريد الإلكتروني, الهاتف, الاسم, الصورة',
  he:
    'תקציר, תיאור, הישגים, ציון, קורסים, מילות מפתח, תפקידים, סוג, תאריך, התחלה, סיום, אתר, מקום, ' +
    'תחום, תואר, ארגון, תפקיד, מוציא לאור, מחברים, DOI, קשר, דוא״ל, טלפון, שם, תמונה',
};

const labels: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(words).map(([lang, row]) => [lang, row.split(', ')]),
);

/** Other words that people write for a field, in any language. */
const synonyms: Readonly<Partial<Record<FieldLabel, string>>> = {
  score: 'GPA|Grade|Average|Moyenne',
  courses: 'Coursework|Relevant courses|Relevant coursework',
  keywords: 'Technologies|Tools|Stack|Tech stack|Technologien|Tags',
  roles: 'Role|Rolle|Rôle',
  url: 'URL|Link|Web|Homepage',
  doi: 'DOI',
};

/** The label of a field in a language, English where mdcv has no word for it. */
export function fieldLabel(field: FieldLabel, lang: string): string {
  const tag = lang.toLowerCase();
  const language = /^zh-(?:.*hant|tw|hk|mo)/.test(tag) ? 'zh-hant' : (tag.split('-')[0] as string);
  const row = labels.get(language) ?? (labels.get('en') as readonly string[]);
  return row[fieldLabels.indexOf(field)] as string;
}

/** The field that a label names, in any of the languages. */
export function fieldOfLabel(label: string): FieldLabel | undefined {
  const key = label.trim().toLowerCase();
  const isIt = (word: string): boolean => word.toLowerCase() === key;
  for (const row of labels.values()) {
    const index = row.findIndex(isIt);
    if (index >= 0) return fieldLabels[index];
  }
  return fieldLabels.find((field) => synonyms[field]?.split('|').some(isIt));
}
