/** The proof that nothing private is in what a public build made: everything is searched before anything is published. */
import { readFileSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { VFile } from 'vfile';
import { displayPath } from '../display-path.ts';
import { readAuxFiles } from '../engine/aux-files.ts';
import type { EngineRun, TexDocument } from '../engine/engine.ts';
import type { Cv } from '../model/cv.ts';
import type { OpenedPdf } from '../pdf/open-pdf.ts';
import { addProblem } from '../problem.ts';
import { publicationWords } from '../publications/publication-words.ts';
import type { Needle } from './needle.ts';
import { type Elsewhere, toNeedles } from './needles.ts';
import { createPictureSearch } from './picture-search.ts';
import type { PrivatePart } from './private-part.ts';
import { saidInPublic } from './said-in-public.ts';
import { createSearch, type Haystack, type Search } from './search.ts';

export interface ProofInput {
  parts: readonly PrivatePart[];
  /** What is left. */
  cv: Cv;
  /** Absolute paths of the template's files and of the pictures that are printed. */
  inputs: readonly string[];
  vfile: VFile;
}

export interface Proof {
  /** Whether there is nothing private in the .tex; what there is becomes errors. */
  checkTex(document: TexDocument): boolean;
  /** Searches the PDF and all else that TeX wrote; what is found becomes errors. */
  checkRun(run: EngineRun, document: TexDocument): Promise<boolean>;
}

/** Makes ready what is searched for, and warns of what is not since it is said in public, too. */
export function createProof({ parts, cv, inputs, vfile }: ProofInput): Proof {
  const templates = inputs
    .filter((path) => extname(path) === '.njk')
    .map((path) => readFileSync(path, 'utf8'));
  const words = textsIn(publicationWords(cv.lang));
  const { needles, elsewhere } = toNeedles(parts, saidInPublic(cv), [...templates, ...words]);
  for (const one of elsewhere) warnOfElsewhere(one, vfile);
  const search = createSearch(needles);
  const pictures = createPictureSearch(parts, cv, vfile.path);

  const findIn = (haystacks: readonly Haystack[]): Leak[] =>
    haystacks.flatMap((haystack) => search(haystack).map((needle) => ({ needle, where: haystack.name })));

  return {
    checkTex: (document) =>
      report(findIn([{ name: 'the .tex', content: document.source, isRead: false }]), vfile, (needle) =>
        findOrigin(needle, document),
      ),
    checkRun: async (run, document) => {
      const printed = run.pdf ? await withPdf(run.pdf, pictures) : [];
      const where = 'the pictures of the PDF';
      return report(
        [...findIn(await runHaystacks(run, document)), ...printed.map((needle) => ({ needle, where }))],
        vfile,
      );
    },
  };
}

/** Something private, and the name of what it was found in. */
interface Leak {
  needle: Needle;
  where: string;
}

async function withPdf<T>(path: string, work: (pdf: OpenedPdf) => Promise<T>): Promise<T> {
  const { openPdf } = await import('../pdf/open-pdf.ts');
  const pdf = openPdf(path);
  try {
    return await work(pdf);
  } finally {
    await pdf.close();
  }
}

async function runHaystacks(run: EngineRun, document: TexDocument): Promise<Haystack[]> {
  const { pdfHaystacks } = await import('./pdf-haystacks.ts');
  const haystacks: Haystack[] = [];
  if (run.pdf) {
    haystacks.push(...(await withPdf(run.pdf, pdfHaystacks)));
    for (const [name, content] of readAuxFiles({ folder: dirname(run.pdf), document }))
      haystacks.push({ name: `\`${name}\``, content, isRead: false });
  }
  if (run.synctex) haystacks.push(await synctexHaystack(run.synctex));
  haystacks.push({ name: 'the log', content: run.log, isRead: false });
  return haystacks;
}

/** Its text is in the lines that name files; all others are places on the page, numbers that may look like any other. */
async function synctexHaystack(path: string): Promise<Haystack> {
  const { gunzipSync } = await import('node:zlib');
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  const content = lines.filter((line) => !/^[a-z!()[\]{}$]?-?\d[\d,:-]*$/.test(line)).join('\n');
  return { name: 'the SyncTeX file', content, isRead: false };
}

/** Where the line of TeX comes from that a text stands in. */
function findOrigin(needle: Needle, { source, origins }: TexDocument): string | undefined {
  const search: Search = createSearch([needle]);
  const index = source
    .split('\n')
    .findIndex((line) => search({ name: '', content: line, isRead: true }).length > 0);
  const { template, content } = origins[index] ?? {};
  const place = content ?? template;
  if (!place) return undefined;
  return `It comes from \`${displayPath(place.file)}:${place.line}\`.`;
}

/** One error for each private part of which something was found; whether there is none. */
function report(
  leaks: readonly Leak[],
  vfile: VFile,
  originOf: (needle: Needle) => string | undefined = () => undefined,
): boolean {
  const byPart = new Map<PrivatePart, Leak[]>();
  for (const leak of leaks) byPart.set(leak.needle.part, [...(byPart.get(leak.needle.part) ?? []), leak]);
  for (const [part, own] of byPart) {
    // The longest says most.
    const [first] = [...own].sort((a, b) => b.needle.key.length - a.needle.key.length);
    if (!first) continue;
    const places = [...new Set(own.map(({ where }) => where))];
    const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
    addProblem(vfile, 'private-leak', {
      reason: `Cannot publish the PDF: \`${first.needle.shown}\` of this private ${part.what} is in ${places.slice(0, 3).join(', ')}${more}`,
      note: [
        originOf(first.needle) ??
          'It comes from the template, from raw LaTeX or from a part that is not private.',
        'Take it out there. The last good PDF is untouched.',
      ].join(' '),
      place: part.position,
    });
  }
  return byPart.size === 0;
}

function warnOfElsewhere({ part, texts }: Elsewhere, vfile: VFile): void {
  const place = texts.find(({ position }) => position)?.position;
  const shown = texts.slice(0, 3).map((one) => `\`${one.shown}\``);
  const more = texts.length > 3 ? ` and ${texts.length - 3} more` : '';
  const { line: number, file } = part.position?.start ?? {};
  const line = number ? ` in line ${number}${file ? ` of \`${file}\`` : ''}` : '';
  const is = texts.length > 1 ? 'are' : 'is';
  addProblem(vfile, 'private-elsewhere', {
    reason: `${shown.join(', ')}${more} ${is} private${line} and public here, so ${is === 'is' ? 'it is' : 'they are'} printed and not searched for`,
    note: 'Mark this place `{.private}`, too, if it is not meant to be read.',
    place,
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
