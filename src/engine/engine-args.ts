import type { EngineName } from './engine.ts';
import { luaGuardFile } from './lua-guard.ts';

/** What makes an engine write all but the PDF, where that is faster: a twentieth of a pass, more with photos. */
const draftOption: Readonly<Partial<Record<EngineName, string>>> = {
  pdflatex: '-draftmode',
  xelatex: '-no-pdf',
};

/** Whether an engine is any faster without a PDF. */
export function hasDraft(engine: EngineName): boolean {
  return draftOption[engine] !== undefined;
}

export interface EngineOutputs {
  synctex: boolean;
  /** Without a PDF, where that is faster. */
  isDraft?: boolean | undefined;
}

/** What every run of an engine is told: to stop for nobody, to obey no content, to name its files. */
export function engineArgs(engine: EngineName, { synctex, isDraft }: EngineOutputs): string[] {
  const draft = isDraft ? draftOption[engine] : undefined;
  return [
    '-interaction=nonstopmode',
    '-file-line-error',
    '-no-shell-escape',
    '-recorder',
    ...(engine === 'lualatex' ? ['-nosocket', `-lua=${luaGuardFile}`] : []),
    ...(synctex ? ['-synctex=1'] : []),
    ...(draft ? [draft] : []),
  ];
}
