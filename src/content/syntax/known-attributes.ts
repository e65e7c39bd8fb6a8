import type { VFile } from 'vfile';
import type { Attributes } from '../../model/cv.ts';
import { addProblem } from '../../problem.ts';

/** Classes that mean something to mdcv, or to the variants of a CV. */
export const knownClassNames: ReadonlySet<string> = new Set([
  'academic',
  'field',
  'full',
  'industry',
  'long',
  'optional',
  'private',
  'public',
  'publications',
  'short',
  'unlisted',
  'unnumbered',
]);
const knownValues: ReadonlySet<string> = new Set(['dir', 'height', 'lang', 'variant', 'variants', 'width']);

/** Whether an HTML element with these attributes is more than looks. */
export function isMeaningful(attributes: Attributes): boolean {
  return attributes.classes.some((name) => knownClassNames.has(name)) || 'lang' in attributes.values;
}

/** Warns once of each class and key that mdcv does nothing with. `reported` is kept over the whole file. */
export function checkAttributes(
  attributes: Attributes,
  place: Parameters<typeof addProblem>[2]['place'],
  vfile: VFile,
  reported: Set<string>,
): void {
  // What a list of publications is asked for, `publications/` judges.
  const isRequest = attributes.classes.includes('publications');
  const unknown = [
    ...attributes.classes
      .filter((name) => !knownClassNames.has(name) && !isRequest)
      .map((name) => `.${name}`),
    ...Object.keys(attributes.values)
      .filter((key) => !knownValues.has(key) && !isRequest)
      .map((key) => `${key}=`),
  ];
  for (const what of unknown) {
    if (reported.has(what)) continue;
    reported.add(what);
    addProblem(vfile, 'unknown-attribute', {
      reason: `Cannot use the attribute \`${what}\`, mdcv does not know it`,
      note: 'It is left out. Write `\\{` if the braces are meant to be read.',
      place,
    });
  }
}
