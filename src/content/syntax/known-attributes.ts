import type { VFile } from 'vfile';
import type { Attributes } from '../../model/cv.ts';
import { nearestName } from '../../nearest-name.ts';
import { addProblem } from '../../problem.ts';

/** Classes that mean something to mdcv, whatever the CV. */
export const knownClassNames: ReadonlySet<string> = new Set([
  'field',
  'optional',
  'private',
  'public',
  'publications',
  'unlisted',
  'unnumbered',
]);
const knownValues: ReadonlySet<string> = new Set(['dir', 'height', 'lang', 'variant', 'variants', 'width']);

/**
 * Whether an HTML element with these attributes is more than looks.
 * @param tags by which the CV's variants choose
 */
export function isMeaningful({ classes, values }: Attributes, tags: ReadonlySet<string>): boolean {
  return classes.some((name) => knownClassNames.has(name) || tags.has(name)) || 'lang' in values;
}

/** What is kept over the whole file. */
export interface AttributeCheck {
  vfile: VFile;
  /** By which the CV's variants choose. */
  tags: ReadonlySet<string>;
  /** What was warned of, which is not to be repeated. */
  reported: Set<string>;
}

/** Warns once of each class and key that mdcv does nothing with. */
export function checkAttributes(
  attributes: Attributes,
  place: Parameters<typeof addProblem>[2]['place'],
  { vfile, tags, reported }: AttributeCheck,
): void {
  // What a list of publications is asked for, `publications/` judges.
  const isRequest = attributes.classes.includes('publications');
  const classes = attributes.classes.filter(
    (name) => !knownClassNames.has(name) && !tags.has(name) && !(isRequest && name === 'selected'),
  );
  if (tags.size > 0) for (const name of classes) reportTag(name);
  const unknown = [
    ...(tags.size > 0 || isRequest ? [] : classes).map((name) => `.${name}`),
    ...Object.keys(attributes.values)
      .filter((key) => !knownValues.has(key) && !isRequest)
      .map((key) => `${key}=`),
  ];
  for (const what of unknown) {
    if (reported.has(what)) continue;
    reported.add(what);
    addProblem(vfile, 'unknown-attribute', {
      reason: `Cannot use the attribute \`${what}\`, mdcv does not know it`,
      note: what.startsWith('.')
        ? 'It is left out. If it is to choose what goes into a variant, name it under `variants:`. Write `\\{` if the braces are meant to be read.'
        : 'It is left out. Write `\\{` if the braces are meant to be read.',
      place,
    });
  }

  function reportTag(name: string): void {
    if (reported.has(name)) return;
    reported.add(name);
    const nearest = nearestName(name, [...tags, ...knownClassNames]);
    addProblem(vfile, 'unknown-tag', {
      reason: `Cannot tell which variants \`.${name}\` is for, none names this tag`,
      note: `${nearest ? `Did you mean \`.${nearest}\`? ` : ''}What is marked with it is in all of them. Tags are: ${[...tags].join(', ')}.`,
      place,
    });
  }
}
