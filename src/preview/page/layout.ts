/** Where pages stand below one another: CSS pixels from the top of what scrolls. */
export interface Layout {
  /** CSS pixels for each point. */
  factor: number;
  /** The same for pages of the same sizes. */
  key: string;
  /** What stands at a height: a page, and how far down it, 0 to 1 (beyond in the gaps). */
  placeAt: (top: number) => Place;
  topOf: (place: Place) => number;
  /** Whether any of a page is between two heights. */
  isWithin: (index: number, from: number, to: number) => boolean;
}

export interface Place {
  index: number;
  fraction: number;
}

/** @param sizes in points */
export function createLayout(
  sizes: readonly { width: number; height: number }[],
  factor: number,
  gap: number,
): Layout {
  const heights = sizes.map(({ height }) => height * factor);
  let next = gap;
  const tops = heights.map((height) => {
    const top = next;
    next += height + gap;
    return top;
  });
  return {
    factor,
    key: sizes.map(({ width, height }) => `${width} ${height}`).join(),
    placeAt: (top) => {
      const index = Math.max(
        0,
        tops.findLastIndex((begin) => begin <= top),
      );
      return { index, fraction: (top - (tops[index] ?? 0)) / (heights[index] ?? 1) };
    },
    topOf: (place) => {
      const index = Math.min(place.index, sizes.length - 1);
      return (tops[index] ?? 0) + place.fraction * (heights[index] ?? 0);
    },
    isWithin: (index, from, to) => {
      const top = tops[index] ?? 0;
      return top < to && top + (heights[index] ?? 0) > from;
    },
  };
}
