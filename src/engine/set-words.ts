import type { SynctexBox, SynctexFile, SynctexNode } from './parse-synctex.ts';

/** A word on a page, as far as SyncTeX tells: where letters stand, not which. In points of PDF from the page's top left corner. */
export interface SetWord {
  page: number;
  left: number;
  right: number;
  /** How much farther to the right it may end, where the engine does not tell. */
  loose: number;
  /** Of the line that it stands in. */
  top: number;
  bottom: number;
  /** Line of the .tex that TeX was reading when it made the space after the word or the word's own box. Missing at the end of a row. */
  ownLine: number | undefined;
  /** Line of the .tex at which the row's paragraph begins; missing where the row is not the first of it. */
  startLine: number | undefined;
  /** Whether it takes no room in its row, like the bullet of an item. */
  hung: boolean;
  /** Line of the .tex that TeX was reading when it made the row, which is after the end of its paragraph. */
  line: number;
  /** Number of the line of text, in the order of the pages. */
  row: number;
  /** Number of the box that the line stands in with others, and how deep that is in the page. */
  column: number;
  depth: number;
  /** Outside the page's body, in its head or foot. */
  margin: boolean;
}

/** Narrower kerns stand within words. */
const wordKern = 2;
/** Narrower gaps are no letters, but what rounding and margin kerns leave. */
const narrowestWord = 0.8;
/** The body of a page is at least this part of it. */
const bodyShare = 0.4;
/** xelatex does not tell where a word ends; a space is about this part of a line's height. */
const spaceShare = 0.3;

/** The words of all pages. */
export function toSetWords(file: SynctexFile, texFileName: string): SetWord[] {
  const tags = new Set(
    [...file.inputs].filter(([, path]) => path.split(/[\\/]/).at(-1) === texFileName).map(([tag]) => tag),
  );
  const hasLetters = file.counts.letters > file.counts.glue / 4;
  const words: SetWord[] = [];
  let columns = 0;
  let rows = 0;

  const visitColumn = (column: SynctexBox, page: number, from: Where): void => {
    columns += 1;
    const where = { ...from, line: lineOf(column, from.line), column: columns, depth: from.depth + 1 };
    for (const child of column.children) {
      if (!('children' in child)) continue;
      if (child.kind === 'vbox') visitColumn(child, page, where);
      else {
        rows += 1;
        visitRow(child, page, { ...where, row: rows }, true);
      }
    }
  };

  const visitRow = (row: SynctexBox, page: number, from: Where, isOuter: boolean): void => {
    const line = lineOf(row, from.line);
    const where = isOuter ? { ...from, line, rowLine: line, startLine: startOf(row) } : { ...from, line };
    const pieces = toPieces(row, hasLetters);
    const lastRun = isOuter ? pieces.findLastIndex((piece) => 'left' in piece) : -1;
    for (const [index, piece] of pieces.entries()) {
      if ('box' in piece) {
        if (piece.box.kind === 'vbox') visitColumn(piece.box, page, where);
        else visitRow(piece.box, page, where, false);
        continue;
      }
      const { left, right, after } = piece;
      const known = isOuter
        ? index === lastRun
          ? 0
          : after && lineOf(after, 0)
        : lineOf(after ?? row, where.line);
      const ownLine = known || undefined;
      words.push({
        page,
        left,
        right,
        loose: hasLetters || !after ? 0 : spaceShare * (row.height + row.depth),
        top: row.y - row.height,
        bottom: row.y + row.depth,
        ownLine,
        startLine: where.startLine,
        hung: !isOuter && row.width < narrowestWord,
        line: where.rowLine,
        row: where.row,
        column: where.column,
        depth: where.depth,
        margin: !where.body.has(row),
      });
    }
  };

  // A paragraph begins with its indent, an empty box, or with what hangs there, like the bullet of an item.
  const startOf = (row: SynctexBox): number | undefined => {
    const first = row.children.find((node) => 'children' in node);
    return first && first.width < narrowestWord ? lineOf(first, 0) || undefined : undefined;
  };

  const lineOf = ({ tag, line }: SynctexNode, otherwise: number): number =>
    tags.has(tag) && line > 0 ? line : otherwise;

  for (const [page, outermost] of file.pages) {
    const body = new Set<SynctexNode>();
    for (const box of outermost) {
      addBody(box, body);
      visitColumn(box, page, {
        line: 0,
        rowLine: 0,
        startLine: undefined,
        row: 0,
        column: 0,
        depth: 0,
        body,
      });
    }
  }
  return words;
}

/** Where the boxes are that are being visited. */
interface Where {
  line: number;
  rowLine: number;
  startLine: number | undefined;
  row: number;
  column: number;
  depth: number;
  body: ReadonlySet<SynctexNode>;
}

/** All boxes in the body of a page: in the innermost of the boxes that are nearly as high as it. */
function addBody(page: SynctexBox, body: Set<SynctexNode>): void {
  let found = page;
  const descend = (box: SynctexBox): void => {
    for (const child of box.children) {
      if (!('children' in child)) continue;
      if (child.kind === 'vbox' && child.height + child.depth >= bodyShare * (page.height + page.depth))
        found = child;
      descend(child);
    }
  };
  descend(page);
  const add = (box: SynctexBox): void => {
    body.add(box);
    for (const child of box.children) if ('children' in child) add(child);
  };
  add(found);
}

interface Run {
  left: number;
  right: number;
  /** The glue after it. */
  after?: SynctexNode | undefined;
}

/**
 * What stands in a row: words, and boxes that hold more of them.
 * @param hasLetters whether the engine tells where letters end; else they are in all room that nothing else is in
 */
function toPieces(row: SynctexBox, hasLetters: boolean): (Run | { box: SynctexBox })[] {
  const pieces: (Run | { box: SynctexBox })[] = [];
  // Letters have a height; an empty line of a page's head has none.
  const isEmpty = row.height + row.depth <= 0;
  const space = spaceShare * (row.height + row.depth);
  let pen = row.x;
  let current: Run | undefined;
  const letters = (right: number): void => {
    if (isEmpty || right - pen < narrowestWord / 4) return;
    if (current) current.right = right;
    else current = { left: pen, right };
    pen = right;
  };
  const end = (after?: SynctexNode): void => {
    if (current && current.right - current.left >= narrowestWord) pieces.push({ ...current, after });
    current = undefined;
  };
  for (const node of row.children) {
    if ('children' in node) {
      // What is no wider than a space is one, such as the line between two underlined words.
      if (!hasLetters && node.x - pen > space) letters(node.x);
      end();
      pieces.push({ box: node });
      pen = Math.max(pen, node.x + node.width);
    } else if (node.kind === 'letters') {
      letters(node.x);
    } else if (node.kind === 'kern') {
      // Within a word pdflatex tells the place of the word's beginning.
      if (node.x < pen || Math.abs(node.width) > node.x - row.x + wordKern) continue;
      if (!hasLetters) letters(node.x - node.width);
      if (node.width > wordKern) end(node);
      pen = node.x;
    } else if (node.kind === 'glue') {
      if (!hasLetters) letters(node.x - space);
      end(node);
      pen = Math.max(pen, node.x);
    } else if (node.kind === 'rule') {
      if (!hasLetters) letters(node.x - node.width);
      if (node.width > 0) pen = Math.max(pen, node.x);
    }
  }
  if (!hasLetters) letters(row.x + row.width);
  end();
  return pieces;
}
