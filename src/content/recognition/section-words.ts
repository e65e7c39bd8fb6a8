/** Titles that sections of a CV have, by which a first heading is known to be a section and no name. Lower case. */
const sections: readonly string[] = [
  'about|about me|profile|summary|professional summary|executive summary|objective|career objective|introduction|overview|currently',
  'education|academic background|qualifications|training|experience|work experience|professional experience|employment',
  'employment history|work history|work|career|positions|appointments|research|research interests|research experience|interests',
  'skills|technical skills|core skills|key skills|technologies|competencies|languages|projects|personal projects|selected projects',
  'publications|selected publications|papers|talks|presentations|teaching|teaching experience|service|awards|honors|honours',
  'awards and honors|honors and awards|grants|funding|certifications|certificates|courses|patents|volunteering|volunteer experience',
  'activities|leadership|memberships|references|hobbies|interests and hobbies|other|miscellaneous|additional information|highlights',
  'über mich|profil|kurzprofil|ausbildung|bildung|bildungsweg|studium|berufserfahrung|beruflicher werdegang|erfahrung|kenntnisse',
  'fähigkeiten|sprachen|sprachkenntnisse|projekte|publikationen|veröffentlichungen|auszeichnungen|ehrenamt|interessen|hobbys|persönliche daten',
  'formation|formations|expérience|expériences|expérience professionnelle|expériences professionnelles|compétences|langues|projets',
  'à propos|centres d’intérêt|loisirs|distinctions|perfil|educación|formación|formación académica|experiencia|experiencia laboral',
  'experiencia profesional|habilidades|idiomas|proyectos|publicaciones|premios|sobre mí|formazione|istruzione|esperienza',
  'esperienze|esperienza lavorativa|esperienze professionali|competenze|lingue|progetti|pubblicazioni|premi|profilo|educação',
  'formação|formação acadêmica|experiência|experiência profissional|competências|línguas|idiomas|projetos|publicações|prêmios',
  'opleiding|opleidingen|werkervaring|ervaring|vaardigheden|talen|projecten|publicaties|wykształcenie|doświadczenie',
  'doświadczenie zawodowe|umiejętności|języki|projekty|publikacje|образование|опыт|опыт работы|навыки|ключевые навыки|языки',
  'проекты|публикации|награды|о себе|教育|教育背景|教育经历|教育經歷|学历|學歷|工作|工作经历|工作經歷|工作经验|项目经历|项目经验|技能',
  'profiel|over mij|werkervaring|studie|cursussen|hobby’s|nevenactiviteiten|vrijwilligerswerk|profil zawodowy|o mnie|szkolenia|języki obce',
  'zainteresowania|kursy|osiągnięcia|perfil profissional|formação académica|voluntariado|обо мне|профиль|курсы|сертификаты|интересы',
  'iş deneyimi|deneyim|iş tecrübesi|eğitim|eğitim bilgileri|diller|yabancı diller|beceriler|yetenekler|yetkinlikler|projeler|hakkımda|profil',
  'ödüller|sertifikalar|referanslar|ilgi alanları|özet|προφίλ|επαγγελματική εμπειρία|εργασιακή εμπειρία|εμπειρία|εκπαίδευση|σπουδές',
  'γλώσσες|ξένες γλώσσες|δεξιότητες|ικανότητες|έργα|διακρίσεις|βραβεία|ενδιαφέροντα|σεμινάρια|σχετικά με εμένα|σύνοψη',
  'نبذة|نبذة شخصية|نبذة عني|الملخص|الملف الشخصي|الهدف المهني|الخبرة|الخبرات|الخبرة المهنية|الخبرات المهنية|الخبرة العملية|الخبرات العملية',
  'التعليم|المؤهلات العلمية|المؤهلات|الدراسة|المهارات|اللغات|المشاريع|الجوائز|الشهادات|الدورات|الدورات التدريبية|الهوايات|الاهتمامات|المراجع',
  'אודות|פרופיל|תקציר|ניסיון|ניסיון תעסוקתי|ניסיון מקצועי|השכלה|לימודים|שפות|כישורים|מיומנויות|פרויקטים|פרסים|התנדבות|שירות צבאי|קורסים|המלצות',
  '工作經驗|專業技能|語言能力|语言能力|自我評價|專案經驗|獲獎|榮譽|個人簡介|个人简介|自传|自傳|証書|证书|兴趣爱好|興趣',
  '職務経歴|免許・資格|免許 資格|趣味|特技|志望動機|言語|受賞歴|研究業績|프로필|소개|경력 사항|경력사항|학력 사항|학력사항|학력 및 경력|언어|외국어|수상 경력|수상|자격증|대외 활동',
  '专业技能|技能清单|个人信息|自我评价|荣誉|获奖经历|论文|发表论文|简介|職歴|職務経歴|学歴|スキル|資格|自己pr|職務要約|語学|학력|경력|기술|프로젝트|자기소개',
  'проекты|публикации|награды|о себе|教育|教育背景|教育经历|教育經歷|学历|學歷|工作|工作经历|工作經歷|工作经验|工作經驗|项目经历|项目经验|專案經驗|專案經歷|技能|求职意向|求職目標|自傳|關於我|关于我',
  '語言能力|语言能力|證照|证书|實習經歷|实习经历|校园经历|社团经历|工作期望|职业技能|技术栈|開源專案|开源项目|專業技能|獎項|荣誉奖项|致谢',
  'できること|得意なこと|スキルセット|職務経歴|職務経歴概要|職歴詳細|開発経験|テクニカルスキル|保有資格|免許・資格|活かせる経験・知識・技術|志望動機|経験|制作物|アウトプット',
  '소개|경력사항|경력 사항|핵심역량|핵심 역량|기술 스택|기술스택|교육|수상 이력|자격증|오픈소스|병역|어학|주요 프로젝트|업무 경험|활동|대외활동|학력사항',
  'obiettivo|chi sono|istruzione e formazione|formazione e istruzione|competenze tecniche|competenze linguistiche|certificazioni|hobby|interessi|descrizione',
  'objetivo|resumo|resumo profissional|sobre|sobre mim|conhecimentos|habilidades técnicas|certificações|formação complementar|cursos|atividades|objetivo profissional',
  'resumen|objetivo profesional|conocimientos|experiencia docente|investigación|cursos y certificaciones|certificaciones|referencias|intereses|logros|competencias',
  'résumé|profil professionnel|parcours|parcours professionnel|études|diplômes|publications et communications|enseignement|encadrement|divers|références|intérêts|langues et outils',
  'profiel|over mij|hobby’s|cursussen|certificaten|referenties|interesses|overig|podsumowanie|o mnie|edukacja|kursy|certyfikaty|zainteresowania|kompetencje|szkolenia',
  'обо мне|цель|краткое резюме|образование и курсы|профессиональные навыки|технические навыки|личные качества|достижения|сертификаты|курсы|рекомендации|умения|увлечения|опыт и проекты',
  'про мене|освіта|досвід|досвід роботи|навички|мови|проєкти|курси|dovednosti|vzdělání|praxe|pracovní zkušenosti|jazyky|jazykové znalosti|zájmy|reference|certifikáty|projekty',
  'erfarenhet|arbetslivserfarenhet|utbildning|kompetenser|färdigheter|språk|projekt|referenser|intressen|om mig|erfaring|arbejdserfaring|uddannelse|kompetencer|sprog|om mig|referencer|personlig profil',
  'utdanning|arbeidserfaring|ferdigheter|språkkunnskaper|koulutus|työkokemus|työhistoria|kielitaito|taidot|osaaminen|harrastukset|suosittelijat|taustaa|projektit',
  'özet|hakkımda|deneyim|iş deneyimi|eğitim|yetenekler|beceriler|projeler|diller|sertifikalar|referanslar|hobiler|yayınlar|ilgi alanları|profil özeti',
  'εκπαίδευση|σπουδές|επαγγελματική εμπειρία|εμπειρία|δεξιότητες|ικανότητες|γλώσσες|ξένες γλώσσες|ενδιαφέροντα|διακρίσεις|ερευνητική δραστηριότητα|διδακτική εμπειρία',
  'tapasztalat|munkatapasztalat|tanulmányok|készségek|nyelvtudás|nyelvek|érdeklődés|experiență|experiență profesională|educație|competențe|limbi străine|limbi|proiecte',
  'kinh nghiệm|kinh nghiệm làm việc|học vấn|kỹ năng|dự án|ngoại ngữ|mục tiêu nghề nghiệp|chứng chỉ|pengalaman kerja|pengalaman|pendidikan|keahlian|bahasa|proyek',
  'השכלה|ניסיון|ניסיון תעסוקתי|ניסיון מקצועי|כישורים|מיומנויות|שפות|פרויקטים|תמצית|שירות צבאי|الخبرات|الخبرة المهنية|الخبرات العملية|التعليم|المهارات|اللغات|المشاريع|نبذة|الملخص|الدورات|الشهادات',
  'شناسه|تحصیلات|سوابق شغلی|مهارت‌ها|مهارتها|زبان‌ها|پروژه‌ها|درباره من|berufliches profil|beruflicher hintergrund|kompetenzen|weiterbildung|weiterbildungen|zertifikate|schulbildung|schulischer werdegang',
  'berufliche laufbahn|berufspraxis|praktika|kenntnisse und hobbys|referenzen|stärken|qualifikationen|kernkompetenzen|it-kenntnisse|edv-kenntnisse|lehre|lehrtätigkeit|forschung|drittmittel',
  'work experiences|experiences|career history|career summary|professional background|professional profile|personal statement|personal profile|core competencies|technical expertise|toolset|tech stack',
  'academic appointments|academic positions|academic experience|conference presentations|invited talks|fellowships|supervision|students|professional service|reviewing|outreach|press|media|code examples',
  '专业技能|技能清单|自我评价|荣誉|获奖经历|论文|发表论文|简介|職歴|職務経歴|学歴|スキル|資格|自己pr|職務要約|語学|학력|경력|기술|프로젝트|자기소개',
];

const contacts: readonly string[] = [
  'contact|contacts|contact me|cara berhubung|hubungi saya|maklumat hubungan|kontak|contact information|contact info|contact details|get in touch',
  'kontakt|kontaktdaten|coordonnées|contacto|datos de contacto|contatti|recapiti|contato|contatos|contactgegevens|dane kontaktowe',
  'контакты|контактная информация|контакти|联系方式|联系我|聯絡方式|聯繫方式|连系|連絡先|연락처|연락처 정보|kontaktuppgifter|iletişim|iletişim bilgileri|στοιχεία επικοινωνίας|επικοινωνία',
  'معلومات الاتصال|بيانات الاتصال|للتواصل|التواصل|الاتصال|פרטי קשר|פרטי התקשרות|יצירת קשר|צור קשר|聯絡資訊|連絡方法',
  'контакты|контактная информация|контактные данные|мои контакты|контакти|联系方式|联系我|联系信息|聯絡方式|聯繫方式|聯絡資訊|连系|連絡先|연락처',
  'kontaktuppgifter|kontaktinformation|kontaktoplysninger|kontaktinformasjon|yhteystiedot|iletişim|iletişim bilgileri|kontaktdetails|kontaktní údaje',
  'elérhetőség|elérhetőségek|επικοινωνία|στοιχεία επικοινωνίας|liên hệ|thông tin liên hệ|יצירת קשר|פרטי קשר|التواصل|معلومات الاتصال|informações de contato',
  'dados de contato|dados para contato|canaux de communication|links|liens|enlaces|ссылки|الروابط|información de contacto|contact et liens|informations de contact|informazioni di contatto|contactinformatie|dane kontaktowe i linki|reach me',
];

/** Sections of facts about the person: contacts among birthdays, nationalities and driving licences. */
const personal: readonly string[] = [
  'personal information|personal info|personal data|personal details|basic information|basic info|about the applicant|bio data|biodata',
  'persönliche daten|persönliche angaben|persönliche informationen|persönliches|personalien|zur person|angaben zur person',
  'informations personnelles|informations générales|données personnelles|état civil|datos personales|información personal|datos básicos',
  'dati personali|informazioni personali|dati anagrafici|dados pessoais|informações pessoais|persoonlijke gegevens|personalia|persoonlijke informatie',
  'dane osobowe|dane personalne|informacje osobiste|личные данные|персональные данные|личная информация|персональная информация|особисті дані',
  'personuppgifter|personlig information|personlige oplysninger|personlige data|personopplysninger|henkilötiedot|osobní údaje|osobné údaje',
  'személyes adatok|date personale|kişisel bilgiler|προσωπικά στοιχεία|προσωπικές πληροφορίες|thông tin cá nhân|data pribadi|maklumat peribadi|butiran peribadi|פרטים אישיים|المعلومات الشخصية|البيانات الشخصية',
  '个人信息|个人资料|基本信息|基本资料|个人概况|個人資料|個人資訊|基本資料|基本資訊|個人データ|個人情報|基本情報|プロフィール|基本データ|개인정보|개인 정보|기본정보|기본 정보|인적사항|인적 사항',
];

const publications: readonly string[] = [
  'publications|selected publications|papers|publication list|list of publications|publikationen|veröffentlichungen|publikationsliste',
  'publicaciones|pubblicazioni|publicações|publicaties|publikacje|публикации|论文|发表论文|論文|业绩|논문|論文リスト|發表論文|著作|研究業績|저서|논문 목록|출판물|δημοσιεύσεις|επιστημονικές δημοσιεύσεις|yayınlar',
  'المنشورات|الأبحاث|الأبحاث المنشورة|الأوراق العلمية|פרסומים|רשימת פרסומים|מאמרים',
];

const sectionSet: ReadonlySet<string> = toSet(sections);
const contactSet: ReadonlySet<string> = toSet(contacts);
const aboutSet: ReadonlySet<string> = toSet([
  'about|about me|profile|summary|introduction|profil|über mich|perfil|sobre mí|sobre mim|profilo|chi sono|profiel|over|over mij|o mnie|обо мне|о себе',
  'bio|short bio|brief bio|biography|short biography|über|biografie|kurzbiografie|biographie|biografía|biografia|биография|биографія',
  'profilim|hakkımda|简介|个人简介|关于我|自我介绍|簡介|關於我|自己紹介|概要|소개|자기소개|소개글',
]);
const personalSet: ReadonlySet<string> = toSet(personal);
const publicationSet: ReadonlySet<string> = toSet(publications);

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
  const key = toKey(title);
  return sectionSet.has(key) || contactSet.has(key) || personalSet.has(key);
}

/** True for a title that announces facts about the person: "Personal data", "个人信息". */
export function isPersonalTitle(title: string): boolean {
  return personalSet.has(toKey(title));
}

/** True for a title that announces contacts: "Contact", "Kontakt", "联系方式". */
export function isContactTitle(title: string): boolean {
  return contactSet.has(toKey(title));
}

/** True for a title under which people introduce themselves: "Profile", "简介". */
export function isAboutTitle(title: string): boolean {
  return aboutSet.has(toKey(title));
}

/** True for a title that announces publications. */
export function isPublicationsTitle(title: string): boolean {
  return publicationSet.has(toKey(title));
}

function toSet(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split('|')));
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
