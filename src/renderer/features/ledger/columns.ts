/** The columns of the ledger: what each entry says, and what explains it. */
import type { OptionBill, TotalKey } from '../../../shared/billing/bill.ts';
import { type LedgerFacts, ledgerFacts } from '../../../shared/billing/ledger.ts';
import type { Locale } from '../../../shared/ipc/contract.ts';
import { type Fen, formatQuantity } from '../../../shared/numeric/fixed.ts';
import type { PriceBookIndex } from '../../../shared/pricebook/find.ts';
import { PACK_CLASSES } from '../../../shared/pricebook/types.ts';
import type { Month } from '../../../shared/scenario/types.ts';
import { SHEET_TEXTS } from '../../../shared/wording/fieldTexts.ts';
import { localName } from '../../../shared/wording/names.ts';
import { shortUnit } from '../../../shared/wording/units.ts';
import type { CellView, GridColumn } from '../../grid/types.ts';
import { EMPTY, shortQuantity } from '../../sheets/cells.ts';
import type { WhySubject } from '../../state/subject.ts';
import { groupDigits } from '../../ui/format.ts';
import { exactMoney, fenMoney, fullText, type Money, type MonthKey, plainText, shortText, totalMoney } from '../../ui/report/amounts.ts';
import { translate } from '../../ui/texts.ts';
import type { LedgerRow } from './entries.ts';
import { LEDGER_TEXTS } from './texts.ts';

export interface LedgerContext {
  readonly locale: Locale;
  readonly bill: OptionBill;
  readonly book: PriceBookIndex;
  /** null: all */
  readonly month: Month | null;
}
export interface LedgerColumn extends GridColumn {
  readonly view: (row: LedgerRow, context: LedgerContext) => CellView;
  readonly total: (context: LedgerContext) => CellView;
  readonly subject: (row: LedgerRow, context: LedgerContext) => WhySubject;
  /** null: nothing to explain */
  readonly totalSubject: (context: LedgerContext) => WhySubject | null;
}

export const ledgerColumns = (locale: Locale): readonly LedgerColumn[] => {
  const t = translate(LEDGER_TEXTS, locale);
  const sheetName = translate(SHEET_TEXTS, locale);
  return [
    { ...TEXT, id: 'month', header: t('month'), width: 88, pinned: 'left', view: ({ month }) => shown(month), total: totalName },
    {
      ...TEXT,
      id: 'item',
      header: t('item'),
      width: locale === 'en' ? 262 : 228,
      pinned: 'left',
      rich: true,
      view: itemCell,
      total: totalState,
    },
    {
      ...TEXT,
      id: 'line',
      header: t('line'),
      width: 132,
      view: (row) => shown(t('place', { sheet: sheetName(row.sheet), row: row.place })),
    },
    {
      ...NUMBER,
      id: 'quantity',
      header: t('quantity'),
      width: 150,
      rich: true,
      view: quantityCell,
      total: () => EMPTY,
      subject: (row, { bill }) =>
        row.sheet === 'usage' ? { kind: 'quantity', option: bill.id, line: row.line, months: [row.month] } : ofLine(row, bill),
      totalSubject: () => null,
    },
    moneyColumn('usageListCost', t('total.usageListCost'), ({ listCost }) => (listCost === null ? null : exactMoney(listCost)), true),
    moneyColumn('covered', t('total.covered'), ({ covered }) =>
      covered === null ? null : exactMoney(PACK_CLASSES.reduce((sum, packClass) => sum + covered[packClass], 0n)),
    ),
    moneyColumn('payable', t('total.payable'), ({ payable }) => fen(payable)),
    moneyColumn('purchases', t('total.purchases'), ({ purchase }) => fen(purchase)),
    moneyColumn('expense', t('total.expense'), ({ expense }) => fen(expense)),
    moneyColumn('forfeitedCost', t('total.forfeitedCost'), ({ forfeitedCost }) => fen(forfeitedCost)),
  ];
};

const shown = (text: string): CellView => ({ text, tone: 'computed' });

/** What a row is about, where the column says no number of its own. */
const ofLine = ({ sheet, line, month }: LedgerRow, { id: option }: OptionBill): WhySubject => {
  if (sheet === 'usage') return { kind: 'charge', option, line, month };
  return { kind: sheet === 'nodes' ? 'node' : 'pack', option, line };
};

const ABOUT_LINE = {
  total: () => EMPTY,
  subject: (row: LedgerRow, { bill }: LedgerContext): WhySubject => ofLine(row, bill),
  totalSubject: () => null,
};
const TEXT = { align: 'left', editor: 'none', ...ABOUT_LINE } as const;
const NUMBER = { align: 'right', editor: 'none' } as const;

const totalName = ({ locale, month }: LedgerContext): CellView => ({
  text: month ?? translate(LEDGER_TEXTS, locale)('total'),
  tone: 'total',
});

/** The total lacks something: said beside its name. */
const totalState = ({ locale, bill }: LedgerContext): CellView => {
  const t = translate(LEDGER_TEXTS, locale);
  if (bill.complete) return EMPTY;
  return { text: '', tone: 'total', mark: { text: t('incomplete'), tone: 'bad', title: t('incompleteTitle') } };
};

const itemCell = ({ sku: id }: LedgerRow, { book, locale }: LedgerContext): CellView => {
  const sku = book.findSku(id);
  return sku === undefined ? shown(id) : { ...shown(localName(sku.name, locale)), title: id };
};

const factsOf = (row: LedgerRow, { bill }: LedgerContext): LedgerFacts | null => ledgerFacts(bill, row, row.month);

const quantityCell = (row: LedgerRow, context: LedgerContext): CellView => {
  const quantity = factsOf(row, context)?.quantity ?? null;
  if (quantity === null) return EMPTY;
  const sku = context.book.findSku(row.sku);
  const suffix = sku?.kind === 'usage' ? { suffix: shortUnit(sku.unit, context.locale) } : {};
  return {
    ...shown(shortQuantity(quantity)),
    ...suffix,
    value: () => formatQuantity(quantity),
    title: () => groupDigits(formatQuantity(quantity)),
  };
};

const fen = (amount: Fen | null): Money | null => (amount === null ? null : fenMoney(amount));

const moneyColumn = (
  total: MonthKey,
  header: string,
  amountOf: (facts: LedgerFacts) => Money | null,
  groupStart = false,
): LedgerColumn => ({
  ...NUMBER,
  id: total,
  header,
  unit: 'CNY',
  width: 112,
  groupStart,
  view: (row, context) => {
    const facts = factsOf(row, context);
    const money = facts === null ? null : amountOf(facts);
    return money === null ? EMPTY : moneyCell(money, 'computed');
  },
  total: ({ bill, month }) => {
    const totals = month === null ? bill.totals : bill.months.find((each) => each.month === month);
    return totals === undefined ? EMPTY : moneyCell(totalMoney(totals, total), 'total');
  },
  subject: (row, { bill }) => subjectOf(row, bill, total),
  totalSubject: ({ bill, month }) => ({ kind: 'total', option: bill.id, total, month }),
});

const moneyCell = (money: Money, tone: CellView['tone']): CellView => ({
  text: shortText(money),
  tone,
  value: () => plainText(money),
  title: () => fullText(money),
});

/** What a charge pays is explained by the charge itself. */
const subjectOf = ({ sheet, line, month }: LedgerRow, { id: option }: OptionBill, total: TotalKey): WhySubject =>
  sheet === 'usage' && total === 'payable'
    ? { kind: 'charge', option, line, month }
    : { kind: 'lines', option, lines: [line], total, month };
