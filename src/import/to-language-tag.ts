/** Names of languages as RenderCV spells them. */
const names: Readonly<Record<string, string>> = {
  arabic: 'ar',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hebrew: 'he',
  hindi: 'hi',
  indonesian: 'id',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  mandarin_chinese: 'zh-Hans',
  norwegian_bokmål: 'nb',
  norwegian_nynorsk: 'nn',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
  swedish: 'sv',
  turkish: 'tr',
  vietnamese: 'vi',
};

/** A BCP 47 tag of what other formats call a language: `zh-hans`, `mandarin_chinese`. */
export function toLanguageTag(language: string | undefined): string | undefined {
  const name = language?.trim().toLowerCase().replace(/\s+/g, '_');
  if (!name) return undefined;
  if (Object.hasOwn(names, name)) return names[name];
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(name)) return undefined;
  const [tag = '', ...parts] = name.split('-');
  return [tag, ...parts.map((part) => (part.length === 4 ? capital(part) : part.toUpperCase()))].join('-');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
