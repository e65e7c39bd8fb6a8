import { describe, expect, it } from 'vitest';
import { createEditorUrl } from '../../src/preview/editor-url.ts';

describe('createEditorUrl', () => {
  it.each([
    [undefined, 'vscode://file/home/a%20b/c%23v.md:3:5'],
    ['idea', 'idea://open?file=/home/a%20b/c%23v.md&line=3&column=5'],
    ['textmate', 'txmt://open?url=file:///home/a%20b/c%23v.md&line=3&column=5'],
    ['x-edit:{file}+{line}', 'x-edit:/home/a%20b/c%23v.md+3'],
  ])('opens a line with %s', (editor, url) => {
    expect(createEditorUrl(editor)({ file: '/home/a b/c#v.md', line: 3, column: 5 })).toBe(url);
  });
  it('takes the beginning of a file, and paths of Windows', () => {
    expect(createEditorUrl()({ file: 'C:\\me\\cv.md' })).toBe('vscode://file/C:/me/cv.md:1:1');
  });
  it.each([
    'vim',
    'vscode://file/',
    'javascript:alert("{file}")',
    ' JavaScript:{file}',
    'data:text/html,{file}',
  ])('refuses %s', (editor) => {
    expect(() => createEditorUrl(editor)).toThrow('Cannot open files with the editor');
  });
});
