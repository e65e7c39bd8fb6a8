/** Says what fitting has done, or why it could not. */
import { documentName } from '../content/letter/document-name.ts';
import { addProblem } from '../problem.ts';
import type { ResolvedOptions } from '../template/resolve-options.ts';
import type { Advice } from './advise-dropping.ts';
import type { Fitting } from './fit-to-pages.ts';

const names: Readonly<Record<string, string>> = {
  fontSize: 'font size',
  margin: 'margin',
  spacing: 'spacing',
};

/** @param taken the pages of the look that was found */
export function reportFitted(
  { typesetting, pages, position }: Fitting,
  look: ResolvedOptions,
  taken: number | undefined,
): void {
  const { result } = typesetting;
  const own = result.options;
  const changed = Object.keys(names).filter((name) => look[name] !== own[name]);
  const list = changed.map((name) => `${names[name]} ${look[name]} instead of ${own[name]}`).join(', ');
  // Only a template of which the number of pages depends on itself comes out otherwise than it was tried.
  const isFit = taken === undefined || taken <= pages;
  addProblem(result.vfile, isFit ? 'fitted' : 'cannot-fit', {
    reason: isFit
      ? `The ${documentName(result.cv)} fits ${pagesOf(pages)} with ${list}`
      : `The ${documentName(result.cv)} takes ${taken} pages even with ${list}, and \`pages\` allows ${pages}`,
    note: `To keep this look, write it under \`options:\`: ${changed.map((name) => `${name}: ${look[name]}`).join(', ')}.`,
    place: position,
  });
}

export interface Unfitting extends Advice {
  /** The pages of the CV as it is. */
  taken: number;
  tightest: ResolvedOptions;
}

export function reportUnfitting(
  { typesetting, pages, position }: Fitting,
  { tightest, least, tooMany, drop, isEnough }: Unfitting,
): void {
  const { result, template } = typesetting;
  const own = result.options;
  const bounds = Object.keys(names).flatMap((name) =>
    tightest[name] === own[name] ? [] : [`${names[name]} ${tightest[name]}`],
  );
  const how =
    bounds.length > 0
      ? `the tightest look that \`${template.name}\` allows (${bounds.join(', ')})`
      : `\`${template.name}\`, which allows no tighter look`;
  const excess = tooMany === undefined ? '' : `, ${tooMany} ${tooMany === 1 ? 'line' : 'lines'} too many`;
  addProblem(result.vfile, 'cannot-fit', {
    reason: `The ${documentName(result.cv)} does not fit ${pagesOf(pages)}: in ${how} it takes ${least ?? 'more'}${excess}`,
    note: `Its look is left as it was. ${toAdvice(drop, isEnough)}`,
    place: position,
  });
}

function toAdvice(drop: Advice['drop'], isEnough: boolean): string {
  if (drop.length === 0)
    return 'Shorten it, or mark what may go with `{.optional}`: then mdcv says what to drop first.';
  const list = drop.map(({ line, text }) => `line ${line ?? '?'} (“${text}”)`).join(', then ');
  return isEnough
    ? `To make it fit, drop what is marked \`{.optional}\`, in this order: ${list}.`
    : `Even without all that is marked \`{.optional}\` it does not fit; in the order to drop it: ${list}. Shorten the rest, too.`;
}

function pagesOf(count: number): string {
  return `${count} ${count === 1 ? 'page' : 'pages'}`;
}
