/** Labels of what an entry says in lines of its own (`**Score:** 4.0`), by field, in the languages that mdcv has words of. */
export type FieldLabel = keyof typeof en;

const en = {
  summary: 'Summary',
  description: 'Description',
  highlights: 'Highlights',
  score: 'Score',
  courses: 'Courses',
  keywords: 'Keywords',
  roles: 'Roles',
  type: 'Type',
  date: 'Date',
  start: 'Start',
  end: 'End',
  url: 'Website',
  place: 'Location',
  area: 'Area',
  degree: 'Degree',
  organisation: 'Organisation',
  position: 'Position',
  publisher: 'Published by',
  authors: 'Authors',
  doi: 'DOI',
  relationship: 'Relationship',
  email: 'E-mail',
  phone: 'Phone',
  name: 'Name',
  image: 'Image',
};

type Labels = Readonly<Partial<Record<FieldLabel, string>>>;

const labels: Readonly<Record<string, Labels>> = {
  en,
  de: {
    ...{
      summary: 'Zusammenfassung',
      description: 'Beschreibung',
      highlights: 'Erfolge',
      score: 'Note',
      courses: 'Kurse',
    },
    ...{
      keywords: 'Schlagwörter',
      roles: 'Rollen',
      type: 'Art',
      date: 'Datum',
      start: 'Beginn',
      end: 'Ende',
    },
    ...{ url: 'Webseite', place: 'Ort', area: 'Fach', degree: 'Abschluss', organisation: 'Organisation' },
    ...{
      position: 'Funktion',
      publisher: 'Erschienen bei',
      authors: 'Autoren',
      relationship: 'Beziehung',
      email: 'E-Mail',
    },
    ...{ phone: 'Telefon', name: 'Name', image: 'Bild' },
  },
  fr: {
    ...{
      summary: 'Résumé',
      description: 'Description',
      highlights: 'Réalisations',
      score: 'Note',
      courses: 'Cours',
    },
    ...{ keywords: 'Mots-clés', roles: 'Rôles', type: 'Type', date: 'Date', start: 'Début', end: 'Fin' },
    ...{ url: 'Site web', place: 'Lieu', area: 'Domaine', degree: 'Diplôme', organisation: 'Organisation' },
    ...{
      position: 'Poste',
      publisher: 'Publié par',
      authors: 'Auteurs',
      relationship: 'Relation',
      email: 'Courriel',
    },
    ...{ phone: 'Téléphone', name: 'Nom', image: 'Image' },
  },
  es: {
    ...{
      summary: 'Resumen',
      description: 'Descripción',
      highlights: 'Logros',
      score: 'Nota',
      courses: 'Cursos',
    },
    ...{
      keywords: 'Palabras clave',
      roles: 'Funciones',
      type: 'Tipo',
      date: 'Fecha',
      start: 'Inicio',
      end: 'Fin',
    },
    ...{ url: 'Sitio web', place: 'Lugar', area: 'Área', degree: 'Título', organisation: 'Organización' },
    ...{
      position: 'Cargo',
      publisher: 'Publicado por',
      authors: 'Autores',
      relationship: 'Relación',
      email: 'Correo',
    },
    ...{ phone: 'Teléfono', name: 'Nombre', image: 'Imagen' },
  },
  zh: {
    ...{
      summary: '摘要',
      description: '描述',
      highlights: '亮点',
      score: '成绩',
      courses: '课程',
      keywords: '关键词',
    },
    ...{
      roles: '角色',
      type: '类型',
      date: '日期',
      start: '开始',
      end: '结束',
      url: '网站',
      place: '地点',
      area: '专业',
    },
    ...{
      degree: '学位',
      organisation: '机构',
      position: '职位',
      publisher: '出版方',
      authors: '作者',
      relationship: '关系',
    },
    ...{ email: '邮箱', phone: '电话', name: '姓名', image: '图片' },
  },
  'zh-hant': {
    ...{
      summary: '摘要',
      description: '描述',
      highlights: '亮點',
      score: '成績',
      courses: '課程',
      keywords: '關鍵詞',
    },
    ...{
      roles: '角色',
      type: '類型',
      date: '日期',
      start: '開始',
      end: '結束',
      url: '網站',
      place: '地點',
      area: '專業',
    },
    ...{
      degree: '學位',
      organisation: '機構',
      position: '職位',
      publisher: '出版方',
      authors: '作者',
      relationship: '關係',
    },
    ...{ email: '郵箱', phone: '電話', name: '姓名', image: '圖片' },
  },
};

/** Other words that people write for a field, in any language. */
const synonyms: Labels = {
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
  const own = Object.hasOwn(labels, language) ? labels[language] : undefined;
  return own?.[field] ?? en[field];
}

/** The field that a label names, in any of the languages. */
export function fieldOfLabel(label: string): FieldLabel | undefined {
  const key = label.trim().toLowerCase();
  for (const one of [...Object.values(labels), synonyms])
    for (const [field, words] of Object.entries(one))
      if (words.split('|').some((word) => word.toLowerCase() === key)) return field as FieldLabel;
  return undefined;
}
