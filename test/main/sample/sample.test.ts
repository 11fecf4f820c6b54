import { describe, expect, it } from 'vitest';
import { readEditions, readSample } from '../../../src/main/resources.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatFen } from '../../../src/shared/numeric/fixed.ts';
import { RESOURCES } from '../support/testApp.ts';

const [seed] = readEditions(RESOURCES);
const billOf = (locale: 'zh-CN' | 'en') => {
  if (seed === undefined) throw new Error('no edition');
  return computeBill({ scenario: readSample(RESOURCES, locale), priceBook: seed });
};

describe('the sample', () => {
  it('ships the default edition first', () => {
    expect(readEditions(RESOURCES).map(({ edition }) => edition)).toEqual(['seed', '2021-01-21']);
  });

  it('is the same plan in both languages', () => {
    const bare = (locale: 'zh-CN' | 'en') =>
      JSON.stringify(readSample(RESOURCES, locale), (key, value) => (key === 'name' || key === 'note' ? '' : value));
    expect(bare('en')).toBe(bare('zh-CN'));
    const names = (locale: 'zh-CN' | 'en') => readSample(RESOURCES, locale).options.map(({ name }) => name);
    expect(names('en')).not.toEqual(names('zh-CN'));
  });

  it('is complete, with a clear difference', () => {
    const [a, b] = billOf('en').options;
    expect([a?.complete, b?.complete]).toEqual([true, true]);
    // 3 nodes x 3000 x 12
    expect(formatFen(a?.totals.cash ?? 0n)).toBe('108000.00');
    // list 93,810.20 - 500 trial - 200 entry plan - 300 voucher + 59 paid for the plan = 92,869.20, less what 24 charges drop below a fen
    expect(formatFen(b?.totals.cash ?? 0n)).toBe('92869.08');
    expect(b?.totals.forfeitedCost).toBe(0n);
  });

  it('notes on every line where its figure comes from', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const lines = readSample(RESOURCES, locale).options.flatMap(({ nodes, usage, packs }) => [...nodes, ...usage, ...packs]);
      expect(lines.filter(({ note }) => note === '')).toEqual([]);
    }
  });
});
