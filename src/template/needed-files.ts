import type { EngineName } from '../engine/engine.ts';
import type { Template } from './load-template.ts';

/** The files without which the template cannot be set, by the names that kpathsea looks up. */
export function neededFiles(template: Template, engine: EngineName): string[] {
  const { manifest } = template;
  return [`${manifest.class}.cls`, ...manifest.requires, ...(engine === 'pdflatex' ? [] : ['fontspec.sty'])];
}
