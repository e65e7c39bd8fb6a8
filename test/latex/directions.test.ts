import type { PhrasingContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { type Direction, directionOf } from '../../src/latex/directions/language-direction.ts';
import { createDirections } from '../../src/latex/directions/set-directions.ts';
import { handleTurn } from '../../src/latex/handle/turn.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });
const strong = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children });

/** `‹` and `›` around what runs from left to right, `«` and `»` around what runs from right to left. */
function show(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'turn') return { ltr: '‹›', rtl: '«»' }[node.to].charAt(node.ends ? 1 : 0);
      if (node.type === 'break') return '\n';
      if ('value' in node) return node.type === 'text' ? node.value : `\`${node.value}\``;
      return 'children' in node ? `${node.type.charAt(0)}(${show(node.children)})` : node.type;
    })
    .join('');
}

const set = (base: Direction, ...nodes: PhrasingContent[]): string => show(createDirections(base)(nodes));

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa_IR', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ks-Deva', 'ltr'],
  ['en', 'ltr'],
  ['', 'ltr'],
] as const)('%j runs %s', (lang, direction) => {
  expect(directionOf(lang)).toBe(direction);
});

describe('a document from right to left', () => {
  it.each([
    ['שלום', 'שלום'],
    ['שלום Autodesk Robot (גרסה 2024).', 'שלום ‹Autodesk Robot› (גרסה ‹2024›).'],
    ['2022', '‹2022›'],
    ['מרץ 2019 – היום', 'מרץ ‹2019› – היום'],
    ['2019–2021', '‹2019›–‹2021›'],
    ['טלפון: +972 54 555 0199, נייד', 'טלפון: ‹+972 54 555 0199›, נייד'],
    ['(03) 123-4567', '‹(03) 123-4567›'],
    [
      'כתובת https://example.org/a/ או me@example.org.',
      'כתובת ‹https://example.org/a/› או ‹me@example.org.›',
    ],
    ['ידע ב־C++ וגם .NET', 'ידע ב־‹C++› וגם ‹.NET›'],
    ['اليوم 2019-03-01 وغدا', 'اليوم ‹2019-03-01› وغدا'],
    ['بنسبة 3%', 'بنسبة ‹3›%'],
    ['a \u0301\u0301', '‹a \u0301\u0301›'],
    ['אָ \u0301', 'אָ ‹\u0301›'],
    ['אָ\u0301', 'אָ\u0301'],
  ])('%j', (value, expected) => {
    expect(set('rtl', text(value))).toBe(expected);
  });

  it('turns once for a stretch that emphasis divides', () => {
    expect(set('rtl', text('עם Google '), strong(text('Research')), text(' Inc בארץ'))).toBe(
      'עם ‹Google s(Research) Inc› בארץ',
    );
    expect(set('rtl', strong(text('חברת Google')), text(' Research בארץ'))).toBe(
      's(חברת ‹Google) Research› בארץ',
    );
  });

  it('takes code and addresses for words from left to right, and begins anew behind a break', () => {
    const code: PhrasingContent = { type: 'inlineCode', value: 'npm' };
    const address: PhrasingContent = {
      type: 'link',
      url: 'https://a.org',
      children: [text('a.org')],
    } as never;
    expect(set('rtl', text('עם Node '), code, text(' '), address, { type: 'break' }, text('Go'))).toBe(
      'עם ‹Node `npm` l(a.org)›\n‹Go›',
    );
  });

  it('turns by itself what is set in a box', () => {
    expect(set('rtl', text('א'), { type: 'underline', children: [text('Go')] })).toBe('אu(‹Go›)');
  });

  it('keeps the lines of pieces', () => {
    const position = { start: { line: 3, column: 5, offset: 9 }, end: { line: 4, column: 4, offset: 20 } };
    const pieces = createDirections('rtl')([{ type: 'text', value: 'Go\nשלום', position }]);
    expect(pieces.map((piece) => piece.position?.start)).toEqual([
      undefined,
      position.start,
      undefined,
      position.start,
    ]);
    const [, , after] = createDirections('rtl')([{ type: 'text', value: 'שלום\nGo', position }]);
    expect(after?.position?.start).toMatchObject({ line: 4, column: 1 });
  });
});

describe('a document from left to right', () => {
  it('is left alone without letters that run the other way', () => {
    expect(set('ltr', text('Zoë 张 2019'))).toBe('Zoë 张 2019');
  });
  it('turns for names from right to left, and for numbers within them', () => {
    expect(set('ltr', text('Noa (נועה בת 12 כהן) Levi'))).toBe('Noa («נועה בת ‹12› כהן») Levi');
  });
});

it('has a command for each turn', () => {
  expect(handleTurn({ type: 'turn', to: 'ltr', ends: false })).toBe('\\mdcvltr{}');
  expect(handleTurn({ type: 'turn', to: 'rtl', ends: true })).toBe('\\mdcvendrtl{}');
});

it('letters keep their own direction where a text asks for the other', () => {
  expect(set('ltr', text('a \u202Ebc xz\u202C d'))).toBe('a \u202E«‹bc xz\u202C›» d');
  expect(set('rtl', text('\u202Dשלום\u202C'))).toContain('שלום');
});
