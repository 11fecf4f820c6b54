/**
 * What the usage lines of an option add up to, by month. It follows an edit by differences; components of packs bring their own sums.
 *
 * Units: list cost Amount 10^-12 CNY, payable fen.
 * Source: billing.md, 5.3 and 6.
 */
import type { Fen } from '../numeric/fixed.ts';
import type { Alignment } from './align.ts';
import { type BurntOption, isAlone } from './burnOption.ts';
import { addListCosts, addPayables } from './lines/payables.ts';
import type { RatedLine } from './lines/ratedLine.ts';
import { MonthSum } from './monthSum.ts';
import type { ReadOption } from './readOption.ts';

export interface UsageSums {
  readonly listCosts: MonthSum;
  /** of the lines that no pack can pay for */
  readonly alone: MonthSum;
}
export interface SummedUsage {
  readonly read: ReadOption;
  readonly burnt: BurntOption;
}

export const payableOfMonth = ({ alone }: UsageSums, { components }: BurntOption, month: number): Fen =>
  components.reduce((sum, { payables }) => sum + payables.get(month), alone.get(month));

interface SumInput extends SummedUsage {
  readonly months: number;
  /** the option before an edit, in the same context */
  readonly former: (SummedUsage & { readonly usageSums: UsageSums }) | null;
}

export const sumUsage = (input: SumInput): UsageSums => {
  const { read, burnt, former, months } = input;
  const { alignment } = read;
  const listCosts = former?.usageSums.listCosts.copy() ?? MonthSum.ofMonths(months);
  const alone = former?.usageSums.alone.copy() ?? MonthSum.ofMonths(months);
  const addAlone = (rated: RatedLine, sign: 1 | -1): void => {
    addPayables({ rated, draws: null }, alone, sign);
  };
  const addLine = (of: SummedUsage, position: number, sign: 1 | -1): void => {
    const rated = of.read.usage.at(position)?.rated ?? null;
    if (rated === null) return;
    addListCosts(rated, listCosts, sign);
    if (isAlone(of.burnt, position)) addAlone(rated, sign);
  };
  for (const position of alignment.changed) addLine(input, position, 1);
  if (former === null) return { listCosts, alone };
  for (const position of alignment.gone) addLine(former, position, -1);
  for (const position of joined(burnt, former.burnt, alignment)) {
    const rated = read.usage.at(position)?.rated ?? null;
    if (rated !== null) addAlone(rated, isAlone(burnt, position) ? 1 : -1);
  }
  return { listCosts, alone };
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
