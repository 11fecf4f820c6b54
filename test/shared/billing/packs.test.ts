/** billing.md, section 5. */
import { describe, expect, it } from 'vitest';
import type { PackLine } from '../../../src/shared/scenario/types.ts';
import { billOf, packLine, packSku, priceBook, provider, resultOf, usageBillOf, usageLine, usageSku } from '../../support/billing.ts';

const book = priceBook([
  usageSku(),
  usageSku({ sku: 'v', category: 'storage', price: '2' }),
  packSku(),
  packSku({ sku: 'free', class: 'free', price: '0' }),
  packSku({ sku: 'voucher', class: 'voucher', price: '0' }),
  packSku({ sku: 'urgent', priority: -1 }),
  packSku({ sku: 'units', denomination: 'quantity', unit: 'gb', amount: '30' }),
  packSku({ sku: 'traffic', denomination: 'quantity', unit: 'gb', amount: '30', reset: 'month', scope: { skus: ['u'] } }),
  packSku({ sku: 'level', denomination: 'quantity', unit: 'gb-month', amount: '31', reset: 'level', scope: { skus: ['u'] } }),
  packSku({
    sku: 'level30',
    denomination: 'quantity',
    unit: 'gb-month',
    amount: '30',
    reset: 'level',
    monthBasis: 'days30',
    scope: { skus: ['u'] },
  }),
]);
const packs = (...lines: readonly Partial<PackLine>[]): readonly PackLine[] =>
  lines.map((line, index) => packLine({ id: `p${index + 1}`, ...line }));
/** Which pack paid how much of u1, in the order of payment. */
const drawn = (lines: readonly Partial<PackLine>[], quantity = '150', months = 1): readonly (readonly [string, string])[] => {
  const bill = billOf(book, { months, usage: [usageLine({ quantity })], packs: packs(...lines) });
  const draws = [...usageBillOf(bill, 'u1').charges.values()].flatMap((charge) => charge.draws);
  return draws.map((draw) => [draw.pack, String(draw.amount / 10n ** 12n)]);
};

describe('burn order', () => {
  it('takes allowance, free, pack, voucher', () => {
    expect(drawn([{ sku: 'voucher' }, {}, { sku: 'free' }], '250')).toEqual([
      ['p3', '100'],
      ['p2', '100'],
      ['p1', '50'],
    ]);
  });
  it("takes the classes in the order of the provider's profile", () => {
    const other = priceBook(book.skus, [provider({ burnClasses: ['voucher', 'pack'] })]);
    const bill = billOf(other, { usage: [usageLine({ quantity: '250' })], packs: packs({ sku: 'free' }, {}, { sku: 'voucher' }) });
    expect(
      usageBillOf(bill, 'u1')
        .charges.get('2026-01')
        ?.draws.map(({ pack }) => pack),
    ).toEqual(['p3', 'p2', 'p1']);
  });
  it('takes the lower priority first, whatever the expiry', () => {
    expect(drawn([{ expiry: '2026-02-01' }, { sku: 'urgent' }]).map(([pack]) => pack)).toEqual(['p2', 'p1']);
  });
  it('burns the pack that expires first', () => {
    expect(drawn([{ expiry: '2026-06-01' }, { expiry: '2026-05-01' }])).toEqual([
      ['p2', '100'],
      ['p1', '50'],
    ]);
  });
  it('takes equal expiries by start, then id', () => {
    const expiry = '2026-06-01';
    expect(drawn([{ expiry }, { expiry, start: '2025-12-01' }]).map(([pack]) => pack)).toEqual(['p2', 'p1']);
    expect(drawn([{ expiry }, { expiry }]).map(([pack]) => pack)).toEqual(['p1', 'p2']);
    expect(
      drawn([
        { expiry, id: 'b' },
        { expiry, id: 'a' },
      ]).map(([pack]) => pack),
    ).toEqual(['a', 'b']);
  });
  it('counts the end of the month as expiry of a pack that resets', () => {
    // traffic expires in 2027, but its month ends on 1 February, before 15 February
    expect(drawn([{ expiry: '2026-02-15' }, { sku: 'traffic' }], '100').map(([pack]) => pack)).toEqual(['p2', 'p1']);
    expect(drawn([{ expiry: '2026-01-31' }, { sku: 'traffic' }], '150').map(([pack]) => pack)).toEqual(['p1', 'p2']);
  });
});

describe('time', () => {
  it('never pays for usage before its start', () => {
    // 155 CNY over 31 days, 5 a day; the pack starts on the 22nd: 10 days = 50
    expect(drawn([{ start: '2026-01-22' }], '155')).toEqual([['p1', '50']]);
  });
  it('never pays on or after its expiry', () => {
    // valid on 2026-01-01 and 02: 10 CNY
    expect(drawn([{ start: '2025-12-01', expiry: '2026-01-03' }], '155')).toEqual([['p1', '10']]);
  });
  it('pays nothing back that was payable earlier', () => {
    const result = resultOf(book, { months: 2, usage: [usageLine({ quantity: '10' })], packs: packs({ start: '2026-02-01' }) });
    expect(result.months.map(({ payable }) => payable)).toEqual(['10.00', '0.00']);
    expect(result.packs.p1).toEqual({ used: '10', forfeited: '0', remaining: '90' });
  });
});

describe('a phase', () => {
  it('shares a balance in proportion to demand, by largest remainder', () => {
    // 100 over demands of 100, 100 and 100: 33.333333333333 each, the last 10^-12 goes to the first line
    const usage = ['u1', 'u2', 'u3'].map((id) => usageLine({ id }));
    const bill = billOf(book, { usage, packs: packs({}) });
    expect(usage.map(({ id }) => usageBillOf(bill, id).charges.get('2026-01')?.draws[0]?.amount)).toEqual([
      33_333_333_333_334n,
      33_333_333_333_333n,
      33_333_333_333_333n,
    ]);
  });
  it('covers quantity in proportion to amount, and amount in proportion to quantity', () => {
    // 100 CNY of 150: 50 gb of 150 are left, and 30 gb of those at 1 CNY
    const bill = billOf(book, { usage: [usageLine({ quantity: '150' })], packs: packs({ expiry: '2026-02-01' }, { sku: 'units' }) });
    const charge = usageBillOf(bill, 'u1').charges.get('2026-01');
    expect(charge?.draws.map(({ amount, quantity }) => [amount, quantity])).toEqual([
      [100_000_000_000_000n, 100_000_000n],
      [30_000_000_000_000n, 30_000_000n],
    ]);
    expect(charge?.payable).toBe(2_000n);
  });
  it('covers the amount of different prices by quantity', () => {
    // 30 gb over 30 of u at 1 and 30 of v at 2: 15 each, 15 + 30 CNY
    const usage = [usageLine({ quantity: '30' }), usageLine({ id: 'u2', sku: 'v', quantity: '30' })];
    expect(resultOf(book, { usage, packs: packs({ sku: 'units' }) }).totals.covered.pack).toBe('45');
  });
  it('leaves usage alone that is out of scope', () => {
    const result = resultOf(book, { usage: [usageLine({ sku: 'v' })], packs: packs({ sku: 'traffic' }) });
    expect(result.totals.payable).toBe('200.00');
    expect(result.packs.p1?.used).toBe('0');
  });
});

describe('resets', () => {
  it('fills a monthly pack on the 1st, without carry-over', () => {
    const result = resultOf(book, {
      months: 3,
      usage: [usageLine({ monthly: { '2026-01': '10', '2026-02': '50', '2026-03': '50' } })],
      packs: packs({ sku: 'traffic' }),
    });
    expect(result.months.map(({ payable }) => payable)).toEqual(['0.00', '20.00', '20.00']);
    expect(result.packs.p1).toEqual({ used: '70', forfeited: '0', remaining: '0' });
  });
  it('gives a monthly pack its full amount also when it starts in the middle of a month', () => {
    // 16 of 31 days of 31 gb are demanded: 16
    const result = resultOf(book, { usage: [usageLine({ quantity: '31' })], packs: packs({ sku: 'traffic', start: '2026-01-16' }) });
    expect(result.packs.p1?.used).toBe('16');
  });
  it('has a level by the day: half a month of storage against half a level', () => {
    // level 31 in a month of 31 days: 1 a day. 62 gb in 31 days are 2 a day, so half is covered
    const result = resultOf(book, { usage: [usageLine({ quantity: '62' })], packs: packs({ sku: 'level', start: '2026-01-11' }) });
    expect(result.packs.p1?.used).toBe('21');
    expect(result.totals.payable).toBe('41.00');
  });
  it('carries no level from one phase to the next', () => {
    // 10 days without usage, 21 days with 31/31 a day: the level of 1 a day covers 21 only
    const result = resultOf(book, { usage: [usageLine({ quantity: '62', from: '2026-01-11' })], packs: packs({ sku: 'level' }) });
    expect(result.packs.p1?.used).toBe('21');
  });
  it('meters a `days30` level as it meters a `days30` price: a month of 31 days holds 31 / 30 of it', () => {
    const result = resultOf(book, { usage: [usageLine({ quantity: '100' })], packs: packs({ sku: 'level30' }) });
    expect(result.packs.p1?.used).toBe('31');
  });
});

describe('allowances', () => {
  const allowance = packSku({
    sku: 'a',
    class: 'allowance',
    denomination: 'quantity',
    unit: 'gb',
    amount: '30',
    price: '0',
    reset: 'month',
    validity: 'none',
    scope: { skus: ['u'] },
  });
  it('need no line, are one of each for an option, and are not listed as packs', () => {
    const result = resultOf(priceBook([usageSku(), allowance]), { months: 2, usage: [usageLine(), usageLine({ id: 'u2' })] });
    expect(result.totals).toMatchObject({ covered: { allowance: '60', free: '0', pack: '0', voucher: '0' }, payable: '340.00' });
    expect(result.packs).toEqual({});
  });
  it('are no packs that a line may hold', () => {
    const result = resultOf(priceBook([usageSku(), allowance]), { packs: packs({ sku: 'a' }) });
    expect(result.issues).toMatchObject([{ code: 'SKU_KIND_MISMATCH', line: 'p1', field: 'sku' }]);
  });
});

describe('cash and expense', () => {
  const usage = [usageLine({ quantity: '30' })];
  it('pays a pack in the month of its start and expenses it as it is used and forfeited', () => {
    // 10 CNY for 100: 30, 30, then expired on 1 March with 40 left
    const result = resultOf(book, { months: 3, usage, packs: packs({ expiry: '2026-03-01' }) });
    expect(result.months.map(({ purchases }) => purchases)).toEqual(['10.00', '0.00', '0.00']);
    expect(result.months.map(({ expense }) => expense)).toEqual(['3.00', '7.00', '30.00']);
    expect(result.months.map(({ forfeitedCost }) => forfeitedCost)).toEqual(['0.00', '4.00', '0.00']);
    expect(result.packs.p1).toEqual({ used: '60', forfeited: '40', remaining: '0' });
    expect(result.totals).toMatchObject({ cash: '40.00', expense: '40.00', prepaidBalance: '0.00' });
  });
  it('keeps the balance of a pack that is still valid', () => {
    const result = resultOf(book, { months: 2, usage, packs: packs({}) });
    expect(result.packs.p1).toEqual({ used: '60', forfeited: '0', remaining: '40' });
    expect(result.totals).toMatchObject({ cash: '10.00', expense: '6.00', prepaidBalance: '4.00' });
  });
  it('does not pay again for a pack whose opening balance is given, but expenses its use', () => {
    const result = resultOf(book, { months: 2, usage, packs: packs({ start: '2025-12-01', remaining: '50' }) });
    // 10 x 30 / 100 = 3, 10 x 50 / 100 = 5
    expect(result.months.map(({ cash, expense }) => [cash, expense])).toEqual([
      ['0.00', '3.00'],
      ['10.00', '12.00'],
    ]);
    expect(result.packs.p1).toEqual({ used: '50', forfeited: '0', remaining: '0' });
  });
  it('expenses a monthly pack like a node, over the months before its expiry', () => {
    // 12 months for 10: 0.83, 1.67 - 0.83
    const result = resultOf(book, { months: 2, packs: packs({ sku: 'traffic' }) });
    expect(result.months.map(({ expense }) => expense)).toEqual(['0.83', '0.84']);
    expect(result.totals.prepaidBalance).toBe('8.33');
  });
  it('counts a service month that starts before the expiry, and one at least', () => {
    // 2026-01-31 to 2026-03-30: 31 January, 28 February; 31 March is too late
    const shares = resultOf(book, { months: 3, packs: packs({ sku: 'traffic', start: '2026-01-31', expiry: '2026-03-30' }) });
    expect(shares.months.map(({ expense }) => expense)).toEqual(['5.00', '5.00', '0.00']);
    const once = resultOf(book, { months: 2, packs: packs({ sku: 'traffic', start: '2026-01-31', expiry: '2026-02-01' }) });
    expect(once.months.map(({ expense }) => expense)).toEqual(['10.00', '0.00']);
  });
  it('multiplies amount and price by count', () => {
    const result = resultOf(book, { usage: [usageLine({ quantity: '250' })], packs: packs({ count: '3' }) });
    expect(result.packs.p1).toEqual({ used: '250', forfeited: '0', remaining: '50' });
    expect(result.totals).toMatchObject({ cash: '30.00', expense: '25.00' });
  });
  it("takes the user's own amount, price and expiry", () => {
    const result = resultOf(book, { usage, packs: packs({ amount: '20.5', price: '4', expiry: '2026-02-01' }) });
    expect(result.packs.p1).toEqual({ used: '20.5', forfeited: '0', remaining: '0' });
    expect(result.totals).toMatchObject({ purchases: '4.00', payable: '9.50' });
  });
  it('reports nothing of a pack that expired before, and the balance of one that starts after the horizon', () => {
    const result = resultOf(book, { usage, packs: packs({ start: '2024-01-01' }, { start: '2026-02-01', remaining: '70' }) });
    expect(result.packs).toEqual({
      p1: { used: '0', forfeited: '0', remaining: '0' },
      p2: { used: '0', forfeited: '0', remaining: '70' },
    });
    expect(result.totals).toMatchObject({ purchases: '0.00', expense: '30.00', prepaidBalance: '0.00' });
  });
});
