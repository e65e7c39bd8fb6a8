import type { EngineName } from './engine.ts';
import { luaGuardFile } from './lua-guard.ts';

/** What every run of an engine is told: to stop for nobody, to obey no content, to name its files. */
export function engineArgs(engine: EngineName, synctex: boolean): string[] {
  return [
    '-interaction=nonstopmode',
    '-file-line-error',
    '-no-shell-escape',
    '-recorder',
    ...(engine === 'lualatex' ? ['-nosocket', `-lua=${luaGuardFile}`] : []),
    ...(synctex ? ['-synctex=1'] : []),
  ];
}
