import type { DocumentNode, Node, ValueNode } from '@humanwhocodes/momoa';
import type { VFile } from 'vfile';
import { createTextPoints, type TextPoints } from '../content/syntax/text-points.ts';
import { addProblem } from '../problem.ts';
import { cleanScalar, deepestSource, type SourceNode } from './source-tree.ts';

/** Reads JSON with the place of every value. A syntax error is a message at its line and column, and then there is no tree. */
export async function parseJson(vfile: VFile): Promise<SourceNode | undefined> {
  const { parse } = await import('@humanwhocodes/momoa');
  const text = String(vfile);
  const points = createTextPoints(text);
  const fail = (what: string, offset: number): undefined => {
    addProblem(vfile, 'json-syntax', {
      reason: `Cannot read this JSON: ${what}`,
      note: 'Mend it there. Editors that know JSON show what is missing.',
      place: points.point(Math.min(offset, text.length)),
    });
  };
  const depth = depthOf(text);
  if (depth.deepest > deepestSource) return fail('it nests too deeply', depth.offset);
  try {
    const document: DocumentNode = parse(text, { mode: 'json', ranges: true });
    return toSource(document.body, text, points);
  } catch (error) {
    const { message, offset = text.length } = error as Error & { offset?: number };
    // The commonest slip: JavaScript allows it, JSON does not.
    if (/^[}\]]/.test(text.slice(offset)) && /,\s*$/.test(text.slice(0, offset)))
      return fail(`a \`,\` stands behind the last value, before \`${text.charAt(offset)}\``, offset);
    const what = message
      .replace(/\s*\(\d+:\d+\)$/, '')
      .replace(/\.$/, '')
      .replace(/\b(?:Comma|Colon|[LR]Brac(?:e|ket))\b/g, (name) => signs[name] ?? name);
    return fail(what.charAt(0).toLowerCase() + what.slice(1), offset);
  }
}

/** Signs as the parser names them. */
const signs: Readonly<Record<string, string>> = {
  Comma: '`,`',
  Colon: '`:`',
  LBrace: '`{`',
  RBrace: '`}`',
  LBracket: '`[`',
  RBracket: '`]`',
};

/** The deepest nesting, found before a parser recurses into it. */
function depthOf(text: string): { deepest: number; offset: number } {
  let depth = 0;
  let deepest = 0;
  let offset = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepest) {
      deepest = depth;
      offset = index;
    }
  }
  return { deepest, offset };
}

function toSource(node: ValueNode, text: string, points: TextPoints): SourceNode {
  const place = ({ range }: Node): ReturnType<TextPoints['position']> =>
    points.position(...(range as [number, number]));
  const position = place(node);
  switch (node.type) {
    case 'Object':
      return {
        type: 'map',
        pairs: node.members.map(({ name, value }) => ({
          key: name.type === 'String' ? name.value : name.name,
          keyPosition: place(name),
          value: toSource(value, text, points),
        })),
        position,
      };
    case 'Array':
      return {
        type: 'list',
        items: node.elements.map(({ value }) => toSource(value, text, points)),
        position,
      };
    case 'String':
      return { type: 'scalar', value: cleanScalar(node.value), kind: 'text', position };
    case 'Null':
      return { type: 'scalar', value: '', kind: 'null', position };
    default:
      return {
        type: 'scalar',
        value: text.slice(...(node.range as [number, number])),
        kind: node.type === 'Boolean' ? 'boolean' : 'number',
        position,
      };
  }
}
