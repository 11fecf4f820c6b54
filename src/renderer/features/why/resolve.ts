/**
 * Rule: from what was clicked to what explains it: the engine's explanation, or a list of parts that lead to one. Parts add up to
 * the number that was clicked.
 * Units: Amount (10^-12 CNY). Source: billing.md, section 6.
 */
import type { Bill, OptionBill, TotalKey, UsageLineBill } from '../../../shared/billing/bill.ts';
import type { BillInput } from '../../../shared/billing/computeBill.ts';
import { explain } from '../../../shared/billing/explain/explain.ts';
import type {
  ChargeExplanation,
  ExplanationSubject,
  NodeExplanation,
  PackExplanation,
  TotalExplanation,
  TotalPart,
} from '../../../shared/billing/explanation.ts';
import { categoryRows } from '../../../shared/compare/categories.ts';
import { type CompareBy, percentOf } from '../../../shared/compare/compareOptions.ts';
import { AMOUNT_PER_FEN, type Amount } from '../../../shared/numeric/fixed.ts';
import type { LocalizedText } from '../../../shared/pricebook/types.ts';
import type { Month, SheetId } from '../../../shared/scenario/types.ts';
import type { ReportSubject, WhySubject } from '../../state/subject.ts';

export interface WhyPart {
  readonly kind: TotalPart['kind'] | 'month';
  /** of the SKU; null where the month is the name */
  readonly name: LocalizedText | null;
  /** id of the line, or the SKU of an allowance; null where the month is the name */
  readonly line: string | null;
  readonly month: Month | null;
  readonly amount: Amount;
  /** one step deeper */
  readonly subject: WhySubject | null;
}
/** A sum of parts: a total, some lines of it, the months of a line, the months so far. */
export interface PartsView {
  readonly kind: 'parts';
  readonly option: string;
  readonly total: TotalKey;
  /** the option's total over the whole horizon */
  readonly isWhole: boolean;
  readonly amount: Amount;
  readonly parts: readonly WhyPart[];
  /** lines without an amount: the number lacks them */
  readonly missing: readonly { readonly sheet: SheetId; readonly line: string }[];
}
export interface DifferenceView {
  readonly kind: 'difference';
  readonly option: string;
  readonly baseline: string;
  readonly total: TotalKey;
  readonly amount: Amount;
  readonly percent: string | null;
  readonly sides: readonly { readonly option: string; readonly amount: Amount; readonly complete: boolean; readonly subject: WhySubject }[];
  /** they add up to `amount`; of cash and expense only */
  readonly categories: readonly { readonly category: string; readonly amount: Amount }[];
}
export type WhyView = ChargeExplanation | NodeExplanation | PackExplanation | PartsView | DifferenceView;

/** null: there is no such number any more. */
export const resolveSubject = (input: BillInput, bill: Bill, asked: WhySubject): WhyView | null => {
  const option = bill.options.find(({ id }) => id === asked.option);
  if (option === undefined) return null;
  const subject = asked.kind === 'lines' ? soleSubject(input, option, asked) : asked;
  switch (subject.kind) {
    case 'lines':
      return linesView(input, bill, option, subject);
    case 'class':
      return classView(input, bill, subject);
    case 'difference':
      return differenceView(input, bill, subject);
    case 'cumulative':
      return cumulativeView(option, subject);
    default:
      return engineView(input, bill, subject);
  }
};

const engineView = (input: BillInput, bill: Bill, subject: ExplanationSubject): WhyView | null => {
  const explanation = explain(input, bill, subject);
  return explanation?.kind === 'total' ? totalView(explanation) : explanation;
};

type LinesSubject = ReportSubject & { readonly kind: 'lines' };

/** One line explains itself; a usage line does so month by month. */
const soleSubject = ({ scenario }: BillInput, bill: OptionBill, subject: LinesSubject): WhySubject => {
  const [line, ...others] = subject.lines;
  if (line === undefined || others.length > 0) return subject;
  const { option, month } = subject;
  const found = bill.lines.get(line);
  if (found?.kind === 'node') return { kind: 'node', option, line };
  if (found?.kind === 'usage') return month === null ? subject : { kind: 'charge', option, line, month };
  const isPack = scenario.options.find(({ id }) => id === option)?.packs.some(({ id }) => id === line) ?? false;
  return isPack ? { kind: 'pack', option, line } : subject;
};

const totalView = ({ option, total, month, amount, parts, missing }: TotalExplanation): PartsView => ({
  kind: 'parts',
  option,
  total,
  isWhole: month === null,
  amount,
  parts: sortParts(parts).map((part) => toPart(option, total, part)),
  missing,
});

const toPart = (option: string, total: TotalKey, part: TotalPart): WhyPart => ({
  kind: part.kind,
  name: part.name,
  line: part.line,
  month: null,
  amount: part.amount,
  subject: partSubject(option, total, part),
});

const partSubject = (option: string, total: TotalKey, { kind, line, month, sheet }: TotalPart): WhySubject | null => {
  switch (kind) {
    case 'nodePurchase':
    case 'nodeExpense':
      return { kind: 'node', option, line };
    case 'packPurchase':
    case 'packExpense':
    case 'forfeiture':
    case 'covered':
      return { kind: 'pack', option, line };
    case 'balance':
      return { kind: sheet === 'nodes' ? 'node' : 'pack', option, line };
    case 'charge':
      return month === null ? { kind: 'lines', option, lines: [line], total, month: null } : { kind: 'charge', option, line, month };
  }
};

/** Largest first; equal amounts keep the order of their lines. */
const sortParts = <P extends { readonly amount: Amount }>(parts: readonly P[]): readonly P[] =>
  parts.toSorted((a, b) => compare(magnitude(b.amount), magnitude(a.amount)));

const linesView = (input: BillInput, bill: Bill, option: OptionBill, subject: LinesSubject): PartsView | null => {
  const [line, ...others] = subject.lines;
  const sole = line === undefined || others.length > 0 ? undefined : option.lines.get(line);
  if (line !== undefined && sole?.kind === 'usage') return monthsView(option, { ...subject, line }, sole);
  const whole = explain(input, bill, { kind: 'total', option: option.id, total: subject.total, month: subject.month });
  if (whole?.kind !== 'total') return null;
  const wanted = new Set(subject.lines);
  const parts = whole.parts.filter((part) => wanted.has(part.line));
  const missing = whole.missing.filter((each) => wanted.has(each.line));
  return totalView({ ...whole, parts, missing, amount: sum(parts) });
};

/** Every dropped line counts as missing: a pack of another class would have left this one less, or more, to cover. */
const classView = (input: BillInput, bill: Bill, subject: ReportSubject & { readonly kind: 'class' }): PartsView | null => {
  const { option, packClass, month } = subject;
  const whole = explain(input, bill, { kind: 'total', option, total: 'covered', month });
  if (whole?.kind !== 'total') return null;
  const parts = whole.parts.filter((part) => part.packClass === packClass);
  return { ...totalView({ ...whole, parts, amount: sum(parts) }), isWhole: false };
};

/** The months of one usage line. null: it was dropped, or runs on a node. */
const monthsView = (
  option: OptionBill,
  { total, line }: { readonly total: TotalKey; readonly line: string },
  bill: UsageLineBill,
): PartsView | null => {
  if (bill.listCost === null || bill.onNodes !== null) return null;
  const parts = [...bill.charges.values()].map((charge): WhyPart => {
    const covered = charge.draws.reduce((amount, draw) => amount + draw.amount, 0n);
    const amount = total === 'usageListCost' ? charge.listCost : total === 'covered' ? covered : charge.payable * AMOUNT_PER_FEN;
    return {
      kind: 'month',
      name: null,
      line: null,
      month: charge.month,
      amount,
      subject: { kind: 'charge', option: option.id, line, month: charge.month },
    };
  });
  return { kind: 'parts', option: option.id, total, isWhole: false, amount: sum(parts), parts, missing: [] };
};

const cumulativeView = (option: OptionBill, { total, month }: ReportSubject & { readonly kind: 'cumulative' }): PartsView => {
  const parts = option.months
    .filter((each) => each.month <= month)
    .map(
      (each): WhyPart => ({
        kind: 'month',
        name: null,
        line: null,
        month: each.month,
        amount: each[total] * AMOUNT_PER_FEN,
        subject: { kind: 'total', option: option.id, total, month: each.month },
      }),
    );
  return { kind: 'parts', option: option.id, total, isWhole: false, amount: sum(parts), parts, missing: [] };
};

const differenceView = (input: BillInput, bill: Bill, subject: ReportSubject & { readonly kind: 'difference' }): DifferenceView | null => {
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
  return sortParts([...differences].map(([category, amount]) => ({ category, amount })).filter(({ amount }) => amount !== 0n));
};

const sum = (parts: readonly { readonly amount: Amount }[]): Amount => parts.reduce((total, part) => total + part.amount, 0n);
const magnitude = (amount: Amount): Amount => (amount < 0n ? -amount : amount);
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
