/** Whether a CV takes no more than its pages in a look. Costs a run of TeX. */
export type Fits<Look> = (look: Look) => Promise<boolean>;

/** A look among rows of looks. */
export interface LookPlace {
  row: number;
  index: number;
}

/**
 * Finds the look to be given up least for: the largest size in which anything fits, and in it the first look that does.
 * Within a row a tighter look never takes more pages than the one before it; nothing is assumed from row to row but that the tightest
 * of a smaller size takes no more than that of a larger one. What is found has been tried.
 *
 * Of r rows with n looks each it tries at most 1 + log2(r) + log2(n), rounded up; where nothing fits, one.
 * @param rows see `toLookRows`; the first look of the first row is known not to fit
 * @returns its row and its place there, or nothing where even the tightest does not fit
 */
export async function searchLooks<Look>(
  rows: readonly (readonly Look[])[],
  fits: Fits<Look>,
): Promise<LookPlace | undefined> {
  const last = rows.length - 1;
  const tightestOf = (row: number): Look => rows[row]?.at(-1) as Look;
  const isOnlyOne = rows.length === 1 && rows[0]?.length === 1;
  if (isOnlyOne || !(await fits(tightestOf(last)))) return undefined;
  const row = await firstThat(0, last, async (index) => {
    // Where a size has one look only, that is the one that is known not to fit.
    if (index === 0 && rows[0]?.length === 1) return false;
    return fits(tightestOf(index));
  });
  const looks = rows[row] as readonly Look[];
  const index = await firstThat(row === 0 ? 1 : 0, looks.length - 1, (at) => fits(looks[at] as Look));
  return { row, index };
}

/** The first number from `low` on that is good, when `high` is known to be and all above a good one are. */
export async function firstThat(
  low: number,
  high: number,
  isGood: (number: number) => Promise<boolean>,
): Promise<number> {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (await isGood(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

/** The look before another in the order in which looks are given up. */
export function looserThan<Look>(
  rows: readonly (readonly Look[])[],
  { row, index }: LookPlace,
): Look | undefined {
  return index > 0 ? rows[row]?.[index - 1] : rows[row - 1]?.at(-1);
}
