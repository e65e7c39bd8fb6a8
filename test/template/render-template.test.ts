import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMarks } from '../../src/latex/origins.ts';
import { rawTex } from '../../src/latex/tex.ts';
import { type CompiledTemplate, compiledTemplates } from '../../src/template/compiled-templates.ts';
import type { Template } from '../../src/template/load-template.ts';
import { keyOfTemplate, renderTemplate } from '../../src/template/render-template.ts';
import type { CvView } from '../../src/template/view.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mdcv-render-'));
  mkdirSync(join(folder, 'shared'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function template(files: Record<string, string>): Template {
  const own = mkdtempSync(join(folder, 't'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
  return { name: 't', folder: own, manifest: {} as Template['manifest'] };
}

function render(files: Record<string, string>) {
  const marks = createMarks('cv.md');
  const value = (line: number, text: string, field?: string) =>
    rawTex(marks.content({ line, column: 1 }, field) + text);
  const view = {
    options: { paper: 'a4' },
    person: { given: value(2, 'Ada'), address: [value(3, 'one', 'address'), value(4, 'two', 'address')] },
  };
  const rendered = renderTemplate(template(files), view as unknown as CvView, [
    { name: 'i', width: 1, height: 1, path: 'm' },
  ]);
  return { ...marks.resolve(rendered.marked, rendered.files), inputs: rendered.inputs };
}

describe('renderTemplate', () => {
  it('fills in values, and every line knows its content and its template line', () => {
    const { source, lines } = render({
      'main.tex.njk':
        '\\a\n<% if cv.person.given %>\n<< cv.person.given >> x\n<% endif %>\n\\b{<< options.paper >>}',
    });
    expect(source).toBe('\\a\nAda x\n\\b{a4}');
    expect(lines[0]?.template?.file).toMatch(/.\/main\.tex\.njk$/);
    expect(lines.map(({ content, template: at }) => [content?.line, at?.line])).toEqual([
      [undefined, 1],
      [2, 3],
      [undefined, 5],
    ]);
  });
  it('finds the fields that were not printed', () => {
    const { unprinted } = render({ 'main.tex.njk': '<< cv.person.address[0] >>' });
    expect(unprinted).toMatchObject([{ field: 'address', line: 4 }]);
  });
  it('includes partials from the shared folder, one of its own first, and lists what it read', () => {
    writeFileSync(join(folder, 'shared/a.njk'), 'shared a\n');
    writeFileSync(join(folder, 'shared/b.njk'), 'shared b\n');
    const { source, inputs } = render({
      'main.tex.njk': '<% include "a.njk" %>\n<% include "b.njk" %>',
      'a.njk': '\uFEFFown a\n',
    });
    expect(source).toBe('own a\nshared b\n');
    expect(inputs.map((path) => path.split('/').slice(-1)[0])).toEqual(['main.tex.njk', 'a.njk', 'b.njk']);
  });
  it('takes what was compiled ahead for a template of the same name and text, and for no other', () => {
    const ahead = compiledTemplates as Map<string, CompiledTemplate>;
    const key = keyOfTemplate('a.njk', 'old a');
    ahead.set(key, () => ({
      root: (...all: unknown[]) => (all[4] as (...a: unknown[]) => void)(null, 'ahead'),
    }));
    try {
      const main = '<% include "a.njk" %>';
      expect(render({ 'main.tex.njk': main, 'a.njk': 'old a' }).source).toBe('ahead');
      expect(render({ 'main.tex.njk': main, 'a.njk': 'new a' }).source).toBe('new a');
      expect(render({ 'main.tex.njk': '<% include "b2.njk" %>', 'b2.njk': 'old a' }).source).toBe('old a');
    } finally {
      ahead.delete(key);
    }
  });
  it('tells of a partial that is a folder, and of one that cannot be parsed', () => {
    mkdirSync(join(folder, 'shared/sub'));
    expect(() => render({ 'main.tex.njk': '<% include "sub" %>' })).toThrow(/it is a folder/);
    const files = { 'main.tex.njk': 'x\n<% include "odd.njk" %>', 'odd.njk': 'a\n<< / >>' };
    expect(() => render(files)).toThrow(/odd\.njk/);
  });
  it('tells of a template without its main file', () => {
    expect(() => render({})).toThrow('Cannot find the partial `main.tex.njk`');
  });
  it.each([
    ['<% if %>', /main\.tex\.njk:1:\d+: /],
    ['x\n<< cv.person.nothing >>', /main\.tex\.njk.*: attempted to output null or undefined value/],
    ['x\n<% include "none.njk" %>', /Cannot find the partial `none\.njk`, searched in /],
    ['<% for x in cv %>', /main\.tex\.njk/],
    ['x\n%% caf\uFFFD', /main\.tex\.njk:2:7: it is not written in UTF-8/],
  ])('tells the place of a mistake: %j', (text, message) => {
    expect(() => render({ 'main.tex.njk': text })).toThrow(message);
    try {
      render({ 'main.tex.njk': text });
    } catch (error) {
      expect(error).toMatchObject({ name: 'MdcvError', code: 'template-syntax' });
    }
  });
});
