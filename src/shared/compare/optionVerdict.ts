/**
 * What a card says about its option beside the others. Rule: an incomplete option is never compared, and neither is an empty one:
 * its zero is no price.
 */

import type { Fen } from '../numeric/fixed.ts';
import type { Comparison } from './compareOptions.ts';

export type OptionVerdict =
  | { readonly kind: 'alone' | 'empty' | 'incomplete' | 'baseline' | 'tied' }
  | { readonly kind: 'baselineIncomplete' | 'same'; readonly over: string }
  /** `amount` is positive, `percent` of the other's total without a sign */
  | { readonly kind: 'lowest' | 'less' | 'more'; readonly over: string; readonly amount: Fen; readonly percent: string | null };

export const verdictOf = (comparison: Comparison | null, option: string): OptionVerdict => {
  const row = comparison?.rows.find((candidate) => candidate.option === option);
  if (comparison === null || row === undefined) return { kind: 'empty' };
  if (!row.complete) return { kind: 'incomplete' };
  if (comparison.rows.length === 1) return { kind: 'alone' };
  if (comparison.tied.includes(option)) return { kind: 'tied' };
  const { baseline, lead } = comparison;
  const { amount, percent, complete } = row.difference;
  if (comparison.cheapest === option) {
    return complete && amount !== 0n
      ? { kind: 'lowest', over: baseline, amount: -amount, percent: unsigned(percent) }
      : { kind: 'lowest', over: lead?.over ?? baseline, amount: lead?.amount ?? 0n, percent: lead?.percent ?? null };
  }
  if (option === baseline) return { kind: 'baseline' };
  if (!complete) return { kind: 'baselineIncomplete', over: baseline };
  if (amount === 0n) return { kind: 'same', over: baseline };
  return { kind: amount < 0n ? 'less' : 'more', over: baseline, amount: amount < 0n ? -amount : amount, percent: unsigned(percent) };
};

const unsigned = (percent: string | null): string | null => percent?.replace(/^-/, '') ?? null;
