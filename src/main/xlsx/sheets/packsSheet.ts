/**
 * Rule: purchase = ROUND(price x count, 2), live; an empty count is 1 (billing.md, section 5.4). What the pack covered, forfeited
 * and has left is burn-down: values.
 */
import type { PackBill } from '../../../shared/billing/bill.ts';
import { type Fen, formatAmount, formatFen, formatQuantity } from '../../../shared/numeric/fixed.ts';
import type { PackSku } from '../../../shared/pricebook/types.ts';
import type { PackLine } from '../../../shared/scenario/types.ts';
import { productToFen } from '../excelMath.ts';
import type { ExportContext } from '../exportContext.ts';
import { blankCell, type Cell, decimalCell, formulaCell, type SheetModel, textCell, textFormulaCell } from '../model.ts';
import { PACK_CLASS_NAMES } from '../texts.ts';
import { type FactCells, type LineContext, makeLineSheet, priceSourceFormula, priceSourceText } from './lineSheet.ts';

export const makePacksSheet = (context: ExportContext): SheetModel =>
  makeLineSheet({
    context,
    sheet: 'packs',
    linesOf: ({ option }) => option.packs,
    factsOf: packFacts,
    isLive: () => false,
    totals: { cost: { decimal: formatFen(totalCost(context)), style: 'moneyStrong' } },
  });

const totalCost = (context: ExportContext): Fen =>
  context.options.reduce((sum, { bill }) => [...bill.packs.values()].reduce((of, pack) => of + pack.purchase, sum), 0n);

const packFacts = ({ context, option, line, cellOf }: LineContext<'packs'>): FactCells => {
  const found = context.findSku(line.sku);
  const sku = found?.kind === 'pack' ? found : undefined;
  const bill = option.bill.packs.get(line.id);
  return {
    packClass: textCell(sku === undefined ? '' : PACK_CLASS_NAMES[sku.class][context.locale]),
    publishedAmount: optional(sku?.amount, 'quantity'),
    published: optional(sku?.price, 'quantity'),
    priceSource: textFormulaCell(
      priceSourceFormula(cellOf('price'), cellOf('published'), context),
      priceSourceText(line.price, typeof sku?.price === 'string', context),
      'text',
    ),
    unit: textCell(sku === undefined ? '' : sku.denomination === 'money' ? 'CNY' : (sku.unit ?? '')),
    ...(bill === undefined ? { cost: blankCell('money') } : billedFacts({ line, sku, bill, cellOf })),
  };
};

const optional = (decimal: string | null | undefined, style: 'quantity'): Cell =>
  decimal === null || decimal === undefined ? blankCell(style) : decimalCell(decimal, style);

const billedFacts = (input: {
  readonly line: PackLine;
  readonly sku: PackSku | undefined;
  readonly bill: PackBill;
  readonly cellOf: LineContext<'packs'>['cellOf'];
}): FactCells => {
  const { line, sku, bill, cellOf } = input;
  const show = (balance: bigint): Cell =>
    bill.denomination === 'money' ? decimalCell(formatAmount(balance), 'exact') : decimalCell(formatQuantity(balance), 'quantity');
  const [own, list, count] = [cellOf('price'), cellOf('published'), cellOf('count')];
  const formula = `IF(AND(${own}="",${list}=""),"",ROUND(IF(${own}="",${list},${own})*IF(${count}="",1,${count}),2))`;
  const purchase = formatFen(bill.purchase);
  const recomputed = productToFen([line.price ?? sku?.price ?? '', line.count ?? '1']);
  return {
    cost: recomputed === bill.purchase ? formulaCell(formula, purchase, 'money') : decimalCell(purchase, 'money'),
    held: show(bill.held),
    used: show(bill.used),
    forfeited: show(bill.forfeited),
    left: show(bill.remaining),
  };
};
