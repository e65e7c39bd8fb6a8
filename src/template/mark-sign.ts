import type { LatexContext } from '../latex/context.ts';
import { phrasingToTex } from '../latex/phrasing-to-tex.ts';
import { joinTex, rawTex, type Tex } from '../latex/tex.ts';
import type { AuthorMark } from '../model/publication.ts';
import { markSigns } from '../publications/reference.ts';

/** The sign of a mark beside a name. A star is raised by itself. */
export function markSign(mark: AuthorMark, context: LatexContext): Tex {
  const sign = phrasingToTex([{ type: 'text', value: markSigns[mark] }], context);
  return mark === 'equal' ? sign : joinTex([rawTex('\\textsuperscript{'), sign, rawTex('}')]);
}
