/** What shows the kind of a contact: the host of its URL, a label before it, a key of the front matter. */
import type { ContactKind } from '../../model/cv.ts';

const hosts: readonly (readonly [RegExp, ContactKind])[] = [
  [/(?:^|\.)github\.com$/, 'github'],
  [/(?:^|\.)gitlab\.[a-z.]+$|^gitlab\./, 'gitlab'],
  [/(?:^|\.)bitbucket\.org$/, 'bitbucket'],
  [/(?:^|\.)linkedin\.com$/, 'linkedin'],
  [/(?:^|\.)xing\.com$/, 'xing'],
  [/(?:^|\.)(?:twitter|x)\.com$/, 'twitter'],
  [
    /(?:^|\.)(?:mastodon\.[a-z]+|mstdn\.[a-z]+|fosstodon\.org|hachyderm\.io|infosec\.exchange|sigmoid\.social|mathstodon\.xyz)$/,
    'mastodon',
  ],
  [/^bsky\.app$|(?:^|\.)bsky\.social$/, 'bluesky'],
  [/(?:^|\.)facebook\.com$/, 'facebook'],
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)(?:stackoverflow|stackexchange)\.com$/, 'stackoverflow'],
  [/(?:^|\.)orcid\.org$/, 'orcid'],
  [/^scholar\.google\./, 'scholar'],
  [/(?:^|\.)researchgate\.net$/, 'researchgate'],
  [/^(?:t\.me|telegram\.me|telegram\.org)$/, 'telegram'],
  [/^(?:wa\.me|api\.whatsapp\.com|whatsapp\.com)$/, 'whatsapp'],
  [/^(?:u\.)?(?:wechat|weixin)\.(?:com|qq\.com)$/, 'wechat'],
  [/^matrix\.to$/, 'matrix'],
  [/^signal\.me$/, 'signal'],
];

/** Words before a value or in brackets behind it, and the front matter's keys. In lower case, without marks. */
const words: Readonly<Partial<Record<ContactKind, string>>> = {
  email:
    'email|e-mail|mail|e mail|emel|correo|correo electrónico|courriel|邮箱|電子郵件|电子邮箱|邮件|メール|이메일|почта|эл почта|электронная почта|sähköposti|e-post|e-posta|eposta|e-mail-adresse|email address|emailadres|البريد الإلكتروني|البريد الالكتروني|بريد إلكتروني|إيميل|דוא״ל|אימייל|מייל|דואל|ηλεκτρονική διεύθυνση|ηλεκτρονικό ταχυδρομείο|邮箱地址|電郵|信箱',
  phone:
    'phone|tel|telephone|telefon|téléphone|teléfono|telefono|telefone|telefoon|phone number|电话|電話|電話番号|전화|телефон|тел|puhelin|điện thoại|rufnummer|连络电话|联系电话|聯絡電話|연락처|전화번호|telefonszám|الهاتف|هاتف|رقم الهاتف|טלפון|τηλέφωνο|τηλ|telefoonnummer|telefonnummer',
  mobile:
    'mobile|cell|cellphone|cell phone|mobil|handy|móvil|celular|portable|cellulare|telemóvel|手机|手機|携帯|휴대폰|핸드폰|휴대전화|手机号|手机号码|携帯電話|мобильный|моб|komórka|gsm|الجوال|جوال|الهاتف المحمول|נייד|κινητό',
  fax: 'fax|telefax|传真|факс',
  homepage:
    'homepage|website|web|url|site|webpage|web page|home page|blog|portfolio|site web|sitio web|sito web|webseite|internet|主页|个人主页|博客|网站|ウェブサイト|홈페이지|сайт|www|الموقع الشخصي|الموقع الإلكتروني|אתר|ιστοσελίδα|個人網站|ブログ|技術ブログ|블로그',
  location:
    'location|address|adress|adresse|alamat|anschrift|wohnort|dirección|indirizzo|endereço|adres|adresa|ort|lieu|residence|based in|lives in|地址|住址|所在地|住所|주소|адрес|город|ubicación|ubicacion|residencia|ciudad|localização|cidade|residenza|città|woonplaats|miasto|miejscowość|asuinpaikka|bostadsort|bydliště|konum|şehir|локация|место жительства|坐标|现居|现居地|居住地|거주지|địa chỉ|lakhely|domicil|العنوان|الموقع|מיקום|כתובת|עיר מגורים|διεύθυνση|τόπος διαμονής|κατοικία',
  github: 'github|git hub',
  gitlab: 'gitlab',
  bitbucket: 'bitbucket',
  linkedin: 'linkedin|linked in',
  xing: 'xing',
  twitter: 'twitter|x',
  mastodon: 'mastodon|fediverse',
  bluesky: 'bluesky|bsky',
  facebook: 'facebook',
  instagram: 'instagram',
  youtube: 'youtube',
  stackoverflow: 'stackoverflow|stack overflow',
  orcid: 'orcid|orcid id|orcid-id',
  scholar: 'scholar|google scholar|googlescholar',
  researchgate: 'researchgate|research gate',
  telegram: 'telegram|телеграм',
  whatsapp: 'whatsapp',
  wechat: 'wechat|wechat id|weixin|微信|微信号',
  skype: 'skype',
  signal: 'signal',
  matrix: 'matrix',
  born: 'born|birth|date of birth|birth date|birthdate|birthday|dob|geboren|geburtsdatum|geburtstag|nascimento|дата народження|doğum tarihi|ημερομηνία γέννησης|تاريخ الميلاد|תאריך לידה|ngày sinh|出生日|geb|né|née|date de naissance|fecha de nacimiento|data di nascita|data de nascimento|geboortedatum|data urodzenia|дата рождения|出生|出生日期|出生年月|生年月日|생년월일',
};

const byWord: ReadonlyMap<string, ContactKind> = new Map(
  Object.entries(words).flatMap(([kind, list]) =>
    list.split('|').map((word) => [word, kind as ContactKind] as const),
  ),
);

/** The kind that a label or key names. */
export function kindOfWord(word: string): ContactKind | undefined {
  return byWord.get(
    word
      .toLowerCase()
      .replace(/[.:：]/gu, '')
      .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
      .trim(),
  );
}

/** The kind of an absolute URL: by its scheme, then by its host. */
export function kindOfUrl(url: string): ContactKind {
  if (/^mailto:/iu.test(url)) return 'email';
  // `callto:` is older than `tel:`, and was Skype's.
  if (/^tel:|^callto:[+\d]/iu.test(url)) return 'phone';
  if (/^skype:/iu.test(url)) return 'skype';
  const host = /^[a-z][\w+.-]*:\/\/(?:[^/@]*@)?(?:www\.)?(?<host>[^/:?#]+)/iu.exec(url)?.groups?.host ?? '';
  return hosts.find(([pattern]) => pattern.test(host.toLowerCase()))?.[1] ?? 'homepage';
}
