import { describe, expect, it } from 'vitest';
import { markLines } from '../../src/template/mark-lines.ts';

/** Marks a template and shows each mark as `[line]`. */
function marked(source: string): string {
  return markLines(source, 't.njk').replace(/\uFDD0t\.njk:([0-9]+)\uFDD1/g, '[$1]');
}

describe('markLines', () => {
  it('marks a line of text after its indentation', () => {
    expect(marked('\\a\n  \\b')).toBe('[1]\\a\n  [2]\\b');
  });
  it('leaves empty lines, block tags and comments alone, so that Nunjucks can trim them', () => {
    expect(marked('\n<% if x %>\n  <# note #>\ny\n<% endif %>')).toBe(
      '\n<% if x %>\n  <# note #>\n[4]y\n<% endif %>',
    );
  });
  it('marks a line that begins with a value', () => {
    expect(marked('<< cv.name >> x')).toBe('[1]<< cv.name >> x');
  });
  it('does not mark the lines within a tag', () => {
    expect(marked('<% set a = [\n1,\n2] %>\nb << f(\n3) >>\nc')).toBe(
      '<% set a = [\n1,\n2] %>\n[4]b << f(\n3) >>\n[6]c',
    );
  });
  it('knows a comment of several lines, with other delimiters in it', () => {
    expect(marked('<# a\n<% b %>\n#>\nc')).toBe('<# a\n<% b %>\n#>\n[4]c');
  });
});
