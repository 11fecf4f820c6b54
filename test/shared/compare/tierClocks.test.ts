import { describe, expect, it } from 'vitest';
import { chargeByClocks, createTierClockFinder, findTierClockDoubts } from '../../../src/shared/compare/tierClocks.ts';
import { formatAmount, formatFen } from '../../../src/shared/numeric/fixed.ts';
import { makeBlankScenario, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import type { Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const book = readPriceBook('2021-01-21');

const plan = (...usage: readonly UsageLine[]): Scenario => {
  const blank = makeBlankScenario({ name: 'Plan', priceBook: '2021-01-21', startMonth: '2026-01', months: 6 });
  return { ...blank, options: blank.options.map((option) => ({ ...option, usage })) };
};
const line = (fields: Partial<UsageLine>): UsageLine => ({
  ...makeUsageLine('u1'),
  sku: 'ti-ems.node-hour.8c32g1t4',
  quantity: '720',
  ...fields,
});

describe('a tier clock that the source does not settle', () => {
  it('gives both totals: 720 h of 8C32G1T4 in each of 6 months', () => {
    // each month 96 x 10.6 + 264 x 5.4 + 360 x 3.7 = 3,775.20; never restarting 96 x 10.6 + 264 x 5.4 + 3,960 x 3.7 = 17,095.20
    const [doubt, ...others] = findTierClockDoubts(plan(line({})), book);
    expect(others).toEqual([]);
    expect(doubt?.option).toBe('A');
    expect([doubt?.month.cash, doubt?.line.cash].map((fen) => formatFen(fen ?? 0n))).toEqual(['22651.20', '17095.20']);
  });

  it('is no doubt within the first tier, at a price of the user’s own, or without graduated prices', () => {
    expect(findTierClockDoubts(plan(line({ quantity: '16' })), book)).toEqual([]);
    expect(findTierClockDoubts(plan(line({ price: '5' })), book)).toEqual([]);
    expect(findTierClockDoubts(plan(line({ sku: 'artlab.tool.shared' })), book)).toEqual([]);
  });

  it('gives both list costs of a charge, whatever else the option has', () => {
    const scenario = plan(line({ id: 'u0', quantity: '50' }), line({}));
    const of = (month: string) => {
      const costs = chargeByClocks(scenario, book, { option: 'A', line: 'u1', month });
      return costs === null ? null : [formatAmount(costs.month), formatAmount(costs.line)];
    };
    // the second month begins in the last tier where the tiers run on: 720 x 3.7
    expect(of('2026-01')).toEqual(['3775.2', '3775.2']);
    expect(of('2026-02')).toEqual(['3775.2', '2664']);
    expect(of('2027-01')).toBeNull();
    for (const settled of [line({ price: '5' }), line({ sku: 'artlab.tool.shared' })]) {
      expect(chargeByClocks(plan(settled), book, { option: 'A', line: 'u1', month: '2026-02' })).toBeNull();
    }
  });

  it('follows edits, and does not look again while nothing has changed', () => {
    const find = createTierClockFinder();
    const first = plan(line({}));
    expect(find(first, book)).toEqual(findTierClockDoubts(first, book));
    expect(find(first, book)).toBe(find(first, book));
    for (const quantity of ['16', '500', '720', 'x']) {
      const edited = plan(line({ quantity }), line({ id: 'u2', quantity: '400' }));
      expect(find(edited, book)).toEqual(findTierClockDoubts(edited, book));
    }
    expect(find(first, readPriceBook('seed'))).toEqual([]);
  });

  it('sees a line that comes into doubt, wherever it stands, and one that leaves it', () => {
    const find = createTierClockFinder();
    const sure = ['u2', 'u3', 'u4'].map((id) => line({ id, sku: 'artlab.tool.shared' }));
    const [first, ...rest] = sure;
    const doubtful = line({});
    const steps = [sure, [...sure, doubtful], sure, [doubtful, ...sure], [...rest, doubtful], rest, first === undefined ? [] : [first]];
    for (const usage of steps) {
      const edited = plan(...usage);
      expect(find(edited, book)).toEqual(findTierClockDoubts(edited, book));
      expect(find(edited, book).length).toBe(usage.includes(doubtful) ? 1 : 0);
    }
    const now = plan(...sure, line({ id: 'u9', sku: 'artlab.tool.shared' }));
    expect(find(now, readPriceBook('seed'))).toEqual([]);
    expect(find(plan(...sure, doubtful), book)).toHaveLength(1);
  });
});
