/** billing.md, sections 1, 2 and 4. */
import { describe, expect, it } from 'vitest';
import type { UsageSku } from '../../../src/shared/pricebook/types.ts';
import type { UsageLine } from '../../../src/shared/scenario/types.ts';
import { codesOf, type PlanInput, priceBook, provider, resultOf, usageLine, usageSku } from '../../support/billing.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const monthsOf = (sku: Partial<UsageSku>, line: Partial<UsageLine>, plan: PlanInput = {}) => {
  const result = resultOf(priceBook([usageSku(sku)]), { ...plan, usage: [usageLine(line)] });
  const bill = result.lines.u1;
  return bill?.kind === 'usage' ? bill.months : {};
};
const column = (months: ReturnType<typeof monthsOf>, key: 'quantity' | 'listCost' | 'payable') =>
  Object.values(months).map((each) => each[key]);

describe('the quantity of a month', () => {
  it('is the typed one in every month of the horizon where nothing else is said', () => {
    expect(column(monthsOf({}, {}, { months: 3 }), 'quantity')).toEqual(['100', '100', '100']);
  });

  it('counts the active days of a partial month, both ends included', () => {
    // 2026-01-10 to 2026-02-14: 22 of 31 days and 14 of 28
    const months = monthsOf({}, { from: '2026-01-10', to: '2026-02-14' }, { months: 3 });
    expect(months).toMatchObject({ '2026-01': { quantity: '70.967742' }, '2026-02': { quantity: '50' } });
    expect(Object.keys(months)).toEqual(['2026-01', '2026-02']);
  });

  it('grows from the month of `from`, exactly until R6', () => {
    // 100, 105, 110.25, 115.7625, 121.550625, 127.628156.25 -> 127.628156
    const grown = column(monthsOf({}, { growth: '0.05' }, { months: 6 }), 'quantity');
    expect(grown).toEqual(['100', '105', '110.25', '115.7625', '121.550625', '127.628156']);
  });

  it('grows also in months before the horizon', () => {
    expect(column(monthsOf({}, { from: '2025-12', growth: '-0.1' }, { months: 2 }), 'quantity')).toEqual(['90', '81']);
  });

  it('is the override in its month, and growth goes on from the month of `from`', () => {
    expect(column(monthsOf({}, { growth: '1', monthly: { '2026-02': '7' } }, { months: 3 }), 'quantity')).toEqual(['100', '7', '400']);
  });

  it('multiplies by instances, after growth and overrides', () => {
    expect(column(monthsOf({}, { instances: '3', monthly: { '2026-01': '7' } }, { months: 2 }), 'quantity')).toEqual(['21', '300']);
    expect(column(monthsOf({}, { instances: '0' }), 'listCost')).toEqual(['0']);
  });

  it('spreads a total over all its active days, inside the horizon or not', () => {
    // 59 days from January to February, the horizon is January: 590 x 31 / 59 = 310
    expect(column(monthsOf({}, { per: 'total', quantity: '590', to: '2026-02' }), 'quantity')).toEqual(['310']);
  });
});

describe('the meter', () => {
  it('divides a month of `days30` by 30: 1000 GB in January are 1000 x 31 / 30', () => {
    expect(column(monthsOf({ monthBasis: 'days30' }, { quantity: '1000' }), 'quantity')).toEqual(['1033.333333']);
  });
  it('keeps the fraction exact until R12: 1000 GB-months for one day of a 30-day month at 0.12 are 4.00', () => {
    const months = monthsOf({ price: '0.12' }, { quantity: '1000', from: '2026-04-01', to: '2026-04-01' }, { startMonth: '2026-04' });
    expect(months).toEqual({ '2026-04': { quantity: '33.333333', listCost: '4', payable: '4.00' } });
  });
  it('raises the month to the next multiple of the increment', () => {
    expect(column(monthsOf({ increment: '0.5' }, { monthly: { '2026-01': '7.1', '2026-02': '7.5' } }, { months: 3 }), 'quantity')).toEqual([
      '7.5',
      '7.5',
      '100',
    ]);
  });
});

describe('the amount', () => {
  it('never rounds a unit price: 64,936 GPU-seconds x 0.0077 = 500.0072', () => {
    const result = resultOf(readPriceBook('seed'), { usage: [usageLine({ sku: 'artlab.tool.shared', quantity: '64936' })] });
    expect(result.totals.usageListCost).toBe('500.0072');
    expect(result.totals.payable).toBe('500.00');
  });
  it('is for the price block: 12,345 requests at 0.01 per 10,000', () => {
    expect(column(monthsOf({ price: '0.01', per: 10_000 }, { quantity: '12345' }), 'listCost')).toEqual(['0.012345']);
  });
  it("uses the line's own price, per the SKU's block", () => {
    expect(column(monthsOf({ price: '0.01', per: 10_000 }, { quantity: '20000', price: '0.5' }), 'listCost')).toEqual(['1']);
  });
  it('takes Alibaba prices of 10 decimals to the last digit', () => {
    // 0.0000000001 x 0.000001 = 10^-16 CNY is below 10^-12
    expect(column(monthsOf({ price: '0.0000000001' }, { quantity: '1000000000000' }), 'listCost')).toEqual(['100']);
    expect(column(monthsOf({ price: '0.0000000001' }, { quantity: '0.005' }), 'listCost')).toEqual(['0.000000000001']);
    expect(column(monthsOf({ price: '0.0000000001' }, { quantity: '0.004999' }), 'listCost')).toEqual(['0']);
  });
});

describe('graduated prices', () => {
  const tiers = [
    { upTo: '96', price: '3.3' },
    { upTo: '360', price: '1.8' },
    { upTo: null, price: '1.3' },
  ];
  const hours = (tierClock: 'month' | 'line'): Partial<UsageSku> => ({ unit: 'node-hour', price: { tiers, tierClock } });

  it('charges each part at its tier: 720 h of 8C16G = 316.8 + 475.2 + 468 = 1260', () => {
    // TI-EMS price page of 2021-01-21
    const result = resultOf(readPriceBook('2021-01-21'), { usage: [usageLine({ sku: 'ti-ems.node-hour.8c16g', quantity: '720' })] });
    expect(result.totals.payable).toBe('1260.00');
  });
  it.each([
    ['96', '316.8'],
    ['97', '318.6'],
    ['360', '792'],
    ['361', '793.3'],
    ['0', '0'],
  ])('%s hours cost %s', (quantity, listCost) => {
    expect(column(monthsOf(hours('month'), { quantity }), 'listCost')).toEqual([listCost]);
  });
  it('runs the tiers for one instance, times instances', () => {
    // 2 x T(100) = 2 x (316.8 + 4 x 1.8) = 648
    expect(column(monthsOf(hours('month'), { instances: '2' }), 'listCost')).toEqual(['648']);
  });
  it('restarts each month by the clock `month`, goes on by the clock `line`', () => {
    expect(column(monthsOf(hours('month'), {}, { months: 2 }), 'listCost')).toEqual(['324', '324']);
    // T(200) - T(100) = 100 x 1.8; T(300) - T(200) = 180; T(400) - T(300) = 60 x 1.8 + 40 x 1.3 = 160
    expect(column(monthsOf(hours('line'), {}, { months: 4 }), 'listCost')).toEqual(['324', '180', '180', '160']);
  });
  it('counts only months inside the horizon for the clock `line`', () => {
    expect(column(monthsOf(hours('line'), { from: '2025-10' }), 'listCost')).toEqual(['324']);
  });
  it("is replaced by the line's own flat price", () => {
    expect(column(monthsOf(hours('month'), { price: '2' }), 'listCost')).toEqual(['200']);
  });
});

describe('a charge', () => {
  it.each([
    ['half-up', '0.005', '0.01'],
    ['half-up', '0.0049', '0.00'],
    ['half-even', '0.005', '0.00'],
    ['half-even', '0.015', '0.02'],
    ['half-even', '0.0151', '0.02'],
    ['down', '0.0199', '0.01'],
  ] as const)('is rounded by the profile of its provider: %s, %s is %s', (rounding, price, payable) => {
    const book = priceBook([usageSku({ price })], [provider({ rounding })]);
    expect(resultOf(book, { usage: [usageLine({ quantity: '1' })] }).totals.payable).toBe(payable);
  });
  it('is one for each line and month, so that a column adds up to its total', () => {
    const book = priceBook([usageSku({ price: '0.009' })], [provider({ rounding: 'down' })]);
    const usage = [usageLine({ quantity: '1' }), usageLine({ id: 'u2', quantity: '1' }), usageLine({ id: 'u3', quantity: '1' })];
    expect(resultOf(book, { usage }).totals).toMatchObject({ usageListCost: '0.027', payable: '0.00' });
  });
});

describe('the horizon', () => {
  it('drops nothing of a line that lies outside, and says so', () => {
    const result = resultOf(priceBook([usageSku()]), { usage: [usageLine({ from: '2026-02', to: '2026-03' })] });
    expect(result.lines.u1).toEqual({ kind: 'usage', listCost: '0', payable: '0.00', months: {} });
    expect([codesOf(result.issues), result.complete]).toEqual([['OUTSIDE_HORIZON'], true]);
  });
  it.each([{ from: '2026-05' }, { to: '2025-05' }, { from: '2026-05', per: 'total' }])(
    'is no invalid period where a default lies outside: %j',
    (line) => {
      const result = resultOf(priceBook([usageSku()]), { usage: [usageLine(line)] });
      expect([codesOf(result.issues), result.complete]).toEqual([['OUTSIDE_HORIZON'], true]);
    },
  );
  it('crosses leap Februaries and years', () => {
    const plan = { startMonth: '2024-02', months: 1 };
    expect(column(monthsOf({}, { quantity: '29', from: '2024-02-29' }, plan), 'quantity')).toEqual(['1']);
  });
});
