/**
 * Options side by side: totals, then cash and expense by month. All sums are SUMIFS over the ledger by the option's number and the
 * month's first day, with the engine's exact results.
 * Source: billing.md, section 6.
 */
import { letters } from '../../../shared/core/ids.ts';
import type { Fen } from '../../../shared/numeric/fixed.ts';
import { formatAmount, formatFen } from '../../../shared/numeric/fixed.ts';
import { effectiveOverrides, overriddenProviders } from '../../../shared/pricebook/overrides.ts';
import { PACK_CLASSES } from '../../../shared/pricebook/types.ts';
import { firstDay, lastDay } from '../../../shared/time/calendar.ts';
import type { BilledOption, ExportContext } from '../exportContext.ts';
import { SUMMARY_CHECK, sentenceAlarm, sentences, summaryCheck } from '../inputCheck.ts';
import type { LedgerPlan } from '../ledgerPlan.ts';
import { type Cell, decimalCell, formulaCell, type Row, type SheetModel, textCell, textFormulaCell } from '../model.ts';
import { HEADERS, SHEET_NAMES } from '../texts.ts';
import { type LedgerColumn, ledgerLetters } from './ledgerSheet.ts';

/** Row of the options' names; the totals begin below it. */
const NAMES_ROW = 5;

export const makeSummarySheet = (context: ExportContext, plan: LedgerPlan): SheetModel => ({
  name: SHEET_NAMES.summary[context.locale],
  veryHidden: false,
  widths: [36, ...context.options.map(() => 24)],
  frozen: { rows: NAMES_ROW, columns: 1 },
  filterRow: null,
  lock: 'facts',
  ...(context.hasChecks ? { alarms: [sentenceAlarm(context, SUMMARY_CHECK)] } : {}),
  rows: summaryRows(context, plan),
});

const summaryRows = (context: ExportContext, plan: LedgerPlan): readonly Row[] => {
  const totals = totalRows(context, plan);
  const cashHeader = NAMES_ROW + totals.length + 2;
  const expenseHeader = cashHeader + context.months.length + 3;
  return [
    [textCell(context.scenario.name, 'title')],
    [textCell(describeScenario(context), 'sentence')],
    [textCell(`${context.say('blueIsInput')} ${context.say('static')}`, 'advice')],
    context.hasChecks ? [textFormulaCell(summaryCheck(context), sentences(context).fits, 'check')] : [],
    [
      textCell(context.say('total'), 'header'),
      ...context.options.map(({ option }) =>
        textCell(option.name === '' || option.name === option.id ? option.id : `${option.id} · ${option.name}`, 'headerNumber'),
      ),
    ],
    ...totals,
    [],
    ...monthBlock({ context, plan, headerRow: cashHeader, by: 'cash' }),
    [],
    ...monthBlock({ context, plan, headerRow: expenseHeader, by: 'expense' }),
  ];
};

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

/** The same, to the fen: a sum of doubles carries noise far behind the point. */
const fenSumOf = (input: Parameters<typeof sumOf>[0]): string => `ROUND(${sumOf(input)},2)`;

/** SUMIFS of a ledger column for an option, and for the month in cell `monthCell` where one is given. */
const sumOf = (input: {
  readonly plan: LedgerPlan;
  readonly column: LedgerColumn;
  readonly option: BilledOption;
  readonly monthCell?: string;
}): string => {
  const values = input.plan.columnRanges(ledgerLetters(input.column));
  const numbers = input.plan.columnRanges(ledgerLetters('optionNumber'));
  const months = input.plan.columnRanges(ledgerLetters('month'));
  return values
    .map((range, part) => {
      const byMonth = input.monthCell === undefined ? '' : `,${months[part]},${input.monthCell}`;
      return `SUMIFS(${range},${numbers[part]},${input.option.number}${byMonth})`;
    })
    .join('+');
};

const totalRows = (context: ExportContext, plan: LedgerPlan): readonly Row[] => {
  const firstRow = NAMES_ROW + 1;
  const exactSum = (column: LedgerColumn, option: BilledOption): string => sumOf({ plan, column, option });
  const sum = (column: LedgerColumn, option: BilledOption): string => fenSumOf({ plan, column, option });
  const row = (label: string, cell: (option: BilledOption, column: string) => Cell): Row => [
    textCell(label, 'label'),
    ...context.options.map((option, index) => cell(option, letters(index + 1))),
  ];
  const payableRow = firstRow + 1 + PACK_CLASSES.length;
  const cashRow = payableRow + 2;
  return [
    row(context.say('usageListCost'), (option) =>
      formulaCell(exactSum('listCost', option), formatAmount(option.bill.totals.usageListCost), 'money'),
    ),
    ...PACK_CLASSES.map((packClass) =>
      row(HEADERS[packClass][context.locale], (option) =>
        formulaCell(exactSum(packClass, option), formatAmount(option.bill.totals.covered[packClass]), 'money'),
      ),
    ),
    row(context.say('payable'), (option) => formulaCell(sum('payable', option), formatFen(option.bill.totals.payable), 'money')),
    row(context.say('purchases'), (option) => formulaCell(sum('purchase', option), formatFen(option.bill.totals.purchases), 'money')),
    row(context.say('cash'), ({ bill }, column) =>
      formulaCell(`ROUND(${column}${payableRow}+${column}${payableRow + 1},2)`, formatFen(bill.totals.cash), 'moneyStrong'),
    ),
    row(context.say('expense'), (option) => formulaCell(sum('expense', option), formatFen(option.bill.totals.expense), 'moneyStrong')),
    row(HEADERS.forfeitedCost[context.locale], (option) =>
      formulaCell(sum('forfeitedCost', option), formatFen(option.bill.totals.forfeitedCost), 'money'),
    ),
    row(context.say('prepaidBalance'), ({ bill }, column) => prepaidCell(bill.totals, `${column}${cashRow}`, `${column}${cashRow + 1}`)),
    row(context.say('completeness'), ({ bill }) =>
      textCell(context.say(bill.complete ? 'complete' : 'incomplete'), bill.complete ? 'verdict' : 'verdictProblem'),
    ),
  ];
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
  /** 1-based */
  readonly headerRow: number;
  readonly by: 'cash' | 'expense';
}): readonly Row[] => {
  const { context, plan, headerRow, by } = input;
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
        const column = letters(index + 1);
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
  const formula = columns.map((column) => sumOf({ ...input, column })).join('+');
  return formulaCell(`ROUND(${formula},2)`, formatFen(input.option.bill.months[input.index]?.[input.by] ?? 0n), 'money');
};
