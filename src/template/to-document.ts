import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { VFile } from 'vfile';
import { displayPath } from '../display-path.ts';
import type { EngineName, TexAsset, TexDocument } from '../engine/engine.ts';
import { createLatexContext } from '../latex/context.ts';
import type { ScriptFonts } from '../latex/encoded-scripts.ts';
import { createMarks, type Mark } from '../latex/origins.ts';
import { rawTex, type Tex } from '../latex/tex.ts';
import type { Cv, Photo } from '../model/cv.ts';
import type { PdfProfile } from '../model/pdf-profile.ts';
import { addProblem, type ProblemCode } from '../problem.ts';
import type { SourceLimits } from '../untrusted/untrusted-limits.ts';
import { checkImageColours } from './check-image-colours.ts';
import { identifyDocument } from './file-identifier.ts';
import { selectIcons } from './icons.ts';
import { findImageDamage } from './image-damage.ts';
import { findImageFile, type ImageFile } from './image-file.ts';
import { refuseImage } from './image-pixels.ts';
import type { Template } from './load-template.ts';
import { renderTemplate } from './render-template.ts';
import { toView } from './to-view.ts';
import type { CvView } from './view.ts';

export interface DocumentInput {
  cv: Cv;
  template: Template;
  engine: EngineName;
  /** What pdflatex has besides its main font. */
  scriptFonts?: ScriptFonts | undefined;
  /** `screen` by default. */
  profile?: PdfProfile | undefined;
  options: CvView['options'];
  vfile: VFile;
  /** Of the images. */
  limits?: SourceLimits | undefined;
}

/** How many values of a field a template printed, and how many it left out. */
export interface FieldCoverage {
  /** As the message `unprinted-field` names it. */
  field: string;
  printed: number;
  unprinted: number;
}

/**
 * Sets a CV in a template: the whole .tex file, the images it needs, and where each of its lines comes from.
 * @returns the document, the absolute paths of template files and images that were read, the scripts that need fonts, and which fields
 * were printed
 * @throws MdcvError `template-syntax`
 */
export function toDocument({
  cv,
  template,
  engine,
  scriptFonts,
  profile = 'screen',
  options,
  vfile,
  limits,
}: DocumentInput): {
  document: TexDocument;
  inputs: string[];
  scripts: string[];
  coverage: FieldCoverage[];
} {
  const marks = createMarks(vfile.path);
  const assets = collectAssets(vfile, limits);
  const context = createLatexContext({
    engine,
    scriptFonts,
    lang: cv.lang,
    marks,
    vfile,
    imageFile: (image) => assets.add(image.url, image.position, 'missing-image'),
  });
  // A template that cannot print a photo is told of it all the same, so that the photo's absence is noticed.
  const photo = options.photo === false ? undefined : addImage(cv.person.photo, assets, 'missing-photo');
  const signature = addImage(cv.letter?.signature, assets, 'missing-signature');
  const view = toView({
    cv,
    context,
    options,
    profile,
    photo,
    signature,
    isPdfa: () => !vfile.messages.some(({ ruleId }) => ruleId === 'no-pdfa'),
  });
  const { marked, inputs, files } = renderTemplate(template, view, selectIcons(view));
  const { source, lines, printed, unprinted } = marks.resolve(marked, files);
  for (const mark of unprinted) reportUnprinted(mark, template, vfile);
  return {
    document: { source: identifyDocument(source, assets.list), assets: assets.list, origins: lines },
    inputs: [...inputs, ...assets.list.map((asset) => asset.from as string)],
    scripts: engine === 'pdflatex' ? [] : view.scripts,
    coverage: toCoverage(printed, unprinted),
  };
}

function toCoverage(printed: readonly Mark[], unprinted: readonly Mark[]): FieldCoverage[] {
  const fields = new Map<string, FieldCoverage>();
  const add = (marks: readonly Mark[], key: 'printed' | 'unprinted'): void => {
    for (const mark of marks) {
      const field = mark.field as string;
      const row = fields.get(field) ?? { field, printed: 0, unprinted: 0 };
      row[key] += 1;
      fields.set(field, row);
    }
  };
  add(printed, 'printed');
  add(unprinted, 'unprinted');
  return [...fields.values()];
}

/** What an image is for, by the code that says that it cannot be set. */
const imageNames = {
  'missing-photo': 'photo',
  'missing-signature': 'signature',
  'missing-image': 'image',
} as const satisfies Partial<Record<ProblemCode, string>>;

interface AssetCollection {
  list: TexAsset[];
  /** The name within the run's folder; nothing (and a problem) where there is no image. */
  add(name: string, place: Photo['position'], code: keyof typeof imageNames): string | undefined;
}

function collectAssets(vfile: VFile, limits: SourceLimits | undefined): AssetCollection {
  const list: TexAsset[] = [];
  let bytes = 0;
  return {
    list,
    add(name, place, code) {
      // The photo of a letter is that of its CV, which may lie in another folder.
      const file = place?.start.file ?? vfile.path;
      const found = findImageFile(name, file);
      if ('problem' in found) {
        addProblem(vfile, toProblemCode(found.problem, code), {
          reason: `Cannot use the ${imageNames[code]} \`${name}\`: ${found.reason}`,
          note: `${leftOut(code)}Expected a PNG, JPEG or PDF file in or below \`${displayPath(dirname(file))}\`.`,
          place,
        });
        return undefined;
      }
      const known = list.find((asset) => asset.from === found.path);
      if (known) return known.name;
      const refusal = limits && refuseImage(found.path, found.format, bytes, limits);
      if (refusal) {
        const note = 'Use a smaller one, or, if you trust this file, build it without `--untrusted`.';
        addProblem(vfile, 'too-large', {
          reason: `Cannot use the image \`${name}\`: ${refusal}`,
          note,
          place,
        });
        return undefined;
      }
      const damage = findImageDamage(found.path, found.format);
      if (damage) {
        addProblem(vfile, toProblemCode('no-image', code), {
          reason: `Cannot use the ${imageNames[code]} \`${name}\`: ${damage.reason}`,
          note: `${leftOut(code)}${damage.note}`,
          place,
        });
        return undefined;
      }
      bytes += statSync(found.path).size;
      const asset = { name: `image-${list.length + 1}.${found.format}`, from: found.path };
      list.push(asset);
      checkImageColours({ name, ...found, position: place }, vfile);
      return asset.name;
    },
  };
}

/** Without its signature a letter is not set. */
function leftOut(code: keyof typeof imageNames): string {
  return code === 'missing-signature' ? '' : 'It is left out. ';
}

/** A photo that is a file, but none that can be set, is another problem. */
function toProblemCode(
  problem: Extract<ImageFile, { problem: unknown }>['problem'],
  code: keyof typeof imageNames,
): ProblemCode {
  return code === 'missing-photo' && problem === 'no-image' ? 'bad-photo' : code;
}

function addImage(
  image: Photo | undefined,
  assets: AssetCollection,
  code: 'missing-photo' | 'missing-signature',
): Tex | undefined {
  const name = image && assets.add(image.path, image.position, code);
  return name === undefined ? undefined : rawTex(name);
}

function reportUnprinted(mark: Mark, template: Template, vfile: VFile): void {
  addProblem(vfile, 'unprinted-field', {
    reason: `The template \`${template.name}\` did not print ${mark.field}`,
    note: 'Choose another template, or change this one to print it.',
    place: { line: mark.line, column: mark.column ?? 1 },
    file: mark.file,
  });
}
