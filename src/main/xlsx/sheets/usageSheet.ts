/**
 * Rule: a usage line's list cost and payable are the sums of its charges in the ledger (billing.md, section 5.3). Graduated prices
 * are shown as text: up to which quantity which price.
 */

import { scaleDecimalText } from '../../../shared/numeric/decimal.ts';
import { type Amount, type Fen, formatAmount, formatFen } from '../../../shared/numeric/fixed.ts';
import { isGraduated, type UsageSku } from '../../../shared/pricebook/types.ts';
import type { ExportContext } from '../exportContext.ts';
import type { LedgerPlan } from '../ledgerPlan.ts';
import { blankCell, type Cell, decimalCell, formulaCell, type SheetModel, type StyleName, textCell, textFormulaCell } from '../model.ts';
import { graduatedText } from '../prices.ts';
import { exactNumber } from '../sanitise.ts';
import { ledgerLetters } from './ledgerSheet.ts';
import { type FactCells, type LineContext, makeLineSheet, priceSourceFormula, priceSourceText } from './lineSheet.ts';

export const makeUsageSheet = (context: ExportContext, plan: LedgerPlan): SheetModel => {
  const sums = totalsOf(context);
  return makeLineSheet({
    context,
    sheet: 'usage',
    linesOf: ({ option }) => option.usage,
    factsOf: (line) => usageFacts(line, plan),
    isLive: ({ option, line }) => plan.findLive(option, line) !== null,
    totals: {
      listCost: { decimal: formatAmount(sums.listCost), style: 'moneyStrong' },
      payable: { decimal: formatFen(sums.payable), style: 'moneyStrong' },
    },
  });
};

const totalsOf = (context: ExportContext): { readonly listCost: Amount; readonly payable: Fen } => {
  let listCost = 0n;
  let payable = 0n;
  for (const { bill } of context.options) {
    for (const line of bill.lines.values()) {
      if (line.kind !== 'usage') continue;
      listCost += line.listCost ?? 0n;
      payable += line.payable ?? 0n;
    }
  }
  return { listCost, payable };
};

const usageFacts = (input: LineContext<'usage'>, plan: LedgerPlan): FactCells => {
  const { context, option, line, cellOf } = input;
  const found = context.findSku(line.sku);
  const sku = found?.kind === 'usage' ? found : undefined;
  const bill = option.bill.lines.get(line.id);
  const sum = (key: 'listCost' | 'payable', decimal: string | null, style: StyleName): Cell => {
    if (decimal === null) return blankCell(style);
    const range = plan.lineRange(option, line.id, ledgerLetters(key));
    return range === null ? decimalCell(decimal, style) : formulaCell(`SUM(${range})`, decimal, style);
  };
  const amounts = bill?.kind === 'usage' ? bill : { listCost: null, payable: null };
  return {
    unit: textCell(sku?.unit ?? ''),
    published: publishedCell(sku),
    priceSource: textFormulaCell(
      priceSourceFormula(cellOf('price'), cellOf('published'), context),
      priceSourceText(line.price, sku !== undefined && sku.price !== null, context),
      'text',
    ),
    unitPrice: unitPriceCell(input, sku),
    priceBlock: sku === undefined ? null : decimalCell(String(sku.per ?? 1), 'count'),
    listCost: sum('listCost', amounts.listCost === null ? null : formatAmount(amounts.listCost), 'exact'),
    payable: sum('payable', amounts.payable === null ? null : formatFen(amounts.payable), 'money'),
  };
};

/**
 * What one unit costs: the line's own price or the published one, divided by the price block. Empty where neither is a number, as of
 * graduated prices.
 */
const unitPriceCell = ({ line, cellOf }: LineContext<'usage'>, sku: UsageSku | undefined): Cell => {
  if (sku === undefined) return blankCell('quantity');
  const [own, published, block] = [cellOf('price'), cellOf('published'), cellOf('priceBlock')];
  const divided = (cell: string): string => `IF(ISNUMBER(${cell}),${cell}/${block},"")`;
  const formula = `IF(${own}="",${divided(published)},${divided(own)})`;
  const price = line.price ?? (isGraduated(sku.price) ? null : sku.price);
  const decimal = price === null ? null : scaleDecimalText(price, -Math.log10(sku.per ?? 1));
  if (price === null || decimal === null) return textFormulaCell(formula, '', 'quantity');
  return exactNumber(price) === null ? decimalCell(decimal, 'price') : formulaCell(formula, decimal, 'price');
};

const publishedCell = (sku: UsageSku | undefined): Cell => {
  if (sku === undefined || sku.price === null) return blankCell('quantity');
  return typeof sku.price === 'string' ? decimalCell(sku.price, 'quantity') : textCell(graduatedText(sku.price));
};
