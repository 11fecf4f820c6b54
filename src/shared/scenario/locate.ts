/** Where lines stand in a list, for gestures that touch many of them. Pure. */
import type { Line } from './types.ts';

// Looking through the list costs less than an index of it for the first few.
const MOST_SEARCHES = 3;

/**
 * Place of a line, -1 where there is none. A gesture goes down the sheet, so the line after the last one is looked at first: an index of
 * 100,000 lines costs more than everything else that a paste does.
 */
export const createLineLocator = (lines: readonly Line[]): ((id: string) => number) => {
  let last = -1;
  let searches = 0;
  let places: ReadonlyMap<string, number> | null = null;
  return (id) => {
    if (lines[last]?.id === id) return last;
    if (lines[last + 1]?.id === id) {
      last += 1;
      return last;
    }
    let at: number;
    if (searches < MOST_SEARCHES) {
      searches += 1;
      at = lines.findIndex((line) => line.id === id);
    } else {
      places ??= new Map(lines.map((line, place) => [line.id, place]));
      at = places.get(id) ?? -1;
    }
    if (at >= 0) last = at;
    return at;
  };
};
