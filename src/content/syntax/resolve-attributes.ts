import type { Code, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Attributes } from '../../model/cv.ts';
import { addProblem } from '../../problem.ts';
import { around, opaque, slicePhrasing, toPhrasingText, trimPhrasing } from '../phrasing-text.ts';
import { checkAttributes, checkForeignClasses, isMeaningful } from './known-attributes.ts';
import { matchBrackets } from './match-brackets.ts';
import { parseAttributes } from './parse-attributes.ts';
import { walkTree } from './walk-tree.ts';

type Line = Parents & { children: PhrasingContent[] };

/** Blocks whose last braces are their own. */
const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'definitionTerm', 'tableCell']);
const inline: ReadonlySet<string> = new Set([
  'delete',
  'emphasis',
  'link',
  'small',
  'span',
  'strong',
  'subscript',
  'superscript',
  'underline',
]);

/**
 * Reads pandoc's attributes out of the text: behind a link, image, code or emphasis they are its own, behind `[text]` they make a
 * span, at the end of a heading, paragraph or list item they belong to that. The result is `data.attributes`.
 * @param tags by which the CV's variants choose
 */
export function resolveAttributes(root: Root, vfile: VFile, tags: ReadonlySet<string>): void {
  const check = { vfile, tags, reported: new Set<string>() };
  const source = String(vfile);

  walkTree(root, (node, parent) => {
    if (node.type === 'fencedDiv') {
      // The name of a block is judged by who knows the blocks; classes of HTML are for browsers.
      const isFence = source[node.position?.start.offset as number] === ':';
      const attributes = node.data?.attributes;
      if (!isFence || !attributes) return;
      const isRequest = node.name === 'publications';
      const classes = attributes.classes.filter((name) => name !== node.name);
      checkAttributes(
        { ...attributes, classes: isRequest ? [...classes, 'publications'] : classes },
        node,
        check,
      );
    } else if (node.type === 'code') resolveCode(node);
    else if (blocks.has(node.type) || inline.has(node.type)) {
      resolveLine(node as Line, parent);
      warnOfMisplaced(node as Line);
    }
  });

  /** ```` ```{.python .industry} ````: most classes are for highlighters. */
  function resolveCode(node: Code): void {
    const info = [node.lang, node.meta].filter(Boolean).join(' ');
    const parsed = parseAttributes(info, info.indexOf('{'));
    if (!parsed) return;
    checkForeignClasses(parsed.attributes, node, check);
    if (isMeaningful(parsed.attributes, tags)) node.data = { ...node.data, attributes: parsed.attributes };
  }

  /** What is left in a line is printed, and marks nothing. */
  function warnOfMisplaced(line: Line): void {
    const text = maskedText(line.children);
    for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
      const parsed = parseAttributes(text, at);
      if (!parsed || !isMeaningful(parsed.attributes, tags)) continue;
      const mark = text.slice(at, parsed.end);
      const message = addProblem(vfile, 'misplaced-attribute', {
        reason: `Cannot tell what \`${mark}\` marks, it is printed as it stands`,
        note: 'Write it at the end of the heading, paragraph or item, or right behind the text: `[text]{.tag}`. Write `\\{` if the braces are meant to be read.',
        place: line,
      });
      message.actual = mark;
    }
  }

  function resolveLine(line: Line, parent: Parents | undefined): void {
    // Once more for a span around a span.
    for (let pass = 0; pass < 4; pass += 1) {
      const text = maskedText(line.children);
      if (!text.includes('{')) return;
      const { children, end } = resolveBraces(line, text);
      if (end) {
        line.children = trimPhrasing(children);
        setAttributes(ownerOf(line, parent), end);
      } else if (children.length === line.children.length && !text.includes(']{')) {
        line.children = children;
        return;
      } else line.children = children;
    }
  }

  function resolveBraces(line: Line, text: string): { children: PhrasingContent[]; end?: Attributes } {
    const opening = matchBrackets(text);
    const children: PhrasingContent[] = [];
    let read = 0;
    for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
      const parsed = parseAttributes(text, at);
      if (!parsed) continue;
      const before = text[at - 1];
      const open = before === ']' ? opening.get(at - 1) : undefined;
      if (open !== undefined && open >= read) {
        const inner = slicePhrasing(line.children, open + 1, at - 1);
        children.push(...slicePhrasing(line.children, read, open));
        if (inner.length === 0) {
          read = parsed.end;
          continue;
        }
        children.push({ type: 'span', children: inner, position: around(inner) });
      } else if (before === opaque && at > read) {
        children.push(...slicePhrasing(line.children, read, at));
      } else {
        const isEnd = text.slice(parsed.end).trim() === '' && (at === 0 || /\s/.test(before as string));
        if (!isEnd || !blocks.has(line.type)) continue;
        return { children: [...children, ...slicePhrasing(line.children, read, at)], end: parsed.attributes };
      }
      read = parsed.end;
      const owner = { ...(children.pop() as PhrasingContent) };
      children.push(owner);
      setAttributes(owner, parsed.attributes);
    }
    return { children: [...children, ...slicePhrasing(line.children, read)] };
  }

  function setAttributes(owner: Nodes, attributes: Attributes): void {
    checkAttributes(attributes, owner, check);
    const known = owner.data?.attributes;
    owner.data = {
      ...owner.data,
      attributes: {
        ...(known?.id !== undefined && { id: known.id }),
        ...(attributes.id !== undefined && { id: attributes.id }),
        classes: [...(known?.classes ?? []), ...attributes.classes],
        values: { ...known?.values, ...attributes.values },
      },
    };
  }
}

/** The list item of its first paragraph; the block above a paragraph that is nothing but braces. */
function ownerOf(line: Line, parent: Parents | undefined): Nodes {
  if (line.type !== 'paragraph' || !parent) return line;
  const index = (parent.children as Nodes[]).indexOf(line);
  if (line.children.length === 0) {
    parent.children.splice(index, 1);
    return (parent.children[index - 1] as Nodes | undefined) ?? parent;
  }
  return parent.type === 'listItem' && index === 0 ? parent : line;
}

/** As long as `toPhrasingText`, with everything hidden that is not the line's own text. */
function maskedText(children: readonly PhrasingContent[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'break' ? '\n' : opaque.repeat(toPhrasingText([child]).length);
    })
    .join('');
}
