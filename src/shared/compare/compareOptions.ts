/**
 * Rule: options are compared by cash or by expense, never by list cost or payable alone (billing.md, section 6). An option that
 * is incomplete lacks costs, so it is never the cheapest, and a difference to it is marked.
 * Units: Fen; percent is decimal text with two decimals, rounded half away from zero, of the baseline's amount.
 * Source: billing.md, section 6; percent and ties are ASSUMPTION (no source names them).
 */
import type { Bill, OptionBill } from '../billing/bill.ts';
import { type Fen, formatFixedFull } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';

export type CompareBy = 'cash' | 'expense';

export interface Difference {
  /** option - baseline */
  readonly amount: Fen;
  /** '-12.50': 12.50 % less than the baseline; null where the baseline is zero */
  readonly percent: string | null;
  /** false when one of the two is incomplete: the difference lacks something then */
  readonly complete: boolean;
}
export interface ComparisonRow {
  readonly option: string;
  readonly name: string;
  readonly complete: boolean;
  readonly total: Fen;
  /** to the baseline; zero on the baseline itself */
  readonly difference: Difference;
}
export interface Comparison {
  readonly by: CompareBy;
  readonly baseline: string;
  readonly rows: readonly ComparisonRow[];
  /** the one complete option with the lowest total; null on a tie, and where fewer than two options are complete */
  readonly cheapest: string | null;
  /** the complete options that share the lowest total, where there is more than one */
  readonly tied: readonly string[];
  /** how much less the cheapest costs than the next complete option (`amount` and `percent` are positive), null without a cheapest */
  readonly lead: (Difference & { readonly over: string }) | null;
}

/** Compares all options with `baseline` (default: the first). null where no option has that id. */
export const compareOptions = (
  bill: Bill,
  { baseline, by }: { readonly baseline?: string | null; readonly by: CompareBy },
): Comparison | null => {
  const base = baseline === undefined || baseline === null ? bill.options[0] : bill.options.find((option) => option.id === baseline);
  if (base === undefined) return null;
  const rows = bill.options.map((option) => ({
    option: option.id,
    name: option.name,
    complete: option.complete,
    total: option.totals[by],
    difference: differenceBetween(option, base, by),
  }));
  return { by, baseline: base.id, rows, ...rankOptions(bill.options, by) };
};

const rankOptions = (options: readonly OptionBill[], by: CompareBy): Pick<Comparison, 'cheapest' | 'tied' | 'lead'> => {
  const ranked = options.filter((option) => option.complete).toSorted((a, b) => compareAmounts(a.totals[by], b.totals[by]));
  const [first, second] = ranked;
  if (first === undefined || second === undefined) return { cheapest: null, tied: [], lead: null };
  const lowest = first.totals[by];
  if (second.totals[by] === lowest) {
    return { cheapest: null, tied: ranked.filter((option) => option.totals[by] === lowest).map((option) => option.id), lead: null };
  }
  const amount = second.totals[by] - lowest;
  return {
    cheapest: first.id,
    tied: [],
    lead: { over: second.id, amount, percent: percentOf(amount, second.totals[by]), complete: true },
  };
};

const differenceBetween = (option: OptionBill, base: OptionBill, by: CompareBy): Difference => {
  const amount = option.totals[by] - base.totals[by];
  return { amount, percent: percentOf(amount, base.totals[by]), complete: option.complete && base.complete };
};

/** `part` in percent of `whole`, two decimals: (1n, 3n) -> '33.33', (-1n, 8n) -> '-12.50'; null of zero. */
export const percentOf = (part: bigint, whole: bigint): string | null =>
  whole === 0n ? null : formatFixedFull(divideHalfUp(part * 10_000n * signOf(whole), whole * signOf(whole)), 2);

export const compareAmounts = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const signOf = (value: bigint): bigint => (value < 0n ? -1n : 1n);
