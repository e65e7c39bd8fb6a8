import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { FrontMatter } from '../content/front-matter/front-matter.ts';
import { fieldOfLabel } from '../formats/field-labels.ts';
import { phrasingText } from '../formats/plain-phrase.ts';
import { type SectionKind, sectionKindOf } from '../formats/section-kinds.ts';
import type { Block, Cv, Section } from '../model/cv.ts';
import { addProblem } from '../problem.ts';
import { toParts } from './exported-section.ts';
import { compact, type JsonResume, type ResumeKey, resumeKeys, resumeSchema } from './json-resume.ts';
import { toLooseMarkdown } from './loose-markdown.ts';
import { toBasics } from './to-basics.ts';
import { blocksToFlow } from './to-common-mark.ts';
import { toResumeRecords } from './to-resume-records.ts';

/**
 * A CV as JSON Resume 1.0.0. Sections go where their titles say, in any language; the schema allows no other, so that those are kept under `meta`, and
 * each is told of.
 */
export function toJsonResume(cv: Cv, frontMatter: FrontMatter, vfile: VFile): JsonResume {
  const records = new Map<ResumeKey, Record<string, unknown>[]>();
  const others: Section[] = [];
  const summaries: Block[] = [...cv.introduction];
  let image: string | undefined;
  for (const section of cv.sections) {
    const kind = kindOf(section);
    if (kind === 'summary') summaries.push(...section.blocks);
    else if (kind)
      records.set(kind, [...(records.get(kind) ?? []), ...toResumeRecords(kind, toParts(section.blocks))]);
    else {
      const isImage = (block: Block): boolean =>
        block.type === 'item' && fieldOfLabel(phrasingText(block.label)) === 'image';
      const found = section.blocks.find(isImage);
      if (found?.type === 'item') image ??= textOf({ type: 'root', children: blocksToFlow(found.body) });
      const blocks = section.blocks.filter((block) => block !== found);
      if (blocks.length > 0) others.push({ ...section, blocks });
    }
  }
  for (const section of others) tellOther(section, vfile);
  const sections = others.map(({ title, blocks }) => ({
    title: phrasingText(title),
    text: toLooseMarkdown(blocksToFlow(blocks)),
  }));
  return {
    $schema: resumeSchema,
    basics: toBasics(cv, toLooseMarkdown(blocksToFlow(summaries)), image),
    ...compact(resumeKeys.map((key) => [key, records.get(key)])),
    meta: {
      ...toMeta(frontMatter),
      ...compact([
        ['sections', sections],
        ['lang', cv.lang === 'en' ? undefined : cv.lang],
      ]),
    },
  };
}

function kindOf({ title, blocks }: Section): SectionKind | undefined {
  const kind = sectionKindOf(phrasingText(title));
  return kind ?? (blocks.some(({ type }) => type === 'publications') ? 'publications' : undefined);
}

function tellOther({ title, position }: Section, vfile: VFile): void {
  addProblem(vfile, 'unexported-section', {
    reason: `Cannot find a place for the section “${phrasingText(title)}” in JSON Resume`,
    note: 'It is kept as Markdown under `meta.sections`, which other tools pass over.',
    place: position?.start,
  });
}

function toMeta({ meta }: FrontMatter): Record<string, unknown> {
  const own = Object.entries(meta?.value ?? {}).map(([key, { value }]) => [key, String(value)] as const);
  return compact(own.some(([key]) => key === 'version') ? own : [...own, ['version', 'v1.0.0']]);
}
