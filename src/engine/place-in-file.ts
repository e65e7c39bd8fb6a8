import type { PlaceFinder, Spot } from './find-place.ts';

/** TeX's own place, or for an error in another file the line that has it read. */
export function placeInFile(
  { file = '', line }: { file?: string; line?: number },
  finder: PlaceFinder,
  reason: string,
  note: string | undefined,
): { reason: string; note?: string | undefined; spot?: Spot | undefined } {
  if (line === undefined) return { reason, note };
  if (isMainFile(file)) return { reason, note, spot: finder.atLine(line) };
  const where = `TeX stopped in line ${line} of \`${baseName(file)}\`.`;
  return { reason, note: note ? `${note} ${where}` : where, spot: findLoader(finder, file) };
}

/** The document itself is the only .tex in the folder that TeX names without a path. */
export function isMainFile(file = ''): boolean {
  return file === '' || /^(?:\.\/)?[^/]+\.tex$/.test(file);
}

/** The line of the document that has a class, package or aux file read, where it is named there; else the class's. */
export function findLoader(finder: PlaceFinder, file: string): Spot | undefined {
  const name = baseName(file).replace(/\.\w+$/, '');
  const isNamed = (line: string): boolean =>
    /^\s*\\(?:documentclass|usepackage|RequirePackage|LoadClass|input|include|usetikzlibrary|usefont)\b/.test(
      line,
    ) && line.split(/[{},\s]+/).includes(name);
  const auxFile = /\.(?:aux|out|toc)$/.test(file);
  const tests = [
    isNamed,
    (line: string): boolean => line.includes(auxFile ? '\\begin{document}' : '\\documentclass'),
  ];
  for (const test of tests) {
    const index = finder.texLines.findIndex(test);
    if (index >= 0) return finder.atLine(index + 1);
  }
  return undefined;
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
