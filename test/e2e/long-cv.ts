/** A CV of any length, with a word of its own for each entry. */

const roles = ['Engineer', 'Lead Analyst', 'Head of Quality', 'Consultant', 'Surveyor', 'Research Fellow'];
const places = ['Berlin', 'London', 'Milan', 'Zurich', 'Vienna'];

/**
 * @param entries how many jobs it has; every second one has one bullet more
 * @param keys lines of the front matter
 * @param optional of which jobs the last bullet is marked
 */
export function longCv(entries: number, keys: readonly string[], optional: readonly number[] = []): string {
  const jobs = Array.from({ length: entries }, (_, index) => {
    const number = index + 1;
    const mark = optional.includes(number) ? ' {.optional}' : '';
    return [
      `### ${roles[index % roles.length]} | Company ${number} | ${places[index % places.length]} | ${2024 - number} – ${2025 - number}`,
      '',
      `- Planned and built the machine number ${number}, with four colleagues, in half of the time that it was thought to take.`,
      ...(number % 2 ? ['- Wrote its handbook, which is in use in eleven countries.'] : []),
      `- Taught what was learnt from it to the apprentices of the house.${mark}`,
      '',
    ].join('\n');
  });
  return [
    '---',
    'name: Ada Lovelace',
    'headline: Analyst',
    'email: ada@example.org',
    'phone: +44 20 7946 0958',
    ...keys,
    '---',
    '',
    'Twenty years of machines that count, from the first drawing to the last screw.',
    '',
    '## Experience',
    '',
    ...jobs,
    '## Skills',
    '',
    '**Languages:** English, French, Italian',
    '',
    '**Crafts:** drawing, turning, proving',
    '',
    '## Awards',
    '',
    '- 2014: Medal of the Society',
    '- 2011: Prize for the best proof',
    '',
  ].join('\n');
}
