/** Where a pack's balance goes, month by month (billing.md, 5, 5.2 and 5.4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { explain } from '../../../src/shared/billing/explain/explain.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { type PlanInput, packLine, packSku, priceBook, scenarioOf, usageLine, usageSku } from '../../support/billing.ts';

const book = priceBook([
  usageSku(),
  packSku(),
  packSku({ sku: 'monthly', reset: 'month' }),
  packSku({ sku: 'level', reset: 'level', denomination: 'quantity', unit: 'gb', amount: '31' }),
  packSku({ sku: 'allowance', class: 'allowance', reset: 'month', validity: 'none', price: '0', amount: '5' }),
]);
const withoutAllowance = priceBook(book.skus.filter(({ sku }) => sku !== 'allowance'));
const timelineOf = (plan: PlanInput) => {
  const bill = computeBill({ scenario: scenarioOf(plan), priceBook: withoutAllowance });
  return formatResult('plan', bill, { timelines: true }).options[0]?.packs.p1?.timeline;
};
// 31 CNY in January (31 days), 31 in February (28 days), 31 in March
const usage = [usageLine({ quantity: '31' })];

describe('a timeline', () => {
  it('opens each month where the one before closed, and runs out on the day that usage takes the last of it', () => {
    // 31 and half of February: the 14th of 28 days takes the last of it
    expect(timelineOf({ months: 3, usage, packs: [packLine({ amount: '46.5' })] })).toEqual({
      runsOut: '2026-02-14',
      months: [
        { month: '2026-01', opening: '46.5', used: '31', lapsed: '0', forfeited: '0', closing: '15.5' },
        { month: '2026-02', opening: '15.5', used: '15.5', lapsed: '0', forfeited: '0', closing: '0' },
        { month: '2026-03', opening: '0', used: '0', lapsed: '0', forfeited: '0', closing: '0' },
      ],
    });
  });

  it.each([
    ['with the last hour of its last day', '31', '2026-01-31'],
    ['a hair before a day begins', '9.999999', '2026-01-10'],
    ['with a day', '10', '2026-01-10'],
    ['a hair into a day', '10.000001', '2026-01-11'],
  ])('runs out %s', (_name, amount, day) => {
    expect(timelineOf({ usage, packs: [packLine({ amount, expiry: '2026-02-01' })] })?.runsOut).toBe(day);
  });

  it('of a pack that waits for another begins when that one is empty', () => {
    // 31 CNY in 31 days: 10 of the first end on the 10th, 15 of the second on the 25th
    const packs = [packLine({ amount: '10', expiry: '2027-01-01' }), packLine({ id: 'p2', amount: '15', expiry: '2027-02-01' })];
    const bill = computeBill({ scenario: scenarioOf({ usage, packs }), priceBook: withoutAllowance });
    expect([...(bill.options[0]?.packs.values() ?? [])].map(({ timeline }) => timeline.runsOut)).toEqual(['2026-01-10', '2026-01-25']);
  });

  it('forfeits what is left at expiry in the month of the last valid day, and has no month after it', () => {
    // Ten days of January: 10 CNY
    expect(timelineOf({ months: 3, usage, packs: [packLine({ amount: '40', expiry: '2026-01-11' })] })).toEqual({
      runsOut: null,
      months: [{ month: '2026-01', opening: '40', used: '10', lapsed: '0', forfeited: '30', closing: '0' }],
    });
    expect(timelineOf({ months: 2, usage, packs: [packLine({ amount: '40', expiry: '2026-02-01' })] })?.months).toHaveLength(1);
  });

  it('keeps what is left and still valid at the end of the horizon', () => {
    expect(timelineOf({ usage, packs: [packLine({ amount: '40' })] })?.months).toEqual([
      { month: '2026-01', opening: '40', used: '31', lapsed: '0', forfeited: '0', closing: '9' },
    ]);
  });

  it('begins with what the line says is left, in the month in which the pack starts', () => {
    const months = timelineOf({ months: 2, usage, packs: [packLine({ amount: '40', remaining: '7', start: '2026-02-15' })] })?.months;
    // 14 days of 28 would take 15.5
    expect(months).toEqual([{ month: '2026-02', opening: '7', used: '7', lapsed: '0', forfeited: '0', closing: '0' }]);
  });

  it('of a pack that starts anew each month is full each month, and what is not used has lapsed', () => {
    expect(timelineOf({ months: 2, usage, packs: [packLine({ sku: 'monthly', amount: '40' })] })).toEqual({
      runsOut: null,
      months: [
        { month: '2026-01', opening: '40', used: '31', lapsed: '9', forfeited: '0', closing: '0' },
        { month: '2026-02', opening: '40', used: '31', lapsed: '9', forfeited: '0', closing: '0' },
      ],
    });
  });

  it('of a standing level holds what the days hold on which it is valid', () => {
    // 31 GB from 22 January: 10 of 31 days hold 10, and 10 are used
    expect(
      timelineOf({ usage: [usageLine({ quantity: '15.5' })], packs: [packLine({ sku: 'level', start: '2026-01-22' })] })?.months,
    ).toEqual([{ month: '2026-01', opening: '10', used: '5', lapsed: '5', forfeited: '0', closing: '0' }]);
  });

  it('of an allowance is explained by its SKU', () => {
    const input = { scenario: scenarioOf({ months: 2, usage: [usageLine({ quantity: '3' })] }), priceBook: book };
    const explained = explain(input, computeBill(input), { kind: 'pack', option: 'A', line: 'allowance' });
    const cny = 10n ** 12n;
    expect(explained?.kind === 'pack' ? explained.timeline.months : null).toMatchObject([
      { month: '2026-01', opening: 5n * cny, used: 3n * cny, lapsed: 2n * cny, closing: 0n },
      { month: '2026-02', opening: 5n * cny, used: 3n * cny, lapsed: 2n * cny, closing: 0n },
    ]);
  });
});

it('adds up for any pack: from month to month, and to what the bill says of it', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      for (const { packs } of computeBill(input).options) {
        for (const { timeline, used, forfeited, remaining, expiry } of packs.values()) {
          for (const each of timeline.months) expect(each.opening - each.used - each.lapsed - each.forfeited).toBe(each.closing);
          for (const [at, each] of timeline.months.entries())
            expect(at === 0 || each.month > (timeline.months[at - 1]?.month ?? '')).toBe(true);
          const sum = (key: 'used' | 'forfeited') => timeline.months.reduce((total, each) => total + each[key], 0n);
          expect([sum('used'), sum('forfeited')]).toEqual([used, forfeited]);
          const last = timeline.months.at(-1);
          if (last !== undefined && remaining > 0n) expect(last.closing).toBe(remaining);
          if (timeline.runsOut !== null) expect(expiry === null || timeline.runsOut < expiry).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});
