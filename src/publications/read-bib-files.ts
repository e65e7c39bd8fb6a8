import { realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import { checkConflict } from '../content/check-conflict.ts';
import { cleanText } from '../content/clean-text.ts';
import { isWestern } from '../content/decode-mixed.ts';
import { describeLegacy, isPart } from '../content/describe-legacy.ts';
import type { Placed } from '../content/front-matter/front-matter.ts';
import { spellAsOnDisk } from '../content/spell-as-on-disk.ts';
import { createTextPoints } from '../content/syntax/text-points.ts';
import { displayPath } from '../display-path.ts';
import { readNamedFile } from '../named-file.ts';
import { addProblem, type ProblemDetail } from '../problem.ts';
import { decodeBibFile } from './decode-bib-file.ts';

export interface BibFiles {
  /** Path as messages print it, text. */
  sources: VFile[];
  /** Absolute paths, also of files that are missing. */
  inputs: string[];
}

interface FoundFile {
  /** Absolute path as it is named, and with symbolic links followed. */
  path: string;
  realPath: string;
  bytes: Uint8Array;
}

interface Refusal {
  reason: string;
  note: string;
}

const missing: Refusal = {
  reason: 'there is no such file',
  note: 'Name it relative to the CV, or put it there.',
};
const outside: Refusal = {
  reason: "it is outside the CV's folder",
  note: 'Copy it beside the CV or into a folder below, and name it there: a CV reaches no other files, so that one from elsewhere cannot read yours.',
};
const linked: Refusal = {
  reason: "it is a link to a file outside the CV's folder",
  note: 'Put the file itself there, or move the CV to where it lies: a CV reaches no other files, so that one from elsewhere cannot read yours.',
};
const remote: Refusal = {
  reason: 'mdcv reads nothing from the network',
  note: 'Download it into the folder of the CV, and name it there.',
};
const folder: Refusal = { reason: 'it is a folder', note: 'Name the .bib file in it.' };
const device: Refusal = {
  reason: 'it is a pipe or a device',
  note: 'Save the text to a file and name that.',
};
const tooLarge: Refusal = {
  reason: 'it is larger than a CV may use that is not trusted',
  note: 'Keep only the entries that the CV prints, or, if you trust it, build it without `--untrusted`.',
};
const binary: Refusal = {
  reason: 'it is not a text file',
  note: 'Export your publications as BibTeX or BibLaTeX.',
};

/**
 * Reads the .bib files that a CV names; `.bib` may be left off. What cannot be read is told at their place in the front matter. A file
 * that is named twice is read once.
 * @param mostBytes of each file
 */
export async function readBibFiles(
  files: Placed<string[]>,
  vfile: VFile,
  mostBytes: number = Number.POSITIVE_INFINITY,
): Promise<BibFiles> {
  const root = dirname(resolve(vfile.path));
  const inputs = new Set<string>();
  const find = (name: string): Promise<FoundFile | Refusal> => findBibFile(name, root, inputs, mostBytes);
  const sources = await readEach(files.value, find, () => ({ place: files.position }), vfile);
  return { sources, inputs: [...inputs] };
}

/**
 * Reads .bib files that a person names, who may name any, other than a CV. What cannot be read is told as of the name that was given.
 * @param vfile takes the messages
 */
export function readGivenBibFiles(names: readonly string[], vfile: VFile): Promise<VFile[]> {
  return readEach(names, findGivenFile, (file) => ({ file }), vfile);
}

async function readEach(
  names: readonly string[],
  find: (name: string) => Promise<FoundFile | Refusal>,
  placeOf: (name: string) => Pick<ProblemDetail, 'place' | 'file'>,
  vfile: VFile,
): Promise<VFile[]> {
  const sources = new Map<string, VFile>();
  for (const name of names) {
    const found = await find(name);
    const source = 'reason' in found ? found : (sources.get(found.realPath) ?? toSource(found, vfile));
    if ('reason' in source)
      addProblem(vfile, 'missing-bibliography', {
        reason: `Cannot read the bibliography \`${name}\`, ${source.reason}`,
        note: source.note,
        ...placeOf(name),
      });
    else if ('realPath' in found && !sources.has(found.realPath)) {
      sources.set(found.realPath, source);
      if (String(source.value).trim() === '')
        addProblem(vfile, 'missing-bibliography', {
          reason: `Cannot find publications in the bibliography \`${name}\`, it is empty`,
          note: 'Write entries into it: `@article{key, title = {…}, author = {…}, year = {…}}`.',
          ...placeOf(name),
          severity: 'warning',
        });
    }
  }
  return [...sources.values()];
}

async function findGivenFile(name: string): Promise<FoundFile | Refusal> {
  if (isRemote(name)) return { ...remote, note: 'Download it, and name the file.' };
  let refusal: Refusal = { ...missing, note: 'Name it relative to the folder that mdcv was started in.' };
  for (const candidate of candidatesOf(name)) {
    const path = resolve(candidate);
    const realPath = await toRealPath(path);
    if (realPath === undefined) continue;
    const read = readOrdinary(realPath, Number.POSITIVE_INFINITY);
    if (read instanceof Uint8Array) return { path, realPath, bytes: read };
    refusal = read;
  }
  return refusal;
}

function isRemote(name: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(name) || name.startsWith('//');
}

function candidatesOf(name: string): string[] {
  return /\.bib$/i.test(name) ? [name] : [name, `${name}.bib`];
}

async function findBibFile(
  name: string,
  root: string,
  inputs: Set<string>,
  mostBytes: number,
): Promise<FoundFile | Refusal> {
  if (isRemote(name)) return remote;
  const realRoot = (await toRealPath(root)) ?? root;
  let refusal = missing;
  for (const candidate of candidatesOf(name)) {
    const path = resolve(root, spellAsOnDisk(candidate, root));
    const realPath = await toRealPath(path);
    if (realPath === realRoot) return folder;
    if (!isWithin(realPath ?? path, realPath === undefined ? root : realRoot))
      return isWithin(path, root) ? linked : outside;
    inputs.add(path);
    if (realPath === undefined) continue;
    const read = readOrdinary(realPath, mostBytes);
    if (read instanceof Uint8Array) return { path, realPath, bytes: read };
    refusal = read;
  }
  return refusal;
}

function isWithin(path: string, root: string): boolean {
  return path.startsWith(join(root, sep));
}

async function toRealPath(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}

function readOrdinary(path: string, mostBytes: number): Uint8Array | Refusal {
  const read = readNamedFile(path, mostBytes);
  if (read instanceof Uint8Array) return read;
  const { reason } = read;
  switch (read.kind) {
    case 'folder':
      return folder;
    case 'device':
      return device;
    case 'too-large':
      return tooLarge;
    default:
      return { reason, note: 'Make sure that it is a .bib file and that you may read it.' };
  }
}

function toSource({ path, bytes }: FoundFile, vfile: VFile): VFile | Refusal {
  const decoded = decodeBibFile(bytes);
  if (!decoded) return binary;
  const source = new VFile({ path: displayPath(path) });
  const [first] = decoded.legacyAt;
  if (first !== undefined) {
    if (!isWestern(decoded))
      return { reason: 'it is not written in UTF-8', note: describeLegacy(decoded, basename(path)).note };
    addProblem(source, 'not-text', {
      reason: isPart(decoded)
        ? `Cannot read ${decoded.legacyAt.length} letters of \`${source.path}\` as UTF-8, they are read as Windows-1252`
        : `Cannot read \`${source.path}\` as UTF-8, it is read as Windows-1252`,
      note: 'Open it in your editor and save it with the encoding UTF-8.',
      place: createTextPoints(decoded.text).point(first),
      severity: 'warning',
    });
  }
  source.value = cleanText(decoded.text, source);
  checkConflict(source.value, source);
  vfile.messages.push(...source.messages.splice(0));
  return source;
}
