/** Keys of the front matter that other tools read and mdcv does not. */

/** Keys that other tools read and that mean nothing for a CV: passed over without a word. */
export const ignoredKeys: ReadonlySet<string> = new Set([
  'layout',
  'permalink',
  'redirectfrom',
  'authorprofile',
  'navbar',
  'output',
  'exportonsave',
  '$schema',
]);

/** Keys that do something in other tools and nothing here, with what to do instead. */
export const unsupportedKeys: ReadonlyMap<string, string> = new Map([
  ['headerincludes', 'To change the look, copy a template with `mdcv new-template` and edit it.'],
  ['includebefore', 'Write the text into the CV itself.'],
  ['includeafter', 'Write the text into the CV itself.'],
  ['documentclass', 'The template chooses the class. Set `template:` instead.'],
  ['classoption', 'Set `options:` of the template instead.'],
  ['papersize', 'Set `paper` under `options:` instead.'],
  ['linestretch', 'Set `options:` of the template instead.'],
  ['colorlinks', 'Set `colour` under `options:` instead.'],
  ['linkcolor', 'Set `colour` under `options:` instead.'],
  ['urlcolor', 'Set `colour` under `options:` instead.'],
  ['sansfont', 'Set `font` under `options:` instead.'],
  ['monofont', 'Set `font` under `options:` instead.'],
  ['cjkmainfont', 'mdcv chooses fonts for each script by itself.'],
  ['css', 'mdcv sets with LaTeX. Set `template:` and `options:` instead.'],
  ['stylesheet', 'mdcv sets with LaTeX. Set `template:` and `options:` instead.'],
  ['theme', 'Set `template:` instead.'],
  ['csl', 'The template decides the look of publications.'],
  ['toc', 'A CV has no table of contents.'],
  ['numbersections', 'Sections of a CV have no numbers.'],
]);
