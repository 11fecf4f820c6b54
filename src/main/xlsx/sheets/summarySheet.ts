/**
 * Options side by side: totals, then cash and expense by month. All sums are SUMIFS over the ledger by the option's number and the
 * month's first day, with the engine's exact results.
 * Source: billing.md, section 6.
 */
import type { Fen } from '../../../shared/numeric/fixed.ts';
import { formatAmount, formatFen } from '../../../shared/numeric/fixed.ts';
import { effectiveOverrides, overriddenProviders } from '../../../shared/pricebook/overrides.ts';
import type { PackClass } from '../../../shared/pricebook/types.ts';
import { firstDay, lastDay } from '../../../shared/time/calendar.ts';
import { type BilledOption, type ExportContext, titleOf } from '../exportContext.ts';
import { SUMMARY_CHECK, sentenceAlarm, sentences, summaryCheck } from '../inputCheck.ts';
import type { LedgerPlan } from '../ledgerPlan.ts';
import { type Cell, decimalCell, formulaCell, type Row, type SheetModel, textCell, textFormulaCell } from '../model.ts';
import { monthsHeaderRow, NAMES_ROW, optionColumn, SUMMARY_TOTALS, type SummaryTotal, totalRow } from '../summaryPlaces.ts';
import { HEADERS, SHEET_NAMES } from '../texts.ts';
import type { LedgerColumn } from './ledgerSheet.ts';
import { ledgerFen, ledgerSum } from './ledgerSums.ts';

export const makeSummarySheet = (context: ExportContext, plan: LedgerPlan): SheetModel => ({
  name: SHEET_NAMES.summary[context.locale],
  veryHidden: false,
  widths: [36, ...context.options.map(() => 24)],
  frozen: { rows: NAMES_ROW, columns: 1 },
  filterRow: null,
  titleRow: NAMES_ROW,
  lock: 'facts',
  ...(context.hasChecks ? { alarms: [sentenceAlarm(context, SUMMARY_CHECK)] } : {}),
  rows: summaryRows(context, plan),
});

const summaryRows = (context: ExportContext, plan: LedgerPlan): readonly Row[] => [
  [textCell(context.scenario.name, 'title')],
  [textCell(describeScenario(context), 'sentence')],
  [textCell(`${context.say('blueIsInput')} ${context.say('static')}`, 'advice')],
  context.hasChecks ? [textFormulaCell(summaryCheck(context), sentences(context).fits, 'check')] : [],
  [textCell(context.say('total'), 'header'), ...context.options.map(({ option }) => textCell(titleOf(option), 'headerNumber'))],
  ...totalRows(context, plan),
  [],
  ...monthBlock({ context, plan, by: 'cash' }),
  [],
  ...monthBlock({ context, plan, by: 'expense' }),
];

const describeScenario = (context: ExportContext): string => {
  const { scenario, priceBook, months, say } = context;
  const first = firstDay(months[0] ?? scenario.startMonth);
  const last = lastDay(months.at(-1) ?? scenario.startMonth);
  const tax = say(priceBook.taxIncluded ? 'taxIncluded' : 'taxExcluded');
  return [
    `${say('priceBook')}: ${priceBook.edition} (${context.sayName(priceBook.title)}), ${priceBook.currency}, ${tax}`,
    `${say('horizon')}: ${first} – ${last}, ${scenario.months} ${say('months')}`,
    ...overrideTexts(context),
    ...(scenario.note === '' ? [] : [scenario.note]),
  ].join(' · ');
};

/** Rules that are not the price book's: nobody should take the totals for those. */
const overrideTexts = ({ scenario, priceBook, say, sayName }: ExportContext): readonly string[] => {
  const overrides = effectiveOverrides(priceBook, scenario.overrides);
  return overriddenProviders(priceBook, scenario.overrides).map((provider) => {
    const { rounding, burnClasses } = overrides[provider.id] ?? {};
    return `${say('ownRules')}: ${sayName(provider.name)}: ${[rounding, burnClasses?.join(' > ')].filter((rule) => rule !== undefined).join(', ')}`;
  });
};

type TotalCell = (option: BilledOption, column: string) => Cell;

const totalRows = (context: ExportContext, plan: LedgerPlan): readonly Row[] => {
  const cells = totalCells(context, plan);
  return SUMMARY_TOTALS.map((total) => [
    textCell(totalLabel(context, total), 'label'),
    ...context.options.map((option, index) => cells[total](option, optionColumn(index))),
  ]);
};

const totalLabel = (context: ExportContext, total: SummaryTotal): string => {
  switch (total) {
    case 'allowance':
    case 'free':
    case 'pack':
    case 'voucher':
    case 'forfeitedCost':
      return HEADERS[total][context.locale];
    default:
      return context.say(total);
  }
};

const totalCells = (context: ExportContext, plan: LedgerPlan): Readonly<Record<SummaryTotal, TotalCell>> => {
  const exactSum = (column: LedgerColumn, option: BilledOption): string => ledgerSum({ plan, column, option });
  const sum = (column: LedgerColumn, option: BilledOption): string => ledgerFen({ plan, column, option });
  const covered =
    (packClass: PackClass): TotalCell =>
    (option) =>
      formulaCell(exactSum(packClass, option), formatAmount(option.bill.totals.covered[packClass]), 'money');
  return {
    usageListCost: (option) => formulaCell(exactSum('listCost', option), formatAmount(option.bill.totals.usageListCost), 'money'),
    allowance: covered('allowance'),
    free: covered('free'),
    pack: covered('pack'),
    voucher: covered('voucher'),
    payable: (option) => formulaCell(sum('payable', option), formatFen(option.bill.totals.payable), 'money'),
    purchases: (option) => formulaCell(sum('purchase', option), formatFen(option.bill.totals.purchases), 'money'),
    cash: ({ bill }, column) =>
      formulaCell(`ROUND(${column}${totalRow('payable')}+${column}${totalRow('purchases')},2)`, formatFen(bill.totals.cash), 'moneyStrong'),
    expense: (option) => formulaCell(sum('expense', option), formatFen(option.bill.totals.expense), 'moneyStrong'),
    forfeitedCost: (option) => formulaCell(sum('forfeitedCost', option), formatFen(option.bill.totals.forfeitedCost), 'money'),
    prepaidBalance: ({ bill }, column) => prepaidCell(bill.totals, `${column}${totalRow('cash')}`, `${column}${totalRow('expense')}`),
    completeness: ({ bill }) =>
      textCell(context.say(bill.complete ? 'complete' : 'incomplete'), bill.complete ? 'verdict' : 'verdictProblem'),
  };
};

/** Cash less expense, where everything was bought inside the horizon (billing.md, section 6); otherwise the engine's value. */
const prepaidCell = (
  totals: { readonly cash: Fen; readonly expense: Fen; readonly prepaidBalance: Fen },
  cash: string,
  expense: string,
): Cell => {
  const decimal = formatFen(totals.prepaidBalance);
  const live = totals.cash - totals.expense === totals.prepaidBalance;
  return live ? formulaCell(`ROUND(${cash}-${expense},2)`, decimal, 'money') : decimalCell(decimal, 'money');
};

const monthBlock = (input: {
  readonly context: ExportContext;
  readonly plan: LedgerPlan;
  readonly by: 'cash' | 'expense';
}): readonly Row[] => {
  const { context, plan, by } = input;
  const headerRow = monthsHeaderRow(by, context.months.length);
  const first = headerRow + 1;
  const last = headerRow + context.months.length;
  const title = by === 'cash' ? 'cashByMonth' : 'expenseByMonth';
  return [
    [textCell(context.say(title), 'header'), ...context.options.map(({ option }) => textCell(option.id, 'headerNumber'))],
    ...context.months.map((month, index): Row => {
      const monthCell = `$A${first + index}`;
      return [
        { value: { kind: 'date', date: firstDay(month) }, style: 'month' },
        ...context.options.map((option) => monthCellOf({ plan, option, monthCell, index, by })),
      ];
    }),
    [
      textCell(context.say('total'), 'label'),
      ...context.options.map(({ bill }, index) => {
        const column = optionColumn(index);
        return formulaCell(`ROUND(SUM(${column}${first}:${column}${last}),2)`, formatFen(bill.totals[by]), 'moneyStrong');
      }),
    ],
  ];
};

const monthCellOf = (input: {
  readonly plan: LedgerPlan;
  readonly option: BilledOption;
  readonly monthCell: string;
  readonly index: number;
  readonly by: 'cash' | 'expense';
}): Cell => {
  const columns: readonly LedgerColumn[] = input.by === 'cash' ? ['payable', 'purchase'] : ['expense'];
  const formula = columns.map((column) => ledgerSum({ ...input, column, where: { column: 'month', is: input.monthCell } })).join('+');
  return formulaCell(`ROUND(${formula},2)`, formatFen(input.option.bill.months[input.index]?.[input.by] ?? 0n), 'money');
};
