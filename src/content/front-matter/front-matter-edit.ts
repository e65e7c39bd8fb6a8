import { type Document, isMap, isScalar, type Pair, parseDocument, type Scalar, stringify } from 'yaml';
import { MdcvError } from '../../problem.ts';
import { findFrontMatter } from './front-matter-split.ts';

/** A value to write. */
export interface FrontMatterEdit {
  /** The keys that lead to it, from the outside. */
  path: readonly string[];
  value: string | boolean;
}

/** Whether a key of the file is a spelling of a key of ours. */
export type IsSpelling = (written: string, key: string) => boolean;

/**
 * Writes values into the front matter of a CV and leaves every other byte as it is: a value is replaced where it stands, a new key gets
 * a place beside the others. Only where the YAML is written in a way that allows neither is it printed anew, with its comments.
 * @param text the whole CV
 * @throws MdcvError `cannot-edit` when the front matter has errors
 */
export function editFrontMatter(
  text: string,
  edits: readonly FrontMatterEdit[],
  isSpelling: IsSpelling,
): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const cv = text.slice(bom.length);
  const place = findFrontMatter(cv);
  if (place?.isToml)
    throw new MdcvError('cannot-edit', 'Cannot write into the front matter, it is TOML', {
      hint: 'Write it as YAML: `key: value` lines between two lines of `---`.',
    });
  const yaml = edits.reduce(
    (written, edit) => writeValue(written, edit, isSpelling, eol),
    place ? cv.slice(place.start, place.end) : '',
  );
  return place
    ? `${bom}${cv.slice(0, place.start)}${yaml}${cv.slice(place.end)}`
    : `${bom}---${eol}${yaml}---${eol}${eol}${cv}`;
}

/** Whether the front matter of a CV says something at this place. */
export function hasValue(text: string, path: readonly string[], isSpelling: IsSpelling): boolean {
  const place = findFrontMatter(text.replace(/^\uFEFF/, ''));
  if (!place) return false;
  const document = parseDocument(text.replace(/^\uFEFF/, '').slice(place.start, place.end));
  return follow(document, path, isSpelling).missing.length === 0;
}

function writeValue(yaml: string, edit: FrontMatterEdit, isSpelling: IsSpelling, eol: string): string {
  const document = parseDocument(yaml);
  if (document.errors.length > 0)
    throw new MdcvError('cannot-edit', 'Cannot write into the front matter, it has errors', {
      hint: 'They are among the problems. Mend them first.',
    });
  const { pairs, missing } = follow(document, edit.path, isSpelling);
  const node = pairs.length > 0 ? pairs.at(-1)?.value : document.contents;
  if (missing.length === 0 && isScalar(node) && node.range) {
    const [start, end] = node.range;
    // The last line of a text in `|` or `>` ends with it.
    return splice(yaml, start, end, print(edit.value) + (yaml.slice(start, end).endsWith('\n') ? eol : ''));
  }
  const isRoot = pairs.length === 0;
  if (isRoot && !(isMap(node) && node.flow)) {
    const end = yaml === '' || yaml.endsWith('\n') ? '' : eol;
    return `${yaml}${end}${stringify(nest(missing, edit.value), { singleQuote: true }).replaceAll('\n', eol)}`;
  }
  const first = isMap(node) ? (node.items[0]?.key as Scalar | undefined)?.range?.[0] : undefined;
  if (missing.length === 1 && isMap(node) && first !== undefined) {
    const indent = ' '.repeat(first - yaml.lastIndexOf('\n', first) - 1);
    return splice(
      yaml,
      first,
      first,
      `${missing[0]}: ${print(edit.value)}${node.flow ? ', ' : eol + indent}`,
    );
  }
  return reprint(
    document,
    edit,
    pairs.map(({ key }) => key),
  ).replaceAll('\n', eol);
}

function reprint(
  document: Document.Parsed,
  { path, value }: FrontMatterEdit,
  written: readonly unknown[],
): string {
  const replaced = document.getIn(written, true);
  const depth = written.length + (isMap(replaced) ? 1 : 0);
  const node = document.createNode(nest(path.slice(depth), value));
  if (isScalar(replaced) && replaced.comment) node.commentBefore = replaced.comment;
  document.setIn([...written, ...path.slice(written.length, depth)], node);
  return document.toString({ lineWidth: 0, singleQuote: true });
}

/** The pairs on the path that are there, and the keys that are not. */
function follow(
  document: Document.Parsed,
  path: readonly string[],
  isSpelling: IsSpelling,
): { pairs: Pair[]; missing: string[] } {
  const pairs: Pair[] = [];
  let node: unknown = document.contents;
  for (const key of path) {
    const pair = isMap(node)
      ? node.items.find((item) => isScalar(item.key) && isSpelling(String(item.key.value), key))
      : undefined;
    if (!pair) break;
    pairs.push(pair);
    node = pair.value;
  }
  return { pairs, missing: path.slice(pairs.length) };
}

function nest(path: readonly string[], value: string | boolean): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

/** Quoted also where only a mapping in braces asks for it. */
function print(value: string | boolean): string {
  return /[,[\]{}]/.test(String(value))
    ? JSON.stringify(value)
    : stringify(value, { lineWidth: 0, singleQuote: true }).trimEnd();
}

function splice(text: string, start: number, end: number, insertion: string): string {
  return text.slice(0, start) + insertion + text.slice(end);
}
