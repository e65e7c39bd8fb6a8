import { expect, test } from 'vitest';
import { identifierPlace, identifyDocument } from '../../src/template/file-identifier.ts';
import { createForesight } from '../../src/template/foresee-document.ts';
import { toSeal } from '../../src/template/to-seal.ts';

/** As a template would set it. */
const toSource = (content: string, body: string): string =>
  identifyDocument(
    `\\begin{document}\n\\mdcvidentify{${identifierPlace}}\n${body}\n\\gdef\\mdcvseal{${toSeal(content)}}\n\\end{document}\n`,
    [],
  );

/** The body that is foreseen, or what else of the document is not as it would be made of the new text. */
function foresee(before: string, body: string, after: string): string | undefined {
  const foresight = createForesight();
  foresight.note(before, { source: toSource(before, body), assets: [], origins: [] });
  const source = foresight.foresee(after)?.source;
  if (source === undefined) return undefined;
  const [, foreseen] = /\n[^\n]*\n(.*)\n\\gdef/s.exec(source) ?? [];
  return toSource(after, foreseen as string) === source ? foreseen : source;
}

const text = '## Work\n\n- **Led** a team of *ten* engineers\n- Wrote the report\n';
const body = '\\section{Work}\n\\item \\textbf{Led} a team of \\emph{ten} engineers\n\\item Wrote the report';

test.each<[string, string, string, string, string]>([
  ['a word that is added', 'team of', 'large team of', 'team of', 'large team of'],
  ['a word that is another', 'report', 'paper', 'report', 'paper'],
  ['a word that is taken out', 'the report', 'report', 'the report', 'report'],
  ['letters of any script', 'report', 'доклад', 'report', 'доклад'],
  ['beside mark-up', '* engineers', '* senior engineers', '} engineers', '} senior engineers'],
])('%s', (_what, old, now, oldTex, nowTex) => {
  expect(foresee(text, body, text.replace(old, now))).toBe(body.replace(oldTex, nowTex));
});

test('a title is changed wherever it is printed', () => {
  const printed = '\\section{Working life}\n\\outline{Working life}';
  expect(foresee('# Working life\n', printed, '# Working long life\n')).toBe(
    printed.replaceAll('Working', 'Working long'),
  );
});

test.each<[string, string, string]>([
  ['mark-up', 'team', '*team*'],
  ['a sign of TeX', 'team', 'team & more'],
  ['a word that is too short to be found', '## Work', '## Works'],
  ['a line', 'engineers\n', 'engineers\n- One more\n'],
  ['more than a few words', 'team', 'team '.repeat(50)],
])('%s is not foreseen', (_what, old, now) => {
  expect(foresee(text, body, text.replace(old, now))).toBeUndefined();
});

test('words that stand in two places are not foreseen, nor are those that TeX has otherwise', () => {
  expect(foresee('- The report\n- The report\n', '', '- The report\n- The reports\n')).toBeUndefined();
  expect(foresee('- The report\n', '\\item The~report', '- The reports\n')).toBeUndefined();
});

test('nothing is foreseen before there is a document, nor where nothing differs', () => {
  expect(createForesight().foresee(text)).toBeUndefined();
  expect(foresee(text, body, text)).toBeUndefined();
});

test('a document without identifier and seal is foreseen as it is', () => {
  const foresight = createForesight();
  foresight.note(text, { source: body, assets: [], origins: [] });
  expect(foresight.foresee(text.replace('report', 'paper'))?.source).toBe(body.replace('report', 'paper'));
});
