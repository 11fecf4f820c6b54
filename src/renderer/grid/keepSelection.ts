/**
 * The selection after rows or columns came, went or changed places. Pure.
 *
 * Where only rows came or went, a range keeps its corners, or the nearest that stayed, and takes in what was inserted between them.
 * Where the order changed (sorting), the same cells stay selected, though they are no longer one rectangle.
 */
import type { CellRange, Selection } from './selection.ts';
import type { CellRef } from './types.ts';

/** Ids in their order on screen; the blank row last. */
export interface Order {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export const keepSelection = (selection: Selection, before: Order, after: Order): Selection => {
  const rows = before.rows === after.rows ? null : changeOf(before.rows, after.rows);
  const columns = before.columns === after.columns ? null : changeOf(before.columns, after.columns);
  const ranges = selection.ranges
    .flatMap((range) => (rows === null || range.kind === 'columns' ? [range] : keepAlong('row', range, rows)))
    .flatMap((range) => (columns === null || range.kind === 'rows' ? [range] : keepAlong('column', range, columns)));
  const active = keepActive(selection.active, before, after);
  const moved = active?.row !== selection.active?.row || active?.column !== selection.active?.column;
  return { active, tabOrigin: moved ? null : selection.tabOrigin, ranges };
};

interface Change {
  readonly before: readonly string[];
  readonly was: ReadonlyMap<string, number>;
  readonly is: ReadonlyMap<string, number>;
  readonly after: readonly string[];
  /** what stayed kept its order */
  readonly ordered: boolean;
}

const indexOf = (ids: readonly string[]): ReadonlyMap<string, number> => new Map(ids.map((id, index) => [id, index]));

const changeOf = (before: readonly string[], after: readonly string[]): Change => {
  const is = indexOf(after);
  let last = -1;
  let ordered = true;
  for (const id of before) {
    const at = is.get(id);
    if (at === undefined) continue;
    if (at < last) ordered = false;
    last = at;
  }
  return { before, after, was: indexOf(before), is, ordered };
};

const keepAlong = (axis: 'row' | 'column', range: CellRange, { before, after, was, is, ordered }: Change): readonly CellRange[] => {
  const a = was.get(range.anchor[axis]);
  const b = was.get(range.head[axis]);
  if (a === undefined || b === undefined) return [];
  const stayed = before.slice(Math.min(a, b), Math.max(a, b) + 1).flatMap((id) => is.get(id) ?? []);
  const runs = ordered ? whole(stayed) : runsOf(stayed);
  return runs.map(({ from, to }) => {
    const [anchor, head] = a <= b ? [from, to] : [to, from];
    return {
      ...range,
      anchor: { ...range.anchor, [axis]: after[anchor] ?? '' },
      head: { ...range.head, [axis]: after[head] ?? '' },
    };
  });
};

interface Run {
  readonly from: number;
  readonly to: number;
}

const whole = (places: readonly number[]): readonly Run[] => {
  const [from] = places;
  const to = places.at(-1);
  return from === undefined || to === undefined ? [] : [{ from, to }];
};

const runsOf = (places: readonly number[]): readonly Run[] => {
  const runs: { from: number; to: number }[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && run.to + 1 === place) run.to = place;
    else runs.push({ from: place, to: place });
  }
  return runs;
};

/** The active cell, or the one now at its place. */
const keepActive = (active: CellRef | null, before: Order, after: Order): CellRef | null => {
  if (active === null) return null;
  const row = nearest(active.row, before.rows, after.rows);
  const column = nearest(active.column, before.columns, after.columns);
  return row === undefined || column === undefined ? null : { row, column };
};

const nearest = (id: string, before: readonly string[], after: readonly string[]): string | undefined => {
  if (before === after) return id;
  const exists = new Set(after);
  if (exists.has(id)) return id;
  // Those before it may have gone too: count those that stayed.
  const place = before.slice(0, Math.max(before.indexOf(id), 0)).filter((other) => exists.has(other)).length;
  return after[Math.min(place, after.length - 1)];
};
