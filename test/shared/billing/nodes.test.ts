/** billing.md, section 3. */
import { describe, expect, it } from 'vitest';
import { billOf, codesOf, nodeLine, nodeSku, priceBook, resultOf, usageLine, usageSku } from '../../support/billing.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const book = priceBook([nodeSku({ regions: ['ap-beijing'] }), usageSku()]);

describe('a prepaid node', () => {
  it('costs unit price x count x months, paid in the month of its start', () => {
    // TI-EMS example: 8C32G1T4, 3 nodes, 2 months: 3000 x 3 x 2 = 18000
    const plan = {
      startMonth: '2026-01',
      months: 3,
      nodes: [nodeLine({ sku: 'ti-ems.node.8c32g1t4', count: '3', months: '2', start: '2026-02-10' })],
    };
    const result = resultOf(readPriceBook('seed'), plan);
    expect(result.lines.n1).toEqual({ kind: 'node', purchase: '18000.00' });
    expect(result.months.map(({ cash }) => cash)).toEqual(['0.00', '18000.00', '0.00']);
    expect(result.months.map(({ expense }) => expense)).toEqual(['0.00', '9000.00', '9000.00']);
  });

  it('recognises shares that add up to the purchase: 100 / 3 = 33.33 + 33.34 + 33.33', () => {
    const result = resultOf(book, { months: 4, nodes: [nodeLine({ price: '33.333333', months: '3' })] });
    // 99.999999 is 100.00; 100/3 = 33.33, 200/3 = 66.67, 100
    expect(result.months.map(({ expense }) => expense)).toEqual(['33.33', '33.34', '33.33', '0.00']);
    expect(result.totals.prepaidBalance).toBe('0.00');
  });

  it('starts each service month on the same day, at most the last of the month', () => {
    // 31 January + 1 month = 28 February, so every month has one share
    const result = resultOf(book, { months: 3, nodes: [nodeLine({ start: '2026-01-31', months: '3' })] });
    expect(result.months.map(({ expense }) => expense)).toEqual(['3000.00', '3000.00', '3000.00']);
  });

  it('leaves cash and expense outside the horizon out of the totals, and what is not yet recognised in prepaidBalance', () => {
    // bought on 2025-12-15 for 4 months: one share before the horizon, two inside, one after
    const result = resultOf(book, { months: 2, nodes: [nodeLine({ start: '2025-12-15', months: '4' })] });
    expect(result.totals).toMatchObject({ purchases: '0.00', cash: '0.00', expense: '6000.00', prepaidBalance: '3000.00' });
  });

  it('counts nothing that starts after the horizon, and says so', () => {
    const bill = billOf(book, { months: 2, nodes: [nodeLine({ start: '2026-03-01' })] });
    expect([bill.totals.cash, bill.totals.expense, bill.totals.prepaidBalance]).toEqual([0n, 0n, 0n]);
    expect(codesOf(bill.issues)).toEqual(['OUTSIDE_HORIZON']);
    expect(bill.complete).toBe(true);
  });

  it('rounds a half fen of a purchase away from zero, whatever the profile', () => {
    // 0.005 = 0.01
    expect(resultOf(book, { nodes: [nodeLine({ price: '0.005' })] }).totals.cash).toBe('0.01');
  });

  it('is offered in its regions only; an absent region is not checked', () => {
    const bill = billOf(book, {
      nodes: [nodeLine({ region: 'ap-chengdu' }), nodeLine({ id: 'n2' }), nodeLine({ id: 'n3', region: 'ap-beijing' })],
    });
    expect(bill.issues).toEqual([
      {
        code: 'REGION_NOT_OFFERED',
        severity: 'error',
        line: 'n1',
        field: 'region',
        params: { region: 'ap-chengdu', regions: 'ap-beijing' },
      },
    ]);
    expect(bill.complete).toBe(false);
    expect(bill.totals.cash).toBe(600_000n);
  });
});

describe('usage on a node', () => {
  it('costs nothing more, has no months and needs no price', () => {
    const unpublished = priceBook([nodeSku(), usageSku({ price: null, availability: 'application' })]);
    const result = resultOf(unpublished, { nodes: [nodeLine()], usage: [usageLine({ onNodes: 'n1' })] });
    expect(result.lines.u1).toEqual({ kind: 'usage', listCost: '0', payable: '0.00', months: {} });
    expect(result.issues).toEqual([]);
    expect(result.complete).toBe(true);
  });

  it('has an error where the node line is missing or was dropped', () => {
    const plan = {
      nodes: [nodeLine({ count: '0' })],
      usage: [usageLine({ onNodes: 'n1' }), usageLine({ id: 'u2', onNodes: 'n9' })],
    };
    const bill = billOf(book, plan);
    expect(bill.issues.map(({ code, line }) => [code, line])).toEqual([
      ['VALUE_INVALID', 'n1'],
      ['NODE_NOT_FOUND', 'u1'],
      ['NODE_NOT_FOUND', 'u2'],
    ]);
    expect(bill.lines.get('u2')).toMatchObject({ listCost: null, payable: null });
  });
});
