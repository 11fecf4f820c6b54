/** billing.md, section 8: what holds for every scenario. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionBill } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import type { PriceBook, Sku } from '../../../src/shared/pricebook/types.ts';
import type { Option, PackLine, Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';
import { addDays } from '../../../src/shared/time/calendar.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { packLine, packSku, priceBook, resultOf, usageLine, usageSku } from '../../support/billing.ts';

interface Input {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}
const billOf = (input: Input): OptionBill => {
  const [bill] = computeBill(input).options;
  if (bill === undefined) throw new Error('a bill has an option');
  return bill;
};
const withOption = (input: Input, change: (option: Option) => Option): Input => ({
  ...input,
  scenario: { ...input.scenario, options: input.scenario.options.map(change) },
});
const chargesOf = (bill: OptionBill): number =>
  [...bill.lines.values()].reduce((sum, line) => sum + (line.kind === 'usage' ? line.charges.size : 0), 0);
const distance = (a: bigint, b: bigint): bigint => (a < b ? b - a : a - b);
const RUNS = { numRuns: 300 };

describe('row order', () => {
  it('changes nothing but the ties of largest remainders, at most a fen per charge', () => {
    fc.assert(
      fc.property(pricedScenario, fc.integer(), (input, seed) => {
        const shuffle = <T>(rows: readonly T[]): readonly T[] =>
          seed % 2 === 0 ? rows.toReversed() : [...rows.slice(1), ...rows.slice(0, 1)];
        const bill = billOf(input);
        const shuffled = billOf(
          withOption(input, (option) => ({
            ...option,
            nodes: shuffle(option.nodes),
            usage: shuffle(option.usage),
            packs: shuffle(option.packs),
          })),
        );
        expect(shuffled.totals.usageListCost).toBe(bill.totals.usageListCost);
        expect(shuffled.totals.purchases).toBe(bill.totals.purchases);
        expect(distance(shuffled.totals.payable, bill.totals.payable)).toBeLessThanOrEqual(BigInt(chargesOf(bill)));
        expect(shuffled.issues.length).toBe(bill.issues.length);
      }),
      RUNS,
    );
  });
});

/** The price ten times as high: the point one place to the right. */
const tenfold = (price: string): string => {
  const [whole = '', fraction = ''] = price.split('.');
  const digits = `${whole}${fraction.padEnd(1, '0')}`;
  const scaled = `${digits.slice(0, whole.length + 1)}.${digits.slice(whole.length + 1)}`;
  return scaled.replace(/^0+(?=\d)/, '').replace(/\.$/, '');
};
const scalePrices = (sku: Sku): Sku => {
  if (sku.price === null) return sku;
  if (typeof sku.price === 'string') return { ...sku, price: tenfold(sku.price) } as Sku;
  const { tiers, tierClock } = sku.price;
  return { ...sku, price: { tierClock, tiers: tiers.map((tier) => ({ ...tier, price: tenfold(tier.price) })) } } as Sku;
};

it('ten times the prices are ten times every list cost, to the resolution', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      const lines: (line: UsageLine) => UsageLine = (line) => ({ ...line, price: line.price === null ? null : tenfold(line.price) });
      const scaled = withOption({ ...input, priceBook: { ...input.priceBook, skus: input.priceBook.skus.map(scalePrices) } }, (option) => ({
        ...option,
        usage: option.usage.map(lines),
      }));
      const after = billOf(scaled);
      for (const [id, line] of billOf(input).lines) {
        const other = after.lines.get(id);
        if (line.kind !== 'usage' || other?.kind !== 'usage') continue;
        for (const [month, charge] of line.charges) {
          // R12 of the one is within half a unit, of the other within half a tenth.
          expect(distance(other.charges.get(month)?.listCost ?? 0n, charge.listCost * 10n)).toBeLessThanOrEqual(5n);
        }
      }
    }),
    RUNS,
  );
});

it('a flat line without increment, split into two of half the quantity, changes no total by more than the roundings', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      const skus = new Map(input.priceBook.skus.map((sku) => [sku.sku, sku]));
      const splits = (line: UsageLine): boolean => {
        const sku = skus.get(line.sku);
        const flat = sku?.kind === 'usage' && sku.increment === undefined && (line.price !== null || typeof sku.price === 'string');
        return flat && line.growth === null && Object.keys(line.monthly).length === 0;
      };
      const line = input.scenario.options[0]?.usage.find(splits);
      fc.pre(line !== undefined && line.quantity !== null);
      const half = { ...line, quantity: halve(line.quantity) };
      // Twice the quantity, so that half of it is exact: the whole line again, and two halves of it.
      const whole = withOption(input, (option) => ({
        ...option,
        usage: option.usage.map((each) => (each === line ? { ...each, quantity: double(half.quantity) } : each)),
      }));
      const split = withOption(input, (option) => ({
        ...option,
        usage: option.usage.flatMap((each) => (each === line ? [half, { ...half, id: `${line.id}-2` }] : [each])),
      }));
      const [one, two] = [billOf(whole), billOf(split)];
      const roundings = BigInt(chargesOf(two) + 1);
      for (const total of ['payable', 'cash', 'expense', 'forfeitedCost', 'prepaidBalance'] as const) {
        expect(distance(one.totals[total], two.totals[total])).toBeLessThanOrEqual(roundings * 3n);
      }
      expect(distance(one.totals.usageListCost, two.totals.usageListCost)).toBeLessThanOrEqual(roundings);
    }),
    RUNS,
  );
});
const micro = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
};
const printMicro = (value: bigint): string => `${value / 1_000_000n}.${String(value % 1_000_000n).padStart(6, '0')}`;
const halve = (text: string): string => printMicro(micro(text) / 2n);
const double = (text: string): string => printMicro(micro(text) * 2n);

describe('adding a pack never raises the payable by more than the roundings, where no month or level pack shares its scope', () => {
  const asMoney = (sku: Sku): Sku => (sku.kind === 'pack' ? { ...sku, reset: 'none', denomination: 'money' } : sku);
  const atOnePrice = (sku: Sku): Sku => {
    if (sku.kind === 'pack') return { ...sku, reset: 'none' };
    return sku.kind === 'usage' ? { ...sku, price: '3.3', per: 1 } : sku;
  };
  it.each([
    ['money packs of any scope', asMoney, (line: UsageLine): UsageLine => line],
    ['any packs over usage of one price', atOnePrice, (line: UsageLine): UsageLine => ({ ...line, price: null })],
  ] as const)('%s', (_, changeSku, changeLine) => {
    fc.assert(
      fc.property(pricedScenario, fc.nat(20), fc.nat(400), (random, choice, day) => {
        const priceBook = { ...random.priceBook, skus: random.priceBook.skus.map(changeSku) };
        const input = withOption({ ...random, priceBook }, (option) => ({ ...option, usage: option.usage.map(changeLine) }));
        const packs = priceBook.skus.filter((sku) => sku.kind === 'pack' && sku.class !== 'allowance');
        const sku = packs[choice % Math.max(1, packs.length)];
        fc.pre(sku !== undefined);
        const added = packLine({ id: 'added', sku: sku.sku, start: addDays(`${input.scenario.startMonth}-01`, day - 30) });
        const before = billOf(input);
        const after = billOf(withOption(input, (option) => ({ ...option, packs: [...option.packs, added] })));
        expect(after.totals.payable - before.totals.payable).toBeLessThanOrEqual(BigInt(chargesOf(before)));
      }),
      RUNS,
    );
  });

  it('does not hold where a quantity pack covers usage of different prices: the new pack cuts the month, and the other burns earlier', () => {
    const book = priceBook([
      usageSku(),
      usageSku({ sku: 'cheap', price: '0' }),
      packSku({ sku: 'first', class: 'free', price: '0', amount: '50', scope: { skus: ['u'] } }),
      packSku({ sku: 'units', denomination: 'quantity', unit: 'gb', amount: '50' }),
      packSku({ sku: 'tiny', class: 'voucher', price: '0', amount: '1' }),
    ]);
    const usage = [usageLine(), usageLine({ id: 'u2', sku: 'cheap' })];
    const packs = [packLine({ sku: 'first' }), packLine({ id: 'p2', sku: 'units' })];
    const payableOf = (more: readonly PackLine[]): string =>
      resultOf(book, { startMonth: '2026-04', usage, packs: [...packs, ...more] }).totals.payable;
    // One phase: 50 CNY of u, then 50 units over 50 of u and 100 of cheap: 50 - 50 x 50 / 150 = 33.33
    expect(payableOf([])).toBe('33.33');
    // Two phases: 50 CNY pay all of u until the 15th, so all 50 units go to cheap; 50 - 1 are left of u
    expect(payableOf([packLine({ id: 'p3', sku: 'tiny', start: '2026-04-16' })])).toBe('49.00');
  });
});

it('conserves money and packs, to the last digit', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      const bill = billOf(input);
      const paid = new Map<string, bigint>();
      for (const line of bill.lines.values()) {
        if (line.kind !== 'usage') continue;
        for (const { draws, uncovered, listCost, quantity } of line.charges.values()) {
          expect(draws.reduce((sum, draw) => sum + draw.amount, uncovered)).toBe(listCost);
          expect(uncovered).toBeGreaterThanOrEqual(0n);
          expect(draws.reduce((sum, draw) => sum + draw.quantity, 0n)).toBeLessThanOrEqual(quantity);
          for (const draw of draws) {
            const denomination = bill.packs.get(draw.pack)?.denomination;
            paid.set(draw.pack, (paid.get(draw.pack) ?? 0n) + (denomination === 'quantity' ? draw.quantity : draw.amount));
          }
        }
      }
      const option = input.scenario.options[0];
      for (const line of option?.packs ?? []) {
        const pack = bill.packs.get(line.id);
        const sku = input.priceBook.skus.find(({ sku: id }) => id === line.sku);
        if (pack === undefined || sku?.kind !== 'pack') continue;
        expect(pack.used).toBe(paid.get(line.id) ?? 0n);
        const validInHorizon = pack.expiry === null || pack.expiry > `${input.scenario.startMonth}-01`;
        if (sku.reset !== 'none' || !validInHorizon) continue;
        const opening = line.remaining === null ? pack.held : micro(line.remaining) * (pack.denomination === 'money' ? 1_000_000n : 1n);
        expect(pack.used + pack.forfeited + pack.remaining).toBe(opening);
      }
    }),
    RUNS,
  );
});

it('adds charges, months and totals up', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      const { months, totals, lines } = billOf(input);
      for (const key of ['usageListCost', 'payable', 'purchases', 'cash', 'expense', 'forfeitedCost'] as const) {
        expect(months.reduce((sum, month) => sum + month[key], 0n)).toBe(totals[key]);
      }
      const payable = [...lines.values()].reduce((sum, line) => sum + (line.kind === 'usage' ? (line.payable ?? 0n) : 0n), 0n);
      expect(payable).toBe(totals.payable);
      expect(totals.cash).toBe(totals.purchases + totals.payable);
    }),
    RUNS,
  );
});
