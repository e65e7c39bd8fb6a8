import type { PhrasingContent } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { addProblem } from '../problem.ts';
import type { BibField } from './bib-entry.ts';
import { readTex } from './read-tex.ts';
import type { TexStyle } from './tex-commands.ts';
import type { TexFormat, TexSpan } from './tex-output.ts';
import { createTexPlaces, type TexPlaces } from './tex-places.ts';

/**
 * The TeX of a field's value as phrasing nodes, placed in the .bib file: text in Unicode, styles, links to http, https and mailto, and
 * mathematics that is known to be safe. White space is folded and trimmed; an empty value gives no node. Malformed TeX is read as far as it
 * goes. A command that nothing is known of leaves its arguments, with a warning `bib-macro`.
 */
export function texToPhrasing(field: BibField, vfile: VFile): PhrasingContent[] {
  const { spans, unknown } = readTex(field.value, false, field.quotes);
  const placeAt = createTexPlaces(field);
  for (const [command, offset] of unknown)
    addProblem(vfile, 'bib-macro', {
      reason: `Cannot print \`${command}\`, a TeX command that mdcv does not know`,
      note: 'It is left out, the text of its arguments is kept. Write what it stands for in its place: .bib files may hold any character.',
      place: placeAt(offset, offset + command.length),
    });
  const [only] = spans;
  return only && !only.format && spans.length === 1 ? [toLeaf(only, placeAt)] : toNodes(spans, 0, placeAt);
}

/** Nodes of spans that share their outer formats up to a depth. */
function toNodes(spans: readonly TexSpan[], depth: number, placeAt: TexPlaces): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let from = 0; from < spans.length; ) {
    const first = spans[from] as TexSpan;
    const format = formatAt(first, depth);
    let to = from + 1;
    while (format && to < spans.length && formatAt(spans[to] as TexSpan, depth) === format) to += 1;
    if (format) nodes.push(...toStyled(format, spans.slice(from, to), depth, placeAt));
    else nodes.push(toLeaf(first, placeAt));
    from = to;
  }
  return nodes;
}

/** The format of a span, or the one around it, that is so deep. */
function formatAt({ format }: TexSpan, depth: number): TexFormat | undefined {
  let outer = format;
  while (outer && outer.depth > depth + 1) outer = outer.parent;
  return outer && outer.depth === depth + 1 ? outer : undefined;
}

function toStyled(
  format: TexFormat,
  spans: readonly TexSpan[],
  depth: number,
  placeAt: TexPlaces,
): PhrasingContent[] {
  const children = toNodes(spans, depth + 1, placeAt);
  const position = placeOf(spans, placeAt);
  if (format.link !== undefined) return [{ type: 'link', url: format.link, children, position }];
  if (format.style !== 'code')
    return [{ type: format.style as Exclude<TexStyle, 'code'>, children, position }];
  // Code holds text only; a link in it is worth more than its look.
  if (spans.some((span) => hasLink(span.format))) return children;
  return [{ type: 'inlineCode', value: spans.map(({ text }) => text).join(''), position }];
}

function toLeaf(span: TexSpan, placeAt: TexPlaces): PhrasingContent {
  const { text: value, start, end } = span;
  return { type: span.isMath ? 'inlineMath' : 'text', value, position: placeAt(start, end) };
}

function placeOf(spans: readonly TexSpan[], placeAt: TexPlaces): Position {
  return placeAt((spans[0] as TexSpan).start, (spans.at(-1) as TexSpan).end);
}

function hasLink(format: TexFormat | undefined): boolean {
  return format !== undefined && (format.link !== undefined || hasLink(format.parent));
}
