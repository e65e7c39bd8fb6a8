/** Where TeX may wait within a body, so that what comes before is set when the next edit comes. */

/** What a line of it says to TeX: go on when somebody has told you to. `startStandby` defines it. */
export const pauseCommand = '\\mdcvpause';

/** Environments of mdcv's templates which set their content as it comes. Others may read it first, or within cells. */
const flowing = new Set([
  'mdcventry',
  'mdcvitem',
  'mdcvmaincolumn',
  'mdcvpublication',
  'mdcvpublications',
  'mdcvitemize',
  'mdcvenumerate',
  'mdcvdescription',
  'mdcvquote',
  'mdcvletter',
]);

/** After these nobody but TeX can tell what a sign is; raw LaTeX may bring them. */
const unreadable = /\\(?:catcode|verb|lstinline|obeylines|ExplSyntaxOn|endinput)(?![A-Za-z])/;

/** Where braces or environments begin or end; a sign behind a backslash is a letter. */
const bounds = /\\(begin|end)\{([^{}]*)\}|\\[\s\S]|[{}%]/g;

/**
 * The lines at whose end TeX can wait, by index from 0: those that are empty or end an environment, where no group is open but those of
 * environments that set what they hold as it comes.
 * @param lines of a body, from its first on
 */
export function findPauses(lines: readonly string[]): number[] {
  const pauses: number[] = [];
  const open: string[] = [];
  let braces = 0;
  for (const [index, line] of lines.entries()) {
    if (unreadable.test(line)) break;
    let endsEnvironment = false;
    for (const { 0: bound, 1: kind, 2: name = '', index: at } of line.matchAll(bounds)) {
      if (bound === '%') break;
      endsEnvironment = kind === 'end' && at + bound.length === line.length;
      if (bound === '{') braces++;
      else if (bound === '}') braces--;
      else if (kind === 'begin') open.push(name);
      else if (kind === 'end' && open.pop() !== name) return pauses;
    }
    if ((line === '' || endsEnvironment) && braces === 0 && open.every((name) => flowing.has(name)))
      pauses.push(index);
  }
  return pauses;
}

/**
 * A line with a pause at its end. TeX reads the very tokens that it reads of the line itself: an empty one is a paragraph's end, the end of
 * another one a space.
 */
export function pauseAfter(line: string): string {
  return line === '' ? `${pauseCommand}\\par%` : `${line} ${pauseCommand}%`;
}
