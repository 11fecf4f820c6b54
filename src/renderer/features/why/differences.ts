/**
 * Rule: what lies between two options: their two totals, the difference by category, and the lines of one category in both. All of
 * them add up to the difference.
 * Units: Amount (10^-12 CNY). Source: billing.md, section 6; shared/compare.
 */
import type { Bill, TotalKey } from '../../../shared/billing/bill.ts';
import type { BillInput } from '../../../shared/billing/computeBill.ts';
import { explain } from '../../../shared/billing/explain/explain.ts';
import { categoryRows, linesOfCategory } from '../../../shared/compare/categories.ts';
import { type CompareBy, percentOf } from '../../../shared/compare/compareOptions.ts';
import { AMOUNT_PER_FEN, type Amount } from '../../../shared/numeric/fixed.ts';
import { indexPriceBook } from '../../../shared/pricebook/find.ts';
import type { ReportSubject, WhySubject } from '../../state/subject.ts';
import { type PartsView, sortParts, sumOf, toPart } from './parts.ts';

export interface DifferenceView {
  readonly kind: 'difference';
  readonly option: string;
  readonly baseline: string;
  readonly total: TotalKey;
  readonly amount: Amount;
  readonly percent: string | null;
  readonly sides: readonly { readonly option: string; readonly amount: Amount; readonly complete: boolean; readonly subject: WhySubject }[];
  /** they add up to `amount`; of cash and expense only */
  readonly categories: readonly { readonly category: string; readonly amount: Amount; readonly subject: WhySubject }[];
}

export const differenceView = (
  input: BillInput,
  bill: Bill,
  subject: ReportSubject & { readonly kind: 'difference' },
): DifferenceView | null => {
  const { option, baseline, total, month } = subject;
  const sides = [option, baseline].flatMap((id) => {
    const explained = explain(input, bill, { kind: 'total', option: id, total, month });
    const complete = bill.options.find((each) => each.id === id)?.complete ?? false;
    return explained?.kind === 'total'
      ? [{ option: id, amount: explained.amount, complete, subject: { kind: 'total', option: id, total, month } as const }]
      : [];
  });
  const [mine, theirs] = sides;
  if (mine === undefined || theirs === undefined) return null;
  const amount = mine.amount - theirs.amount;
  const by = total === 'cash' || total === 'expense' ? total : null;
  return {
    kind: 'difference',
    option,
    baseline,
    total,
    amount,
    percent: percentOf(amount, theirs.amount),
    sides,
    categories: by === null || month !== null ? [] : categoryDifferences(input, bill, { option, baseline, by }),
  };
};

const categoryDifferences = (
  { scenario, priceBook }: BillInput,
  bill: Bill,
  { option, baseline, by }: { readonly option: string; readonly baseline: string; readonly by: CompareBy },
): DifferenceView['categories'] => {
  const differences = new Map<string, Amount>();
  for (const [id, sign] of [
    [option, 1n],
    [baseline, -1n],
  ] as const) {
    const line = scenario.options.find((each) => each.id === id);
    const optionBill = bill.options.find((each) => each.id === id);
    if (line === undefined || optionBill === undefined) continue;
    for (const { category, total } of categoryRows({ option: line, bill: optionBill, priceBook, by })) {
      differences.set(category, (differences.get(category) ?? 0n) + sign * total * AMOUNT_PER_FEN);
    }
  }
  return sortParts(
    [...differences].flatMap(([category, amount]) =>
      amount === 0n ? [] : [{ category, amount, subject: { kind: 'category', option, baseline, category, total: by } as const }],
    ),
  );
};

/** The lines of a category in both options: those of the baseline are taken away. */
export const categoryView = (input: BillInput, bill: Bill, subject: ReportSubject & { readonly kind: 'category' }): PartsView | null => {
  const { option, baseline, category, total } = subject;
  const index = indexPriceBook(input.priceBook);
  const sides = (
    [
      [option, 1n],
      [baseline, -1n],
    ] as const
  ).flatMap(([id, sign]) => {
    const lines = input.scenario.options.find((each) => each.id === id);
    const explained = explain(input, bill, { kind: 'total', option: id, total, month: null });
    if (lines === undefined || explained?.kind !== 'total') return [];
    const wanted = linesOfCategory(lines, index, category);
    const { parts, missing } = explained;
    return {
      parts: parts
        .filter(({ line }) => wanted.has(line))
        .map((part) => toPart(id, total, part))
        .map((part) => ({ ...part, amount: sign * part.amount })),
      missing: missing.filter(({ line }) => wanted.has(line)).map((each) => ({ option: id, ...each })),
    };
  });
  if (sides.length < 2) return null;
  const parts = sortParts(sides.flatMap((side) => side.parts));
  return {
    kind: 'parts',
    option,
    baseline,
    total,
    isWhole: false,
    amount: sumOf(parts),
    parts,
    missing: sides.flatMap((side) => side.missing),
  };
};
