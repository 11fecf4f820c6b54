/**
 * Rule: only options that hold something are compared: the zero of an empty one is no price. Incomplete ones stay in the comparison,
 * marked, and are never its lowest (shared/compare).
 */
import type { Bill } from '../billing/bill.ts';
import type { Option, Scenario } from '../scenario/types.ts';
import { type CompareBy, type Comparison, compareOptions } from './compareOptions.ts';

export const isEmptyOption = ({ nodes, usage, packs }: Option): boolean => nodes.length + usage.length + packs.length === 0;

/** null where the baseline (default: the first option) holds nothing. */
export const compareFilled = (input: {
  readonly scenario: Scenario;
  readonly bill: Bill;
  readonly baseline: string | null;
  readonly by: CompareBy;
}): Comparison | null => {
  const { scenario, bill, baseline, by } = input;
  const empty = new Set(scenario.options.filter(isEmptyOption).map(({ id }) => id));
  const options = bill.options.filter(({ id }) => !empty.has(id));
  return compareOptions({ ...bill, options }, { baseline: baseline ?? bill.options[0]?.id ?? null, by });
};
