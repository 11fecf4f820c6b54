/**
 * Which lines a patch has set, for those who keep something of each line: after an edit they need not compare 100,000 of them.
 *
 * A list of lines is never changed in place, so what is known of two lists stays true. Nothing is kept alive by it.
 */
import type { Line } from './types.ts';

interface Origin {
  /** token of the list that it was made from */
  readonly from: object;
  readonly changed: readonly number[];
}
const tokens = new WeakMap<readonly Line[], object>();
const origins = new WeakMap<readonly Line[], Origin>();

const tokenOf = (lines: readonly Line[]): object => {
  const known = tokens.get(lines) ?? {};
  tokens.set(lines, known);
  return known;
};

/** `after` is `before` with other lines at some positions. */
export const rememberChanged = (after: readonly Line[], before: readonly Line[], positions: Iterable<number>): void => {
  const changed = [...new Set(positions)].sort((a, b) => a - b);
  origins.set(after, { from: tokenOf(before), changed });
};

/** Positions at which the lists differ, ascending; null where nothing is known. */
export const findChanged = (after: readonly Line[], before: readonly Line[]): readonly number[] | null => {
  if (after === before) return [];
  const origin = origins.get(after);
  return origin !== undefined && origin.from === tokens.get(before) ? origin.changed : null;
};
