/** The tables of Summary as data: months in rows, measures, options or parts in columns. */
import type { Bill, OptionBill } from '../../../shared/billing/bill.ts';
import { AMOUNT_PER_FEN, type Amount } from '../../../shared/numeric/fixed.ts';
import type { WhySubject } from '../../state/subject.ts';
import { exactMoney, fenMoney, MONTH_KEYS, type Money, type MonthKey, totalMoney } from '../../ui/report/amounts.ts';
import { moneyCell } from '../../ui/report/moneyCell.ts';
import type { ReportCell } from '../../ui/report/table.ts';
import type { Part } from './parts.ts';

export interface MonthRow {
  /** `YYYY-MM`, `total` or `prepaidBalance` */
  readonly id: string;
  readonly cells: readonly (ReportCell | null)[];
}
export interface MonthTable {
  readonly rows: readonly MonthRow[];
  readonly totals: readonly MonthRow[];
}

/** One option: a column for each measure. */
export const buildOptionTable = (bill: OptionBill): MonthTable => {
  const row = (id: string, cell: (measure: MonthKey) => ReportCell): MonthRow => ({ id, cells: MONTH_KEYS.map(cell) });
  const balance = moneyCell({
    key: `${bill.id}:prepaidBalance:total`,
    money: fenMoney(bill.totals.prepaidBalance),
    subject: { kind: 'total', option: bill.id, total: 'prepaidBalance', month: null },
    showZero: true,
  });
  return {
    rows: bill.months.map((totals) => row(totals.month, (measure) => monthCell(bill, measure, totals.month, totalMoney(totals, measure)))),
    totals: [
      row('total', (measure) => totalCell(bill, measure)),
      { id: 'prepaidBalance', cells: MONTH_KEYS.map((_, index) => (index === 0 ? balance : null)) },
    ],
  };
};

/** One measure: a column for each option. */
export const buildOptionsTable = (bill: Bill, measure: MonthKey): MonthTable => {
  const months = bill.options[0]?.months ?? [];
  return {
    rows: months.map(({ month }, index) => ({
      id: month,
      cells: bill.options.map((option) => {
        const totals = option.months[index];
        return totals === undefined ? null : monthCell(option, measure, month, totalMoney(totals, measure));
      }),
    })),
    totals: [{ id: 'total', cells: bill.options.map((option) => totalCell(option, measure)) }],
  };
};

/** The numbers of the chart: a column for each part of each option. */
export const buildPartsTable = (
  stacks: readonly { readonly bill: OptionBill; readonly parts: readonly Part[] }[],
  measure: MonthKey,
): MonthTable => {
  const months = stacks[0]?.bill.months.map(({ month }) => month) ?? [];
  const cell = (bill: OptionBill, part: Part, month: string | null, amount: Amount): ReportCell =>
    moneyCell({
      key: `${bill.id}:${measure}.${part.id}:${month ?? 'total'}`,
      money: amount % AMOUNT_PER_FEN === 0n ? fenMoney(amount / AMOUNT_PER_FEN) : exactMoney(amount),
      subject: partSubject({ option: bill.id, part, measure, month }),
      showZero: month === null,
    });
  return {
    rows: months.map((month, index) => ({
      id: month,
      cells: stacks.flatMap(({ bill, parts }) => parts.map((part) => cell(bill, part, month, part.months[index] ?? 0n))),
    })),
    totals: [{ id: 'total', cells: stacks.flatMap(({ bill, parts }) => parts.map((part) => cell(bill, part, null, part.total))) }],
  };
};

/** What a part is explained by: the packs of its class, its own lines, or the whole total where it is all of it. */
export const partSubject = (input: {
  readonly option: string;
  readonly part: Part;
  readonly measure: MonthKey;
  readonly month: string | null;
}): WhySubject => {
  const { option, part, measure: total, month } = input;
  const { packClass, lines } = part;
  if (packClass !== null) return { kind: 'class', option, packClass, month };
  return lines.length === 0 ? { kind: 'total', option, total, month } : { kind: 'lines', option, lines, total, month };
};

const monthCell = (bill: OptionBill, measure: MonthKey, month: string, money: Money): ReportCell =>
  moneyCell({ key: `${bill.id}:${measure}:${month}`, money, subject: { kind: 'total', option: bill.id, total: measure, month } });

const totalCell = (bill: OptionBill, measure: MonthKey): ReportCell =>
  moneyCell({
    key: `${bill.id}:${measure}:total`,
    money: totalMoney(bill.totals, measure),
    subject: { kind: 'total', option: bill.id, total: measure, month: null },
    showZero: true,
  });
