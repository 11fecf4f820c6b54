/**
 * What the lines of a component come to by month where packs left about the same part of each of them (packs/evenLeft.ts).
 *
 * Rule: a month in which packs covered everything comes to nothing. One in which they paid nothing comes to what its lines come to without
 * packs: that is kept, and follows an edit by differences. Only in the others each line has to be looked at, because an edit changes
 * all of their shares.
 * Units: fen.
 * Source: billing.md, 5.3.
 */
import type { MonthSum } from '../monthSum.ts';
import type { Drawn } from '../packs/drawn.ts';
import type { EvenLeft } from '../packs/evenLeft.ts';
import { CostBlocks, type PartLeft } from './CostBlocks.ts';
import type { LineRows } from './LineRows.ts';
import { Unpaid } from './Unpaid.ts';

/** What is kept for the next edit. */
export interface EvenCosts {
  readonly unpaid: Unpaid;
  readonly blocks: CostBlocks;
}
/** Lines before and after an edit that changed those in some rows. */
export interface RowsChange {
  readonly before: LineRows;
  readonly after: LineRows;
  readonly rows: readonly number[];
}

export const makeEvenCosts = (rows: number, months: number): EvenCosts => ({
  unpaid: Unpaid.ofMonths(months),
  blocks: CostBlocks.ofRows(rows),
});

export const followEvenCosts = ({ unpaid, blocks }: EvenCosts, { before, after, rows }: RowsChange): EvenCosts => ({
  unpaid: unpaid.follow(before, after, rows),
  blocks: blocks.follow(after, rows),
});

export interface EvenInput {
  readonly lines: LineRows;
  readonly drawn: Drawn;
  /** of `drawn` */
  readonly even: EvenLeft;
}

export const addEvenPayables = ({ unpaid, blocks }: EvenCosts, { lines, drawn, even }: EvenInput, sum: MonthSum): void => {
  const months = [...even.parts.keys()];
  const partly = months.flatMap((month): PartLeft[] => {
    const part = even.parts[month] ?? 0;
    return even.isPaid(month) && part !== 0 ? [{ month, part, units: even.shared[month] ?? 0 }] : [];
  });
  unpaid.addTo(
    sum,
    lines,
    months.filter((month) => !even.isPaid(month)),
  );
  blocks.addPayables(lines, drawn, partly, sum);
};
