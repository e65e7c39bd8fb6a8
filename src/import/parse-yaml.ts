import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { Document, Node } from 'yaml';
import { createTextPoints } from '../content/syntax/text-points.ts';
import { addProblem } from '../problem.ts';
import { cleanScalar, deepestSource, type SourceNode } from './source-tree.ts';

/** More values than any CV has: a file whose aliases multiply is no CV. */
const mostNodes = 50_000;
/** The first error makes most of the others. */
const mostErrors = 3;

/**
 * Reads YAML with the place of every value. Aliases are followed, up to a number of values; merge keys are keys like others. An error is a message
 * at its line and column, and then there is no tree.
 */
export async function parseYaml(vfile: VFile): Promise<SourceNode | undefined> {
  const { isAlias, isMap, isScalar, isSeq, parseAllDocuments } = await import('yaml');
  const text = String(vfile);
  const points = createTextPoints(text);
  let count = 0;

  function fail(what: string, place: Position): undefined {
    addProblem(vfile, 'yaml-syntax', {
      reason: `Cannot read this YAML: ${what}`,
      note: 'Write `key: value` lines, and put a value with `: `, `#`, `@` or brackets into quotes.',
      place,
    });
  }

  function toSource(node: unknown, document: Document, around: Position, depth: number): SourceNode {
    count += 1;
    if (count > mostNodes) throw new TooMuch('its aliases make too much of it', around);
    if (depth > deepestSource) throw new TooMuch('it nests too deeply', around);
    const range = (node as Node | null)?.range;
    const position = range ? points.position(range[0], range[1]) : around;
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (!target) throw new TooMuch(`nothing is called \`&${node.source}\``, position);
      return toSource(target, document, around, depth + 1);
    }
    if (isMap(node))
      return {
        type: 'map',
        pairs: node.items.map(({ key, value }) => {
          const name = toSource(key, document, position, depth + 1);
          return {
            key: name.type === 'scalar' ? name.value : '?',
            keyPosition: name.position,
            value: toSource(value, document, name.position, depth + 1),
          };
        }),
        position,
      };
    if (isSeq(node))
      return {
        type: 'list',
        items: node.items.map((item) => toSource(item, document, position, depth + 1)),
        position,
      };
    const value = isScalar(node) ? node.value : null;
    if (value === null || value === undefined) return { type: 'scalar', value: '', kind: 'null', position };
    const kind = kinds[typeof value] ?? 'text';
    const source = isScalar(node) ? node.source : undefined;
    return {
      type: 'scalar',
      value: typeof value === 'string' ? cleanScalar(value) : (source ?? String(value)),
      kind,
      position,
    };
  }

  try {
    const documents = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false });
    const [document] = Array.isArray(documents) ? documents : [];
    if (!document)
      return { type: 'scalar', value: '', kind: 'null', position: points.position(0, text.length) };
    for (const error of document.errors.slice(0, mostErrors))
      fail(toReason(error.message), points.position(...error.pos));
    if (document.errors.length > 0) return undefined;
    return toSource(document.contents, document as Document, points.position(0, text.length), 0);
  } catch (error) {
    if (error instanceof TooMuch) return fail(error.message, error.place);
    if (error instanceof RangeError) return fail('it nests too deeply', points.position(0, 0));
    throw error;
  }
}

const kinds: Readonly<Record<string, 'number' | 'boolean'>> = {
  number: 'number',
  bigint: 'number',
  boolean: 'boolean',
};

/** More than is read, with its place. */
class TooMuch extends Error {
  readonly place: Position;

  constructor(message: string, place: Position) {
    super(message);
    this.place = place;
  }
}

function toReason(message: string): string {
  const what = message.replace(/\.$/, '').replace(/\s+/g, ' ');
  return what.charAt(0).toLowerCase() + what.slice(1);
}
