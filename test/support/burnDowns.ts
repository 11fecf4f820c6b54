/** Lines and packs of all sizes for tests that hold the ways to count a burn-down against each other. */
import fc from 'fast-check';
import { LineRows } from '../../src/shared/billing/columns/LineRows.ts';
import { OrdinarySkus } from '../../src/shared/billing/columns/ordinarySkus.ts';
import { SkuNames } from '../../src/shared/billing/columns/skuNames.ts';
import { UsageTable } from '../../src/shared/billing/columns/UsageTable.ts';
import { createGrowthTable } from '../../src/shared/billing/growth.ts';
import { horizonOf } from '../../src/shared/billing/horizon.ts';
import { makeFlatLine } from '../../src/shared/billing/lines/flatLine.ts';
import { GeneralLine } from '../../src/shared/billing/lines/generalLine.ts';
import type { RatedLine } from '../../src/shared/billing/lines/ratedLine.ts';
import { UsageWork } from '../../src/shared/billing/lines/usageWork.ts';
import type { BurnDownInput } from '../../src/shared/billing/packs/burnDown.ts';
import type { BurnPack } from '../../src/shared/billing/packs/pack.ts';
import { cutDays } from '../../src/shared/billing/packs/phases.ts';
import { createRateTable } from '../../src/shared/billing/rate/rate.ts';
import type { UsableUsage } from '../../src/shared/billing/read/readUsage.ts';
import { indexPriceBook } from '../../src/shared/pricebook/find.ts';
import { ROUNDING_PROFILES, type RoundingProfile, type UsageSku } from '../../src/shared/pricebook/types.ts';
import { makeUsageLine } from '../../src/shared/scenario/blank.ts';
import { monthOfDay } from '../../src/shared/time/calendar.ts';
import { priceBook, provider, usageSku } from './billing.ts';

export const HORIZON = horizonOf({ startMonth: '2028-01', months: 3 });
/** Each profile has a provider with one SKU. */
const skuOf = (rounding: RoundingProfile): UsageSku => usageSku({ sku: rounding, provider: rounding, unit: 'unit' });
const BOOK = priceBook(
  ROUNDING_PROFILES.map(skuOf),
  ROUNDING_PROFILES.map((rounding) => provider({ id: rounding, rounding })),
);

/** Lines as rows of a table: all of them made already. */
export const rowsOf = (lines: readonly RatedLine[]): LineRows => {
  const names = new SkuNames();
  const table = UsageTable.make(
    {
      lines: lines.map((_, row) => makeUsageLine(`u${row}`)),
      horizon: HORIZON,
      names,
      skus: new OrdinarySkus(names, indexPriceBook(BOOK), createRateTable()),
      growths: createGrowthTable(),
      makeWork: (position) => {
        const rated = lines[position];
        if (rated === undefined) throw new Error(`no line at ${position}`);
        return new UsageWork({ kind: 'usable', usable: rated.usage, issues: [] }, rated);
      },
    },
    null,
  );
  return new LineRows(table, [...lines.keys()]);
};

/** As many bits as the first number says, so that all sizes are alike frequent. */
const sized = (bits: number): fc.Arbitrary<bigint> =>
  fc
    .tuple(fc.integer({ min: 0, max: bits }), fc.bigInt({ min: 0n, max: 2n ** 128n }))
    .map(([width, random]) => random % 2n ** BigInt(width));
const day = fc.integer({ min: HORIZON.start - 3, max: HORIZON.end + 3 });
const period = fc.tuple(day, fc.integer({ min: 1, max: 95 })).map(([from, days]) => ({ from, to: from + days }));
/** A few quantities and prices for all lines make ties. */
export const usage = (bits: number): fc.Arbitrary<UsableUsage> =>
  fc
    .record({
      quantity: fc.oneof(sized(bits), fc.constantFrom(1n, 333_333n, 1_000_000n, 2_000_000n)),
      unitPrice: fc.oneof(sized(50), fc.constantFrom(5n, 10_000n, 77_000_000n)),
      instances: fc.constantFrom(1n, 3n),
      period: fc.oneof(period, fc.constant({ from: HORIZON.start, to: HORIZON.end })),
      per: fc.constantFrom('month' as const, 'total' as const),
      monthBasis: fc.constantFrom('calendar' as const, 'days30' as const),
      rounding: fc.constantFrom(...ROUNDING_PROFILES),
    })
    .map(({ quantity, unitPrice, instances, rounding, period: { from, to }, per, monthBasis }) => ({
      quantity,
      per,
      instances,
      from,
      to,
      fromMonth: monthOfDay(from),
      growth: null,
      monthly: new Map(),
      line: makeUsageLine('u1'),
      sku: { ...skuOf(rounding), monthBasis },
      rate: { kind: 'flat', unitPrice },
      rounding,
    }));

const pack = (rows: number): fc.Arbitrary<BurnPack> =>
  fc
    .record({
      denomination: fc.constantFrom('money' as const, 'quantity' as const),
      reset: fc.constantFrom('none' as const, 'none' as const, 'month' as const, 'level' as const),
      monthBasis: fc.constantFrom('calendar' as const, 'days30' as const),
      period,
      held: fc.oneof(sized(70), fc.constantFrom(7n, 1_000_000n, 500_000_000_000_000n)),
      every: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ period: { from, to }, every, held, ...rest }) => ({
      ...rest,
      id: '',
      packClass: 'pack',
      classRank: 0,
      priority: 0,
      start: from,
      expiry: to,
      held,
      opening: held,
      lines: Array.from({ length: rows }, (_, row) => row).filter((row) => row % every === 0),
    }));

interface RatedBurn extends BurnDownInput {
  readonly lines: LineRows;
  /** the same */
  readonly rated: readonly RatedLine[];
}

export const burnInput = (bits: number, packOf = pack): fc.Arbitrary<RatedBurn> =>
  fc.array(usage(bits), { minLength: 1, maxLength: 12 }).chain((lines) =>
    fc.array(packOf(lines.length), { minLength: 1, maxLength: 5 }).map((packs): RatedBurn => {
      const rated = lines.map((line) => makeFlatLine(line, HORIZON) ?? new GeneralLine(line, HORIZON));
      const days = [...packs.flatMap(({ start, expiry }) => [start, expiry]), ...lines.flatMap(({ from, to }) => [from, to])];
      return {
        packs: packs.map((each, position) => ({ ...each, id: `p${position}` })),
        lines: rowsOf(rated),
        rated,
        scopes: packs.map((each) => Int32Array.from(each.lines)),
        months: [0, 1, 2].map((index) => ({ start: HORIZON.monthStarts[index] ?? 0, end: HORIZON.monthStarts[index + 1] ?? 0 })),
        cuts: cutDays(days, HORIZON),
      };
    }),
  );

/** Money packs that all pay for all lines. */
export const sharedPack = (rows: number): fc.Arbitrary<BurnPack> =>
  pack(rows).map((each) => ({ ...each, denomination: 'money', lines: Array.from({ length: rows }, (_, row) => row) }));

/** The same lines, but burnt down in BigInt. */
export const inBigInt = (input: BurnDownInput): BurnDownInput => ({
  ...input,
  lines: {
    length: input.lines.length,
    at: (row) => {
      const line = input.lines.at(row);
      return { start: line.start, end: line.end, isWide: false, measure: (...period) => line.measure(...period), measureInto: refuse };
    },
    areWide: () => false,
    addMonths: refuse,
  },
});

const refuse = (): never => {
  throw new Error('BigInt only');
};
