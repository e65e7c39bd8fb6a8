import { isSurelyRole } from '../content/recognition/role-words.ts';
import type { SectionKind } from '../formats/section-kinds.ts';

// Authors write role and organisation in either order; these words give the organisation away.
const institution =
  /universit|college|school|institut|academy|polytechni|hochschule|école|facult|escuela|università|universidad|uniwersytet|университет|институт|大学|大學|学院|學院|대학교/iu;
const degree =
  /(?:^|\s)(?:ph\.?\s?d|dr\.|m\.?sc|b\.?sc|b\.?a|m\.?a|m\.?phil|mba|b\.?eng|m\.?eng)(?=[\s.,(]|$)|bachelor|master|doctor|diplom|magister|licen|degree|学士|硕士|博士|学位|修士/iu;
const company = /(?:^|\s)(?:inc|ltd|llc|gmbh|ag|corp|s\.a|b\.v|ab|oy|plc|co)\.?(?=\s|,|$)/iu;

/** Title and subtitle of an entry as what they are: role or degree first, then the organisation. */
export function orderFields(
  kind: SectionKind,
  title: string,
  subtitle: string | undefined,
): { role?: string | undefined; organisation?: string | undefined } {
  if (subtitle === undefined) {
    const isRole =
      kind === 'education' ? degree.test(title) && !institution.test(title) : isSurelyRole(title);
    return isRole ? { role: title } : { organisation: title };
  }
  const isTurned =
    kind === 'education'
      ? institution.test(title) && !institution.test(subtitle) && degree.test(subtitle)
      : (company.test(title) || (institution.test(title) && !isSurelyRole(title))) &&
        !company.test(subtitle) &&
        !institution.test(subtitle);
  return isTurned ? { role: subtitle, organisation: title } : { role: title, organisation: subtitle };
}
