/**
 * Rule: what may be said about the options. An incomplete one is never called cheaper, and nothing is said while fewer than two are
 * complete. The lowest is measured against the baseline; where it is the baseline itself, or that one is incomplete, against the
 * next one.
 * Units: Fen; percent as in shared/compare. Source: billing.md, sections 6 and 7.
 */
import type { Bill } from '../billing/bill.ts';
import type { Fen } from '../numeric/fixed.ts';
import type { Scenario } from '../scenario/types.ts';
import { compareFilled, isEmptyOption } from './comparable.ts';
import type { CompareBy, Comparison } from './compareOptions.ts';
import { findMissingLines, type MissingLine } from './missing.ts';

export interface IncompleteOption {
  readonly option: string;
  readonly missing: readonly MissingLine[];
}
export interface Verdict {
  readonly says:
    | { readonly kind: 'single' }
    | { readonly kind: 'notComparable' }
    | { readonly kind: 'tied'; readonly options: readonly string[] }
    | {
        readonly kind: 'lowest';
        readonly option: string;
        readonly over: string;
        /** positive: how much less */
        readonly amount: Fen;
        /** positive; null of a free option */
        readonly percent: string | null;
      };
  readonly incomplete: readonly IncompleteOption[];
  /** options that hold nothing: their zero is no price */
  readonly empty: readonly string[];
}

export const buildVerdict = (input: {
  readonly bill: Bill;
  readonly scenario: Scenario;
  readonly baseline: string | null;
  readonly by: CompareBy;
}): Verdict => {
  const { bill, scenario } = input;
  const incomplete = bill.options.flatMap((optionBill): readonly IncompleteOption[] => {
    const option = scenario.options.find(({ id }) => id === optionBill.id);
    return optionBill.complete || option === undefined ? [] : [{ option: option.id, missing: findMissingLines(optionBill) }];
  });
  const empty = scenario.options.filter(isEmptyOption).map(({ id }) => id);
  const says: Verdict['says'] = bill.options.length < 2 ? { kind: 'single' } : say(compareFilled(input));
  return { says, incomplete, empty };
};

const say = (comparison: Comparison | null): Verdict['says'] => {
  if (comparison === null) return { kind: 'notComparable' };
  const { rows, cheapest, tied, lead } = comparison;
  if (tied.length > 0) return { kind: 'tied', options: tied };
  const lowest = rows.find(({ option }) => option === cheapest);
  if (lowest === undefined || lead === null) return { kind: 'notComparable' };
  const overBaseline = lowest.option !== comparison.baseline && lowest.difference.complete;
  if (!overBaseline) return { kind: 'lowest', option: lowest.option, over: lead.over, amount: lead.amount, percent: lead.percent };
  const { amount, percent } = lowest.difference;
  return {
    kind: 'lowest',
    option: lowest.option,
    over: comparison.baseline,
    amount: -amount,
    percent: percent === null ? null : percent.replace(/^-/, ''),
  };
};
