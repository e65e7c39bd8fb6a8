/** Labels of a person's name in forms: `Name:`, `姓名：`, `ФИО:`. Lower case. */
const whole =
  'name|full name|vor- und nachname|vor- und zuname|vorname und nachname|name, vorname|nom et prénom|prénom et nom|nom complet|' +
  'nombre|nombre completo|nombre y apellidos|nombres y apellidos|nome|nome completo|nome e cognome|cognome e nome|naam|volledige naam|' +
  'imię i nazwisko|ad soyad|adı soyadı|ad-soyad|isim|nimi|navn|namn|fullt navn|jméno|jméno a příjmení|név|nume|nume și prenume|' +
  'фио|ф и о|имя|имя и фамилия|фамилия имя отчество|піб|ім’я|име|ονοματεπώνυμο|όνομα|họ và tên|họ tên|nama|שם|שם מלא|الاسم|الاسم الكامل|' +
  '姓名|名字|中文名|氏名|名前|お名前|성명|이름|성함';
const given =
  'vorname|vornamen|first name|given name|given names|forename|prénom|prénoms|nombres|nome próprio|voornaam|imię|ad|adı|etunimi|fornavn|förnamn|křestní jméno|имя|prenume|名';
const family =
  'nachname|familienname|last name|family name|surname|nom|nom de famille|apellido|apellidos|cognome|apelido|sobrenome|achternaam|nazwisko|soyad|soyadı|sukunimi|etternavn|efternamn|příjmení|фамилия|姓';

const wholeSet: ReadonlySet<string> = new Set(whole.split('|'));
const givenSet: ReadonlySet<string> = new Set(given.split('|'));
const familySet: ReadonlySet<string> = new Set(family.split('|'));

/** What a label of the name names; `nombre` or `имя` is the whole name unless a family name stands beside it. */
export interface NameWord {
  whole: boolean;
  given: boolean;
  family: boolean;
}

/** What part of a name a label announces; `undefined` for any other label. */
export function readNameWord(label: string): NameWord | undefined {
  const word = label
    .toLowerCase()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/[.:：*]/gu, ' ')
    .replace(/['’]/gu, '’')
    .replace(/\s*\/\s*/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const parts = { whole: wholeSet.has(word), given: givenSet.has(word), family: familySet.has(word) };
  return parts.whole || parts.given || parts.family ? parts : undefined;
}

export function isNameWord(label: string): boolean {
  return readNameWord(label) !== undefined;
}
