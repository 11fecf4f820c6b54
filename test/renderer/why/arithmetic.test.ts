import { describe, expect, test } from 'vitest';
import {
  areTiersExact,
  breakEvenQuotient,
  listCostProduct,
  perSuffix,
  quantityFactors,
  tierAmount,
} from '../../../src/renderer/features/why/arithmetic.ts';
import { followTrail, type Trail } from '../../../src/renderer/features/why/trail.ts';
import type { WhySubject } from '../../../src/renderer/state/subject.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { explain } from '../../../src/shared/billing/explain/explain.ts';
import type { ChargeExplanation } from '../../../src/shared/billing/explanation.ts';
import { explainBreakEven } from '../../../src/shared/compare/explainBreakEven.ts';
import { formatAmount } from '../../../src/shared/numeric/fixed.ts';
import type { UsageLine } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { billOptions, node, option, usage } from '../reportScenario.ts';

const chargeOf = (line: Partial<UsageLine>, month: string): ChargeExplanation => {
  const { scenario, priceBook, bill } = billOptions(12, option('A', { usage: [usage('u1', line)] }));
  const found = explain({ scenario, priceBook }, bill, { kind: 'charge', option: 'A', line: 'u1', month });
  if (found?.kind !== 'charge') throw new Error('no charge');
  return found;
};
const DEDICATED = { sku: 'artlab.tool.dedicated.from' } as const;

describe('the multiplication behind a charge', () => {
  test.each([
    ['a plain month', { quantity: '64936' }, '2026-01', { base: '64,936', instances: null, days: null }, '64,936 × 0.0077'],
    [
      'two instances',
      { ...DEDICATED, quantity: '100.5', instances: '2' },
      '2026-03',
      { base: '100.5', instances: '2', days: null },
      '201 × 8.07',
    ],
    [
      'growth',
      { ...DEDICATED, quantity: '100.5', growth: '0.1' },
      '2026-03',
      { base: '100.5 × (1 + 10 %)²', instances: null, days: null },
      '121.605 × 8.07',
    ],
    [
      'shrinking by the month before',
      { ...DEDICATED, quantity: '100', growth: '-0.025' },
      '2026-02',
      { base: '100 × (1 − 2.5 %)', instances: null, days: null },
      '97.5 × 8.07',
    ],
    [
      'a typed month, which does not grow',
      { ...DEDICATED, quantity: '100', growth: '0.1', monthly: { '2026-03': '90' } },
      '2026-03',
      { base: '90', instances: null, days: null },
      '90 × 8.07',
    ],
    [
      'half of February',
      { ...DEDICATED, quantity: '100', to: '2026-02-14' },
      '2026-02',
      { base: '100', instances: null, days: '14/28' },
      '50 × 8.07',
    ],
    [
      'days without an end of digits',
      { ...DEDICATED, quantity: '100', from: '2026-01-31' },
      '2026-01',
      { base: '100', instances: null, days: '1/31' },
      '100 × 1/31 × 8.07',
    ],
  ] as const)('of %s', (_, line, month, factors, product) => {
    const charge = chargeOf(line, month);
    expect(quantityFactors(charge.quantity)).toEqual(factors);
    expect(listCostProduct(charge)).toBe(product);
  });

  test('of a block price divides by the block', () => {
    expect(listCostProduct(chargeOf({ sku: 'artlab.requests.put', quantity: '25000', price: '0.01' }, '2026-01'))).toBe(
      '25,000 × 0.01 ÷ 10,000',
    );
    expect(perSuffix(1)).toBe('');
  });

  test('of a break-even divides the price of the node by that of the usage', () => {
    const quotientOf = (usageLine: Partial<UsageLine>): string | null => {
      const { scenario, priceBook } = billOptions(
        1,
        option('A', { nodes: [node('n1', {})] }),
        option('B', { usage: [usage('u1', usageLine)] }),
      );
      const found = explainBreakEven(scenario, priceBook, { node: { option: 'A', line: 'n1' }, usage: { option: 'B', line: 'u1' } });
      return found === null ? null : breakEvenQuotient(found);
    };
    expect(quotientOf({})).toBe('3,000 ÷ 0.0077');
    expect(quotientOf({ sku: 'ti-ems.node-hour.8c32g1t4' })).toBeNull();
  });

  test('of a tier is exact', () => {
    expect(formatAmount(tierAmount(96_000_000n, '10.6', 1))).toBe('1017.6');
    expect(formatAmount(tierAmount(1_000_000n, '0.0000000001', 10_000))).toBe('0');
  });
});

describe('the way through the panel', () => {
  const total: WhySubject = { kind: 'total', option: 'A', total: 'cash', month: null };
  const line: WhySubject = { kind: 'node', option: 'A', line: 'n1' };
  const walk = (...subjects: readonly (WhySubject | null)[]): Trail => subjects.reduce<Trail>(followTrail, []);

  test('goes deeper and back', () => {
    expect(walk(total, line)).toEqual([total, line]);
    expect(walk(total, line, total)).toEqual([total]);
    expect(walk(total, line, { ...line, line: 'n2' })).toHaveLength(3);
  });

  test('stays where the same number is asked for again', () => {
    expect(walk(total, { ...total })).toEqual([total]);
  });

  test('forgets all when nothing is explained', () => {
    expect(walk(total, line, null)).toEqual([]);
  });
});

describe('tiers as they are printed', () => {
  const tiered = (line: Partial<UsageLine>): ChargeExplanation => {
    const { scenario } = billOptions(
      1,
      option('A', { usage: [usage('u1', { sku: 'ti-ems.node-hour.8c32g1t4', quantity: '720', ...line })] }),
    );
    const input = { scenario, priceBook: readPriceBook('2021-01-21') };
    const found = explain(input, computeBill(input), { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' });
    if (found?.kind !== 'charge') throw new Error('no charge');
    return found;
  };
  test('add up to the list cost of a whole month, on every instance', () => {
    expect(areTiersExact(tiered({}))).toBe(true);
    expect(areTiersExact(tiered({ instances: '3' }))).toBe(true);
  });
  test('do not add up where the days leave a fraction without an end', () => {
    // 720 x 19 / 31 = 441.290322… hours
    expect(areTiersExact(tiered({ from: '2026-01-13' }))).toBe(false);
  });
});
