/**
 * A usage line's months once more, as the bill metered them: for those who tell how a charge came about.
 *
 * Units: meter.ts; tier quantities R6 of one instance.
 */
import type { Quantity } from '../../numeric/fixed.ts';
import { divideHalfUp } from '../../numeric/rounding.ts';
import type { PriceBookIndex } from '../../pricebook/find.ts';
import type { UsageLine } from '../../scenario/types.ts';
import { createGrowthTable } from '../growth.ts';
import type { Horizon } from '../horizon.ts';
import { type MeteredMonth, meterUsage } from '../meter.ts';
import { createRateTable, type GraduatedRate } from '../rate/rate.ts';
import { readUsage, type UsableUsage } from '../read/readUsage.ts';

export interface LineMonths {
  readonly usage: UsableUsage;
  /** those of the horizon in which the line is active, in order */
  readonly months: readonly MeteredMonth[];
}

/** null: an error drops the line, or it runs on nodes. `line` has its formulas resolved. */
export const readLineMonths = (
  { index, horizon }: { readonly index: PriceBookIndex; readonly horizon: Horizon },
  line: UsageLine,
): LineMonths | null => {
  const tables = { growths: createGrowthTable(), rates: createRateTable() };
  const read = readUsage({ line, index, horizon, usableNodes: new Set(), ...tables });
  return read.kind === 'usable' ? { usage: read.usable, months: meterUsage(read.usable, horizon) } : null;
};

/** How much of one instance's month fell into each tier. */
export const tierQuantities = ({ tiers }: GraduatedRate, { num, den, before, instances }: MeteredMonth): readonly Quantity[] => {
  if (instances === 0n) return tiers.map(() => 0n);
  const previous = before ?? { num: 0n, den: 1n };
  // One instance's running quantity, from `start` to `end`, over a common denominator.
  const common = previous.den * den * instances;
  const start = previous.num * den;
  const end = start + num * previous.den;
  let lower = 0n;
  return tiers.map(({ upTo }) => {
    const upper = upTo === null ? null : upTo * common;
    const to = upper === null || end < upper ? end : upper;
    const from = start > lower ? start : lower;
    lower = upper ?? lower;
    return to > from ? divideHalfUp(to - from, common) : 0n;
  });
};
