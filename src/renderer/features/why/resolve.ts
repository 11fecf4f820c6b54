/**
 * Rule: from what was clicked to what explains it: the engine's explanation, or a list of parts that lead to one. Parts add up to
 * the number that was clicked.
 * Units: Amount (10^-12 CNY). Source: billing.md, section 6.
 */
import type { Bill, OptionBill, TotalKey, UsageLineBill } from '../../../shared/billing/bill.ts';
import type { BillInput } from '../../../shared/billing/computeBill.ts';
import { explain } from '../../../shared/billing/explain/explain.ts';
import type { ChargeExplanation, ExplanationSubject, NodeExplanation, PackExplanation } from '../../../shared/billing/explanation.ts';
import { type BreakEvenExplanation, explainBreakEven } from '../../../shared/compare/explainBreakEven.ts';
import { AMOUNT_PER_FEN } from '../../../shared/numeric/fixed.ts';
import type { ReportSubject, WhySubject } from '../../state/subject.ts';
import { type AskedLine, type AskedView, askCharge, askNode, askPack, type DrawsView, drawsView } from './asked.ts';
import { type BalanceView, balanceView, type QuantityView, quantityView } from './counted.ts';
import { categoryView, type DifferenceView, differenceView } from './differences.ts';
import { chargeSubject, type PartsView, sumOf, totalView, type WhyPart } from './parts.ts';

export type WhyView =
  | ChargeExplanation
  | NodeExplanation
  | PackExplanation
  | PartsView
  | AskedView
  | DrawsView
  | QuantityView
  | BalanceView
  | DifferenceView
  | BreakEvenExplanation;

/** null: there is no such number any more. */
export const resolveSubject = (input: BillInput, bill: Bill, subject: WhySubject): WhyView | null => {
  const option = bill.options.find(({ id }) => id === subject.option);
  if (option === undefined) return null;
  switch (subject.kind) {
    case 'lines':
      return linesView(input, bill, option, subject);
    case 'class':
      return classView(input, bill, subject);
    case 'draws':
      return drawsView(input, bill, subject);
    case 'quantity':
      return quantityView(input, bill, subject);
    case 'balance':
      return balanceView(input, bill, subject);
    case 'category':
      return categoryView(input, bill, subject);
    case 'breakEven':
      return explainBreakEven(input.scenario, input.priceBook, {
        node: { option: subject.option, line: subject.node },
        usage: { option: subject.usageOption, line: subject.usage },
      });
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

const linesView = (input: BillInput, bill: Bill, option: OptionBill, subject: LinesSubject): WhyView | null => {
  const [line, ...others] = subject.lines;
  if (line !== undefined && others.length === 0) return lineView(input, bill, option, { ...subject, line });
  const whole = explain(input, bill, { kind: 'total', option: option.id, total: subject.total, month: subject.month });
  if (whole?.kind !== 'total') return null;
  const wanted = new Set(subject.lines);
  const parts = whole.parts.filter((part) => wanted.has(part.line));
  const missing = whole.missing.filter((each) => wanted.has(each.line));
  return { ...totalView({ ...whole, parts, missing, amount: sumOf(parts) }), isWhole: false };
};

/** One line explains itself; a usage line does so month by month. */
const lineView = (input: BillInput, bill: Bill, option: OptionBill, asked: AskedLine): WhyView | null => {
  const { line, month } = asked;
  const found = option.lines.get(line);
  if (found?.kind === 'node') return askNode(input, bill, option, asked);
  if (found?.kind !== 'usage') return askPack(input, bill, option, asked);
  return month === null ? monthsView(option, asked, found) : askCharge(input, bill, { ...asked, month });
};

/** Every dropped line counts as missing: a pack of another class would have left this one less, or more, to cover. */
const classView = (input: BillInput, bill: Bill, subject: ReportSubject & { readonly kind: 'class' }): PartsView | null => {
  const { option, packClass, month } = subject;
  const whole = explain(input, bill, { kind: 'total', option, total: 'covered', month });
  if (whole?.kind !== 'total') return null;
  const parts = whole.parts.filter((part) => part.packClass === packClass);
  return { ...totalView({ ...whole, parts, amount: sumOf(parts) }), isWhole: false };
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
      option: option.id,
      name: null,
      line: null,
      month: charge.month,
      amount,
      subject: chargeSubject({ option: option.id, line, total, month: charge.month }),
    };
  });
  return { kind: 'parts', option: option.id, baseline: null, total, isWhole: false, amount: sumOf(parts), parts, missing: [] };
};

const cumulativeView = (option: OptionBill, { total, month }: ReportSubject & { readonly kind: 'cumulative' }): PartsView => {
  const parts = option.months
    .filter((each) => each.month <= month)
    .map(
      (each): WhyPart => ({
        kind: 'month',
        option: option.id,
        name: null,
        line: null,
        month: each.month,
        amount: each[total] * AMOUNT_PER_FEN,
        subject: { kind: 'total', option: option.id, total, month: each.month },
      }),
    );
  return { kind: 'parts', option: option.id, baseline: null, total, isWhole: false, amount: sumOf(parts), parts, missing: [] };
};
