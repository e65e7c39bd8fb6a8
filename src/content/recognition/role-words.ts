/** Words for what people do, by which a line is known to be a role and neither a place nor a name. */

// "Physicist, Mathematician" is written as "Berlin, Germany" is.
const role =
  /(?:ist|ian|eer|essor|ologue|iker|student|manager|developer|designer|researcher|teacher|lawyer|consultant|analyst|director|writer|editor|architect|lead|nurse|founder|fellow|candidate|graduate)(?:in|e)?s?(?!\p{L})/iu;

// Only these are sure enough to tell a role from a name: "Sebastian" ends as "mathematician" does.
const sure =
  /(?<!\p{L})(?:(?:software|web|data|devops|system|backend|frontend|full[ -]?stack|senior|junior|lead|chief|head|research|project|product)\s+\p{L}+|engineer|developer|programmer|designer|scientist|researcher|student|manager|consultant|analyst|architect|teacher|professor|nurse|lawyer|freelancer|administrator|entwickler(?:in)?|ingenieur(?:in)?|informatiker(?:in)?|berater(?:in)?|leiter(?:in)?|développeu(?:r|se)|ingénieure?|consultante?|desarrollador(?:a)?|ingenier[oa]|desenvolvedor(?:a)?|engenheir[oa]|analista|sviluppat(?:ore|rice)|ingegnere|ontwikkelaar|programista|inżynier|разработчик|инженер|программист|аналитик|дизайнер|менеджер|mühendisi|geliştirici)(?!\p{L})|工程师|工程師|开发|開發者|設計師|设计师|エンジニア|プログラマー?|デザイナー|개발자|엔지니어|디자이너/iu;

/** True for a line that may well be a role. */
export function isRole(text: string): boolean {
  return role.test(text);
}

/** True for a line that is a role and nobody's name. */
export function isSurelyRole(text: string): boolean {
  return sure.test(text);
}

/** True for a line of nothing but words of roles, `Senior Backend Engineer (PHP)`: it has no room for a name. */
export function isMereRole(text: string): boolean {
  if (!isSurelyRole(text)) return false;
  const others = text.replace(/[(（][^()（）]*[)）]/gu, ' ').replace(new RegExp(sure, 'giu'), ' ');
  return !/\p{L}/u.test(others);
}
