/**
 * What the usage lines of an option add up to, by month. It follows an edit by differences; components of packs bring their own sums.
 *
 * Units: list cost Amount 10^-12 CNY, payable fen.
 * Source: billing.md, 5.3 and 6.
 */
import type { Alignment } from './align.ts';
import { type BurntOption, isAlone } from './burnOption.ts';
import { addAll, addListCosts, addUnpaid } from './columns/sums.ts';
import type { UsageTable } from './columns/UsageTable.ts';
import { MonthSum } from './monthSum.ts';

export interface UsageSums {
  readonly listCosts: MonthSum;
  /** of the lines that no pack can pay for */
  readonly alone: MonthSum;
}
export interface SummedUsage {
  readonly usage: UsageTable;
  readonly burnt: BurntOption;
}

/** What all lines come to. */
export const sumPayables = ({ alone }: UsageSums, { components }: BurntOption, months: number): MonthSum => {
  const sum = alone.copy();
  for (const { payables } of components) for (let month = 0; month < months; month += 1) sum.addMonth(payables, month);
  return sum;
};

interface SumInput extends SummedUsage {
  readonly months: number;
  readonly former: FormerSums | null;
}
/** The option before an edit, in the same context. */
interface FormerSums {
  readonly read: { readonly usage: UsageTable };
  readonly burnt: BurntOption;
  readonly usageSums: UsageSums;
  /** of the usage lines against it */
  readonly alignment: Alignment;
}

export const sumUsage = ({ usage, burnt, months, former }: SumInput): UsageSums => {
  const listCosts = former?.usageSums.listCosts.copy() ?? MonthSum.ofMonths(months);
  const alone = former?.usageSums.alone.copy() ?? MonthSum.ofMonths(months);
  const sums = { listCosts, alone };
  if (former === null) addAll(usage, burnt.places.component, listCosts, alone);
  else addDifferences({ usage, burnt }, former, sums);
  return sums;
};

const addDifferences = (now: SummedUsage, former: FormerSums, { listCosts, alone }: UsageSums): void => {
  const { alignment } = former;
  const before = { usage: former.read.usage, burnt: former.burnt };
  const addLine = ({ usage, burnt }: SummedUsage, position: number, sign: 1 | -1): void => {
    addListCosts(usage, position, listCosts, sign);
    if (isAlone(burnt, position)) addUnpaid(usage, position, null, alone, sign);
  };
  for (const position of alignment.changed) addLine(now, position, 1);
  for (const position of alignment.gone) addLine(before, position, -1);
  for (const position of joined(now.burnt, former.burnt, alignment)) {
    addUnpaid(now.usage, position, null, alone, isAlone(now.burnt, position) ? 1 : -1);
  }
};

/** Positions of lines that are what they were, but that packs pay for only now, or no more. */
const joined = (burnt: BurntOption, former: BurntOption, alignment: Alignment): readonly number[] => {
  if (burnt.places === former.places) return [];
  const positions: number[] = [];
  for (let position = 0; position < alignment.length; position += 1) {
    const before = alignment.placeBefore(position);
    if (before >= 0 && isAlone(burnt, position) !== isAlone(former, before)) positions.push(position);
  }
  return positions;
};
