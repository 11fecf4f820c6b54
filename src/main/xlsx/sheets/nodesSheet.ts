/**
 * Rule: cost = ROUND(price x count x months, 2), live; an empty count or duration is 1 (billing.md, sections 2 and 3).
 * A line that the engine dropped has no cost, unless only its price is missing: then typing one brings the cost.
 */
import type { OptionBill } from '../../../shared/billing/bill.ts';
import { type Fen, formatFen } from '../../../shared/numeric/fixed.ts';
import type { NodeLine } from '../../../shared/scenario/types.ts';
import { productToFen } from '../excelMath.ts';
import type { ExportContext } from '../exportContext.ts';
import { nodeEntries } from '../ledger.ts';
import { blankCell, type Cell, decimalCell, formulaCell, type SheetModel, textFormulaCell } from '../model.ts';
import { type FactCells, type LineContext, makeLineSheet, priceSourceFormula, priceSourceText } from './lineSheet.ts';

export const makeNodesSheet = (context: ExportContext): SheetModel =>
  makeLineSheet({
    context,
    sheet: 'nodes',
    linesOf: ({ option }) => option.nodes,
    factsOf: nodeFacts,
    isLive: isNodeLive,
    totals: { cost: { decimal: formatFen(totalCost(context)), style: 'moneyStrong' } },
  });

const totalCost = (context: ExportContext): Fen =>
  context.options.reduce((sum, { bill, option }) => option.nodes.reduce((of, line) => of + (purchaseOf(bill, line.id) ?? 0n), sum), 0n);

const purchaseOf = (bill: OptionBill, line: string): Fen | null => {
  const found = bill.lines.get(line);
  return found?.kind === 'node' ? found.purchase : null;
};

const nodeFacts = ({ context, option, line, cellOf }: LineContext<'nodes'>): FactCells => {
  const published = publishedPrice(context, line.sku);
  const own = cellOf('price');
  const list = cellOf('published');
  return {
    published: published === null ? blankCell('quantity') : decimalCell(published, 'quantity'),
    priceSource: textFormulaCell(priceSourceFormula(own, list, context), priceSourceText(line.price, published !== null, context), 'text'),
    cost: costCell({ context, bill: option.bill, line, published, cellOf }),
  };
};

/** Its cost is, and every month's share of it. */
const isNodeLive = ({ context, option, line, row }: LineContext<'nodes'>): boolean => {
  const purchase = purchaseOf(option.bill, line.id);
  if (purchase === null || recomputedCost(line, publishedPrice(context, line.sku)) !== purchase) return false;
  return nodeEntries(context, option, line, row).every(({ expense }) => expense === null || expense.formula !== null);
};

const recomputedCost = (line: NodeLine, published: string | null): Fen | null =>
  productToFen([line.price ?? published ?? '', line.count ?? '1', line.months ?? '1']);

const publishedPrice = (context: ExportContext, id: string): string | null => {
  const sku = context.findSku(id);
  return sku?.kind === 'node' ? sku.price : null;
};

const costCell = (input: {
  readonly context: ExportContext;
  readonly bill: OptionBill;
  readonly line: NodeLine;
  readonly published: string | null;
  readonly cellOf: LineContext<'nodes'>['cellOf'];
}): Cell => {
  const { context, bill, line, published, cellOf } = input;
  const purchase = purchaseOf(bill, line.id);
  const [own, list, count, months] = [cellOf('price'), cellOf('published'), cellOf('count'), cellOf('months')];
  const price = `IF(${own}="",${list},${own})`;
  const product = `ROUND(${price}*IF(${count}="",1,${count})*IF(${months}="",1,${months}),2)`;
  const formula = `IF(AND(${own}="",${list}=""),"",${product})`;
  if (purchase === null) return context.lacksOnlyPrice(bill, line.id) ? textFormulaCell(formula, '', 'money') : blankCell('money');
  return recomputedCost(line, published) === purchase
    ? formulaCell(formula, formatFen(purchase), 'money')
    : decimalCell(formatFen(purchase), 'money');
};
