import { describe, expect, it } from 'vitest';
import { createMarks, stripMarks, templateMark } from '../../src/latex/origins.ts';

const at = (line: number, column: number) => ({ start: { line, column }, end: { line, column } });

describe('marks', () => {
  it('lead each line to its content and its template line', () => {
    const marks = createMarks('cv.md');
    const rendered = [
      `${templateMark('t.njk', 1)}\\begin`,
      `${templateMark('t.njk', 2)}${marks.content(at(5, 3))}a${marks.content(at(6, 1))}b`,
      'c',
      `${templateMark('t.njk', 3)}\\end`,
      `${marks.content({ line: 9, column: 2 })}d`,
    ].join('\n');
    expect(marks.resolve(rendered)).toEqual({
      source: '\\begin\nab\nc\n\\end\nd',
      lines: [
        { content: undefined, template: { file: 't.njk', line: 1 } },
        {
          content: { file: 'cv.md', line: 5, column: 3 },
          template: { file: 't.njk', line: 2 },
          values: [
            { at: 0, place: { file: 'cv.md', line: 5, column: 3 } },
            { at: 1, place: { file: 'cv.md', line: 6, column: 1 } },
          ],
        },
        { content: { file: 'cv.md', line: 6, column: 1 }, template: { file: 't.njk', line: 2 } },
        { content: undefined, template: { file: 't.njk', line: 3 } },
        { content: { file: 'cv.md', line: 9, column: 2 }, template: { file: 't.njk', line: 3 } },
      ],
      printed: [],
      unprinted: [],
    });
  });

  it('name the fields that were not printed', () => {
    const marks = createMarks('cv.md');
    const printed = marks.content(at(1, 1), 'entry.title');
    marks.content(at(2, 4), 'entry.place');
    marks.content(undefined, 'entry.date');
    marks.content(at(3, 1));
    expect(marks.resolve(printed).printed).toEqual([
      { file: 'cv.md', line: 1, column: 1, field: 'entry.title' },
    ]);
    expect(marks.resolve(printed).unprinted).toEqual([
      { file: 'cv.md', line: 2, column: 4, field: 'entry.place' },
      { file: 'cv.md', line: 1, column: undefined, field: 'entry.date' },
    ]);
  });

  it('are nothing for content without a place or a field', () => {
    expect(createMarks('cv.md').content(undefined)).toBe('');
  });

  it('that nobody made are taken out and lead nowhere', () => {
    expect(createMarks('cv.md').resolve('a\ufdd07\ufdd1\ufdd0x\ufdd1b')).toEqual({
      source: 'ab',
      lines: [{ content: undefined, template: undefined }],
      printed: [],
      unprinted: [],
    });
  });

  it('tell values of several files, and values of one line once', () => {
    const marks = createMarks('cv.md');
    const first = marks.content(at(2, 1));
    const same = marks.content(at(2, 9));
    const other = marks.content({ line: 2, column: 3, file: 'a.bib' } as never);
    const { lines, source } = marks.resolve(`{${first}a}{${same}b}{${other}c}\n${first}d${same}e`);
    expect(source).toBe('{a}{b}{c}\nde');
    expect(lines[0]?.values).toEqual([
      { at: 1, place: { file: 'cv.md', line: 2, column: 1 } },
      { at: 7, place: { file: 'a.bib', line: 2, column: 3 } },
    ]);
    expect(lines[1]).not.toHaveProperty('values');
  });

  it('take the first template mark of a line', () => {
    const marks = createMarks('cv.md');
    const { lines } = marks.resolve(`${templateMark('a.njk', 1)}${templateMark('b.njk', 2)}x`);
    expect(lines[0]?.template).toEqual({ file: 'a.njk', line: 1 });
  });

  it('of a template file are told by its path, where that is known', () => {
    const { lines } = createMarks('cv.md').resolve(
      `${templateMark('a.njk', 1)}x`,
      new Map([['a.njk', 'templates/t/a.njk']]),
    );
    expect(lines[0]?.template).toEqual({ file: 'templates/t/a.njk', line: 1 });
  });

  it('that are cut short stay as text', () => {
    const mark = createMarks('cv.md').content(at(1, 1));
    expect(createMarks('cv.md').resolve(`a${mark.slice(0, -1)}\nb`).source).toBe(`a${mark.slice(0, -1)}\nb`);
  });

  it('can be taken out of a piece', () => {
    expect(stripMarks(`${createMarks('cv.md').content(at(1, 1))}a`)).toBe('a');
  });
});
