import type { OpenGroup } from './engine.ts';
import type { ParsedLines } from './parsed-lines.ts';

/** Of templates/shared/ending.tex.njk. */
const start = 'Package mdcv Error: Groups above level ';
const group = /^### .* group \(level (\d+)\) entered at line (\d+) \((.*)\)$/;
/** Of the error's own context, and of the groups, which a deep list has many of. */
const mostLines = 500;

/** The groups that are open at the end of a body, though they were not when it began; TeX lists them below the error, the innermost first. */
export function parseOpenGroups(lines: readonly string[], index: number): ParsedLines | undefined {
  const line = lines[index] as string;
  const at = line.indexOf(start);
  // Before it stands the place, as in `./cv.tex:12: `.
  if (at < 0 || !/^(?:!|[^ ]+:\d+:) $/.test(line.slice(0, at))) return undefined;
  const outer = Number.parseInt(line.slice(at + start.length), 10);
  const groups: OpenGroup[] = [];
  let next = index + 1;
  for (; next < Math.min(lines.length, index + mostLines); next++) {
    const [, level, begin, opener = ''] = group.exec(lines[next] as string) ?? [];
    if (Number(level) > outer) groups.unshift({ opener, line: Number(begin) });
    if (lines[next] === '### bottom level') break;
  }
  return { entry: { kind: 'open-groups', groups }, next };
}
