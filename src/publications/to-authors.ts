import type { VFile } from 'vfile';
import type { Phrase } from '../model/cv.ts';
import type { Author } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import type { AuthorAnnotations } from './author-annotations.ts';
import type { BibField } from './bib-entry.ts';
import type { RawName, RawParts } from './raw-name.ts';
import { splitNames } from './split-names.ts';
import { texToPhrasing } from './tex-to-phrasing.ts';
import { sortMarks } from './trailing-mark.ts';

/**
 * The names of a field with their marks, typed or annotated; nobody is the owner yet. What cannot be read, and an annotation of a name
 * that is not there, are warnings `bib-name`.
 */
export function toAuthors(
  field: BibField,
  annotations: AuthorAnnotations,
  vfile: VFile,
): { authors: Author[]; open: boolean } {
  const { names, open } = splitNames(field, vfile);
  for (const [number, { position }] of annotations)
    if (number > names.length)
      addProblem(vfile, 'bib-name', {
        reason: `Cannot mark name ${number}, there ${names.length === 1 ? 'is' : 'are'} only ${names.length}`,
        note: 'Count the names from 1.',
        place: position,
      });
  const authors = names.flatMap((name, index) => {
    const annotated = [0, index + 1].flatMap((number) => annotations.get(number)?.marks ?? []);
    const marked = annotated.length > 0 ? { ...name, marks: sortMarks([...name.marks, ...annotated]) } : name;
    return toAuthor(marked, vfile) ?? [];
  });
  return { authors, open };
}

function toAuthor({ parts, corporate, marks, position }: RawName, vfile: VFile): Author | undefined {
  const given = toPhrase(parts.given, vfile);
  const family = toPhrase(parts.family, vfile);
  const name = family ?? given;
  if (!name) {
    addProblem(vfile, 'bib-name', {
      reason: `Cannot find a name in \`${parts.family.value}\``,
      note: 'Write a name there, or delete one `and`.',
      place: position,
    });
    return undefined;
  }
  const whole = toEastAsianName(parts);
  return {
    given: whole ? undefined : family && given,
    particle: toPhrase(parts.particle, vfile),
    family: whole ?? name,
    suffix: toPhrase(parts.suffix, vfile),
    corporate,
    marks,
    owner: false,
  };
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

/** `张, 三` is 张三 wherever it is printed. A family name in Katakana is a foreigner's, whose given name goes first. */
function toEastAsianName({ given, particle, family, suffix }: RawParts): Phrase | undefined {
  // The patterns take long to compile, and most names need none.
  if (!given || particle || suffix || family.value < '\u1100') return undefined;
  const value = family.value + given.value;
  if (!eastAsian.test(value) || !/[\p{Script=Han}\p{Script=Hangul}]/u.test(family.value)) return undefined;
  const { position } = family;
  return { children: [{ type: 'text', value, position }], position };
}

function toPhrase(field: BibField | undefined, vfile: VFile): Phrase | undefined {
  if (!field) return undefined;
  const children = texToPhrasing(field, vfile);
  return children.length > 0 ? { children, position: field.position } : undefined;
}
