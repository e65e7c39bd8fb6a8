import { createNextMatch } from './next-match.ts';

/** A fenced block that begins on a line, and where its closing line ends. */
export interface Fence {
  /** The fence itself, after quote and list markers. */
  start: number;
  end: number;
  info: string;
}

export interface CodeRegions {
  /** The fenced block whose line begins at `lineStart`. */
  fenceAt(lineStart: number): Fence | undefined;
  /** The end of the code span that the run of backticks at `start` opens; undefined where nothing closes it. */
  spanEnd(start: number, length: number): number | undefined;
}

const fenceLine = /([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`\n]*$)|~{3,})([^\n]*)/my;

/** Finds code without parsing Markdown, so that syntax written in it is left alone. */
export function createCodeRegions(text: string): CodeRegions {
  const nextBlank = createNextMatch(text, /\n[ \t>]*\r?(?:\n|$)/g);
  const runs = new Map<number, number[]>();

  function runsOf(length: number): number[] {
    if (runs.size === 0) {
      for (const { 0: run, index } of text.matchAll(/`+/g)) {
        const known = runs.get(run.length);
        if (known) known.push(index);
        else runs.set(run.length, [index]);
      }
      // The first is wanted first, and removing from the end is cheap.
      for (const known of runs.values()) known.reverse();
    }
    return runs.get(length) ?? [];
  }

  return {
    fenceAt(lineStart) {
      fenceLine.lastIndex = lineStart;
      const match = fenceLine.exec(text);
      if (!match) return undefined;
      const [whole, prefix, marker, info] = match as unknown as [string, string, string, string];
      const end = findFenceEnd(text, lineStart + whole.length, prefix, marker);
      return { start: lineStart + prefix.length, end, info: info.trim() };
    },
    spanEnd(start, length) {
      const candidates = runsOf(length);
      while (candidates.length > 0 && (candidates.at(-1) as number) <= start) candidates.pop();
      const close = candidates.at(-1);
      if (close === undefined || close > (nextBlank(start)?.start ?? text.length)) return undefined;
      return close + length;
    },
  };
}

/**
 * A fence in a list item or a quote ends with it, closed or not. Whether an indented one is in an item is not known here: it ends with
 * the indent only where nothing closes it.
 */
function findFenceEnd(text: string, from: number, prefix: string, marker: string): number {
  const closing = new RegExp(`^[ \\t>]*${marker[0]}{${marker.length},}[ \\t]*\\r?$`);
  const isContained = /\S/.test(prefix) || prefix.length > 3;
  let dedent: number | undefined;
  let end = from;
  while (end < text.length) {
    const next = text.indexOf('\n', end + 1);
    const stop = next === -1 ? text.length : next;
    const line = text.slice(end + 1, stop);
    if (closing.test(line)) return stop;
    const indent = (/^[ \t>]*/.exec(line) as RegExpExecArray)[0].length;
    if (line.trim() !== '' && indent < prefix.length) {
      if (isContained) return end;
      dedent ??= end;
    }
    end = stop;
  }
  return dedent ?? end;
}
