/**
 * Money packs that all pay for the same lines: what they pay, and what each charge comes to, is what BigInt says line by line, at first
 * and after edits, although nobody has looked at a line.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundCharge } from '../../../src/shared/billing/charge.ts';
import { addEvenPayables, followEvenCosts, makeEvenCosts } from '../../../src/shared/billing/columns/evenPayables.ts';
import { makeFlatLine } from '../../../src/shared/billing/lines/flatLine.ts';
import { GeneralLine } from '../../../src/shared/billing/lines/generalLine.ts';
import { addPayables, coveredFenOf, payableOf } from '../../../src/shared/billing/lines/payables.ts';
import type { RatedLine } from '../../../src/shared/billing/lines/ratedLine.ts';
import { MonthSum } from '../../../src/shared/billing/monthSum.ts';
import { type BurnDown, burnDown } from '../../../src/shared/billing/packs/burnDown.ts';
import type { BurnPack } from '../../../src/shared/billing/packs/pack.ts';
import { AMOUNT_PER_FEN } from '../../../src/shared/numeric/fixed.ts';
import { divideHalfUp } from '../../../src/shared/numeric/rounding.ts';
import { ROUNDING_PROFILES, type RoundingProfile } from '../../../src/shared/pricebook/types.ts';
import { burnInput, HORIZON, inBigInt, rowsOf, sharedPack, usage } from '../../support/burnDowns.ts';

const MONTHS = [0, 1, 2];
const packsOf = ({ packs, drawn }: BurnDown) => ({
  packs: packs.map(({ used, balance, ranOut }) => ({ used, balance, ranOut })),
  byClass: MONTHS.map((month) => drawn.coveredByClass('pack', month)),
  visits: drawn.visits,
});

/** Of each line, by active month. */
const exactPayables = (lines: readonly RatedLine[], { drawn }: BurnDown) =>
  lines.map((line, row) =>
    Array.from({ length: line.length }, (_, at) =>
      roundCharge(line.listCostOf(at) - drawn.coveredOf(row, line.first + at), line.usage.rounding),
    ),
  );

const expectSame = (lines: readonly RatedLine[], burnt: BurnDown, exact: BurnDown): void => {
  expect(packsOf(burnt)).toEqual(packsOf(exact));
  const expected = exactPayables(lines, exact);
  const sum = MonthSum.ofMonths(HORIZON.length);
  for (const [row, rated] of lines.entries()) {
    const input = { rated, draws: { drawn: burnt.drawn, row } };
    addPayables(input, sum);
    expect(Array.from({ length: rated.length }, (_, at) => payableOf(input, at))).toEqual(expected[row]);
    const covered = MONTHS.reduce((total, month) => total + exact.drawn.coveredOf(row, month), 0n);
    expect(coveredFenOf(input)).toBe(divideHalfUp(covered, AMOUNT_PER_FEN));
  }
  const expectedSums = MONTHS.map((month) => lines.reduce((total, { first }, row) => total + (expected[row]?.[month - first] ?? 0n), 0n));
  const sumsOf = (added: MonthSum) => MONTHS.map((month) => added.get(month));
  expect(sumsOf(sum)).toEqual(expectedSums);
  const { drawn } = burnt;
  const { even } = drawn;
  if (even === null) return;
  const rows = rowsOf(lines);
  const last = lines.length - 1;
  const before = rowsOf(lines.with(last, lines[0] ?? missing()));
  // Something was asked for before the edit, something only after it.
  const months = Array.from(even.parts, (_, month) => month);
  const known = makeEvenCosts(lines.length, HORIZON.length);
  known.unpaid.addTo(MonthSum.ofMonths(HORIZON.length), before, months.slice(1));
  known.blocks.addPayables(before, drawn, [{ month: 0, part: 0.3, units: 0 }], MonthSum.ofMonths(HORIZON.length));
  for (const costs of [makeEvenCosts(lines.length, HORIZON.length), followEvenCosts(known, { before, after: rows, rows: [last] })]) {
    const inColumns = MonthSum.ofMonths(HORIZON.length);
    addEvenPayables(costs, { lines: rows, drawn, even }, inColumns);
    expect(sumsOf(inColumns)).toEqual(expectedSums);
  }
};
const missing = (): never => {
  throw new Error('no line');
};

describe('packs that pay for the same lines', () => {
  it.each([
    ['small', 24],
    ['of every size', 47],
  ])('pay what BigInt says, values %s', (_, bits) => {
    fc.assert(
      fc.property(burnInput(bits, sharedPack), (input) => {
        const burnt = burnDown(input);
        fc.pre(burnt.demands !== null);
        expectSame(input.rated, burnt, burnDown(inBigInt(input)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('pay after an edit of a line what they pay in a new plan', () => {
    fc.assert(
      fc.property(burnInput(40, sharedPack), fc.nat(11), fc.nat(11), (input, row, other) => {
        const { demands } = burnDown(input);
        const before = input.rated[row % input.rated.length];
        const after = input.rated[other % input.rated.length];
        if (demands === null || before === undefined || after === undefined) return;
        const rated = input.rated.with(row % input.rated.length, after);
        const edited = { ...input, lines: rowsOf(rated) };
        expectSame(rated, burnDown(edited, { demands, changes: [{ before, after }] }), burnDown(inBigInt(edited)));
      }),
      { numRuns: 500 },
    );
  });

  it('round as BigInt does also where what is left lies on a fen or half of one, give or take a few units', () => {
    const [sample] = fc.sample(usage(3), { numRuns: 1, seed: 1 });
    if (sample === undefined) throw new Error('no line');
    const { end } = HORIZON;
    const ONE_CNY = 10n ** 12n;
    const lineOf = ([units, start, rounding]: [number, number, RoundingProfile]): RatedLine => {
      const from = HORIZON.start + start;
      const rate = { kind: 'flat', unitPrice: 10n ** 10n } as const;
      const line = {
        ...sample,
        quantity: BigInt(units) * 1_000_000n,
        instances: 1n,
        per: 'month',
        rate,
        rounding,
        sku: { ...sample.sku, sku: rounding, provider: rounding },
        from,
        to: end,
        fromMonth: 0,
      } as const;
      return makeFlatLine(line, HORIZON) ?? new GeneralLine(line, HORIZON);
    };
    const lines = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0, 0, 0, 10), fc.constantFrom(...ROUNDING_PROFILES)).map(lineOf),
      {
        minLength: 2,
        maxLength: 7,
      },
    );
    // What is held is a number of eighths of what a month costs, give or take some units.
    const packs = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: -4, max: 4 })), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(lines, packs, fc.constantFrom<'none' | 'month'>('none', 'month'), (rated, held, reset) => {
        const month = rated.reduce((sum, line) => sum + line.listCostOf(line.length - 1), 0n);
        const input = {
          packs: held.map(
            ([eighths, units], at): BurnPack => ({
              ...{ id: `p${at}`, packClass: 'pack', classRank: 0, priority: 0, denomination: 'money', monthBasis: 'calendar', reset },
              ...{ start: HORIZON.start, expiry: end, lines: [] },
              held: (month * BigInt(eighths)) / 8n + BigInt(units) + (at === 2 ? ONE_CNY / 200n : 0n),
              opening: (month * BigInt(eighths)) / 8n + BigInt(units),
            }),
          ),
          lines: rowsOf(rated),
          scopes: held.map(() => Int32Array.from(rated.keys())),
          months: MONTHS.map((at) => ({ start: HORIZON.monthStarts[at] ?? 0, end: HORIZON.monthStarts[at + 1] ?? 0 })),
          cuts: rated.some(({ start }) => start > HORIZON.start) ? [HORIZON.start + 10] : [],
        };
        expectSame(rated, burnDown(input), burnDown(inBigInt(input)));
      }),
      { numRuns: 1_000 },
    );
  });
});
