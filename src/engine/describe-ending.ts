import type { LogEntry, OpenGroup } from './engine.ts';
import { endTooEarly } from './explain-error.ts';
import type { PlaceFinder, Spot } from './find-place.ts';
import type { Finding } from './finding.ts';

/** Where a document has this, templates/shared/ending.tex.njk has it tell the log that it is whole. */
const promise = '(mdcv) whole at line';
const ending = '\\end{document}';
/** Of templates/shared/body.tex.njk. */
const sealPattern = /\\gdef\\mdcvseal\{([0-9a-f]*)\}/;

/** Groups that are still open where a section or an entry ends, each where it was opened. */
export function describeOpenGroups(groups: readonly OpenGroup[], finder: PlaceFinder): Finding[] {
  return groups.map(({ opener, line }) => ({
    code: 'tex-error',
    reason: 'What is opened here is not closed before the entry or the document ends',
    note: 'Look at the raw LaTeX: each `{` needs its `}`, each `\\begin` its `\\end`.',
    spot: finder.atLine(line, [opener]),
  }));
}

/** Whether TeX got to the end of the document itself; where the template does not have it told, nobody knows better. */
export function isWhole(entries: readonly LogEntry[], { texLines }: PlaceFinder): boolean {
  if (!texLines.some((line) => line.includes(promise))) return true;
  const last = texLines.findLastIndex((line) => line.includes(ending)) + 1;
  // The last one is the template's, whatever raw LaTeX says before.
  const sealed = texLines.findLast((line) => sealPattern.test(line)) ?? '';
  const seal = sealPattern.exec(sealed)?.[1] ?? '';
  return entries.some((entry) => entry.kind === 'whole' && entry.line === last && entry.seal === seal);
}

/** A document that ended without any error, somewhere after the last part that TeX reached. */
export function describeEarlyEnd(entries: readonly LogEntry[], finder: PlaceFinder): Finding {
  return {
    code: 'tex-error',
    reason: 'The document ends in this part, so that the rest would be lost',
    note: endTooEarly,
    spot: findReached(entries, finder),
  };
}

/** The part of the CV that TeX began last. */
export function findReached(entries: readonly LogEntry[], finder: PlaceFinder): Spot | undefined {
  const reached = entries.flatMap((entry) => (entry.kind === 'reached' ? entry.line : []));
  const last = reached.at(-1);
  return last === undefined ? undefined : finder.inLines(last, finder.texLines.length);
}
