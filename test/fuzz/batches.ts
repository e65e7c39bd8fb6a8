/** What goes through TeX together: documents of one look in one language, for both are in the preamble. */
import type { EngineName } from '../../src/engine/engine.ts';
import { templates } from '../e2e/templates.ts';
import { isLong, texRuns } from './fuzz-settings.ts';
import { toCommon, toLatin } from './plainer-text.ts';
import type { Look } from './render-source.ts';

export interface Batch extends Look {
  engine: EngineName;
  lang: string;
  /** How many random documents TeX has to set. */
  count: number;
  /** Takes out of a text what it holds of no use to the engine. */
  plainer(text: string): string;
}

interface Share {
  /** Of all random documents. */
  part: number;
  /** Languages that the engine sets; each batch gets another one. */
  languages: readonly string[];
  /** Batches of each template, the first of them in English. A batch costs pdflatex and xelatex a second. */
  batches: number;
  plainer(text: string): string;
  /** Whether the first batch gets every text all the same, in a run of which nobody waits for the end. */
  hasAll?: boolean;
}

const latin = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'tr'];
const shares: Readonly<Record<EngineName, Share>> = {
  pdflatex: { part: 0.56, languages: [...latin, 'ru', 'el'], batches: 3, plainer: toLatin },
  xelatex: {
    part: 0.34,
    languages: ['zh', 'ru', 'ja', 'el', 'ko', ...latin],
    batches: 2,
    plainer: (text) => text,
  },
  lualatex: {
    part: 0.1,
    languages: ['ar', 'en', 'he', 'ja', 'ru', 'zh', 'ko', 'el', ...latin],
    batches: 1,
    plainer: toCommon,
    hasAll: true,
  },
};

/**
 * The batches of an engine: all templates, and as many languages as there are batches.
 * @param seed which language comes first
 */
export function batchesOf(engine: EngineName, seed: number): Batch[] {
  const { part, languages, batches, plainer, hasAll } = shares[engine];
  const count = Math.ceil((texRuns * part) / (templates.length * batches));
  return templates.flatMap((template, row) =>
    Array.from({ length: batches }, (_, column) => {
      const others = batches === 1 ? 0 : 1;
      const at = seed - 1 + row * Math.max(1, batches - others) + column - others;
      const lang = column === 0 && others ? 'en' : (languages[Math.abs(at) % languages.length] as string);
      return {
        template,
        engine,
        lang,
        count,
        plainer: hasAll && isLong && row + column === 0 ? (text) => text : plainer,
      };
    }),
  );
}
