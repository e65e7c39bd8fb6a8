/** Two forms of a CV side by side: PDFs, git revisions, or a revision and the working copy. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.ts';
import { displayPath } from '../display-path.ts';
import { createWorkFolder } from '../engine/work-folder.ts';
import { type BuildInput, defaultFile } from '../options.ts';
import { MdcvError, severityOf } from '../problem.ts';
import { writePublished } from '../publish-file.ts';
import { comparePdfs, type PdfComparison } from './compare-pdfs.ts';
import { withRevision } from './revision.ts';

export interface CompareInput {
  /** A PDF, a revision, or both; then perhaps the CV's file. */
  names: readonly string[];
  /** Folder for the pictures, `out/diff` by default. */
  output?: string | undefined;
  /** How revisions and the working copy are built. */
  build?:
    | Pick<
        BuildInput,
        'template' | 'engine' | 'toolchain' | 'variant' | 'lang' | 'timeoutMs' | 'onProgress' | 'signal'
      >
    | undefined;
}

export interface Comparison extends Omit<PdfComparison, 'pages'> {
  /** What was compared, as messages name it: a path, `HEAD~1 (1a2b3c4)`, `the working copy`. */
  older: string;
  newer: string;
  pages: { number: number; pixels: number; of: number; picture?: string | undefined }[];
}

/** What one side is: a PDF that is there, or a CV to build, of a revision or as it is. */
type Side = { pdf: string } | { file: string; revision?: string | undefined };

/**
 * Compares, and writes a picture of each page that changed to `<output>/page-<number>.png`; those of the last time are removed.
 * @throws MdcvError `bad-argument`, `not-built`, and what `withRevision` and `comparePdfs` throw
 */
export async function compare({
  names,
  output = join('out', 'diff'),
  build: how = {},
}: CompareInput): Promise<Comparison> {
  const [older, newer] = toSides(names);
  const [first, second] = [await toPdf(older, how), await toPdf(newer, how)];
  const comparison = await comparePdfs(first.pdf, second.pdf);
  removePictures(output);
  const pages = comparison.pages.map(({ number, pixels, of, png }) => {
    const picture = png && join(output, `page-${number}.png`);
    if (png && picture) writePublished(picture, png);
    return { number, pixels, of, picture };
  });
  return { ...comparison, pages, older: first.name, newer: second.name };
}

function toSides(names: readonly string[]): [Side, Side] {
  const [first = '', second, third] = names;
  const isPdf = (name: string | undefined): boolean => /\.pdf$/i.test(name ?? '');
  if (second !== undefined && isPdf(first) && isPdf(second) && third === undefined)
    return [{ pdf: first }, { pdf: second }];
  if (names.some(isPdf))
    throw new MdcvError('bad-argument', 'Cannot compare these, expected two PDFs or one or two revisions', {
      hint: '`mdcv diff old.pdf new.pdf`, `mdcv diff HEAD~1 HEAD`, `mdcv diff HEAD cv.md`',
    });
  const isFile =
    second !== undefined && third === undefined && (/\.(?:md|markdown)$/i.test(second) || existsSync(second));
  const file = third ?? (isFile ? second : defaultFile);
  return [
    { file, revision: first },
    { file, revision: isFile ? undefined : second },
  ];
}

async function toPdf(
  side: Side,
  how: NonNullable<CompareInput['build']>,
): Promise<{ name: string; pdf: Uint8Array | string }> {
  if ('pdf' in side) return { name: side.pdf, ...side };
  const { file, revision } = side;
  if (revision === undefined)
    return { name: 'the working copy', pdf: await buildPdf({ ...how, file }, file, 'the working copy') };
  return withRevision(revision, file, async (there) => ({
    name: `${revision} (${there.commit})`,
    pdf: await buildPdf(
      { ...how, file: there.file, folder: there.folder },
      file,
      `the revision \`${revision}\``,
    ),
  }));
}

/** Builds in a folder of its own, which vanishes, so that no PDF of the author's is written over. */
async function buildPdf(input: BuildInput, file: string, of: string): Promise<Uint8Array> {
  const folder = createWorkFolder();
  try {
    const { pdf, messages } = await build({ ...input, output: join(folder, 'cv.pdf'), lock: false });
    if (pdf) return readFileSync(pdf);
    const error = messages.find((message) => severityOf(message) === 'error');
    throw new MdcvError(
      'not-built',
      `Cannot build \`${displayPath(file)}\` of ${of}: ${error?.reason ?? 'there is no PDF'}`,
      {
        ...(error && { hint: `${file}:${error.line ?? 1}: ${error.note ?? ''}`.trim() }),
      },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function removePictures(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/^page-\d+\.png$/.test(name)) rmSync(join(folder, name));
}
