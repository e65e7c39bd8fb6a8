import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { checkConflict } from '../../src/content/check-conflict.ts';

function check(text: string): string[] {
  const vfile = new VFile({ path: 'cv.md' });
  const found = checkConflict(text, vfile);
  expect(found).toBe(vfile.messages.length > 0);
  return vfile.messages.map(({ line, column, ruleId, note }) => `${line}:${column} ${ruleId} ${note}`);
}

const left = '<<<<<<< HEAD\nA\n';
const right = '=======\nB\n>>>>>>> other\n';

test.each([
  ['of two versions', `# Ada\n\n${left}${right}`, '3:1', 7],
  ['with the common one', `${left}||||||| 1234567\nC\n${right}`, '1:1', 7],
  ['in the front matter', `---\n${left}${right}---\n`, '2:1', 6],
  ['with line ends of Windows', `${left}${right}`.replaceAll('\n', '\r\n'), '1:1', 5],
  ['without names', '<<<<<<<\n=======\n>>>>>>>', '1:1', 3],
  ['behind a block of code', `\`\`\`\`\n${left}\`\`\`\n\`\`\`\`\n${left}${right}`, '6:1', 10],
])('a conflict %s', (_, text, place, end) => {
  expect(check(text)).toEqual([
    `${place} merge-conflict They stand around a line of \`=======\`, and end at line ${end}. Keep what is right, and delete the lines with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.`,
  ]);
});

test.each([
  ['a text without any', '# Ada\n\nText\n'],
  ['a heading underlined', 'Ada\n=======\n'],
  ['a beginning alone', left],
  ['quotes of quotes', `<<<<<<<< A\n=======\n>>>>>>>> B`],
  ['an example in a block of code', `~~~ diff\n${left}${right}~~~\n`],
  ['an example in a block that has no end', `\`\`\`\n${left}${right}`],
])('no conflict: %s', (_, text) => {
  expect(check(text)).toEqual([]);
});
