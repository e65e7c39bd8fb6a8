/** Replaces `start`–`end` (offsets in the text before any edit) by `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export interface EditedText {
  text: string;
  /**
   * The offset that a place in the new text had in the old one. `side` says which end of a node it is: what was
   * removed just there belongs to neither node beside it.
   */
  toOriginal(offset: number, side: 'start' | 'end'): number;
  /** The offset in the new text of a place that no edit removed, before what was put in there. */
  toEdited(offset: number): number;
}

/** Applies edits, sorted and not overlapping, and remembers them, so that positions stay those of the author's file. */
export function applyEdits(text: string, edits: readonly Edit[]): EditedText {
  const pieces: string[] = [];
  // Where each edit begins in the new text.
  const begins: number[] = [];
  let read = 0;
  let written = 0;
  for (const edit of edits) {
    pieces.push(text.slice(read, edit.start), edit.text);
    begins.push(written + edit.start - read);
    written += edit.start - read + edit.text.length;
    read = edit.end;
  }
  pieces.push(text.slice(read));
  const starts = edits.map((edit) => edit.start);

  return {
    text: pieces.join(''),
    toOriginal(offset, side) {
      const index = lastBefore(begins, side === 'start' ? offset : offset - 1);
      const edit = edits[index];
      if (!edit) return offset;
      const into = offset - (begins[index] as number);
      if (into >= edit.text.length) return edit.end + into - edit.text.length;
      return edit.start;
    },
    toEdited(offset) {
      const index = lastBefore(starts, offset - 1);
      const edit = edits[index];
      if (!edit) return offset;
      return (begins[index] as number) + edit.text.length + offset - edit.end;
    },
  };
}

/** The last index whose value is at most `limit`, or -1. */
function lastBefore(values: readonly number[], limit: number): number {
  let low = -1;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] as number) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
