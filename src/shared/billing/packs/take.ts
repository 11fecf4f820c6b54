/** What one pack took from all lines in one phase, in columns: a draw is made of it when somebody asks. Units: bill.ts. */

import { type WideColumn, wideToBigInt } from '../../numeric/wide.ts';
import type { PackClass } from '../../pricebook/types.ts';
import { formatDate } from '../../time/calendar.ts';
import type { Draw } from '../bill.ts';
import { coverPart } from './cover.ts';
import type { RowPart } from './drawn.ts';
import type { Measured, Phase } from './pack.ts';
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
  /** null: they follow from the amounts (`visitParts`) */
  readonly quantities: PackedColumn | null;
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
  readonly quantities: WideColumn | null;
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
  quantities: quantities && packColumn(quantities, taken),
});

const packColumn = ({ hi, lo }: WideColumn, count: number): PackedColumn => ({
  hi: hi.slice(0, count),
  lo: isZero(lo, count) ? null : lo.slice(0, count),
});

const isZero = (values: Float64Array, count: number): boolean => {
  for (let at = 0; at < count; at += 1) if (values[at] !== 0) return false;
  return true;
};

/** What the line has in a phase before any pack paid for it. */
export type MeasureLine = (phase: Phase) => Measured;

interface LineParts {
  /** of a month, in their order */
  readonly takes: readonly Take[];
  readonly row: number;
  readonly measure: MeasureLine;
}

/** Tells what each take took of one line. */
export const visitParts = ({ takes, row, measure }: LineParts, visit: (take: Take, part: RowPart) => void): void => {
  let phase: Phase | null = null;
  let left: Measured = NOTHING;
  for (const take of takes) {
    const at = findRow(take.rows, row);
    if (at < 0) continue;
    const share = valueAt(take.amounts, at);
    if (take.quantities === null && take.phase !== phase) left = measure(take.phase);
    phase = take.phase;
    const part =
      take.quantities === null
        ? coverPart({ denomination: 'money', share, amountBefore: left.amount, quantityBefore: left.quantity })
        : { amount: share, quantity: valueAt(take.quantities, at) };
    left = { amount: left.amount - part.amount, quantity: left.quantity - part.quantity };
    visit(take, part);
  }
};

export const drawOf = ({ pack, packClass, phase, before, after }: Take, { amount, quantity }: RowPart): Draw => ({
  pack,
  packClass,
  start: formatDate(phase.from),
  end: formatDate(phase.to),
  amount,
  quantity,
  balanceBefore: before,
  balanceAfter: after,
});

const NOTHING: Measured = { amount: 0n, quantity: 0n };

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
