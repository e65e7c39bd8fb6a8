/** Options of one command of which each takes the other's sense away. What is asked for and would not be done is a usage error, never silence. */
import type { Command } from 'commander';
import { MdcvError } from '../problem.ts';

interface Contradiction {
  command: string;
  /** As they are written on the command line; with a value where only that one contradicts. */
  options: readonly [string, string];
  /** Why there is no sense in both, the part of a sentence behind a comma. */
  reason: string;
  hint: string;
}

const toSetIt = 'Leave `--tex-only` out, and the PDF is made.';

/** Of `build`: what is about TeX's work or the PDF, where the .tex is the last that is made. */
const withoutTex: readonly [option: string, reason: string][] = [
  ['--check', 'there is no PDF to check'],
  ['--lock', 'a lock is of what made a PDF'],
  ['--keep', 'TeX leaves no files where it does not run'],
  ['--fast', 'nothing that is kept of the template makes a .tex sooner'],
  ['--fit', 'only TeX can tell what fits'],
  ['--pages', 'only TeX can tell how many there are'],
  ['--timeout', 'no pass of TeX is made'],
];

const contradictions: readonly Contradiction[] = [
  ...withoutTex.map(
    ([option, reason]): Contradiction => ({
      command: 'build',
      options: ['--tex-only', option],
      reason,
      hint: toSetIt,
    }),
  ),
  {
    command: 'build',
    options: ['--fast', '--lock'],
    reason: 'what is locked is set from the beginning',
    hint: 'Leave `--fast` out.',
  },
  {
    command: 'build',
    options: ['--fast', '--untrusted'],
    reason: "what one CV has left behind is no beginning for a stranger's",
    hint: 'Leave `--fast` out.',
  },
  {
    command: 'watch',
    options: ['--no-preview', '--port'],
    reason: 'the port is that of the preview',
    hint: 'Leave one of them out.',
  },
  {
    command: 'watch',
    options: ['--no-preview', '--editor'],
    reason: 'the editor is opened from the preview',
    hint: 'Leave one of them out.',
  },
  {
    command: 'import',
    options: ['--output -', '--force'],
    reason: 'what is printed overwrites nothing',
    hint: 'Name a file with `-o`, or leave `--force` out.',
  },
];

/**
 * Holds what was given on the command line against the table; defaults and variables of the environment contradict nothing.
 * @throws MdcvError `bad-argument`
 */
export function refuseContradictions(command: Command): void {
  const found = contradictions.find(
    (one) => one.command === command.name() && one.options.every((option) => isGiven(command, option)),
  );
  if (!found) return;
  const [first, second] = found.options;
  throw new MdcvError('bad-argument', `Cannot use \`${first}\` with \`${second}\`, ${found.reason}`, {
    hint: found.hint,
  });
}

function isGiven(command: Command, written: string): boolean {
  const [long, only] = written.split(' ');
  const option = command.options.find((one) => one.long === long);
  if (!option) throw new TypeError(`\`${command.name()}\` has no option ${long}`);
  const name = option.attributeName();
  const value = command.getOptionValue(name);
  if (command.getOptionValueSource(name) !== 'cli') return false;
  if (only !== undefined) return value === only;
  // `--fast` and `--no-fast` are one value.
  return option.negate ? value === false : value !== false;
}
