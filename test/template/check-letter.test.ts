import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCv } from '../../src/content/parse-cv.ts';
import { checkLetter } from '../../src/template/check-letter.ts';
import { loadTemplate, type Template } from '../../src/template/load-template.ts';

const classic = await loadTemplate('classic', []);
const bare: Template = { ...classic, name: 'mine', manifest: { ...classic.manifest, prints: ['name'] } };
const vfile = new VFile({
  path: 'letter.md',
  value: '---\nname: Ada\ncv: false\ntemplate: mine\n---\n\nText.\n',
});
const { cv, frontMatter } = await parseCv(vfile);

test('a template that says so can set a letter, and every one a CV', () => {
  expect(checkLetter(cv, classic, {}, vfile)).toBe(true);
  expect(checkLetter({ ...cv, letter: undefined }, bare, {}, vfile)).toBe(true);
  expect(vfile.messages).toEqual([]);
});

test('another one is told of where it is named', () => {
  expect(checkLetter(cv, bare, frontMatter.template, vfile)).toBe(false);
  expect(vfile.messages).toMatchObject([{ line: 4, ruleId: 'no-letter', fatal: true }]);
  expect(() => checkLetter(cv, bare, undefined, vfile)).toThrow(
    expect.objectContaining({ code: 'no-letter', hint: expect.stringContaining('`prints`') }),
  );
});
