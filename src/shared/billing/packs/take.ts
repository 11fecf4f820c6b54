/** What one pack took from all lines in one phase, in columns: a draw is made of it when somebody asks. Units: bill.ts. */

import { type WideColumn, wideToBigInt } from '../../numeric/wide.ts';
import type { PackClass } from '../../pricebook/types.ts';
import { formatDate } from '../../time/calendar.ts';
import type { Draw } from '../bill.ts';
import { addPart, type RowPart } from './drawn.ts';
import type { Phase } from './pack.ts';
import type { PackState } from './phaseWork.ts';

export interface Take {
  readonly pack: string;
  readonly packClass: PackClass;
  readonly phase: Phase;
  readonly before: bigint;
  readonly after: bigint;
  /** list cost that it covered of all lines */
  readonly amount: bigint;
  /** ascending */
  readonly rows: Int32Array;
  readonly amounts: PackedColumn;
  readonly quantities: PackedColumn;
}
/** A column that is kept: without its second half where no value needs it. */
interface PackedColumn {
  readonly hi: Float64Array;
  readonly lo: Float64Array | null;
}

export interface TakeInput {
  /** after it paid */
  readonly pack: PackState;
  readonly phase: Phase;
  readonly before: bigint;
  readonly amount: bigint;
  /** how many of the rows and values count */
  readonly taken: number;
  readonly rows: Int32Array;
  readonly amounts: WideColumn;
  readonly quantities: WideColumn;
}

export const takeOf = ({ pack, phase, before, amount, taken, rows, amounts, quantities }: TakeInput): Take => ({
  pack: pack.id,
  packClass: pack.packClass,
  phase,
  before,
  after: pack.balance,
  amount,
  rows: rows.slice(0, taken),
  amounts: packColumn(amounts, taken),
  quantities: packColumn(quantities, taken),
});

const packColumn = ({ hi, lo }: WideColumn, count: number): PackedColumn => ({
  hi: hi.slice(0, count),
  lo: isZero(lo, count) ? null : lo.slice(0, count),
});

const isZero = (values: Float64Array, count: number): boolean => {
  for (let at = 0; at < count; at += 1) if (values[at] !== 0) return false;
  return true;
};

/** The part of one line; undefined where it has none. */
export const drawOf = (take: Take, row: number): Draw | undefined => {
  const at = findRow(take.rows, row);
  if (at < 0) return undefined;
  return {
    pack: take.pack,
    packClass: take.packClass,
    start: formatDate(take.phase.from),
    end: formatDate(take.phase.to),
    amount: valueAt(take.amounts, at),
    quantity: valueAt(take.quantities, at),
    balanceBefore: take.before,
    balanceAfter: take.after,
  };
};

/** Adds the parts of all lines. */
export const addParts = (take: Take, parts: Map<number, RowPart>): void => {
  for (const [at, row] of take.rows.entries()) {
    addPart(parts, row, { amount: valueAt(take.amounts, at), quantity: valueAt(take.quantities, at) });
  }
};

const valueAt = ({ hi, lo }: PackedColumn, at: number): bigint => wideToBigInt(hi[at] ?? 0, lo?.[at] ?? 0);

const findRow = (rows: Int32Array, row: number): number => {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? 0;
    if (found === row) return middle;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
