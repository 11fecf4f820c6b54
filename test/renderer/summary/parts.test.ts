import { describe, expect, test } from 'vitest';
import { buildParts, unionOfParts } from '../../../src/renderer/features/summary/parts.ts';
import { MONTH_KEYS, totalMoney } from '../../../src/renderer/ui/report/amounts.ts';
import { formatAmount } from '../../../src/shared/numeric/fixed.ts';
import { type Billed, billOptions, NODES, node, option, optionBillOf, pack, TOOLS, UNPRICED, usage } from '../reportScenario.ts';

const partsOf = (billed: Billed, id: string, measure: (typeof MONTH_KEYS)[number]) => {
  const found = billed.scenario.options.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no option ${id}`);
  return buildParts({ option: found, bill: optionBillOf(billed, id), priceBook: billed.priceBook }, measure);
};
const MIXED = option('M', {
  nodes: [node('n1', { count: '2', start: '2026-02-10', months: '5' }), node('n2', { start: '2025-11-01', months: '6' })],
  usage: [
    usage('u1', { quantity: '70000', growth: '0.1' }),
    usage('u2', { sku: 'artlab.storage.standard', quantity: '100', price: '0.12' }),
    usage('u3', { sku: 'artlab.requests.put', quantity: '123456789', price: '0.01' }),
    usage('u4', { sku: 'artlab.tool.dedicated.other', quantity: '1' }),
  ],
  packs: [
    pack('p1', { sku: 'artlab.free.compute-500', start: '2026-01-10' }),
    pack('p2', { count: '2', start: '2026-03-05' }),
    pack('p3', { sku: 'artlab.voucher.student-300', start: '2026-01-01' }),
  ],
});

describe('the parts of a total', () => {
  const billed = billOptions(6, NODES, TOOLS, UNPRICED, MIXED);

  for (const id of ['A', 'B', 'C', 'M']) {
    test.each(MONTH_KEYS)(`add up to %s of option ${id}, month by month`, (measure) => {
      const bill = optionBillOf(billed, id);
      const parts = partsOf(billed, id, measure);
      const sums = bill.months.map((_, index) => parts.reduce((sum, part) => sum + (part.months[index] ?? 0n), 0n));
      expect(sums).toEqual(bill.months.map((month) => totalMoney(month, measure).amount));
      expect(parts.reduce((sum, part) => sum + part.total, 0n)).toBe(totalMoney(bill.totals, measure).amount);
    });
  }

  test('of cash are nodes, packs and usage by category', () => {
    const parts = partsOf(billed, 'M', 'cash');
    expect(parts.map(({ id }) => id)).toEqual(['nodes', 'packs', 'usage:compute', 'usage:storage', 'usage:requests']);
    expect(parts[0]?.lines).toEqual(['n1', 'n2']);
    // 3000 x 2 x 5, paid in February; n2 was paid before the horizon
    expect(parts[0]?.months.map(formatAmount)).toEqual(['0', '30000', '0', '0', '0', '0']);
    // 59 x 2 in March
    expect(parts[1]?.months.map(formatAmount)).toEqual(['0', '0', '118', '0', '0', '0']);
  });

  test('leave out what is nothing in every month', () => {
    expect(partsOf(billed, 'A', 'cash').map(({ id }) => id)).toEqual(['nodes']);
    expect(partsOf(billed, 'A', 'covered')).toEqual([]);
  });

  test('share one order over all options, so that a part has one shade', () => {
    const stacks = ['A', 'B', 'M'].map((id) => partsOf(billed, id, 'cash'));
    expect(unionOfParts(stacks)).toEqual(['nodes', 'usage:compute', 'usage:storage', 'usage:requests', 'packs']);
  });
});
