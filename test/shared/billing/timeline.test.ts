/** Where a pack's balance goes, month by month (billing.md, 5, 5.2 and 5.4). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { explain } from '../../../src/shared/billing/explain/explain.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
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
    // 31 of January, then half of February's: 14 of 28 days
    expect(timelineOf({ months: 3, usage, packs: [packLine({ amount: '46.5' })] })).toEqual({
      runsOut: '2026-02-14',
      months: [
        { month: '2026-01', runsOut: null, opening: '46.5', used: '31', lapsed: '0', forfeited: '0', closing: '15.5' },
        { month: '2026-02', runsOut: '2026-02-14', opening: '15.5', used: '15.5', lapsed: '0', forfeited: '0', closing: '0' },
        { month: '2026-03', runsOut: null, opening: '0', used: '0', lapsed: '0', forfeited: '0', closing: '0' },
      ],
    });
  });

  it('runs out on the last day that it pays for, also where that day takes exactly the last of it', () => {
    expect(timelineOf({ months: 2, usage, packs: [packLine({ amount: '31' })] })?.runsOut).toBe('2026-01-31');
    expect(timelineOf({ usage, packs: [packLine({ amount: '1' })] })?.runsOut).toBe('2026-01-01');
    expect(timelineOf({ usage, packs: [packLine({ amount: '1.000001' })] })?.runsOut).toBe('2026-01-02');
    // ten days, and used up on the last valid one
    expect(timelineOf({ usage, packs: [packLine({ amount: '10', expiry: '2026-01-11' })] })?.runsOut).toBe('2026-01-10');
  });

  it('has no day of running out where nothing was there, or nothing was used', () => {
    expect(timelineOf({ usage, packs: [packLine({ remaining: '0' })] })?.runsOut).toBe(null);
    expect(timelineOf({ packs: [packLine()] })?.runsOut).toBe(null);
  });

  it('forfeits what is left at expiry in the month of the last valid day, and has no month after it', () => {
    // Ten days of January: 10 CNY
    expect(timelineOf({ months: 3, usage, packs: [packLine({ amount: '40', expiry: '2026-01-11' })] })).toEqual({
      runsOut: null,
      months: [{ month: '2026-01', runsOut: null, opening: '40', used: '10', lapsed: '0', forfeited: '30', closing: '0' }],
    });
    expect(timelineOf({ months: 2, usage, packs: [packLine({ amount: '40', expiry: '2026-02-01' })] })?.months).toHaveLength(1);
  });

  it('keeps what is left and still valid at the end of the horizon', () => {
    expect(timelineOf({ usage, packs: [packLine({ amount: '40' })] })?.months).toEqual([
      { month: '2026-01', runsOut: null, opening: '40', used: '31', lapsed: '0', forfeited: '0', closing: '9' },
    ]);
  });

  it('begins with what the line says is left, in the month in which the pack starts', () => {
    const months = timelineOf({ months: 2, usage, packs: [packLine({ amount: '40', remaining: '7', start: '2026-02-15' })] })?.months;
    // 14 days of 28 would take 15.5
    expect(months).toEqual([
      { month: '2026-02', runsOut: '2026-02-21', opening: '7', used: '7', lapsed: '0', forfeited: '0', closing: '0' },
    ]);
  });

  it('of a pack that starts anew each month is full each month, and what is not used has lapsed', () => {
    expect(timelineOf({ months: 2, usage, packs: [packLine({ sku: 'monthly', amount: '40' })] })).toEqual({
      runsOut: null,
      months: [
        { month: '2026-01', runsOut: null, opening: '40', used: '31', lapsed: '9', forfeited: '0', closing: '0' },
        { month: '2026-02', runsOut: null, opening: '40', used: '31', lapsed: '9', forfeited: '0', closing: '0' },
      ],
    });
  });

  it('of a standing level holds what the days hold on which it is valid', () => {
    // 31 GB from 22 January: 10 of 31 days hold 10, and 10 are used
    expect(
      timelineOf({ usage: [usageLine({ quantity: '15.5' })], packs: [packLine({ sku: 'level', start: '2026-01-22' })] })?.months,
    ).toEqual([{ month: '2026-01', runsOut: null, opening: '10', used: '5', lapsed: '5', forfeited: '0', closing: '0' }]);
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

  it('of an allowance says in each month on which day it runs out, as that of any pack', () => {
    const input = { scenario: scenarioOf({ months: 2, usage }), priceBook: book };
    const explained = explain(input, computeBill(input), { kind: 'pack', option: 'A', line: 'allowance' });
    // 5 of 31 of 31 days, and of 28: 4.5
    expect(explained?.kind === 'pack' ? explained.timeline.months.map(({ runsOut }) => runsOut) : null).toEqual([
      '2026-01-05',
      '2026-02-05',
    ]);
    const life = {
      ...input,
      priceBook: priceBook([usageSku(), packSku({ sku: 'life', class: 'allowance', validity: 'none', price: '0', amount: '46.5' })]),
    };
    const once = explain(life, computeBill(life), { kind: 'pack', option: 'A', line: 'life' });
    expect(once?.kind === 'pack' ? once.timeline : null).toMatchObject({
      runsOut: '2026-02-14',
      months: [{ runsOut: null }, { runsOut: '2026-02-14' }],
    });
  });
});

describe('packs that run out in one phase', () => {
  const skus = [
    usageSku(),
    usageSku({ sku: 'v', category: 'storage' }),
    packSku({ sku: 'first', priority: -1, amount: '10' }),
    packSku({ sku: 'second', amount: '5.5' }),
    packSku({ sku: 'units', amount: '5.5', denomination: 'quantity', unit: 'gb' }),
    packSku({ sku: 'computeOnly', priority: -1, amount: '10', scope: { categories: ['compute'] } }),
    packSku({ sku: 'storageOnly', amount: '5.5', scope: { categories: ['storage'] } }),
    packSku({ sku: 'monthly', priority: -1, amount: '15.5', reset: 'month' }),
    packSku({ sku: 'level', priority: -1, amount: '15.5', reset: 'level', denomination: 'quantity', unit: 'gb' }),
  ];
  const runOutsOf = (plan: PlanInput) => {
    const bill = computeBill({ scenario: scenarioOf(plan), priceBook: priceBook(skus) });
    const packs = formatResult('plan', bill, { timelines: true }).options[0]?.packs ?? {};
    return Object.values(packs).map(({ timeline }) => timeline?.runsOut);
  };
  const pair = (first: string, second: string) => [packLine({ sku: first }), packLine({ id: 'p2', sku: second })];
  // 1 CNY a day

  it('do so one after the other: the second begins where the first ended', () => {
    // 10 days, then 5.5: in the sixteenth
    expect(runOutsOf({ usage, packs: pair('first', 'second') })).toEqual(['2026-01-10', '2026-01-16']);
    expect(runOutsOf({ usage, packs: pair('first', 'units') })).toEqual(['2026-01-10', '2026-01-16']);
    const three = [...pair('first', 'units'), packLine({ id: 'p3', sku: 'second', start: '2026-01-01', expiry: '2028-01-01' })];
    expect(runOutsOf({ usage, packs: three })).toEqual(['2026-01-10', '2026-01-16', '2026-01-21']);
  });

  it('do not wait for one another where they pay for different lines', () => {
    const both = [...usage, usageLine({ id: 'u2', sku: 'v', quantity: '31' })];
    expect(runOutsOf({ usage: both, packs: pair('computeOnly', 'storageOnly') })).toEqual(['2026-01-10', '2026-01-06']);
  });

  it('wait where they share a line, although the second could pay for another from the beginning (ASSUMPTION)', () => {
    const both = [...usage, usageLine({ id: 'u2', sku: 'v', quantity: '31' })];
    // Left for the second: 21 of u and 31 of v, taken as of the 21 days after the first: 5.5 of 52 of 21 days are 2.2 days
    expect(runOutsOf({ usage: both, packs: pair('computeOnly', 'second') })).toEqual(['2026-01-10', '2026-01-13']);
    // A line that has no days here is not shared.
    const later = [usageLine({ quantity: '31', from: '2026-02' }), ...both.slice(1)];
    expect(runOutsOf({ months: 2, usage: later, packs: pair('computeOnly', 'second') })[1]).toBe('2026-01-06');
  });

  it('wait for one that starts anew each month, which says on which days it ran out; a standing level pays a part of every day', () => {
    const plan = { months: 2, usage, packs: pair('monthly', 'second') };
    expect(runOutsOf(plan)).toEqual([null, '2026-01-21']);
    const bill = computeBill({ scenario: scenarioOf(plan), priceBook: priceBook(skus) });
    // 15.5 of 31 of 31 days, and of 28
    expect(bill.options[0]?.packs.get('p1')?.timeline.months.map(({ runsOut }) => runsOut)).toEqual(['2026-01-16', '2026-02-14']);
    // Half of every day is left: 5.5 are eleven days
    const level = { usage, packs: pair('level', 'second') };
    expect(runOutsOf(level)).toEqual([null, '2026-01-11']);
    expect(
      computeBill({ scenario: scenarioOf(level), priceBook: priceBook(skus) }).options[0]?.packs.get('p1')?.timeline.months[0]?.runsOut,
    ).toBe(null);
  });

  it('do so on the days on which a plain count of them does', () => {
    const amount = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 6 }), (quantity, amounts) => {
        const packs = amounts.map((each, at) => packLine({ id: `p${at}`, sku: 'second', amount: String(each) }));
        const plan = { months: 2, usage: [usageLine({ quantity: String(quantity) })], packs };
        let through = 0;
        const expected = amounts.map((each) => {
          through += each;
          // In 1/(31 x 28) of a CNY: what two months use up to a day
          let used = 0;
          for (let day = 0; day < 59; day += 1) {
            used += day < 31 ? quantity * 28 : quantity * 31;
            if (used >= through * 31 * 28) return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          }
          return null;
        });
        expect(runOutsOf(plan)).toEqual(expected);
      }),
    );
  });
});
