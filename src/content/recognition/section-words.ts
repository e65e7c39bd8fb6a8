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
];

const contacts: readonly string[] = [
  'contact|contacts|contact me|contact information|contact info|contact details|get in touch|personal details',
  'kontakt|kontaktdaten|coordonnées|contacto|datos de contacto|contatti|recapiti|contato|contatos|contactgegevens|dane kontaktowe',
  'контакты|контактная информация|контакти|联系方式|联系我|聯絡方式|聯繫方式|连系|連絡先|연락처|연락처 정보|kontaktuppgifter|iletişim|iletişim bilgileri|στοιχεία επικοινωνίας|επικοινωνία',
  'معلومات الاتصال|بيانات الاتصال|للتواصل|التواصل|الاتصال|פרטי קשר|פרטי התקשרות|יצירת קשר|צור קשר|聯絡資訊|連絡方法',
];

const publications: readonly string[] = [
  'publications|selected publications|papers|publication list|list of publications|publikationen|veröffentlichungen|publikationsliste',
  'publicaciones|pubblicazioni|publicações|publicaties|publikacje|публикации|论文|发表论文|論文|业绩|논문|論文リスト|發表論文|著作|研究業績|저서|논문 목록|출판물|δημοσιεύσεις|επιστημονικές δημοσιεύσεις|yayınlar',
  'المنشورات|الأبحاث|الأبحاث المنشورة|الأوراق العلمية|פרסומים|רשימת פרסומים|מאמרים',
];

const sectionSet: ReadonlySet<string> = toSet(sections);
const contactSet: ReadonlySet<string> = toSet(contacts);
const publicationSet: ReadonlySet<string> = toSet(publications);

/** True for a known section title in any of the languages, whatever its capitals and stops. */
export function isSectionTitle(title: string): boolean {
  const key = toKey(title);
  return sectionSet.has(key) || contactSet.has(key);
}

/** True for a title that announces contacts: "Contact", "Kontakt", "联系方式". */
export function isContactTitle(title: string): boolean {
  return contactSet.has(toKey(title));
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
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s'’&]/gu, ' ')
    .replace(/['’]/gu, '’')
    .replace(/\s*&\s*/gu, ' and ')
    .replace(/\s+/gu, ' ')
    .trim();
}
