import { basename, dirname, join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { phrasingText } from '../formats/plain-phrase.ts';
import { sectionTitle } from '../formats/section-kinds.ts';
import type { Publication } from '../model/publication.ts';
import { addProblem } from '../problem.ts';
import { createOwnerFinder } from '../publications/match-owner.ts';
import { publicationWords } from '../publications/publication-words.ts';
import { readGivenBibliography } from '../publications/read-bibliography.ts';
import { toPublication } from '../publications/to-publication.ts';
import type { Description } from './description.ts';
import { type ImportedCv, type ImportInput, nameUnnamed, pathFrom } from './import-cv.ts';
import { toMarkdown } from './to-markdown.ts';
import type { Directive } from './write-markdown.ts';

/** A CV of publications, which names the .bib file where that lies beside it or below, and a copy of it else. */
export async function importBibliography(input: ImportInput, source: VFile): Promise<ImportedCv> {
  const { file, output, lang = 'en', name } = input;
  const folder = dirname(resolve(output));
  const named = pathFrom(folder, file);
  const path = named ?? basename(file);
  const copies = named === undefined ? [{ from: file, to: join(folder, path) }] : [];
  const publications = await readEntries(file, lang, source);
  if (publications.length === 0) {
    addProblem(source, 'unknown-format', {
      reason: `Cannot find an entry in \`${file}\`, expected BibTeX such as \`@article{key, title = {…}}\``,
      note: 'Name a .bib file with publications.',
      place: { line: 1, column: 1 },
    });
    return { copies: [], source, sources: [] };
  }
  const list: Directive = { type: 'directive', value: '::: publications\n:::' };
  const description: Description = {
    lang,
    person: { name: name ?? commonAuthor(publications), address: {}, contacts: [] },
    summary: [],
    sections: [
      { title: sectionTitle('publications', lang), blocks: [{ type: 'flow', nodes: [list as never] }] },
    ],
    frontMatter: [
      ['template', 'academic'],
      ['bibliography', path],
    ],
    settings: [],
  };
  if (description.person.name === undefined) nameUnnamed(description, undefined, source);
  return { markdown: await toMarkdown(description), copies, source, sources: [] };
}

async function readEntries(file: string, lang: string, source: VFile): Promise<Publication[]> {
  const { entries } = await readGivenBibliography([file], source);
  const words = publicationWords(lang);
  const context = {
    vfile: source,
    lang,
    words,
    venues: [],
    markOwner: createOwnerFinder(undefined, []),
    line: [],
  };
  return entries.map((entry) => toPublication(entry, context));
}

/** The one author of more than half of the publications; nobody where several are, or there is but one publication with several. */
function commonAuthor(publications: readonly Publication[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { authors } of publications)
    for (const author of authors.shown) {
      if (typeof author === 'number' || author.corporate) continue;
      const { given, particle, family } = author;
      const name = [given, particle, family].flatMap((part) => (part ? phrasingText(part) : [])).join(' ');
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first || first[1] * 2 <= publications.length || second?.[1] === first[1]) return undefined;
  return first[0];
}
