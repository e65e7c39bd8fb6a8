/** Names of the front matter: a text, its parts, and the authors of pandoc and Quarto, who may bring their contacts. */
import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { addProblem } from '../../problem.ts';
import type { FrontMatter, Placed } from './front-matter.ts';
import { contactKey, readContact } from './front-matter-contacts.ts';
import { plainKey } from './front-matter-keys.ts';
import { entriesOf, itemsOf, type KeyContext, placeOf, readText, reportType } from './front-matter-values.ts';

/** Spellings of a name and its parts, in the order in which a name is printed. */
const wholeKeys = ['name', 'full', 'fullname', 'literal', 'display'];
const partKeys = [
  ['first', 'firstname', 'given', 'givenname', 'forename'],
  ['middle', 'middlename', 'additional'],
  ['last', 'lastname', 'family', 'familyname', 'surname'],
  ['suffix'],
];

/** A text, `{first: Ada, last: Lovelace}`, or a list of its parts. */
export function readName(node: Node, context: KeyContext): Placed<string> | undefined {
  if (isScalar(node)) return readText(node, context, 'a text');
  const name = isMap(node)
    ? nameOf(node, context)
    : itemsOf(node as YAMLSeq, context)
        .flatMap((item) => readText(item, context, 'a text')?.value ?? [])
        .join(' ');
  if (name) return { value: name, position: placeOf(node, context) };
  reportType(node, context, 'a text');
  return undefined;
}

/** The authors in one line. What a sole one says of e-mail, homepage and such is a contact. */
export function readAuthors(
  node: Node,
  context: KeyContext,
  frontMatter: FrontMatter,
): Placed<string> | undefined {
  const authors = isSeq(node) ? itemsOf(node, context) : [node];
  const names = authors.flatMap((author) => {
    if (!isMap(author)) return readText(author, context, 'a text or a list of texts')?.value ?? [];
    if (authors.length === 1) readOthers(author, context, frontMatter);
    return nameOf(author, context) ?? [];
  });
  return names.length > 0 ? { value: names.join(', '), position: placeOf(node, context) } : undefined;
}

function nameOf(map: YAMLMap, context: KeyContext): string | undefined {
  const entries = entriesOf(map, context).map(({ name, value }) => ({ key: plainKey(name), value }));
  const find = (keys: readonly string[]): Node | undefined =>
    entries.find(({ key }) => keys.includes(key))?.value;
  const whole = find(wholeKeys);
  // Quarto's `name: {given: Ada, family: Lovelace}`; no deeper, for an alias may lead to where it stands.
  if (isMap(whole))
    return joinParts(
      (keys) => entriesOf(whole, context).find(({ name }) => keys.includes(plainKey(name)))?.value,
    );
  return whole ? textOf(whole) : joinParts(find);

  function joinParts(part: (keys: readonly string[]) => Node | undefined): string | undefined {
    const texts = partKeys.flatMap((keys) => textOf(part(keys)) ?? []);
    return texts.length > 0 ? texts.join(' ') : undefined;
  }

  function textOf(node: Node | undefined): string | undefined {
    return node && readText(node, context, 'a text')?.value;
  }
}

function readOthers(author: YAMLMap, context: KeyContext, frontMatter: FrontMatter): void {
  const named = new Set([...wholeKeys, ...partKeys.flat()]);
  for (const { name, value } of entriesOf(author, context)) {
    const own = { ...context, key: `${context.key}.${name}` };
    const key = contactKey(name);
    if (key) readContact(key, value, own, frontMatter);
    else if (!named.has(plainKey(name)))
      addProblem(context.vfile, 'unknown-key', {
        reason: `Cannot use \`${own.key}\` of the front matter, mdcv does not know this key`,
        note: 'Write it into the Markdown itself if it is to be read.',
        place: placeOf(value, context),
      });
  }
}
