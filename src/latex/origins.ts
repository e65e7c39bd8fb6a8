/**
 * How a line of TeX finds its line of Markdown.
 *
 * While a document is rendered, every value made from content begins with a *mark*, and so does every line that comes
 * from a template. A mark is an id between two Unicode noncharacters, which no text may hold, so content cannot forge
 * one (they are dropped from content, see `escape.ts`). When the document is whole, `resolveMarks` takes the marks out
 * and keeps, for each line of TeX, the places that it was made from. A mark that did not come through belongs to a field that the
 * template did not print: the same device finds dropped content.
 */
import type { Point, Position } from 'unist';
import { rawTex, type Tex } from './tex.ts';

const markStart = '\uFDD0';
const markEnd = '\uFDD1';
const markPattern: RegExp = /\uFDD0([0-9]+)\uFDD1/g;

/** A place in a source file, 1-based; `column` is missing where only the line is known (templates). */
export interface Place {
  file: string;
  line: number;
  column?: number | undefined;
}

export interface Mark extends Place {
  /** `content` for values from the CV, `template` for lines of a template file. */
  kind: 'content' | 'template';
  /** Name of the field for the message about unprinted content, e.g. `entry.place`; content marks only. */
  field?: string | undefined;
}

/** Where one line of TeX comes from. */
export interface LineOrigin {
  content?: Place | undefined;
  template?: Place | undefined;
}

export interface ResolvedTex {
  source: string;
  /** `lines[i]` is the origin of line `i + 1` of `source`. */
  lines: LineOrigin[];
  /** Content marks that are not in the output, in the order they were made. */
  unprinted: Mark[];
}

export interface Marks {
  /** A mark for a value made from content; the empty string where its place is unknown and no field is named. */
  content(position: Position | Point | undefined, field?: string): Tex;
  template(file: string, line: number): Tex;
  resolve(rendered: string): ResolvedTex;
}

/** @param file path of the CV as messages print it. */
export function createMarks(file: string): Marks {
  const marks: Mark[] = [];
  const add = (mark: Mark): Tex => rawTex(`${markStart}${marks.push(mark) - 1}${markEnd}`);
  return {
    content(position, field) {
      const point = position && ('start' in position ? position.start : position);
      if (!point && !field) return rawTex('');
      return add({ kind: 'content', file, line: point?.line ?? 1, column: point?.column, field });
    },
    template: (templateFile, line) => add({ kind: 'template', file: templateFile, line }),
    resolve: (rendered) => resolveMarks(rendered, marks),
  };
}

/** Takes every mark out of a piece of TeX, for values that are measured or compared. */
export function stripMarks(tex: string): string {
  return tex.replace(markPattern, '');
}

function resolveMarks(rendered: string, marks: readonly Mark[]): ResolvedTex {
  const seen = new Set<number>();
  const current: LineOrigin = {};
  const lines: LineOrigin[] = [];
  const source = rendered
    .split('\n')
    .map((line) => {
      const here: LineOrigin = {};
      for (const match of line.matchAll(markPattern)) {
        const id = Number(match[1]);
        const mark = marks[id];
        if (!mark) continue;
        seen.add(id);
        // The first content of a line is where a reader starts to look; a line without any goes on with the last.
        if (mark.kind === 'content') here.content ??= mark;
        else here.template ??= mark;
        current[mark.kind] = mark;
        // A template line between two values is the template's own: content does not leak into it.
        if (mark.kind === 'template') current.content = undefined;
      }
      lines.push({
        content: toPlace(here.content ?? current.content),
        template: toPlace(here.template ?? current.template),
      });
      return stripMarks(line);
    })
    .join('\n');
  const unprinted = marks.filter((mark, id) => mark.kind === 'content' && mark.field && !seen.has(id));
  return { source, lines, unprinted };
}

function toPlace(mark: Place | undefined): Place | undefined {
  return mark && { file: mark.file, line: mark.line, ...(mark.column && { column: mark.column }) };
}
