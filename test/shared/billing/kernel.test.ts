/**
 * The kernel in doubles gives what BigInt gives: line by line, and draw by draw. The scenarios are widened, so that amounts reach from
 * below a fen to beyond what the kernel takes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { horizonOf } from '../../../src/shared/billing/horizon.ts';
import { makeFlatLine } from '../../../src/shared/billing/lines/flatLine.ts';
import { GeneralLine } from '../../../src/shared/billing/lines/generalLine.ts';
import type { RatedLine } from '../../../src/shared/billing/lines/ratedLine.ts';
import { type BurnDownInput, burnDown } from '../../../src/shared/billing/packs/burnDown.ts';
import type { BurnPack } from '../../../src/shared/billing/packs/pack.ts';
import type { UsableUsage } from '../../../src/shared/billing/read/readUsage.ts';
import type { UsageSku } from '../../../src/shared/pricebook/types.ts';
import { makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import { firstDayNumber, monthOfDay, parseDate } from '../../../src/shared/time/calendar.ts';

const HORIZON = horizonOf({ startMonth: '2028-01', months: 3 });
const SKU: UsageSku = {
  kind: 'usage',
  sku: 'u',
  provider: 'x',
  category: 'compute',
  name: { zh: '名', en: 'name' },
  unit: 'unit',
  price: '1',
  availability: 'open',
  source: { document: 'test', date: '2028-01-01' },
};

/** As many bits as the first number says, so that all sizes are alike frequent. */
const sized = (bits: number): fc.Arbitrary<bigint> =>
  fc
    .tuple(fc.integer({ min: 0, max: bits }), fc.bigInt({ min: 0n, max: 2n ** 128n }))
    .map(([width, random]) => random % 2n ** BigInt(width));
const day = fc.integer({ min: HORIZON.start - 3, max: HORIZON.end + 3 });
const period = fc.tuple(day, fc.integer({ min: 1, max: 95 })).map(([from, days]) => ({ from, to: from + days }));
/** A few quantities and prices for all lines make ties. */
const usage = (bits: number): fc.Arbitrary<UsableUsage> =>
  fc
    .record({
      quantity: fc.oneof(sized(bits), fc.constantFrom(1n, 333_333n, 1_000_000n, 2_000_000n)),
      unitPrice: fc.oneof(sized(50), fc.constantFrom(5n, 10_000n, 77_000_000n)),
      instances: fc.constantFrom(1n, 3n),
      period: fc.oneof(period, fc.constant({ from: HORIZON.start, to: HORIZON.end })),
      per: fc.constantFrom('month' as const, 'total' as const),
      monthBasis: fc.constantFrom('calendar' as const, 'days30' as const),
    })
    .map(({ quantity, unitPrice, instances, period: { from, to }, per, monthBasis }) => ({
      quantity,
      per,
      instances,
      from,
      to,
      fromMonth: monthOfDay(from),
      growth: null,
      monthly: new Map(),
      line: makeUsageLine('u1'),
      sku: { ...SKU, monthBasis },
      rate: { kind: 'flat', unitPrice },
    }));

const monthsOf = (line: RatedLine) =>
  Array.from({ length: line.length }, (_, at) => ({ cost: line.listCostOf(at), quantity: line.quantityOf(at) }));

describe('a line in doubles', () => {
  it('has the months, and the days between any two cuts, that BigInt gives', () => {
    fc.assert(
      fc.property(usage(47), fc.nat(90), fc.nat(30), (line, first, length) => {
        const flat = makeFlatLine(line, HORIZON);
        const general = new GeneralLine(line, HORIZON);
        fc.pre(flat !== null);
        expect([flat?.first, flat && monthsOf(flat), flat?.hasPartialUnits()]).toEqual([
          general.length === 0 ? flat?.first : general.first,
          monthsOf(general),
          general.hasPartialUnits(),
        ]);
        const from = Math.max(HORIZON.start + first, line.from);
        const month = monthOfDay(from) - HORIZON.firstMonth;
        const to = Math.min(from + 1 + length, line.to, firstDayNumber(monthOfDay(from) + 1));
        if (to <= from || from >= HORIZON.end) return;
        expect(flat?.measure(month, from, to)).toEqual(general.measure(month, from, to));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not made where the numbers are too large for it', () => {
    const [line] = fc.sample(usage(3), { numRuns: 1, seed: 1 });
    if (line === undefined) throw new Error('no line');
    expect(makeFlatLine({ ...line, quantity: 2n ** 48n, per: 'month', from: HORIZON.start, to: HORIZON.end }, HORIZON)).toBeNull();
    expect(makeFlatLine({ ...line, rate: { kind: 'flat', unitPrice: 2n ** 52n } }, HORIZON)).toBeNull();
  });
});

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

const burnInput = (bits: number): fc.Arbitrary<BurnDownInput> =>
  fc.array(usage(bits), { minLength: 1, maxLength: 12 }).chain((lines) =>
    fc.array(pack(lines.length), { minLength: 1, maxLength: 5 }).map((packs) => ({
      packs: packs.map((each, position) => ({ ...each, id: `p${position}` })),
      lines: lines.map((line) => makeFlatLine(line, HORIZON) ?? new GeneralLine(line, HORIZON)),
      scopes: packs.map((each) => Int32Array.from(each.lines)),
      months: [0, 1, 2].map((index) => ({ start: HORIZON.monthStarts[index] ?? 0, end: HORIZON.monthStarts[index + 1] ?? 0 })),
      cuts: [
        ...new Set(
          [...packs, ...lines.map(({ from, to }) => ({ start: from, expiry: to }))].flatMap(({ start, expiry }) => [start, expiry]),
        ),
      ]
        .filter((cut) => cut > HORIZON.start && cut < HORIZON.end)
        .sort((a, b) => a - b),
    })),
  );

/** The same lines, but burnt down in BigInt. */
const inBigInt = (input: BurnDownInput): BurnDownInput => ({
  ...input,
  lines: input.lines.map((line) => ({
    start: line.start,
    end: line.end,
    isWide: false,
    measure: (month, from, to) => line.measure(month, from, to),
    measureInto: () => {
      throw new Error('BigInt only');
    },
  })),
});

const listDraws = (input: BurnDownInput) => {
  const { drawn, packs } = burnDown(input);
  return {
    lines: input.lines.map((_, row) =>
      input.months.map((__, month) => ({ covered: drawn.coveredOf(row, month), draws: drawn.drawsOf(row, month) })),
    ),
    byClass: input.months.map((_, month) => drawn.coveredByClass('pack', month)),
    packs: packs.map(({ used, balance }) => ({ used, balance })),
  };
};

describe('a burn-down in doubles', () => {
  it.each([
    ['small', 24],
    ['of every size', 47],
    ['beyond the kernel in part', 56],
  ])('draws what BigInt draws, values %s', (_, bits) => {
    let kernels = 0;
    fc.assert(
      fc.property(burnInput(bits), (input) => {
        if (burnDown(input).drawn.covered !== null) kernels += 1;
        expect(listDraws(input)).toEqual(listDraws(inBigInt(input)));
      }),
      { numRuns: 700 },
    );
    expect(kernels).toBeGreaterThan(100);
  });

  it('shares a balance among 50,000 lines as BigInt does, with and without ties', () => {
    const from = parseDate('2028-01-01');
    for (const modulus of [3n, 50_000n]) {
      const lines = Array.from({ length: 50_000 }, (_, row) => {
        const quantity = 1_000_000n + ((BigInt(row) * 7_919n) % modulus) * 1_001n;
        const [line] = fc.sample(usage(3), { numRuns: 1, seed: 1 });
        if (line === undefined) throw new Error('no line');
        const usable: UsableUsage = {
          ...line,
          quantity,
          instances: 1n,
          per: 'month',
          from,
          to: HORIZON.end,
          rate: { kind: 'flat', unitPrice: 77_123_457n },
        };
        return makeFlatLine(usable, HORIZON) ?? new GeneralLine(usable, HORIZON);
      });
      const scope = Int32Array.from(lines, (_, row) => row);
      const packs: BurnPack[] = ['money' as const, 'quantity' as const].map((denomination, position) => ({
        id: `p${position}`,
        packClass: 'pack',
        classRank: 0,
        priority: 0,
        denomination,
        reset: 'none',
        monthBasis: 'calendar',
        start: from,
        expiry: HORIZON.end,
        held: 12_345_678_901_234_567n,
        opening: denomination === 'money' ? 12_345_678_901_234_567n : 1_234_567_891n,
        lines: [],
      }));
      const months = [{ start: HORIZON.monthStarts[0] ?? 0, end: HORIZON.monthStarts[1] ?? 0 }];
      const input: BurnDownInput = { packs, lines, scopes: [scope, scope], months, cuts: [] };
      expect(burnDown(input).drawn.covered).not.toBeNull();
      expect(listDraws(input)).toEqual(listDraws(inBigInt(input)));
    }
  });
});
