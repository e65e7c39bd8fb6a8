/**
 * What the sections of a CV are about, in the words of JSON Resume, and how they are titled in each language. The first title of a language is
 * the one that an imported CV gets; all of them are recognised when a CV is exported.
 */
export type SectionKind =
  | 'summary'
  | 'work'
  | 'volunteer'
  | 'education'
  | 'projects'
  | 'publications'
  | 'awards'
  | 'certificates'
  | 'skills'
  | 'languages'
  | 'interests'
  | 'references';

type Titles = Readonly<Record<SectionKind, string>>;

const en: Titles = {
  summary:
    'Summary|Profile|About|About me|Professional summary|Executive summary|Objective|Career objective|Introduction|Overview',
  work: 'Experience|Work experience|Professional experience|Professional experiences|Work|Employment|Employment history|Work history|Career|Positions|Appointments|Research experience|Teaching experience',
  volunteer: 'Volunteering|Volunteer experience|Volunteer work|Volunteer|Community service',
  education: 'Education|Academic background|Qualifications|Training',
  projects: 'Projects|Personal projects|Selected projects',
  publications:
    'Publications|Selected publications|Papers|List of publications|Publication list|Other journal articles',
  awards:
    'Awards|Honors|Honours|Awards and honors|Honors and awards|Awards and honours|Selected awards|Selected honors|Grants and awards',
  certificates: 'Certificates|Certifications|Licenses and certifications|Courses and certifications',
  skills: 'Skills|Technical skills|Core skills|Key skills|Technologies|Competencies',
  languages: 'Languages|Language skills|Spoken languages',
  interests: 'Interests|Hobbies|Interests and hobbies|Hobbies and interests|Personal interests',
  references: 'References|Referees|Recommendations',
};

/** By language subtag; `zh-hant` stands for Chinese in traditional characters. */
const titles: Readonly<Record<string, Titles>> = {
  en,
  de: {
    summary: 'Profil|Kurzprofil|Über mich|Zusammenfassung',
    work: 'Berufserfahrung|Beruflicher Werdegang|Erfahrung|Berufspraxis|Anstellungen',
    volunteer: 'Ehrenamt|Ehrenamtliche Tätigkeiten|Freiwilligenarbeit',
    education: 'Ausbildung|Bildung|Bildungsweg|Studium',
    projects: 'Projekte',
    publications: 'Publikationen|Veröffentlichungen|Publikationsliste',
    awards: 'Auszeichnungen|Preise|Ehrungen',
    certificates: 'Zertifikate|Zertifizierungen',
    skills: 'Kenntnisse|Fähigkeiten|Kompetenzen',
    languages: 'Sprachen|Sprachkenntnisse',
    interests: 'Interessen|Hobbys',
    references: 'Referenzen',
  },
  fr: {
    summary: 'Profil|À propos|Résumé',
    work: 'Expérience professionnelle|Expérience|Expériences|Expériences professionnelles|Parcours professionnel',
    volunteer: 'Bénévolat|Engagement associatif',
    education: 'Formation|Formations|Éducation|Études',
    projects: 'Projets',
    publications: 'Publications',
    awards: 'Distinctions|Prix|Récompenses',
    certificates: 'Certifications|Certificats',
    skills: 'Compétences',
    languages: 'Langues',
    interests: 'Centres d’intérêt|Loisirs',
    references: 'Références',
  },
  es: {
    summary: 'Perfil|Sobre mí|Resumen',
    work: 'Experiencia profesional|Experiencia|Experiencia laboral',
    volunteer: 'Voluntariado',
    education: 'Educación|Formación|Formación académica',
    projects: 'Proyectos',
    publications: 'Publicaciones',
    awards: 'Premios|Reconocimientos',
    certificates: 'Certificados|Certificaciones',
    skills: 'Habilidades|Competencias',
    languages: 'Idiomas',
    interests: 'Intereses|Aficiones',
    references: 'Referencias',
  },
  it: {
    summary: 'Profilo|Chi sono',
    work: 'Esperienza lavorativa|Esperienza|Esperienze|Esperienze professionali|Esperienza professionale',
    volunteer: 'Volontariato',
    education: 'Istruzione|Formazione',
    projects: 'Progetti',
    publications: 'Pubblicazioni',
    awards: 'Premi|Riconoscimenti',
    certificates: 'Certificati|Certificazioni',
    skills: 'Competenze',
    languages: 'Lingue',
    interests: 'Interessi|Hobby',
    references: 'Referenze',
  },
  pt: {
    summary: 'Perfil|Sobre mim|Resumo',
    work: 'Experiência profissional|Experiência',
    volunteer: 'Voluntariado|Trabalho voluntário',
    education: 'Educação|Formação|Formação acadêmica|Formação académica',
    projects: 'Projetos',
    publications: 'Publicações',
    awards: 'Prêmios|Prémios',
    certificates: 'Certificados|Certificações',
    skills: 'Competências|Habilidades',
    languages: 'Idiomas|Línguas',
    interests: 'Interesses',
    references: 'Referências',
  },
  nl: {
    summary: 'Profiel|Over mij',
    work: 'Werkervaring|Ervaring',
    volunteer: 'Vrijwilligerswerk',
    education: 'Opleiding|Opleidingen',
    projects: 'Projecten',
    publications: 'Publicaties',
    awards: 'Prijzen|Onderscheidingen',
    certificates: 'Certificaten',
    skills: 'Vaardigheden',
    languages: 'Talen',
    interests: 'Interesses|Hobby’s',
    references: 'Referenties',
  },
  pl: {
    summary: 'Profil|O mnie|Podsumowanie',
    work: 'Doświadczenie zawodowe|Doświadczenie',
    volunteer: 'Wolontariat',
    education: 'Wykształcenie|Edukacja',
    projects: 'Projekty',
    publications: 'Publikacje',
    awards: 'Nagrody',
    certificates: 'Certyfikaty',
    skills: 'Umiejętności',
    languages: 'Języki',
    interests: 'Zainteresowania',
    references: 'Referencje',
  },
  ru: {
    summary: 'О себе|Профиль',
    work: 'Опыт работы|Опыт',
    volunteer: 'Волонтёрство|Волонтерство',
    education: 'Образование',
    projects: 'Проекты',
    publications: 'Публикации',
    awards: 'Награды',
    certificates: 'Сертификаты',
    skills: 'Навыки|Ключевые навыки',
    languages: 'Языки',
    interests: 'Интересы|Увлечения',
    references: 'Рекомендации',
  },
  el: {
    summary: 'Προφίλ',
    work: 'Επαγγελματική εμπειρία|Εμπειρία',
    volunteer: 'Εθελοντισμός',
    education: 'Εκπαίδευση|Σπουδές',
    projects: 'Έργα',
    publications: 'Δημοσιεύσεις',
    awards: 'Βραβεία|Διακρίσεις',
    certificates: 'Πιστοποιητικά',
    skills: 'Δεξιότητες',
    languages: 'Γλώσσες',
    interests: 'Ενδιαφέροντα',
    references: 'Συστάσεις',
  },
  tr: {
    summary: 'Profil|Özet|Hakkımda',
    work: 'İş deneyimi|Deneyim',
    volunteer: 'Gönüllülük',
    education: 'Eğitim',
    projects: 'Projeler',
    publications: 'Yayınlar',
    awards: 'Ödüller',
    certificates: 'Sertifikalar',
    skills: 'Beceriler|Yetenekler',
    languages: 'Diller',
    interests: 'İlgi alanları',
    references: 'Referanslar',
  },
  zh: {
    summary: '简介|自我评价|个人简介',
    work: '工作经历|工作经验|工作|职业经历',
    volunteer: '志愿者经历|志愿服务',
    education: '教育背景|教育|教育经历|学历',
    projects: '项目经历|项目经验|项目',
    publications: '论文|发表论文|出版物',
    awards: '获奖经历|荣誉|奖项',
    certificates: '证书|资格证书',
    skills: '技能|专业技能|技能清单',
    languages: '语言|语言能力',
    interests: '兴趣爱好|兴趣',
    references: '推荐人',
  },
  'zh-hant': {
    summary: '簡介|自我評價',
    work: '工作經歷|工作經驗',
    volunteer: '志工經歷|志願服務',
    education: '教育背景|教育經歷|學歷',
    projects: '專案經歷|項目經歷|專案',
    publications: '論文|發表論文|出版物',
    awards: '獲獎經歷|榮譽|獎項',
    certificates: '證書|證照',
    skills: '技能|專業技能',
    languages: '語言|語言能力',
    interests: '興趣愛好|興趣',
    references: '推薦人',
  },
  ja: {
    summary: '職務要約|自己PR|プロフィール',
    work: '職歴|職務経歴',
    volunteer: 'ボランティア',
    education: '学歴',
    projects: 'プロジェクト',
    publications: '論文|業績',
    awards: '受賞歴|受賞',
    certificates: '資格',
    skills: 'スキル',
    languages: '語学|言語',
    interests: '趣味',
    references: '推薦者',
  },
  ko: {
    summary: '자기소개|소개',
    work: '경력',
    volunteer: '자원봉사|봉사활동',
    education: '학력',
    projects: '프로젝트',
    publications: '논문',
    awards: '수상|수상 경력',
    certificates: '자격증',
    skills: '기술',
    languages: '언어|외국어',
    interests: '관심사|취미',
    references: '추천인',
  },
  ar: {
    summary: 'نبذة|الملخص',
    work: 'الخبرة|الخبرات|الخبرة العملية',
    volunteer: 'العمل التطوعي',
    education: 'التعليم|المؤهلات',
    projects: 'المشاريع',
    publications: 'المنشورات',
    awards: 'الجوائز',
    certificates: 'الشهادات',
    skills: 'المهارات',
    languages: 'اللغات',
    interests: 'الاهتمامات',
    references: 'المراجع',
  },
  he: {
    summary: 'תקציר|אודות',
    work: 'ניסיון תעסוקתי|ניסיון|ניסיון מקצועי',
    volunteer: 'התנדבות',
    education: 'השכלה',
    projects: 'פרויקטים',
    publications: 'פרסומים',
    awards: 'פרסים',
    certificates: 'תעודות|הסמכות',
    skills: 'כישורים|מיומנויות',
    languages: 'שפות',
    interests: 'תחומי עניין',
    references: 'ממליצים',
  },
};

/** The title of a section in a language, English where mdcv has no words of it. */
export function sectionTitle(kind: SectionKind, lang: string): string {
  const [title = ''] = (byLanguage(lang, titles) ?? en)[kind].split('|');
  return title;
}

/** The title of a section for what has no place elsewhere. */
export function furtherTitle(lang: string): string {
  return byLanguage(lang, further) ?? 'Further information';
}

const further: Readonly<Record<string, string>> = {
  de: 'Weitere Angaben',
  fr: 'Autres informations',
  es: 'Información adicional',
  it: 'Altre informazioni',
  pt: 'Outras informações',
  nl: 'Overige informatie',
  pl: 'Dodatkowe informacje',
  ru: 'Прочее',
  el: 'Λοιπά στοιχεία',
  tr: 'Diğer bilgiler',
  zh: '其他信息',
  'zh-hant': '其他資訊',
  ja: 'その他',
  ko: '기타',
  ar: 'معلومات إضافية',
  he: 'מידע נוסף',
};

/** The kind that a title announces, in any of the languages. */
export function sectionKindOf(title: string): SectionKind | undefined {
  const key = toKey(title);
  for (const one of Object.values(titles))
    for (const [kind, words] of Object.entries(one))
      if (words.split('|').some((word) => toKey(word) === key)) return kind as SectionKind;
  return undefined;
}

function byLanguage<Words>(lang: string, table: Readonly<Record<string, Words>>): Words | undefined {
  const tag = lang.toLowerCase();
  if (/^zh-(?:.*hant|tw|hk|mo)/.test(tag)) return table['zh-hant'];
  const [language = ''] = tag.split('-');
  return Object.hasOwn(table, language) ? table[language] : undefined;
}

function toKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/(?<!\s)\s*&\s*/gu, ' and ')
    .replace(/['’]/gu, '’')
    .replace(/[^\p{L}\p{M}\p{N}’]+/gu, ' ')
    .trim();
}
