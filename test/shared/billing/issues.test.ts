/** billing.md, section 7. */
import { describe, expect, it } from 'vitest';
import type { Sku } from '../../../src/shared/pricebook/types.ts';
import {
  billOf,
  codesOf,
  nodeLine,
  nodeSku,
  type PlanInput,
  packLine,
  packSku,
  priceBook,
  usageLine,
  usageSku,
} from '../../support/billing.ts';

const hours = usageSku({ sku: 'hours', unit: 'instance-hour' });
const tiered = usageSku({ sku: 'tiered', unit: 'node-hour', price: { tiers: [{ upTo: null, price: '1' }], tierClock: 'month' } });
const assumed = { document: 'test', date: '2026-01', assumed: true, note: 'why' };
const book = priceBook([
  nodeSku(),
  usageSku(),
  hours,
  tiered,
  usageSku({ sku: 'unpublished', price: null }),
  usageSku({ sku: 'blocks', per: 10_000 }),
  usageSku({ sku: 'apply', availability: 'application' }),
  usageSku({ sku: 'assumed', source: assumed }),
  packSku(),
  packSku({ sku: 'unpriced', price: null, limits: { maxPerAccount: 1, eligibility: 'newUser' } }),
  packSku({ sku: 'unsized', amount: null }),
  packSku({ sku: 'one', limits: { maxPerAccount: 1 } }),
  packSku({ sku: 'alone', limits: { stackable: false, group: 'g' } }),
  packSku({ sku: 'alone2', limits: { stackable: false, group: 'g' } }),
  packSku({ sku: 'student', class: 'voucher', limits: { eligibility: 'student' } }),
  packSku({ sku: 'other', scope: { categories: ['storage'] } }),
]);
const issuesOf = (plan: PlanInput) => billOf(book, plan).issues;

describe('a value outside the limits', () => {
  it.each([
    ['quantity', '1000000000001'],
    ['quantity', '1.0000001'],
    ['quantity', '-1'],
    ['quantity', 'many'],
    ['quantity', null],
    ['instances', '1000001'],
    ['instances', '1.5'],
    ['growth', '10.1'],
    ['growth', '-1.1'],
    ['per', 'year'],
    ['from', '2026-13'],
    ['from', 'soon'],
    ['to', '2026-02-30'],
    ['price', '1000000000.1'],
    ['price', '0.00000000001'],
  ] as const)('of a usage line: %s = %j', (field, value) => {
    const bill = billOf(book, { usage: [usageLine({ [field]: value }), usageLine({ id: 'u2' })] });
    expect(bill.issues).toMatchObject([{ code: 'VALUE_INVALID', severity: 'error', line: 'u1', field, params: { value: value ?? '' } }]);
    expect(bill.lines.get('u1')).toMatchObject({ listCost: null, payable: null });
    expect([bill.complete, bill.totals.payable]).toEqual([false, 10_000n]);
  });
  it.each([
    ['count', '0'],
    ['count', '100001'],
    ['months', '121'],
    ['months', '1.5'],
    ['start', '2026-01'],
    ['price', 'x'],
  ] as const)('of a node line: %s = %j', (field, value) => {
    expect(issuesOf({ nodes: [nodeLine({ [field]: value })] })).toMatchObject([
      { code: 'VALUE_INVALID', line: 'n1', field, params: { value } },
    ]);
  });
  it.each([
    ['count', '1e2'],
    ['amount', '0'],
    ['amount', '0.0000001'],
    ['remaining', '100.000001'],
    ['remaining', '-1'],
    ['expiry', '2026-02-31'],
    ['start', ''],
    ['price', '-0.01'],
  ] as const)('of a pack line: %s = %j', (field, value) => {
    expect(codesOf(issuesOf({ usage: [usageLine()], packs: [packLine({ [field]: value })] }))).toEqual(['VALUE_INVALID']);
  });
  it('names the limits', () => {
    expect(issuesOf({ usage: [usageLine({ growth: '11' })] })[0]?.params).toEqual({ value: '11', min: '-1', max: '10', decimals: '6' });
    expect(issuesOf({ usage: [usageLine()], packs: [packLine({ count: '2', remaining: '201' })] })[0]?.params).toEqual({
      value: '201',
      min: '0',
      max: '200',
      decimals: '6',
    });
    // 6 decimals of 10,000 are 10 of one
    expect(issuesOf({ usage: [usageLine({ sku: 'blocks', price: '0.0000001' })] })[0]?.params.decimals).toBe('6');
  });
  it('of a month stands on that month', () => {
    expect(issuesOf({ usage: [usageLine({ monthly: { '2026-01': 'x', '2026-99': '1' } })] })).toMatchObject([
      { code: 'VALUE_INVALID', field: 'm:2026-01' },
      { code: 'VALUE_INVALID', field: 'm:2026-99' },
    ]);
  });
  it('repeats no more of a long text than a reader needs', () => {
    expect(issuesOf({ usage: [usageLine({ quantity: '9'.repeat(100_000) })] })[0]?.params.value).toHaveLength(100);
  });
});

describe('SKUs', () => {
  it.each([
    [{ usage: [usageLine({ sku: '' })] }, 'SKU_NOT_FOUND'],
    [{ usage: [usageLine({ sku: 'nothing' })] }, 'SKU_NOT_FOUND'],
    [{ usage: [usageLine({ sku: 'n' })] }, 'SKU_KIND_MISMATCH'],
    [{ nodes: [nodeLine({ sku: 'p' })] }, 'SKU_KIND_MISMATCH'],
    [{ packs: [packLine({ sku: 'u' })] }, 'SKU_KIND_MISMATCH'],
  ] as const)('%j: %s', (plan, code) => {
    const bill = billOf(book, plan);
    expect(bill.issues).toMatchObject([{ code, severity: 'error', field: 'sku' }]);
    expect(bill.complete).toBe(false);
  });
  it('without a price make the total incomplete, not zero', () => {
    const bill = billOf(book, { usage: [usageLine({ sku: 'unpublished' }), usageLine({ id: 'u2', sku: 'unpublished', price: '2' })] });
    expect(bill.issues).toMatchObject([{ code: 'PRICE_NOT_PUBLISHED', line: 'u1', field: 'price' }]);
    expect([bill.complete, bill.totals.payable]).toEqual([false, 20_000n]);
  });
  it('of packs without price or amount have one issue and count for no limit', () => {
    const packs = [
      packLine({ sku: 'unpriced', count: '9', start: 'x' }),
      packLine({ id: 'p2', sku: 'unsized' }),
      packLine({ id: 'p3', sku: 'unsized', amount: '5' }),
    ];
    const bill = billOf(book, { usage: [usageLine()], packs });
    expect(bill.issues.map(({ code, line, field }) => [code, line, field])).toEqual([
      ['PRICE_NOT_PUBLISHED', 'p1', 'price'],
      ['PRICE_NOT_PUBLISHED', 'p2', 'amount'],
    ]);
    expect([...bill.packs.keys()]).toEqual(['p3']);
  });
  it('that need an application or an eligibility warn and compute', () => {
    const bill = billOf(book, { usage: [usageLine({ sku: 'apply' })], packs: [packLine({ sku: 'student' })] });
    expect(bill.issues.map(({ code, severity, line }) => [code, severity, line])).toEqual([
      ['APPLICATION_REQUIRED', 'warning', 'u1'],
      ['ELIGIBILITY_REQUIRED', 'warning', 'p1'],
      ['ASSUMPTION', 'info', 'p1'],
    ]);
    expect([bill.complete, bill.totals.payable]).toEqual([true, 0n]);
  });
});

describe('periods and fields', () => {
  it.each([
    [{ usage: [usageLine({ from: '2026-02', to: '2026-01' })] }, 'to'],
    [{ usage: [usageLine({ from: '2026-01-02', to: '2026-01-01' })] }, 'to'],
    [{ nodes: [nodeLine({ months: '0' })] }, 'months'],
    [{ nodes: [nodeLine({ months: '-3' })] }, 'months'],
    [{ nodes: [nodeLine({ months: '0.0' })] }, 'months'],
    [{ packs: [packLine({ start: '2026-01-10', expiry: '2026-01-10' })] }, 'expiry'],
  ] as const)('PERIOD_INVALID: %j', (plan, field) => {
    expect(issuesOf(plan)).toMatchObject([{ code: 'PERIOD_INVALID', severity: 'error', field }]);
  });
  it('a total takes neither growth nor monthly quantities', () => {
    expect(issuesOf({ usage: [usageLine({ per: 'total', growth: '0', monthly: { '2026-01': '1' } })] })).toMatchObject([
      { code: 'FIELD_NOT_ALLOWED', field: 'growth' },
      { code: 'FIELD_NOT_ALLOWED', field: 'm:2026-01' },
    ]);
  });
});

describe('limits of packs only flag', () => {
  it('PURCHASE_LIMIT_EXCEEDED on the line latest by start, then id; counts are summed', () => {
    const packs = [
      packLine({ id: 'a', sku: 'one', start: '2026-01-05' }),
      packLine({ id: 'c', sku: 'one', start: '2026-01-09' }),
      packLine({ id: 'b', sku: 'one', start: '2026-01-09' }),
    ];
    const bill = billOf(book, { usage: [usageLine()], packs });
    expect(bill.issues.filter(({ code }) => code !== 'BURN_ORDER_TIE')).toMatchObject([
      { code: 'PURCHASE_LIMIT_EXCEEDED', line: 'c', params: { sku: 'one', count: '3', max: '1' } },
    ]);
    expect([bill.complete, bill.packs.size]).toEqual([true, 3]);
  });
  it('PACK_NOT_STACKABLE on each line that overlaps an earlier one, or counts two', () => {
    const packs = [
      packLine({ id: 'a', sku: 'alone', start: '2026-01-01', expiry: '2026-02-01' }),
      packLine({ id: 'b', sku: 'alone2', start: '2026-01-31', expiry: '2026-03-01' }),
      packLine({ id: 'c', sku: 'alone', start: '2026-03-01', expiry: '2026-04-01' }),
      packLine({ id: 'd', sku: 'alone', start: '2026-04-01', count: '2' }),
    ];
    const bill = billOf(book, { months: 12, usage: [usageLine()], packs });
    const flagged = bill.issues.filter(({ code }) => code === 'PACK_NOT_STACKABLE');
    expect(flagged.map(({ line, params }) => [line, params.other])).toEqual([
      ['b', 'a'],
      ['d', undefined],
    ]);
    expect(bill.complete).toBe(true);
  });
});

describe('remarks', () => {
  it('PACK_EXPIRES_UNUSED says how much, when and at what cost', () => {
    // 30 of 100 used; 10 CNY x 70 / 100
    const plan = { usage: [usageLine({ quantity: '30' })], packs: [packLine({ start: '2026-01-01', expiry: '2026-02-01' })] };
    expect(issuesOf(plan)).toMatchObject([
      {
        code: 'PACK_EXPIRES_UNUSED',
        severity: 'warning',
        line: 'p1',
        params: { forfeited: '70', unit: 'CNY', cost: '7.00', expiry: '2026-02-01' },
      },
    ]);
  });
  it('PACK_NEVER_USED where nothing is in scope while it is valid, not where others paid first', () => {
    const usage = [usageLine({ quantity: '50', to: '2026-01' })];
    const plan = {
      months: 3,
      usage,
      packs: [packLine({ sku: 'other' }), packLine({ id: 'p2', start: '2026-02-01' }), packLine({ id: 'p3', start: '2026-01-31' })],
    };
    expect(issuesOf(plan).map(({ code, line }) => [code, line])).toEqual([
      ['PACK_NEVER_USED', 'p1'],
      ['PACK_NEVER_USED', 'p2'],
    ]);
  });
  it('OUTSIDE_HORIZON for every kind of line', () => {
    const plan = {
      nodes: [nodeLine({ start: '2025-01-01', months: '3' })],
      usage: [usageLine({ to: '2025-12' })],
      packs: [packLine({ start: '2024-01-01' }), packLine({ id: 'p2', start: '2026-02-01' })],
    };
    expect(codesOf(issuesOf(plan))).toEqual(['OUTSIDE_HORIZON', 'OUTSIDE_HORIZON', 'OUTSIDE_HORIZON', 'OUTSIDE_HORIZON']);
  });
  it.each<[string, Sku['sku'], PlanInput, string]>([
    ['data that the book marks as assumed', 'assumed', { usage: [usageLine({ sku: 'assumed' })] }, 'source'],
    ['whether tiers restart', 'tiered', { usage: [usageLine({ sku: 'tiered' })] }, 'tierClock'],
    ['that a started hour is not charged', 'hours', { usage: [usageLine({ sku: 'hours', quantity: '1.5' })] }, 'startedHour'],
    ['that an older pack is unused', 'p', { usage: [usageLine()], packs: [packLine({ start: '2025-12-31' })] }, 'unusedBeforeHorizon'],
    ['that vouchers come last', 'student', { usage: [usageLine()], packs: [packLine({ sku: 'student' })] }, 'voucherOrder'],
  ])('ASSUMPTION: %s', (_, __, plan, reason) => {
    expect(issuesOf(plan).filter(({ code }) => code === 'ASSUMPTION')).toMatchObject([{ severity: 'info', params: { reason } }]);
  });
  it('no ASSUMPTION where the user says it: own price, whole hours, opening balance', () => {
    const plan = {
      usage: [
        usageLine({ sku: 'assumed', price: '1' }),
        usageLine({ id: 'u2', sku: 'tiered', price: '1' }),
        usageLine({ id: 'u3', sku: 'hours' }),
      ],
      packs: [packLine({ start: '2025-12-31', remaining: '7' })],
    };
    expect(issuesOf(plan)).toEqual([]);
  });
  it('stand in the order of the lines: nodes, usage, packs', () => {
    const plan = { packs: [packLine({ sku: '' })], usage: [usageLine({ sku: '' })], nodes: [nodeLine({ sku: '' })] };
    expect(issuesOf(plan).map(({ line }) => line)).toEqual(['n1', 'u1', 'p1']);
  });
});
