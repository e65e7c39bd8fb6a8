/** Phrases of the model as TeX, each with the mark of its field. */
import type { LatexContext } from '../latex/context.ts';
import { phrasingToTex } from '../latex/phrasing-to-tex.ts';
import { joinTex, type Tex } from '../latex/tex.ts';
import type { Phrase } from '../model/cv.ts';

/** @param field as the message `unprinted-field` names it */
export function phrase(source: Phrase, field: string, context: LatexContext): Tex {
  return joinTex([context.marks.content(source.position, field), phrasingToTex(source.children, context)]);
}

/** Nothing where there is nothing, so that a template can ask `<% if entry.place %>`. */
export function optionalPhrase(
  source: Phrase | undefined,
  field: string,
  context: LatexContext,
): Tex | undefined {
  return source && source.children.length > 0 ? phrase(source, field, context) : undefined;
}
