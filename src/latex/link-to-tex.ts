import type { Position } from 'unist';
import { addProblem } from '../problem.ts';
import { breakAddress } from './break-words.ts';
import type { LatexContext } from './context.ts';
import { escapeTex } from './escape.ts';
import { escapeUrl } from './escape-url.ts';
import { resolveLink } from './resolve-link.ts';
import { rawTex, type Tex } from './tex.ts';

/**
 * A link around TeX. An address that cannot stand in a PDF is reported, and the text is then printed without a link.
 * @param position of the link, for the message
 */
export function linkToTex(url: string, text: Tex, context: LatexContext, position?: Position): Tex {
  const resolved = resolveOrReport(url, context, position);
  return resolved ? rawTex(`\\mdcvlink{${escapeUrl(resolved)}}{${text}}`) : text;
}

/** A link that shows its own address, which may be broken at its punctuation. */
export function addressToTex(url: string, text: string, context: LatexContext, position?: Position): Tex {
  const visible = escapeTex(breakAddress(text), { ...context, position });
  const resolved = resolveOrReport(url, context, position);
  return resolved ? rawTex(`\\mdcvurl{${escapeUrl(resolved)}}{${visible}}`) : visible;
}

function resolveOrReport(
  url: string,
  context: LatexContext,
  position: Position | undefined,
): string | undefined {
  // `[x]()` is a way to write a link that is to come.
  if (url.trim() === '') return undefined;
  const resolved = resolveLink(url);
  if (!resolved) {
    addProblem(context.vfile, 'unsafe-link', {
      reason: `Cannot link to \`${url}\`, expected an address like \`https://example.org\` or \`mailto:me@example.org\``,
      note: 'Its text is printed without a link. Write the whole address, or take the link away.',
      place: position,
    });
  }
  return resolved;
}
