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

/** Whether a name looks like a slip of the class that keeps something out of a public CV. */
export function isNearlyPrivate(name: string, tags: ReadonlySet<string>): boolean {
  return !knownClassNames.has(name) && !tags.has(name) && nearestName(name, ['private']) !== undefined;
}

/**
 * Whether attributes that may be for other tools, those of HTML and of code, are more than looks.
 * @param tags by which the CV's variants choose
 */
export function isMeaningful({ classes, values }: Attributes, tags: ReadonlySet<string>): boolean {
  return (
    classes.some((name) => knownClassNames.has(name) || tags.has(name) || isNearlyPrivate(name, tags)) ||
    ['lang', 'variant', 'variants'].some((key) => key in values)
  );
}

type Place = Parameters<typeof addProblem>[2]['place'];

/** What is kept over the whole file. */
export interface AttributeCheck {
  vfile: VFile;
  /** By which the CV's variants choose. */
  tags: ReadonlySet<string>;
  /** What was warned of, which is not to be repeated. */
  reported: Set<string>;
}

/** Warns once of each class of HTML or code that looks like a slip of a tag; others are for browsers and highlighters. */
export function checkForeignClasses(
  { classes }: Attributes,
  place: Place,
  { vfile, tags, reported }: AttributeCheck,
): void {
  for (const name of classes) {
    const isKnown = knownClassNames.has(name) || tags.has(name) || reported.has(name);
    const nearest = isKnown ? undefined : nearestName(name, [...tags, 'private']);
    if (!nearest) continue;
    reported.add(name);
    if (tags.has(nearest)) reportTag(name, nearest, place, vfile, tags);
    else
      addProblem(vfile, 'unknown-attribute', {
        reason: `Cannot use the attribute \`.${name}\`, mdcv does not know it`,
        note: 'Did you mean `.private`? It is left out.',
        place,
      });
  }
}

/** Warns once of each class and key that mdcv does nothing with. */
export function checkAttributes(
  attributes: Attributes,
  place: Place,
  { vfile, tags, reported }: AttributeCheck,
): void {
  // What a list of publications is asked for, `publications/` judges.
  const isRequest = attributes.classes.includes('publications');
  const classes = attributes.classes.filter(
    (name) => !knownClassNames.has(name) && !tags.has(name) && !(isRequest && name === 'selected'),
  );
  for (const name of tags.size > 0 ? classes : []) {
    if (reported.has(name)) continue;
    reported.add(name);
    reportTag(name, nearestName(name, [...tags, ...knownClassNames]), place, vfile, tags);
  }
  const unknownClasses = tags.size > 0 || isRequest ? [] : classes;
  for (const name of unknownClasses)
    reportUnknown(`.${name}`, nearestName(name, [...knownClassNames]), ofClass);
  for (const key of Object.keys(attributes.values).filter((one) => !knownValues.has(one) && !isRequest))
    reportUnknown(`${key}=`, nearestName(key, [...knownValues]), '');

  function reportUnknown(what: string, nearest: string | undefined, more: string): void {
    if (reported.has(what)) return;
    reported.add(what);
    const meant = nearest && `Did you mean \`${what.startsWith('.') ? `.${nearest}` : `${nearest}=`}\`? `;
    addProblem(vfile, 'unknown-attribute', {
      reason: `Cannot use the attribute \`${what}\`, mdcv does not know it`,
      note: `${meant ?? ''}It is left out. ${more}Write \`\\{\` if the braces are meant to be read.`,
      place,
    });
  }
}

const ofClass = 'If it is to choose what goes into a variant, name it under `variants:`. ';

function reportTag(
  name: string,
  nearest: string | undefined,
  place: Place,
  vfile: VFile,
  tags: ReadonlySet<string>,
): void {
  addProblem(vfile, 'unknown-tag', {
    reason: `Cannot tell which variants \`.${name}\` is for, none names this tag`,
    note: `${nearest ? `Did you mean \`.${nearest}\`? ` : ''}What is marked with it is in all of them. Tags are: ${[...tags].join(', ')}.`,
    place,
  });
}
