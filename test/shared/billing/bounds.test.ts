/** The limits of billing.md, section 1: by hand, with the arithmetic beside it, and by the decimal oracle. */
import { describe, expect, it } from 'vitest';
import { formatResult, type OptionJson } from '../../../src/shared/billing/result.ts';
import type { PackSku, PriceBook } from '../../../src/shared/pricebook/types.ts';
import { addDays } from '../../../src/shared/time/calendar.ts';
import {
  nodeLine,
  nodeSku,
  type PlanInput,
  packLine,
  packSku,
  priceBook,
  provider,
  resultOf,
  scenarioOf,
  usageBillOf,
  usageLine,
  usageSku,
} from '../../support/billing.ts';
import { expectAgreement } from './oracle/agree.ts';

/** The result, after the oracle agreed with it. */
const agreed = (book: PriceBook, plan: PlanInput): OptionJson => {
  const bill = expectAgreement({ scenario: scenarioOf(plan), priceBook: book });
  const [option] = formatResult('plan', { edition: book.edition, options: [bill] }).options;
  if (option === undefined) throw new Error('a result has an option');
  return option;
};

const TRILLION = '1000000000000';
const BILLION = '1000000000';
const MILLION = '1000000';
const book = priceBook([usageSku(), packSku()]);

describe('the largest and the smallest numbers', () => {
  it('10^12 units at 10^9 CNY are 10^21 CNY', () => {
    const { totals } = agreed(priceBook([usageSku({ price: BILLION })]), { usage: [usageLine({ quantity: TRILLION })] });
    expect([totals.usageListCost, totals.payable]).toEqual([`1${'0'.repeat(21)}`, `1${'0'.repeat(21)}.00`]);
  });
  it('a million instances of it over 120 months are 10^21 x 10^6 x 120', () => {
    const plan = { months: 120, usage: [usageLine({ quantity: TRILLION, instances: MILLION })] };
    expect(agreed(priceBook([usageSku({ price: BILLION })]), plan).totals.payable).toBe(`12${'0'.repeat(28)}.00`);
  });
  it('adds 10^27 CNY and 0.01 CNY without losing the fen', () => {
    const usage = [usageLine({ quantity: TRILLION, instances: MILLION, price: BILLION }), usageLine({ id: 'u2', quantity: '0.01' })];
    expect(agreed(book, { usage }).totals.payable).toBe(`1${'0'.repeat(27)}.01`);
  });
  it.each([
    ['10^-6 units at 10^-6 CNY: one unit of the last decimal', '0.000001', '0.000000000001'],
    ['at 5 x 10^-7: half a unit, away from zero', '0.0000005', '0.000000000001'],
    ['at 4.999 x 10^-7: less than half', '0.0000004999', '0'],
    ['at 10^-10, the least price: nothing', '0.0000000001', '0'],
  ])('%s', (_, price, listCost) => {
    const { totals } = agreed(priceBook([usageSku({ price })]), { usage: [usageLine({ quantity: '0.000001' })] });
    expect([totals.usageListCost, totals.payable]).toEqual([listCost, '0.00']);
  });
  it('the least price of 10^6 units: 10^12 units / 10^6 x 0.0001 = 100', () => {
    const plan = { usage: [usageLine({ quantity: TRILLION })] };
    expect(agreed(priceBook([usageSku({ price: '0.0001', per: 1_000_000 })]), plan).totals.payable).toBe('100.00');
  });
  it('grows by 1000 % a month for 120 months: 10^12 x (1 + 11 + ... + 11^119) = 10^12 x (11^120 - 1) / 10', () => {
    const plan = { months: 120, usage: [usageLine({ quantity: TRILLION, growth: '10' })] };
    // The oracle has 120 digits, this has 137.
    expect(resultOf(book, plan).totals.payable).toBe(`${10n ** 11n * (11n ** 120n - 1n)}.00`);
  });
  it('grows by the least step, R6 each month: 10^12 x 1.000001 = 1,000,001,000,000', () => {
    const { months } = agreed(book, { months: 120, usage: [usageLine({ quantity: TRILLION, growth: '0.000001' })] });
    // 10^12 x 1.000001^2 = 1,000,002,000,001; ^3 = 1,000,003,000,003.000001
    expect(months.slice(0, 4).map(({ usageListCost }) => usageListCost)).toEqual([
      TRILLION,
      '1000001000000',
      '1000002000001',
      '1000003000003.000001',
    ]);
  });
  it('shrinks to nothing by -100 %: only the first month is left', () => {
    expect(agreed(book, { months: 120, usage: [usageLine({ quantity: '7', growth: '-1' })] }).totals.payable).toBe('7.00');
  });
  it('raises 10^12 units to a multiple of the least increment, and the least quantity to the largest increment', () => {
    const least = priceBook([usageSku({ increment: '0.000001' })]);
    // 10^12 x 1 / 3 of a month of 30 days (10 days) = 333,333,333,333.333333 3..., raised to ...334
    const plan = { startMonth: '2026-04', usage: [usageLine({ quantity: TRILLION, to: '2026-04-10' })] };
    expect(agreed(least, plan).totals.usageListCost).toBe('333333333333.333334');
    const largest = priceBook([usageSku({ increment: TRILLION })]);
    expect(agreed(largest, { usage: [usageLine({ quantity: '0.000001' })] }).totals.usageListCost).toBe(TRILLION);
  });
});

describe('nodes at the limits', () => {
  const nodes = priceBook([nodeSku({ price: BILLION })]);
  it('10^5 nodes at 10^9 CNY for 120 months are 1.2 x 10^16 CNY, 10^14 a month', () => {
    const { totals, months } = agreed(nodes, { months: 120, nodes: [nodeLine({ count: '100000', months: '120' })] });
    expect([totals.purchases, totals.expense, totals.prepaidBalance]).toEqual(['12000000000000000.00', '12000000000000000.00', '0.00']);
    expect(new Set(months.map(({ expense }) => expense))).toEqual(new Set(['100000000000000.00']));
  });
  it('one fen over 120 months: recognised at once when half of it is reached, after month 60', () => {
    const cheap = priceBook([nodeSku({ price: '0.0000833333' })]);
    // 0.0000833333 x 120 = 0.009999996, Rhalf = 0.01; Rhalf(0.01 x k / 120) is 0.01 from k = 60
    const { months } = agreed(cheap, { months: 120, nodes: [nodeLine({ months: '120' })] });
    expect(months.map(({ expense }) => expense).indexOf('0.01')).toBe(59);
    expect(months.filter(({ expense }) => expense !== '0.00')).toHaveLength(1);
  });
});

describe('packs at the limits', () => {
  it('10^5 packs of 10^12 CNY at 10^9 CNY pay 10^17 CNY of usage', () => {
    const packs = priceBook([usageSku({ price: BILLION }), packSku({ amount: TRILLION, price: BILLION })]);
    const plan = { usage: [usageLine({ quantity: '100000000.000001' })], packs: [packLine({ count: '100000' })] };
    const { totals, packs: balances } = agreed(packs, plan);
    // 100,000,000.000001 x 10^9 = 10^17 + 1000
    expect([totals.purchases, totals.payable]).toEqual(['100000000000000.00', '1000.00']);
    expect(balances.p1).toEqual({ used: `1${'0'.repeat(17)}`, forfeited: '0', remaining: '0' });
  });
  it('a pack of 0.000001 units covers that much of 10^12 and no more', () => {
    const tiny = priceBook([usageSku(), packSku({ denomination: 'quantity', unit: 'gb', amount: '0.000001', price: '0' })]);
    const { totals } = agreed(tiny, { usage: [usageLine({ quantity: TRILLION })], packs: [packLine()] });
    expect([totals.covered.pack, totals.payable]).toEqual(['0.000001', `${TRILLION}.00`]);
  });
  it('one pack over 120 months is used to the last unit, and its price in 120 shares', () => {
    const years = priceBook([usageSku(), packSku({ amount: '12000', price: '1000', validity: 'none' })]);
    const { totals, packs, months } = agreed(years, { months: 120, usage: [usageLine()], packs: [packLine()] });
    expect(packs.p1).toEqual({ used: '12000', forfeited: '0', remaining: '0' });
    expect([totals.payable, totals.expense, totals.prepaidBalance]).toEqual(['0.00', '1000.00', '0.00']);
    // 1000 x 100 x k / 12000: 8.333, 16.667, 25
    expect(months.slice(0, 3).map(({ expense }) => expense)).toEqual(['8.33', '8.34', '8.33']);
  });
  it('1,000 packs on one line burn by expiry: 1,500 - 1,000 x 1 = 500', () => {
    const small = priceBook([usageSku(), packSku({ amount: '1', price: '0.5' })]);
    // The later in the list, the earlier it expires.
    const packs = Array.from({ length: 1_000 }, (_, at) => packLine({ id: `p${at}`, expiry: addDays('2030-01-01', -at) }));
    const bill = expectAgreement({ scenario: scenarioOf({ usage: [usageLine({ quantity: '1500' })], packs }), priceBook: small });
    expect([bill.totals.payable, bill.totals.purchases]).toEqual([50_000n, 50_000n]);
    const draws = usageBillOf(bill, 'u1')
      .charges.get('2026-01')
      ?.draws.map(({ pack }) => pack);
    expect(draws).toEqual(packs.map(({ id }) => id).toReversed());
  });
  it('1,000 packs that are alike pay as one of 1,000', () => {
    const small = priceBook([usageSku(), packSku({ amount: '0.7', price: '0.5' })]);
    const packs = Array.from({ length: 1_000 }, (_, at) => packLine({ id: `p${at}` }));
    const usage = [usageLine({ quantity: '650.5' }), usageLine({ id: 'u2', quantity: '1' })];
    const { totals, packs: balances } = agreed(small, { usage, packs });
    // 651.5 = 930 x 0.7 + 0.5
    expect(totals.payable).toBe('0.00');
    expect(Object.values(balances).filter(({ remaining }) => remaining === '0')).toHaveLength(930);
    expect(Object.values(balances).filter(({ remaining }) => remaining === '0.2')).toHaveLength(1);
  });
  it('1,000 packs of one day each: half a unit a day of one unit a day', () => {
    const daily = priceBook([usageSku(), packSku({ amount: '0.5', validity: { days: 1 } })]);
    // 2028-01-01 and 999 days later, 2030-09-26
    const packs = Array.from({ length: 1_000 }, (_, at) => packLine({ id: `p${at}`, start: addDays('2028-01-01', at) }));
    const usage = [usageLine({ quantity: '1000', per: 'total', from: '2028-01-01', to: '2030-09-26' })];
    const { totals } = agreed(daily, { startMonth: '2028-01', months: 33, usage, packs });
    expect([totals.covered.pack, totals.payable]).toEqual(['500', '500.00']);
  });
});

const DAYS_OF_2028 = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

describe('a line of one day on every day of a leap year', () => {
  const usage = Array.from({ length: 366 }, (_, at) => {
    const day = addDays('2028-01-01', at);
    return usageLine({ id: `u${at}`, quantity: '1', per: 'total', from: day, to: day });
  });
  const year = { startMonth: '2028-01', months: 12, usage };

  it('comes to the days of each month', () => {
    expect(agreed(book, year).months.map(({ payable }) => Number(payable))).toEqual(DAYS_OF_2028);
  });
  it('is paid day by day: a pack of 100 from 1 February has 29 + 31 + 30 days and the first 10 of May', () => {
    const { months } = agreed(book, { ...year, packs: [packLine({ start: '2028-02-01' })] });
    expect(months.map(({ payable }) => Number(payable))).toEqual([31, 0, 0, 0, 21, 30, 31, 31, 30, 31, 30, 31]);
  });
  it('of a monthly quantity is a day of its month: 31 / 31, 29 / 29 and so on', () => {
    const monthly = usage.map((line) => ({ ...line, per: 'month', quantity: String(DAYS_OF_2028[Number(line.from?.slice(5, 7)) - 1]) }));
    expect(agreed(book, { ...year, usage: monthly }).months.map(({ payable }) => Number(payable))).toEqual(DAYS_OF_2028);
  });
  it('gets its day of a level pack of 29: all of it in the 29 days of February, 29 / 31 of it in January', () => {
    const level = priceBook([usageSku(), packSku({ denomination: 'quantity', unit: 'gb', amount: '29', reset: 'level' })]);
    const { months } = agreed(level, { ...year, packs: [packLine()] });
    expect(months.slice(0, 2).map(({ usageListCost, covered }) => [usageListCost, covered.pack])).toEqual([
      ['31', '29'],
      ['29', '29'],
    ]);
  });
});

describe('a pack of 100 over one unit a day, from 1 January 2028', () => {
  const usage = [usageLine({ quantity: '91', per: 'total', from: '2028-01', to: '2028-03' })];
  const quarter = (fields: Partial<PackSku>, line: Parameters<typeof packLine>[0]) => {
    const sku = packSku({ validity: 'none', ...fields });
    return agreed(priceBook([usageSku(), sku]), { startMonth: '2028-01', months: 3, usage, packs: [packLine(line)] });
  };
  it.each([
    ['expires on 1 February: 31 days', { expiry: '2028-02-01' }, '31', '69', '2028-01'],
    ['expires on 31 January: 30 days', { expiry: '2028-01-31' }, '30', '70', '2028-01'],
    ['expires on 29 February: 31 + 28 days', { expiry: '2028-02-29' }, '59', '41', '2028-02'],
    ['expires on 1 March: 31 + 29 days', { expiry: '2028-03-01' }, '60', '40', '2028-02'],
    ['expires on 31 March: 91 - 1 days', { expiry: '2028-03-31' }, '90', '10', '2028-03'],
    ['expires with the horizon: all 91 days', { expiry: '2028-04-01' }, '91', '9', '2028-03'],
    ['bought on 31 January for two days', { start: '2028-01-31', expiry: '2028-02-02' }, '2', '98', '2028-02'],
    ['bought on 29 February for a day', { start: '2028-02-29', expiry: '2028-03-01' }, '1', '99', '2028-02'],
  ])('%s', (_, line, used, forfeited, month) => {
    const { packs, months } = quarter({}, { start: '2028-01-01', ...line });
    expect(packs.p1).toEqual({ used, forfeited, remaining: '0' });
    // 10 CNY for 100: a tenth of what is forfeited
    expect(months.filter(({ forfeitedCost }) => forfeitedCost !== '0.00').map((each) => [each.month, Number(each.forfeitedCost)])).toEqual([
      [month, Number(forfeited) / 10],
    ]);
  });
  it('outlives the horizon by a day: nothing is forfeited', () => {
    expect(quarter({}, { start: '2028-01-01', expiry: '2028-04-02' }).packs.p1).toEqual({ used: '91', forfeited: '0', remaining: '9' });
  });
  it.each([
    ['a month from 31 January ends on 29 February: 1 + 28 days', '2028-01-31', 1, '29'],
    ['a month from 30 January ends on 29 February too: 2 + 28 days', '2028-01-30', 1, '30'],
    ['a month from 29 February ends on 29 March: 1 + 28 days', '2028-02-29', 1, '29'],
    ['two months from 31 December end on 29 February: 31 + 28 days', '2027-12-31', 2, '59'],
  ])('%s', (_, start, months, used) => {
    expect(quarter({ validity: { months } }, { start }).packs.p1?.used).toBe(used);
  });
  it('that resets does so on the 1st of a month in which it is valid for a day only', () => {
    const reset = { denomination: 'quantity', unit: 'gb', amount: '20', reset: 'month' } as const;
    // 20 in January, 20 in February, 1 on 1 March
    expect(quarter(reset, { start: '2028-01-01', expiry: '2028-03-02' }).totals.covered.pack).toBe('41');
    expect(quarter(reset, { start: '2028-01-01', expiry: '2028-03-01' }).totals.covered.pack).toBe('40');
    // bought on the last day of January: one day, then 20 in February
    expect(quarter(reset, { start: '2028-01-31', expiry: '2028-03-01' }).totals.covered.pack).toBe('21');
  });
});

describe('rounding at the limits', () => {
  it.each([
    ['half-up', '0.01'],
    ['half-even', '0.00'],
    ['down', '0.00'],
  ] as const)('half a fen, %s', (rounding, payable) => {
    const half = priceBook([usageSku({ price: '0.005' })], [provider({ rounding })]);
    expect(agreed(half, { usage: [usageLine({ quantity: '1' })] }).totals.payable).toBe(payable);
  });
  it.each([
    ['half-up', '.01'],
    ['half-even', '.00'],
    ['down', '.00'],
  ] as const)('5 x 10^17 CNY beside half a fen, %s', (rounding, fen) => {
    // 999,999,999,999.01 x 10^6 x 0.5 = 499,999,999,999,505,000, and a charge of 0.01 x 0.5
    const half = priceBook([usageSku({ price: '0.5' })], [provider({ rounding })]);
    const plan = { usage: [usageLine({ quantity: '999999999999.01', instances: MILLION }), usageLine({ id: 'u2', quantity: '0.01' })] };
    expect(agreed(half, plan).totals.payable).toBe(`499999999999505000${fen}`);
  });
  it('half of 10^-12 CNY, with tiers that go on from months whose quantities have no finite decimals', () => {
    const price = {
      tierClock: 'line',
      tiers: [
        { upTo: '43', price: '2091.654' },
        { upTo: null, price: '4.17' },
      ],
    } as const;
    const tiers = priceBook([usageSku({ price, per: 100_000, monthBasis: 'days30', increment: '0.000001' })]);
    const usage = [usageLine({ quantity: '170', instances: '7', growth: '0.000001' })];
    const { months } = agreed(tiers, { startMonth: '2027-11', months: 7, usage });
    // May: 170.00102 x 7 x 31 / 30 = 1229.674044666..., raised to 1229.674045; x 4.17 / 10^5 = 0.0512774076765, half away from zero
    expect(months.at(-1)?.usageListCost).toBe('0.051277407677');
  });
});
