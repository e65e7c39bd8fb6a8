import { describe, expect, it } from 'vitest';
import {
  editFrontMatter,
  type FrontMatterEdit,
  hasValue,
} from '../../../src/content/front-matter/front-matter-edit.ts';

const same = (written: string, key: string): boolean => written.toLowerCase() === key.toLowerCase();
const template = (value: string): FrontMatterEdit => ({ path: ['template'], value });
const colour = (value: string): FrontMatterEdit => ({ path: ['options', 'colour'], value });
const edit = (yaml: string, ...edits: FrontMatterEdit[]): string => {
  const text = editFrontMatter(`---\n${yaml}---\n\n# Ada\n`, edits, same);
  expect(text.startsWith('---\n')).toBe(true);
  expect(text.endsWith('---\n\n# Ada\n')).toBe(true);
  return text.slice(4, -'---\n\n# Ada\n'.length);
};

describe('editFrontMatter', () => {
  it.each([
    [
      'name:   Ada  # me\nTemplate:  "classic"   # the look\noptions:\n    # all of them\n    colour: red # warm\n    paper:  a4\n',
      "name:   Ada  # me\nTemplate:  banking   # the look\noptions:\n    # all of them\n    colour: '#1f4e8c' # warm\n    paper:  a4\n",
    ],
    [
      'name: Ada\n\n# looks\noptions:\n  # wide\n  paper: a4 # large\nphone: 1\n',
      "name: Ada\n\n# looks\noptions:\n  # wide\n  colour: '#1f4e8c'\n  paper: a4 # large\nphone: 1\ntemplate: banking\n",
    ],
    [
      'options: { paper: a4, }  # short\ntemplate: |\n  classic\n',
      "options: { colour: '#1f4e8c', paper: a4, }  # short\ntemplate: banking\n",
    ],
    ['name: Ada\n', "name: Ada\ntemplate: banking\noptions:\n  colour: '#1f4e8c'\n"],
    ['# nothing yet\n', "# nothing yet\ntemplate: banking\noptions:\n  colour: '#1f4e8c'\n"],
  ])('changes only what it must: %j', (yaml, expected) => {
    expect(edit(yaml, template('banking'), colour('#1f4e8c'))).toBe(expected);
  });
  it.each([
    ['options: # none\nname: Ada\n', 'options:\n  # none\n  colour: blue\nname: Ada\n'],
    ['options:\n', 'options:\n  colour: blue\n'],
    ['options: {}\nname: Ada\n', 'options: { colour: blue }\nname: Ada\n'],
    [
      "# me\nname: &me Ada\noptions:\n  colour: *me\n  # large\n  paper:   'a4'\n",
      "# me\nname: &me Ada\noptions:\n  colour: blue\n  # large\n  paper: 'a4'\n",
    ],
    ['{}\n', '{ options: { colour: blue } }\n'],
    ['{ name: Ada }\n', '{ name: Ada, options: { colour: blue } }\n'],
  ])('prints anew what it cannot change in place: %j', (yaml, expected) => {
    expect(edit(yaml, colour('blue'))).toBe(expected);
  });
  it('quotes what YAML would read otherwise', () => {
    expect(
      edit('options: { colour: red }\n', colour('a, b'), { path: ['options', 'photo'], value: false }),
    ).toBe('options: { photo: false, colour: "a, b" }\n');
    expect(edit('template: x\n', template('yes: no'))).toBe("template: 'yes: no'\n");
  });
  it('begins a front matter where there is none, and keeps the ends of lines and a byte-order mark', () => {
    expect(editFrontMatter('\uFEFF# Ada\r\n', [template('banking'), colour('red')], same)).toBe(
      '\uFEFF---\r\ntemplate: banking\r\noptions:\r\n  colour: red\r\n---\r\n\r\n# Ada\r\n',
    );
    expect(editFrontMatter('name: Ada\ntemplate: x', [colour('red')], same)).toBe(
      '---\noptions:\n  colour: red\n---\n\nname: Ada\ntemplate: x',
    );
    expect(editFrontMatter('---\r\nname: Ada', [template('banking')], same)).toBe(
      '---\r\nname: Ada\r\ntemplate: banking\r\n',
    );
  });
  it('refuses a front matter with errors', () => {
    expect(() => edit('name: [\n', template('banking'))).toThrow('it has errors');
  });
});

describe('hasValue', () => {
  it('finds a key however it is spelt, at its place only', () => {
    const text = '\uFEFF---\nOptions: {colour: red}\n---\n\n# Ada\n';
    expect(hasValue(text, ['options', 'colour'], same)).toBe(true);
    expect(hasValue(text, ['colour'], same)).toBe(false);
    expect(hasValue('# Ada\n', ['colour'], same)).toBe(false);
  });
});
