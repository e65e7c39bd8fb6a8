/**
 * Which word of the content stands where on the page. SyncTeX knows the place of each word, but of a command with several arguments only the
 * line where the command ended; so its words are told from each other by their widths and by their order. It is a hidden Markov
 * model: the words of the content and the sizes that they are set in are its states, the widths on the page what is seen of them, and Viterbi's
 * algorithm finds the likeliest way through. A word that occurs twice is no trouble, since its neighbours are matched with it.
 */
import type { TexWord } from './tex-groups.ts';
import { mismatch, type Span, toSpans } from './word-spans.ts';

/** A word on the page. */
export interface WordBox {
  left: number;
  right: number;
  /** How much farther to the right it may end: there is no space after Chinese letters. */
  loose?: number;
  /** Words with the same number stand in one line, one after the other. */
  row: number;
  /** Lines with the same number follow each other. */
  column: number;
}

/** Sizes of type that are tried, as logarithms of points: each a twelfth larger than the one before. */
const step: number = Math.log(13 / 12);
const sizes: readonly number[] = Array.from({ length: 29 }, (_, index) => Math.log(5) + step * index);
const textSize: number = sizes.findIndex((size) => size >= Math.log(9.3));

/** What each kind of step costs: minus the logarithm of how likely it is. */
const cost = {
  /** A word on the page that is none of the content's: a page number, a bullet. */
  unknown: 5,
  /** To begin another value in another column, in another line, in the middle of a line. */
  inColumn: 0.4,
  inRow: 0.8,
  withinRow: 1.6,
  /** A value that stands elsewhere, too. */
  used: 3,
  /** The value after the one before; one that stands farther on; one that stands before it. */
  nextInRow: 0.3,
  next: 0.1,
  forwards: 0.3,
  backwards: 0.8,
  /** To begin or to leave a value in its middle. */
  broken: 4,
  /** A line's end in the middle of a word. */
  begun: 3,
  /** Another size than the word before, for each step, and at most; a size that is not that of text. */
  resized: 0.5,
  resizedFar: 1.6,
  unusualSize: 0.12,
};
/** Shorter words are not divided at a line's end. */
const shortestDivided = 5;

/** How each state was reached, from -1 where no word was known before it, and with which word, -1 with none. */
interface Step {
  from: Int32Array;
  first: Int32Array;
}

/**
 * @param boxes column after column
 * @param used words that were found elsewhere, by their index
 * @returns the index of the word in each box; nothing where none fits
 */
export function matchWords(
  boxes: readonly WordBox[],
  words: readonly TexWord[],
  used: ReadonlySet<number> = new Set(),
): (number | undefined)[] {
  if (words.length === 0) return boxes.map(() => undefined);
  const found = findWay(boxes, words, used);
  const repeated = new Set(found.filter((word, at) => found.indexOf(word) < at && found[at - 1] !== word));
  repeated.delete(undefined);
  // Most words stand once on the page: once more, with what it costs to take one twice.
  return repeated.size === 0
    ? found
    : findWay(boxes, words, new Set([...used, ...(repeated as Set<number>)]));
}

function findWay(
  boxes: readonly WordBox[],
  words: readonly TexWord[],
  used: ReadonlySet<number>,
): (number | undefined)[] {
  const spans = words.map((_, first) => toSpans(words, first));
  const many = sizes.length;
  const count = words.length * many;
  const steps: Step[] = [];
  // The state in which no word was known yet costs `unknownBefore`. The second half of the states: the word goes on in the next row.
  let before = new Float64Array(2 * count).fill(Number.POSITIVE_INFINITY);
  // How much of such a word there was in the rows before.
  let begunWidths = new Float64Array(count);
  let unknownBefore = 0;

  for (const [number, box] of boxes.entries()) {
    const last = boxes[number - 1];
    const isNewRow = last?.row !== box.row;
    const endsRow = boxes[number + 1]?.row !== box.row && number + 1 < boxes.length;
    const jump = !last
      ? 0
      : !isNewRow
        ? cost.withinRow
        : last.column === box.column
          ? cost.inRow
          : cost.inColumn;
    const width = box.right - box.left;
    const seen = Math.log(width);
    const seenLoose = Math.log(width + (box.loose ?? 0));
    const widths = new Float64Array(count);
    const now = new Float64Array(2 * count).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(2 * count);
    const first = new Int32Array(2 * count);
    const previous = new Float64Array(many);
    const previousFrom = new Int32Array(many);
    const ends = endedBefore(before, words);
    for (const [word, { first: begins }] of words.entries()) {
      // From another value, or from a word that is none of the content's.
      const other = ends[word] as Ended;
      const isKnown = other.value + cost.resizedFar / 2 < unknownBefore;
      const repeated = used.has(word) ? cost.used : 0;
      const enter =
        (isKnown ? other.value + cost.resizedFar / 2 : unknownBefore) +
        jump +
        (begins ? 0 : cost.broken) +
        repeated;
      const goOn = begins ? (isNewRow ? cost.next : cost.nextInRow) + repeated : 0;
      for (let size = 0; size < many; size++) {
        previous[size] = enter + cost.unusualSize * Math.abs(size - textSize);
        previousFrom[size] = isKnown ? other.index : -1;
        if (word === 0) continue;
        for (let delta = -3; delta <= 3; delta++) {
          const index = (word - 1) * many + size + delta;
          if (size + delta < 0 || size + delta >= many) continue;
          const total =
            (before[index] as number) + goOn + Math.min(cost.resizedFar, Math.abs(delta) * cost.resized);
          if (total < (previous[size] as number)) {
            previous[size] = total;
            previousFrom[size] = index;
          }
        }
      }
      const reach = (index: number, total: number, origin: number): void => {
        if (total >= (now[index] as number)) return;
        now[index] = total;
        from[index] = origin;
        first[index] = word;
      };
      for (const span of spans[word] as Span[]) {
        const its = span.wide ? seenLoose : seen;
        for (let size = 0; size < many; size++) {
          const total = (previous[size] as number) + mismatch(its - (sizes[size] as number), span);
          reach(span.last * many + size, total, previousFrom[size] as number);
        }
      }
      const whole = (spans[word] as Span[])[0] as Span;
      if (whole.letters < shortestDivided) continue;
      for (let size = 0; size < many; size++) {
        const index = word * many + size;
        if (seen > whole.width + (sizes[size] as number)) continue;
        const begun = before[count + index] as number;
        const together = (begunWidths[index] as number) + width;
        const fits = mismatch(Math.log(together) - (sizes[size] as number), whole);
        if (isNewRow) reach(index, begun + fits, count + index);
        if (!endsRow) continue;
        const begins = (previous[size] as number) + cost.begun;
        const isMiddle = isNewRow && begun < begins;
        reach(
          count + index,
          isMiddle ? begun : begins,
          isMiddle ? count + index : (previousFrom[size] as number),
        );
        widths[index] = isMiddle ? together : width;
      }
    }
    begunWidths = widths;
    for (let index = 0; index < count; index++) {
      const total = (before[index] as number) + cost.unknown;
      if (total >= (now[index] as number)) continue;
      now[index] = total;
      from[index] = index;
      first[index] = -1;
    }
    unknownBefore += cost.unknown;
    steps.push({ from, first });
    before = now;
  }
  return trace(steps, before, unknownBefore);
}

interface Ended {
  value: number;
  /** Of the state that costs this, or -1. */
  index: number;
}

/** For each word the cheapest state from which to jump to it. Who leaves a value in its middle pays. */
function endedBefore(values: Float64Array, words: readonly TexWord[]): Ended[] {
  const many = sizes.length;
  const own = words.map(({ last }, word) => {
    let ended: Ended = { value: Number.POSITIVE_INFINITY, index: -1 };
    for (let at = word * many; at < (word + 1) * many; at++) {
      const value = (values[at] as number) + (last ? 0 : cost.broken);
      if (value < ended.value) ended = { value, index: at };
    }
    return ended;
  });
  const none: Ended = { value: Number.POSITIVE_INFINITY, index: -1 };
  const cheaper = (a: Ended, b: Ended): Ended => (a.value <= b.value ? a : b);
  const before: Ended[] = [];
  let forwards = none;
  for (const ended of own) {
    before.push({ ...forwards, value: forwards.value + cost.forwards });
    forwards = cheaper(forwards, ended);
  }
  let backwards = none;
  for (let word = words.length - 1; word >= 0; word--) {
    backwards = cheaper(backwards, own[word] as Ended);
    const { value, index } = backwards;
    before[word] = cheaper(before[word] as Ended, { value: value + cost.backwards, index });
  }
  return before;
}

function trace(steps: readonly Step[], last: Float64Array, unknown: number): (number | undefined)[] {
  const found: (number | undefined)[] = steps.map(() => undefined);
  let state = -1;
  let cheapest = unknown;
  for (const [index, value] of last.entries()) {
    if (value < cheapest) {
      cheapest = value;
      state = index;
    }
  }
  for (let number = steps.length - 1; number >= 0 && state >= 0; number--) {
    const { from, first } = steps[number] as Step;
    const word = first[state] as number;
    if (word >= 0) found[number] = word;
    state = from[state] as number;
  }
  return found;
}
