/** One prepaid purchase: price x count x months, and the months in which it is an expense. Source: billing.md, 3. */
import type { NodeExplanation } from '../explanation.ts';
import { readNode } from '../read/readNode.ts';
import type { ExplainContext } from './context.ts';
import { formulaFacts } from './formulaFacts.ts';
import { flatPrice, priceFactOf } from './priceFact.ts';

export const explainNode = ({ option, bill, index, horizon, drivers }: ExplainContext, lineId: string): NodeExplanation | null => {
  const lineBill = bill.lines.get(lineId);
  const line = option.nodes.find(({ id }) => id === lineId);
  const node = line === undefined ? null : readNode(line, index, horizon).usable;
  if (lineBill?.kind !== 'node' || line === undefined || node === null) return null;
  const { purchase, purchaseMonth, expense } = lineBill;
  if (purchase === null || purchaseMonth === null) return null;
  const price = flatPrice(line.price ?? node.sku.price ?? '', 1);
  return {
    kind: 'node',
    option: option.id,
    line: lineId,
    price: priceFactOf({ index, sku: node.sku, typed: line.price, unit: node.sku.unit, price }),
    count: String(node.count),
    months: String(node.months),
    purchase,
    purchaseMonth,
    expense: [...expense].map(([month, amount]) => ({ month, amount })),
    formulas: formulaFacts({ sheet: 'nodes', line, drivers }),
  };
};
