import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../build.ts';
import { createWorkFolder } from '../../engine/work-folder.ts';
import type { BuildInput } from '../../options.ts';
import { readAsResume } from './read-as-resume.ts';

/** How many of the CV's fields a résumé parser finds in a template. */
export interface TemplateScore {
  template: string;
  found: number;
  fields: number;
}

/** Templates that set one thing below the other. */
const readable = ['banking', 'academic'] as const;

/** Builds a CV in the templates that machines read best, in a folder that vanishes, and counts what a résumé parser finds. One that this TeX cannot set is left out. */
export async function compareTemplates(input: BuildInput, except: string): Promise<TemplateScore[]> {
  const folder = createWorkFolder();
  try {
    const scores: TemplateScore[] = [];
    for (const template of readable.filter((name) => name !== except)) {
      const result = await build({
        ...input,
        template,
        output: join(folder, `${template}.pdf`),
        mayFetchTex: false,
        // Not what the author builds.
        lock: false,
      });
      if (!result.pdf) continue;
      const { fields } = await readAsResume(result.pdf, result);
      scores.push({ template, found: fields.filter(({ found }) => found).length, fields: fields.length });
    }
    return scores;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
