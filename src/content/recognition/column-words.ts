import type { TableRow } from 'mdast';
import { toPhrasingText } from '../phrasing-text.ts';
import { sectionTitles } from './section-titles.ts';

/**
 * Heads of table columns that name what an entry's place on the page shows anyway. Only tables headed by these become entries,
 * and only these words are left out of a CV.
 */
export const columnWords: readonly string[] = [
  'date|dates|year|years|period|when|time|role|title|position|job|company|employer|organisation|organization|where|what',
  'degree|institution|school|university|place|location|city|description|details|award|event|name|notes',
  'datum|jahr|zeitraum|zeit|tätigkeit|rolle|stelle|firma|arbeitgeber|abschluss|einrichtung|hochschule|ort|beschreibung',
  'unternehmen|schule|zertifikat|bezeichnung|von – bis|bis|von|was|wo|wann',
  'kurs|anbieter|aussteller|veranstalter|thema|auftraggeber|kunde',
  'provider|program|programme|client|issued by|organiser|organizer',
  'course|certificate|certification|issuer|project|duration|responsibilities|key|value|item|detail|field',
  'année|années|période|poste|rôle|entreprise|employeur|diplôme|établissement|lieu|ville',
  'fecha|fechas|año|años|periodo|período|puesto|cargo|empresa|título|institución|lugar|ciudad|descripción',
  'data|anno|ruolo|azienda|titolo|istituto|luogo|ano|função|instituição|local|descrição',
  'jaar|periode|functie|bedrijf|plaats|rok|lata|okres|stanowisko|uczelnia|miejsce',
  'год|годы|дата|период|должность|компания|организация|место|описание',
  '时间|日期|年份|职位|公司|学校|专业|地点|描述|年月|期間|会社|会社名|職位|役職|内容|기간|연도|회사|직위|학교|내용',
  '時間|職稱|公司名稱|學校|專業|地點|ημερομηνία|έτος|περίοδος|θέση|εταιρεία|τίτλος|ίδρυμα|τόπος|περιγραφή|tarih|yıl|dönem',
  'pozisyon|görev|şirket|kurum|okul|yer|açıklama|التاريخ|السنة|الفترة|الوظيفة|المنصب|الشركة|المؤسسة|المكان|الوصف|תאריך|שנה|תקופה|תפקיד',
  'חברה|מוסד|מקום|תיאור|jaartal|opis|時期|経歴|資格等|取得時期|取得年月|職務内容|業務内容|所属|項目|詳細|时期|项目|內容|公司名称',
  '案件|案件名|プロジェクト|項目名|分類|種類|字段|项|值|항목|값|구분|label|fact|info|information|年|月|入社|退社|退職|入学|卒業|開始|終了|学歴・職歴|免許|資格名|役割|部署|start|end|from|to|begin|début|fin|inicio|início|fim|inizio|fine',
  'начало|конец|başlangıç|bitiş|od|do|开始|结束|起|止|시작|종료|שנים|من|إلى|από|έως|ρόλος',
];

const heads: ReadonlySet<string> = new Set(
  [...columnWords, ...sectionTitles.column].flatMap((words) => words.split('|')),
);

const joint = /\s*[/,&+・]\s*|\s+(?:and|und|et|y|e|en|i|и)\s+/u;

/** True for a row of a table that holds nothing but such words, `Company / Project` included. */
export function isColumnHead({ children }: TableRow): boolean {
  const filled = children.map((cell) => toPhrasingText(cell.children).trim().toLowerCase()).filter(Boolean);
  return filled.every((text) => heads.has(text) || text.split(joint).every((word) => heads.has(word)));
}
