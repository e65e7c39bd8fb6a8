import { describe, expect, it } from 'vitest';
import { explainError } from '../../src/engine/explain-error.ts';

// The messages that real logs in test/fixtures/logs hold are tested there; these are the rest of TeX's and LaTeX's own.
describe('explainError', () => {
  it.each([
    ['Missing } inserted', 'A `}` is missing'],
    ['Missing \\endgroup inserted', '`\\endgroup` is missing'],
    ['Extra \\fi', '`\\fi` closes nothing'],
    ['Misplaced \\noalign', '`\\noalign` stands where no row of a table begins'],
    [
      'Paragraph ended before \\section was complete',
      'The argument of `\\section` is not closed before its paragraph ends',
    ],
    [
      'Illegal parameter number in definition of \\x',
      'A `#` stands where only the definition of a command may have one',
    ],
    [
      "You can't use `macro parameter character #' in horizontal mode",
      '`macro parameter character #` cannot be used in horizontal mode',
    ],
    ["LaTeX Error: Unknown option `a5' for package `geometry'", 'The package `geometry` has no option `a5`'],
    ['LaTeX Error: Something new', 'LaTeX says: Something new'],
    ['LaTeX Font Error: Something new', 'LaTeX says: Something new'],
    ['Package hyperref Error: Something new', 'The package `hyperref` says: Something new'],
    ['Something new', 'TeX says: Something new'],
  ])('%s', (message, reason) => {
    expect(explainError(message).reason).toBe(reason);
  });

  it('says what to do', () => {
    expect(explainError('Missing } inserted').note).toBe(
      'Count the braces of the raw LaTeX here: each `{` needs its `}`.',
    );
    expect(explainError('Something new').note).toBeUndefined();
  });
});
