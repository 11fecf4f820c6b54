/**
 * The kernel in doubles gives what BigInt gives: line by line, and draw by draw. The scenarios are widened, so that amounts reach from
 * below a fen to beyond what the kernel takes.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFlatLine } from '../../../src/shared/billing/lines/flatLine.ts';
import { GeneralLine } from '../../../src/shared/billing/lines/generalLine.ts';
import type { RatedLine } from '../../../src/shared/billing/lines/ratedLine.ts';
import { type BurnDownInput, burnDown } from '../../../src/shared/billing/packs/burnDown.ts';
import type { BurnPack } from '../../../src/shared/billing/packs/pack.ts';
import type { UsableUsage } from '../../../src/shared/billing/read/readUsage.ts';
import { firstDayNumber, monthOfDay, parseDate } from '../../../src/shared/time/calendar.ts';
import { burnInput, HORIZON, inBigInt, rowsOf, usage } from '../../support/burnDowns.ts';

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

const listDraws = (input: BurnDownInput) => {
  const { drawn, packs } = burnDown(input);
  return {
    lines: Array.from({ length: input.lines.length }, (_, row) =>
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
      const input: BurnDownInput = { packs, lines: rowsOf(lines), scopes: [scope, scope], months, cuts: [] };
      expect(burnDown(input).drawn.covered).not.toBeNull();
      expect(listDraws(input)).toEqual(listDraws(inBigInt(input)));
    }
  });
});
