/** Timelines of any scenario against its charges and totals: nothing of a balance is lost between phases, months and the bill. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OptionBill } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { pricedScenario, widePricedScenario } from '../../oracle/arbitrary.ts';

/** What one pack did in one phase, from the draws of all lines. */
interface Turn {
  readonly start: string;
  readonly end: string;
  readonly before: bigint;
  readonly after: bigint;
  paid: bigint;
}
const turnsOf = ({ lines, packs }: OptionBill): ReadonlyMap<string, readonly Turn[]> => {
  const turns = new Map<string, Map<string, Turn>>();
  for (const line of lines.values()) {
    for (const { draws } of line.kind === 'usage' ? line.charges.values() : []) {
      for (const { pack, packClass, start, end, amount, quantity, balanceBefore: before, balanceAfter: after } of draws) {
        if (packClass === 'allowance') continue;
        const own = turns.get(pack) ?? new Map<string, Turn>();
        turns.set(pack, own);
        const turn = own.get(start) ?? { start, end, before, after, paid: 0n };
        turn.paid += packs.get(pack)?.denomination === 'money' ? amount : quantity;
        own.set(start, turn);
      }
    }
  }
  return new Map([...turns].map(([pack, own]) => [pack, [...own.values()].sort((a, b) => (a.start < b.start ? -1 : 1))]));
};

it('goes on from phase to phase, and runs out in the phase that used up the balance, in burn order', () => {
  let runOuts = 0;
  let orders = 0;
  fc.assert(
    fc.property(fc.oneof(pricedScenario, widePricedScenario), (input) => {
      const [bill] = computeBill(input).options;
      const [option] = input.scenario.options;
      if (bill === undefined || option === undefined) return;
      const turns = turnsOf(bill);
      const resetOf = (id: string) => {
        const line = option.packs.find((pack) => pack.id === id);
        const sku = input.priceBook.skus.find((each) => each.sku === line?.sku);
        return sku?.kind === 'pack' ? sku.reset : 'none';
      };
      for (const [id, { timeline }] of bill.packs) {
        const own = turns.get(id) ?? [];
        for (const [at, { before, after, paid, start }] of own.entries()) {
          expect(before - paid).toBe(after);
          const former = own[at - 1];
          const goesOn = resetOf(id) === 'none' || (resetOf(id) === 'month' && former?.start.slice(0, 7) === start.slice(0, 7));
          if (former !== undefined && goesOn) expect(before).toBe(former.after);
        }
        const ends = resetOf(id) === 'level' ? [] : own.filter(({ after }) => after === 0n);
        const days = timeline.months.flatMap(({ runsOut }) => runsOut ?? []);
        expect(days).toHaveLength(ends.length);
        for (const [at, day] of days.entries()) expect(day >= (ends[at]?.start ?? '') && day < (ends[at]?.end ?? '')).toBe(true);
        expect(timeline.runsOut).toBe(resetOf(id) === 'none' ? (days[0] ?? null) : null);
        for (const [at, { month, opening, closing, runsOut }] of timeline.months.entries()) {
          if (runsOut !== null) expect([runsOut.slice(0, 7), closing]).toEqual([month, 0n]);
          if (at > 0 && resetOf(id) === 'none') expect(opening).toBe(timeline.months[at - 1]?.closing);
        }
        runOuts += days.length;
      }
      // Of two packs that paid for one line in one phase, each to its end, the one that paid first ran out first.
      const dayIn = (id: string, start: string) =>
        bill.packs.get(id)?.timeline.months.find(({ month }) => month === start.slice(0, 7))?.runsOut ?? '';
      for (const line of bill.lines.values()) {
        for (const { draws } of line.kind === 'usage' ? line.charges.values() : []) {
          const ended = draws.filter(
            ({ pack, packClass, balanceAfter }) => packClass !== 'allowance' && balanceAfter === 0n && resetOf(pack) !== 'level',
          );
          for (const [at, draw] of ended.entries()) {
            const former = ended[at - 1];
            if (former?.start !== draw.start) continue;
            orders += 1;
            expect(dayIn(former.pack, former.start) <= dayIn(draw.pack, draw.start)).toBe(true);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
  // The scenarios have what the rules are about; packs that meet so are few in them.
  expect(runOuts).toBeGreaterThan(100);
  expect(orders).toBeGreaterThan(0);
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
