import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { addProblem } from '../src/problem.ts';
import { type Colours, formatMessage, sortMessages, summarize, toReportedMessage } from '../src/report.ts';

const plain: Colours = { bold: String, dim: String, red: String, yellow: String, cyan: String };
const source = `first\nmail: \`a@b\` 中文 tail\n${'x'.repeat(300)}`;

function problem(line?: number, column = 1, note?: string) {
  const vfile = new VFile({ path: 'content/cv.md', value: source });
  const message = addProblem(vfile, 'unknown-key', {
    reason: 'The key `a` is not known',
    place: line === undefined ? undefined : { line, column },
    note,
  });
  return { vfile, message };
}

describe('formatMessage', () => {
  it('shows place, severity, code, reason, the source line with a caret, and what to do', () => {
    const { vfile, message } = problem(2, 7, 'Do this.\nThen that.');
    expect(formatMessage(message, [vfile], plain)).toBe(
      [
        'content/cv.md:2:7 warning unknown-key The key `a` is not known',
        '  2 | mail: `a@b` 中文 tail',
        '            ^',
        '  Do this.',
        '  Then that.',
      ].join('\n'),
    );
  });
  it('sets the caret right after wide letters', () => {
    const { vfile, message } = problem(2, 15);
    expect(formatMessage(message, [vfile], plain).split('\n')[2]).toBe(`  ${' '.repeat(4 + 16)}^`);
  });
  it('sets the caret right after emoji and accents of their own', () => {
    const vfile = new VFile({ path: 'cv.md', value: '🎓e\u0301x' });
    const message = addProblem(vfile, 'unknown-key', { reason: 'r', place: { line: 1, column: 5 } });
    expect(formatMessage(message, [vfile], plain).split('\n')[2]).toBe(`  ${' '.repeat(4 + 3)}^`);
  });
  it('cuts a long line around the place', () => {
    const { vfile, message } = problem(3, 200);
    const [, quoted, caret] = formatMessage(message, [vfile], plain).split('\n');
    expect(quoted).toBe(`  3 | …${'x'.repeat(100)}…`);
    expect(caret).toBe(`  ${' '.repeat(4 + 1 + 50)}^`);
  });
  it('needs no place, and quotes no line of another file', () => {
    const { vfile, message } = problem();
    expect(formatMessage(message, [vfile], plain)).toBe(
      'content/cv.md warning unknown-key The key `a` is not known',
    );
    const other = addProblem(vfile, 'tex-error', {
      reason: 'no',
      place: { line: 1, column: 1 },
      file: 't.njk',
    });
    expect(formatMessage(other, [vfile], plain)).toBe('t.njk:1:1 error tex-error no');
  });
});

describe('sortMessages, summarize and toReportedMessage', () => {
  const vfile = new VFile({ path: 'cv.md', value: '' });
  addProblem(vfile, 'tex-error', { reason: 'e', place: { line: 9, column: 1 } });
  addProblem(vfile, 'unknown-key', { reason: 'w2', place: { line: 5, column: 1 } });
  addProblem(vfile, 'unknown-key', { reason: 'w1', place: { line: 2, column: 3 }, note: 'n' });
  addProblem(vfile, 'engine-choice', { reason: 'i' });
  it('puts errors last, nearest to the prompt, and the rest in the order of the file', () => {
    expect(sortMessages(vfile.messages).map((message) => message.reason)).toEqual(['i', 'w1', 'w2', 'e']);
  });
  it('counts', () => {
    expect(summarize(vfile.messages)).toBe('1 error, 2 warnings');
    expect(summarize([])).toBe('');
  });
  it('gives programs the same', () => {
    expect(toReportedMessage(sortMessages(vfile.messages)[1] as never)).toEqual({
      code: 'unknown-key',
      severity: 'warning',
      file: 'cv.md',
      line: 2,
      column: 3,
      reason: 'w1',
      note: 'n',
    });
  });
});
