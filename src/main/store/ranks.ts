/**
 * Ranks: integers with gaps that order the lines of a sheet, so that an insert in the middle writes one row, not the tail.
 * Where a gap is used up, the ranks of the smallest roomy neighbourhood are spread again (list labelling: O(log² n) amortised).
 */

/** Distance of two ranks when there is room. 100,000 lines then end near 2^37, far below 2^53. */
export const GAP = 2 ** 20;
/** A neighbourhood is roomy when its ranks would stand at least this far apart. */
const ROOMY = 2 ** 10;

export interface InsertPlan {
  /** ranks of the new rows, ascending */
  readonly ranks: readonly number[];
  /** rows that get another rank: position before the insert, new rank */
  readonly moved: readonly { readonly index: number; readonly rank: number }[];
}

/** Ranks for `count` new rows that go before position `index` of the ascending `ranks`. */
export const planInsert = (ranks: readonly number[], index: number, count: number): InsertPlan => {
  const before = ranks[index - 1];
  const after = ranks[index];
  const low = before ?? (after === undefined ? 0 : after - GAP * (count + 1));
  const high = after ?? low + GAP * (count + 1);
  if (high - low > count) return { ranks: spread(low, high, count), moved: [] };
  return spreadNeighbourhood(ranks, index, count);
};

/** Widens around the insert until its rows, the new ones among them, have room between the ranks just outside. */
const spreadNeighbourhood = (ranks: readonly number[], index: number, count: number): InsertPlan => {
  for (let reach = 16; ; reach *= 2) {
    const from = Math.max(0, index - reach);
    const to = Math.min(ranks.length, index + reach);
    const rows = to - from + count;
    const before = ranks[from - 1];
    const after = ranks[to];
    // Both ends of the list are open: there is always room there.
    const low = before ?? (after === undefined ? 0 : after - GAP * (rows + 1));
    const high = after ?? low + GAP * (rows + 1);
    if (high - low < ROOMY * (rows + 1)) continue;
    const fresh = spread(low, high, rows);
    const moved: { readonly index: number; readonly rank: number }[] = [];
    for (let at = from; at < to; at += 1) {
      const rank = fresh[at - from + (at < index ? 0 : count)];
      if (rank !== undefined) moved.push({ index: at, rank });
    }
    return { ranks: fresh.slice(index - from, index - from + count), moved };
  }
};

/** `count` integers strictly between low and high, evenly. */
const spread = (low: number, high: number, count: number): readonly number[] => {
  const step = Math.floor((high - low) / (count + 1));
  return Array.from({ length: count }, (_, at) => low + step * (at + 1));
};
