/** The ledger as a sheet: the columns that Summary adds up. */
import { letters } from '../../../shared/core/ids.ts';
import { formatAmount, formatFen, formatQuantity } from '../../../shared/numeric/fixed.ts';
import { PACK_CLASSES } from '../../../shared/pricebook/types.ts';
import { firstDay } from '../../../shared/time/calendar.ts';
import { HEADER_ROW } from '../columns.ts';
import type { ExportContext } from '../exportContext.ts';
import type { LedgerEntry, LiveFen } from '../ledger.ts';
import type { LedgerPart, LedgerPlan } from '../ledgerPlan.ts';
import { type Cell, decimalCell, formulaCell, type Row, type SheetModel, type StyleName, textCell } from '../model.ts';
import { HEADERS, type HeaderKey } from '../texts.ts';

const COLUMNS = [
  { key: 'optionNumber', width: 7, numeric: true },
  { key: 'option', width: 10, numeric: false },
  { key: 'id', width: 8, numeric: false },
  { key: 'kind', width: 10, numeric: false },
  { key: 'sku', width: 28, numeric: false },
  { key: 'name', width: 32, numeric: false },
  { key: 'month', width: 11, numeric: false },
  { key: 'chargedQuantity', width: 18, numeric: true },
  { key: 'unit', width: 14, numeric: false },
  { key: 'listCost', width: 18, numeric: true },
  { key: 'allowance', width: 18, numeric: true },
  { key: 'free', width: 18, numeric: true },
  { key: 'pack', width: 18, numeric: true },
  { key: 'voucher', width: 18, numeric: true },
  { key: 'payable', width: 16, numeric: true },
  { key: 'purchase', width: 16, numeric: true },
  { key: 'expense', width: 16, numeric: true },
  { key: 'forfeitedCost', width: 16, numeric: true },
] as const satisfies readonly { readonly key: HeaderKey; readonly width: number; readonly numeric: boolean }[];
export type LedgerColumn = (typeof COLUMNS)[number]['key'];

export const ledgerLetters = (key: LedgerColumn): string => letters(COLUMNS.findIndex((column) => column.key === key));

export const makeLedgerSheets = (context: ExportContext, plan: LedgerPlan): readonly SheetModel[] =>
  plan.parts.map((part) => ({
    name: part.name,
    veryHidden: false,
    widths: COLUMNS.map((column) => column.width),
    frozen: { rows: HEADER_ROW, columns: 3 },
    filterRow: HEADER_ROW,
    lock: 'facts',
    rows: ledgerRows(context, part),
  }));

const ledgerRows = function* (context: ExportContext, part: LedgerPart): Generator<Row> {
  yield [textCell(`${part.name} · ${context.scenario.name}`, 'title')];
  yield [textCell(context.say('static'), 'subtitle')];
  yield COLUMNS.map(({ key, numeric }) => textCell(HEADERS[key][context.locale], numeric ? 'headerNumber' : 'header'));
  let row = HEADER_ROW;
  for (const entry of part.entries()) {
    row += 1;
    const cells = entryCells(context, entry, row);
    yield COLUMNS.map(({ key }) => cells[key]);
  }
};

const QUANTITY = ledgerLetters('chargedQuantity');
const LIST_COST = ledgerLetters('listCost');
const PAYABLE = ledgerLetters('payable');

const entryCells = (context: ExportContext, entry: LedgerEntry, row: number): Readonly<Record<LedgerColumn, Cell | null>> => {
  const sku = context.findSku(entry.sku);
  const covered = entry.covered;
  const live = entry.live?.({ quantity: `${QUANTITY}${row}`, listCost: `${LIST_COST}${row}` });
  const [allowance, free, pack, voucher] = PACK_CLASSES.map((packClass) =>
    covered === null ? null : decimalCell(formatAmount(covered[packClass]), 'exact'),
  );
  return {
    optionNumber: decimalCell(String(entry.option.number), 'count'),
    option: textCell(entry.option.option.id),
    id: textCell(entry.line),
    kind: textCell(context.say(entry.kind)),
    sku: textCell(entry.sku),
    name: textCell(sku === undefined ? '' : context.sayName(sku.name)),
    month: { value: { kind: 'date', date: firstDay(entry.month) }, style: 'month' },
    chargedQuantity: entry.quantity === null ? null : liveOr(live?.quantity, formatQuantity(entry.quantity), 'quantity'),
    unit: sku === undefined || sku.kind !== 'usage' ? null : textCell(sku.unit),
    listCost: entry.listCost === null ? null : liveOr(live?.listCost, formatAmount(entry.listCost), 'exact'),
    allowance: allowance ?? null,
    free: free ?? null,
    pack: pack ?? null,
    voucher: voucher ?? null,
    payable: entry.payable === null ? null : liveOr(live?.payable, formatFen(entry.payable), 'money'),
    purchase: liveCell(entry.purchase),
    expense: liveCell(live && entry.expense ? { ...entry.expense, formula: `${PAYABLE}${row}` } : entry.expense),
    forfeitedCost: entry.forfeitedCost === null ? null : decimalCell(formatFen(entry.forfeitedCost), 'money'),
  };
};

const liveCell = (amount: LiveFen | null): Cell | null => {
  if (amount === null) return null;
  return liveOr(amount.formula, formatFen(amount.fen), 'money');
};

const liveOr = (formula: string | null | undefined, decimal: string, style: StyleName): Cell =>
  typeof formula === 'string' ? formulaCell(formula, decimal, style) : decimalCell(decimal, style);
