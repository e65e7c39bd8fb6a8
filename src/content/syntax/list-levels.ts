import { endOfText, matchListMarker } from './line-kinds.ts';
import type { Edit } from './source-edits.ts';
import { countColumns, type SourceLine } from './source-line.ts';

/** The lists that are open at a line, the innermost last. Columns count from 0. */
export interface ListLevels {
  depth(): number;
  /** The column at which the content of the innermost list begins; only where there is one. */
  content(): number;
  /** Ends the lists that a line with this indent does not belong to. */
  close(indent: number): void;
  /**
   * Reads the list markers that a line begins with; false where there is none. Five blanks and more behind a marker become one, or
   * what follows, indented as usual, would not be in the item.
   */
  readMarkers(line: SourceLine, result: { tooDeep?: number | undefined }): boolean;
  /** Opens a definition, unless the term is not in the same list: `termDepth` lists deep. */
  openDefinition(indent: number, termDepth: number): boolean;
}

interface Level {
  column: number;
  content: number;
  isDefinition: boolean;
}

/** Deeper lists become items of the deepest: TeX cannot set them, and recursion stays shallow. */
const maxDepth = 32;

export function createListLevels(edits: Edit[]): ListLevels {
  const levels: Level[] = [];
  const content = (): number => (levels.at(-1) as Level).content;

  function close(indent: number): void {
    while (levels.length > 0 && indent < content()) levels.pop();
  }

  /** The indent that a line may have at most; the deeper ones are brought back to it. */
  function limitIndent(line: SourceLine, result: { tooDeep?: number | undefined }): number {
    const last = levels[maxDepth - 1];
    const isItem = matchListMarker(line.text) !== undefined;
    if (!last || line.indent < last.content || (!isItem && line.indent === last.content)) return line.indent;
    result.tooDeep ??= line.content;
    const column = isItem ? last.column : last.content;
    edits.push({ start: line.blank, end: line.content, text: ' '.repeat(column) });
    return column;
  }

  return {
    depth: () => levels.length,
    content,
    close,
    readMarkers(line, result) {
      let column = limitIndent(line, result);
      let offset = line.content;
      let found = matchListMarker(line.text);
      if (!found) return false;
      const textEnd = line.content + endOfText(line.text);
      while (found) {
        const { marker, blank } = found;
        const start = offset + marker.length;
        const after = column + marker.length;
        const width = countColumns(blank, after) - after;
        const isWide = width > 4;
        close(column);
        if (levels.length >= maxDepth) {
          result.tooDeep ??= offset;
          edits.push({ start: offset, end: start + blank.length, text: '' });
        } else {
          if (isWide && start + blank.length < line.end)
            edits.push({ start, end: start + blank.length, text: ' ' });
          const inner = after + (isWide || width === 0 ? 1 : width);
          levels.push({ column, content: inner, isDefinition: false });
          column = inner;
        }
        offset = start + blank.length;
        found = matchListMarker(line.text.slice(offset - line.content), offset >= textEnd);
      }
      return true;
    },
    openDefinition(indent, termDepth) {
      const closed = levels.findIndex((level) => indent < level.content);
      if (closed !== -1) {
        const level = levels[closed] as Level;
        const isFurther = level.isDefinition && level.column === indent;
        if (!isFurther && closed < termDepth) return false;
        levels.length = closed;
      }
      if (levels.length >= maxDepth) return false;
      levels.push({ column: indent, content: indent + 2, isDefinition: true });
      return true;
    },
  };
}
