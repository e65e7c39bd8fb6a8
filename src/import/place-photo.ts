import { existsSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
import { fieldLabel } from '../formats/field-labels.ts';
import { furtherTitle } from '../formats/section-kinds.ts';
import type { Description } from './description.ts';
import type { ImportedFile, ImportInput } from './import-cv.ts';
import { isWebAddress, toLabelled, toText } from './rich-text.ts';

/**
 * The photo as the front matter names it: a file beside the CV, the address of one on the web, which a build asks to be put beside it, or one that the
 * file itself holds, which becomes a file. The name of one that is nowhere is kept as a labelled item.
 * @returns what is to be written beside the CV
 */
export function placePhoto(description: Description, { file, output }: ImportInput): ImportedFile[] {
  const { person, settings } = description;
  const { photo } = person;
  if (photo === undefined || isWebAddress(photo)) return [];
  person.photo = undefined;
  const held = /^data:(?<type>[\w/+.-]*)(?:;[^,]*)?,(?<data>.*)$/su.exec(photo)?.groups;
  if (held) {
    const ending = endings.get(held.type ?? '');
    if (ending === undefined || !/;base64,/u.test(photo)) {
      settings.push({ path: 'image', value: `${photo.slice(0, 40)}… (${photo.length} letters)` });
      return [];
    }
    const name = `${basename(output, extname(output))}-photo.${ending}`;
    person.photo = name;
    return [{ to: join(dirname(output), name), content: Buffer.from(held.data ?? '', 'base64') }];
  }
  const path = resolve(dirname(file), photo);
  const fromOutput = relative(dirname(resolve(output)), path);
  const isBeside = fromOutput !== '' && !fromOutput.startsWith('..') && !isAbsolute(fromOutput);
  if (isBeside && existsSync(path)) {
    person.photo = fromOutput.replaceAll('\\', '/');
    return [];
  }
  const nodes = toLabelled(fieldLabel('image', description.lang), toText(photo));
  const title = furtherTitle(description.lang);
  const last = description.sections.at(-1);
  if (last?.title === title) last.blocks.push({ type: 'flow', nodes });
  else description.sections.push({ title, blocks: [{ type: 'flow', nodes }] });
  return [];
}

/** Pictures that TeX can set. */
const endings: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/jpg', 'jpg'],
  ['image/png', 'png'],
]);
