/**
 * Reads what an engine writes with `-synctex`: the boxes of each page, and for the nodes in them the line of the source that TeX was
 * reading when it made them. The format is that of synctex(5) and of `synctexdir/synctex.c` in TeX Live; a record is a line:
 *
 *     [tag,line:h,v:W,H,D  ( …         opens a vertical, a horizontal box; `]` and `)` close it
 *     v…  h…                           such a box with nothing in it
 *     r tag,line:h,v:W,H,D             a rule
 *     k tag,line:h,v:W                 a kern, or the glue at a line's edges
 *     g  x  $                          glue, the end of a run of letters, mathematics
 *
 * `tag` is the number of an input file. `=` for `v` means that of the record before. The pen stands at (h,v) after a kern, glue or rule, and before a box. Not
 * all engines write all records: xelatex has `x` in mathematics only. The lines of `x` and of rules are of no use.
 */

interface Dimensions {
  /** Points of PDF (1/72 inch) from the page's top left corner. `y` is the baseline; lualatex gives the top of a vertical box. */
  x: number;
  y: number;
  width: number;
  height: number;
  depth: number;
}

interface Origin {
  /** Of an input file, see `SynctexFile.inputs`. */
  tag: number;
  /** 1-based. */
  line: number;
}

export interface SynctexBox extends Dimensions, Origin {
  kind: 'hbox' | 'vbox';
  children: SynctexNode[];
}

/** `letters` is the end of a run of letters. */
export interface SynctexLeaf extends Dimensions, Origin {
  kind: 'glue' | 'kern' | 'letters' | 'math' | 'rule';
}

export type SynctexNode = SynctexBox | SynctexLeaf;

export interface SynctexFile {
  /** Paths as the engine names them, by tag. */
  inputs: Map<number, string>;
  /** The outermost boxes of each page, by its number from 1. */
  pages: Map<number, SynctexBox[]>;
  /** How many nodes of each kind there are. */
  counts: Record<SynctexLeaf['kind'], number>;
}

/** Scaled points of TeX in a point of PDF. */
const scaledPoints = (65536 * 72.27) / 72;

const leaves: Readonly<Record<string, SynctexLeaf['kind']>> = {
  g: 'glue',
  k: 'kern',
  x: 'letters',
  $: 'math',
  r: 'rule',
};

const record: RegExp =
  /^([[(hvgkxr$])(\d+),(\d+)(?:,-?\d+)?:(-?\d+),(-?\d+|=)(?::(-?\d+)(?:,(-?\d+),(-?\d+))?)?$/;

/** @param text of a `.synctex` file, or of a `.synctex.gz` unpacked; what is no record of one is passed over */
export function parseSynctex(text: string): SynctexFile {
  const file: SynctexFile = {
    inputs: new Map(),
    pages: new Map(),
    counts: { glue: 0, kern: 0, letters: 0, math: 0, rule: 0 },
  };
  const settings = new Map<string, number>();
  const setting = (name: string, usual: number): number => settings.get(name) || usual;
  let open: SynctexBox[] = [];
  let page: SynctexBox[] | undefined;
  let v = 0;
  for (const line of text.split(/\r?\n/)) {
    const sign = line[0];
    if (sign === '{') {
      page = [];
      open = [];
      file.pages.set(Number(line.slice(1)), page);
    } else if (sign === '}') {
      page = undefined;
    } else if (!page) {
      readSetting(line, file, settings);
    } else if (sign === ']' || sign === ')') {
      open.pop();
    } else {
      const match = record.exec(line);
      if (!match) {
        readSetting(line, file, settings);
        continue;
      }
      const [, kind = '', tag, number, h, newV, width = 0, height = 0, depth = 0] = match;
      if (newV !== '=') v = Number(newV);
      const scale = (setting('Unit', 1) * setting('Magnification', 1000)) / 1000 / scaledPoints;
      const place = {
        tag: Number(tag),
        line: Number(number),
        x: Number(h) * scale + setting('X Offset', 0) / scaledPoints,
        y: v * scale + setting('Y Offset', 0) / scaledPoints,
        width: Number(width) * scale,
        height: Number(height) * scale,
        depth: Number(depth) * scale,
      };
      const siblings = open.at(-1)?.children;
      const leaf = leaves[kind];
      if (leaf) {
        file.counts[leaf] += 1;
        siblings?.push({ kind: leaf, ...place });
        continue;
      }
      const box: SynctexBox = { kind: /[[v]/.test(kind) ? 'vbox' : 'hbox', ...place, children: [] };
      (siblings ?? page).push(box);
      if (kind === '[' || kind === '(') open.push(box);
    }
  }
  return file;
}

/** Input files are named where TeX opens them, which may be within a page. */
function readSetting(line: string, { inputs }: SynctexFile, settings: Map<string, number>): void {
  const [, tag, path] = /^Input:(\d+):(.*)$/.exec(line) ?? [];
  if (path !== undefined) inputs.set(Number(tag), path);
  const [, name, value] = /^([A-Z][A-Za-z ]*):(-?\d+)$/.exec(line) ?? [];
  if (name !== undefined) settings.set(name, Number(value));
}
