import type { BibField } from './bib-entry.ts';
import { maskGroups } from './mask-groups.ts';
import type { RawParts } from './raw-name.ts';
import { createSlicer, sliceTrimmed } from './slice-field.ts';

const partOfKey: Readonly<Record<string, keyof RawParts>> = {
  given: 'given',
  prefix: 'particle',
  family: 'family',
  suffix: 'suffix',
};

/**
 * Reads a name in biber's extended form, `given=Hans, family=Harman, prefix=von, suffix=Jr` (manual of BibLaTeX, "Extended name format");
 * keys that only help sorting (`given-i`, `useprefix`, `id`) are passed over. Nothing where the name has no such form or neither a
 * family nor a given name.
 */
export function readExtendedName(name: BibField): RawParts | undefined {
  const parts: Partial<RawParts> = {};
  const slice = createSlicer(name);
  for (const { 0: piece, index } of maskGroups(name.value).matchAll(/[^,]+/g)) {
    const key = /^\s*(?:"\s*)?([a-z-]+)\s*=\s*/.exec(piece);
    if (!key) return undefined;
    const part = partOfKey[key[1] as string];
    const end = index + withoutQuote(piece).length;
    const value = sliceTrimmed(name, index + key[0].length, end, slice);
    if (part && value.value !== '') parts[part] = value;
  }
  const { family, given, ...rest } = parts;
  if (family) return { ...rest, given, family };
  return given && { ...rest, family: given };
}

/** Without a quote at its end, and the space around it. */
function withoutQuote(piece: string): string {
  const trimmed = piece.trimEnd();
  return trimmed.endsWith('"') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}
