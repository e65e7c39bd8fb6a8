/** How ideographs are drawn: as in mainland China, Taiwan, Hong Kong, Japan or Korea, by the names that fonts give these. */
export type IdeographRegion = 'SC' | 'TC' | 'HK' | 'JP' | 'KR';

/** @param lang BCP 47; a language that is written without ideographs gets those of mainland China */
export function ideographRegionOf(lang: string): IdeographRegion {
  const [language, ...rest] = lang.toLowerCase().split(/[-_]/);
  if (language === 'ja') return 'JP';
  if (language === 'ko') return 'KR';
  if (language === 'yue' || rest.includes('hk') || rest.includes('mo'))
    return rest.includes('hans') ? 'SC' : 'HK';
  return rest.includes('hant') || (rest.includes('tw') && !rest.includes('hans')) ? 'TC' : 'SC';
}
