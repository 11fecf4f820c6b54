/**
 * The order of each sheet's lines while patches come in: position -> database row and rank, read once per sheet and kept, so that
 * an edit by position does not walk 100,000 index entries. Only of one scenario, and forgotten whenever a transaction is taken back.
 */
import { SHEETS, type SheetId } from '../../shared/scenario/types.ts';
import type { Connection } from './connection.ts';
import { LINE_SQL } from './lineSql.ts';
import { planInsert } from './ranks.ts';

interface SheetOrder {
  readonly rows: number[];
  readonly ranks: number[];
}
export interface InsertedLines {
  /** position of the first */
  readonly index: number;
  readonly rows: readonly number[];
  readonly ranks: readonly number[];
}
export interface LineOrder {
  /** Ranks for `count` lines before position `index`, or null where the sheet is shorter; call `inserted` for each afterwards. */
  makeRoom(option: number, sheet: SheetId, index: number, count: number): readonly number[] | null;
  inserted(option: number, sheet: SheetId, lines: InsertedLines): void;
  /** database row of the line at a position */
  rowAt(option: number, sheet: SheetId, index: number): number | null;
  removed(option: number, sheet: SheetId, place: { readonly index: number; readonly count: number }): void;
  /** row numbers of options are used again */
  optionRemoved(option: number): void;
  /** makes it hold this scenario only */
  focus(scenario: string): void;
  forget(): void;
}

export const lineOrderOf = (connection: Connection): LineOrder => {
  const orders = new Map<string, SheetOrder>();
  let focused: string | null = null;
  const orderOf = (option: number, sheet: SheetId): SheetOrder => {
    const key = `${option}/${sheet}`;
    const known = orders.get(key);
    if (known !== undefined) return known;
    const read = connection.query<{ readonly row: number; readonly rank: number }>(LINE_SQL[sheet].ranks).all(option);
    const made = { rows: read.map(({ row }) => row), ranks: read.map(({ rank }) => rank) };
    orders.set(key, made);
    return made;
  };
  return {
    makeRoom: (option, sheet, index, count) => {
      const order = orderOf(option, sheet);
      if (index > order.ranks.length) return null;
      const plan = planInsert(order.ranks, index, count);
      for (const move of plan.moved) {
        const row = order.rows[move.index];
        if (row === undefined) throw new Error(`no line at ${move.index}`);
        connection.run(LINE_SQL[sheet].setRank, move.rank, row);
        order.ranks[move.index] = move.rank;
      }
      return plan.ranks;
    },
    inserted: (option, sheet, { index, rows, ranks }) => {
      const order = orderOf(option, sheet);
      insertAll(order.rows, index, rows);
      insertAll(order.ranks, index, ranks);
    },
    rowAt: (option, sheet, index) => orderOf(option, sheet).rows[index] ?? null,
    removed: (option, sheet, { index, count }) => {
      const order = orderOf(option, sheet);
      order.rows.splice(index, count);
      order.ranks.splice(index, count);
    },
    optionRemoved: (option) => {
      for (const sheet of SHEETS) orders.delete(`${option}/${sheet}`);
    },
    focus: (scenario) => {
      if (focused === scenario) return;
      orders.clear();
      focused = scenario;
    },
    forget: () => {
      orders.clear();
      focused = null;
    },
  };
};

/** splice takes its items as arguments, and 100,000 arguments overflow the stack. */
const insertAll = (list: number[], index: number, items: readonly number[]): void => {
  const [only] = items;
  if (only !== undefined && items.length === 1) {
    list.splice(index, 0, only);
    return;
  }
  const tail = list.splice(index);
  for (const item of items) list.push(item);
  for (const item of tail) list.push(item);
};
