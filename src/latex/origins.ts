/**
 * How a line of TeX finds its line of Markdown.
 *
 * While a document is rendered, every value made from content begins with a *mark*, and so does every line that comes
 * from a template. A mark is a short text between two Unicode noncharacters, which no text may hold, so content cannot forge
 * one (they are dropped from content, see `escape.ts`): the id of a value, or the name and line of a template file, which are
 * the same in every build, so that templates can be compiled ahead. When the document is whole, `resolveMarks` takes the marks out
 * and keeps, for each line of TeX, the places that it was made from. A mark that did not come through belongs to a field that the
 * template did not print: the same device finds dropped content.
 */
import type { Point, Position } from 'unist';
import { rawTex, type Tex } from './tex.ts';

const markStart = '\uFDD0';
const markEnd = '\uFDD1';
const markPattern: RegExp = /\uFDD0([^\uFDD1]+)\uFDD1/g;

/** A place in a source file, 1-based; `column` is missing where only the line is known (templates). */
export interface Place {
  file: string;
  line: number;
  column?: number | undefined;
}

/** Where a value made from content comes from. */
export interface Mark extends Place {
  /** Name of the field for the message about unprinted content, e.g. `entry.place`. */
  field?: string | undefined;
}

/** Where one line of TeX comes from. */
export interface LineOrigin {
  content?: Place | undefined;
  template?: Place | undefined;
  /** Where values of several source lines went into it: each with the offset in the line of TeX at which it begins. */
  values?: { at: number; place: Place }[];
}

export interface ResolvedTex {
  source: string;
  /** `lines[i]` is the origin of line `i + 1` of `source`. */
  lines: LineOrigin[];
  /** Content marks of fields that are in the output, and those that are not, in the order they were made. */
  printed: Mark[];
  unprinted: Mark[];
}

export interface Marks {
  /** A mark for a value made from content; the empty string where its place is unknown and no field is named. */
  content(position: Position | Point | undefined, field?: string): Tex;
  /** @param templateFiles path of each template file, as messages print it, by the name in its marks; other names stay */
  resolve(rendered: string, templateFiles?: ReadonlyMap<string, string>): ResolvedTex;
}

/** @param file path of the CV as messages print it. */
export function createMarks(file: string): Marks {
  const marks: Mark[] = [];
  return {
    content(position, field) {
      const point = position && ('start' in position ? position.start : position);
      if (!point && !field) return rawTex('');
      const id =
        marks.push({ file: point?.file ?? file, line: point?.line ?? 1, column: point?.column, field }) - 1;
      return rawTex(`${markStart}${id}${markEnd}`);
    },
    resolve: (rendered, templateFiles = new Map()) => resolveMarks(rendered, marks, templateFiles),
  };
}

/** A mark for a line of a template file. */
export function templateMark(name: string, line: number): Tex {
  return rawTex(`${markStart}${name}:${line}${markEnd}`);
}

/** Takes every mark out of a piece of TeX, for values that are measured or compared. */
export function stripMarks(tex: string): string {
  return tex.replace(markPattern, '');
}

function resolveMarks(
  rendered: string,
  marks: readonly Mark[],
  templateFiles: ReadonlyMap<string, string>,
): ResolvedTex {
  const seen = new Set<Mark>();
  const current: LineOrigin = {};
  const lines: LineOrigin[] = [];
  const places = new Map<string, Place>();
  const templatePlace = (id: string): Place => {
    const place = places.get(id) ?? readTemplateMark(id, templateFiles);
    places.set(id, place);
    return place;
  };
  const source = rendered
    .split('\n')
    .map((line) => {
      const here: LineOrigin = {};
      const values: { at: number; place: Place }[] = [];
      let text = '';
      let end = 0;
      for (let start = line.indexOf(markStart); start >= 0; start = line.indexOf(markStart, end)) {
        const close = line.indexOf(markEnd, start);
        // A template that cuts values short may cut a mark.
        if (close < 0) break;
        text += line.slice(end, start);
        end = close + 1;
        const id = line.slice(start + 1, close);
        const template = id.includes(':') ? templatePlace(id) : undefined;
        const mark = template ? undefined : marks[Number(id)];
        // The first content of a line is where a reader starts to look; a line without any goes on with the last.
        if (template) {
          here.template ??= template;
          current.template = template;
          // A template line between two values is the template's own: content does not leak into it.
          current.content = undefined;
        } else if (mark) {
          seen.add(mark);
          const content = toPlace(mark);
          here.content ??= content;
          current.content = content;
          const last = values.at(-1)?.place;
          if (last?.line !== content.line || last.file !== content.file)
            values.push({ at: text.length, place: content });
        }
      }
      const origin: LineOrigin = {
        content: here.content ?? current.content,
        template: here.template ?? current.template,
      };
      if (values.length > 1) origin.values = values;
      lines.push(origin);
      return text + line.slice(end);
    })
    .join('\n');
  const fields = marks.filter(({ field }) => field);
  return {
    source,
    lines,
    printed: fields.filter((mark) => seen.has(mark)),
    unprinted: fields.filter((mark) => !seen.has(mark)),
  };
}

function readTemplateMark(id: string, files: ReadonlyMap<string, string>): Place {
  const colon = id.lastIndexOf(':');
  const name = id.slice(0, colon);
  return { file: files.get(name) ?? name, line: Number(id.slice(colon + 1)) };
}

function toPlace(mark: Mark): Place {
  return { file: mark.file, line: mark.line, ...(mark.column && { column: mark.column }) };
}
