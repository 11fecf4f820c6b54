/** billing.md, 5.1: packs with the same expiry are taken at random; the choice is shown where it changes the total. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatFen, parseFixed } from '../../../src/shared/numeric/fixed.ts';
import type { Sku } from '../../../src/shared/pricebook/types.ts';
import type { PackLine } from '../../../src/shared/scenario/types.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { billOf, packLine, packSku, priceBook, resultOf, usageLine, usageSku } from '../../support/billing.ts';

const book = priceBook([
  usageSku(),
  usageSku({ sku: 'v', category: 'storage' }),
  packSku(),
  packSku({ sku: 'narrow', scope: { skus: ['u'] } }),
  packSku({ sku: 'units', denomination: 'quantity', unit: 'gb', amount: '100', scope: { skus: ['u'] } }),
  packSku({ sku: 'traffic', reset: 'month' }),
  packSku({ sku: 'urgent', priority: -1 }),
]);
const usage = [usageLine(), usageLine({ id: 'u2', sku: 'v' })];
const tiesOf = (packs: readonly PackLine[], months = 1) =>
  billOf(book, { months, usage, packs }).issues.filter(({ code }) => code === 'BURN_ORDER_TIE');

describe('a tie', () => {
  it('is two packs of one expiry that pay for the same usage', () => {
    expect(tiesOf([packLine(), packLine({ id: 'p2' })])).toEqual([
      { code: 'BURN_ORDER_TIE', severity: 'info', line: 'p1', field: null, params: { packs: 'p1, p2' } },
    ]);
  });
  it.each([
    ['another expiry', packLine({ id: 'p2', expiry: '2026-08-01' })],
    ['another priority', packLine({ id: 'p2', sku: 'urgent' })],
  ])('is none with %s', (_, other) => {
    expect(tiesOf([packLine(), other])).toEqual([]);
  });
  it('is none where no day is common', () => {
    const early = packLine({ sku: 'traffic', expiry: '2026-01-10' });
    expect(tiesOf([early, packLine({ id: 'p2', sku: 'traffic', start: '2026-01-10', expiry: '2026-02-01' })])).toEqual([]);
  });
  it('is none where no usage is common', () => {
    const storage = priceBook([...book.skus, packSku({ sku: 'storage', scope: { skus: ['v'] } })]);
    const packs = [packLine({ sku: 'narrow' }), packLine({ id: 'p2', sku: 'storage' })];
    expect(billOf(storage, { usage, packs }).issues).toEqual([]);
  });
  it('counts the end of the month as expiry of packs that reset', () => {
    const packs = [packLine({ sku: 'traffic', expiry: '2026-08-01' }), packLine({ id: 'p2', sku: 'traffic', expiry: '2026-09-01' })];
    expect(tiesOf(packs, 3)).toMatchObject([{ line: 'p1', params: { packs: 'p1, p2' } }]);
  });
});

describe('bounds', () => {
  it('are given where the choice changes the payable total', () => {
    // u 100, v 100. Wide first: 50 of each; narrow pays the other 50 of u: 50 left, of v.
    // Narrow first: it pays u; wide pays v: nothing left.
    const wideFirst = [packLine({ id: 'a' }), packLine({ id: 'b', sku: 'narrow' })];
    expect(resultOf(book, { usage, packs: wideFirst }).totals.payable).toBe('50.00');
    expect(tiesOf(wideFirst)).toMatchObject([{ line: 'a', params: { packs: 'a, b', lowest: '0.00', highest: '50.00' } }]);
  });
  it('are the same, whichever order the ids give', () => {
    const narrowFirst = [packLine({ id: 'b' }), packLine({ id: 'a', sku: 'narrow' })];
    expect(resultOf(book, { usage, packs: narrowFirst }).totals.payable).toBe('0.00');
    expect(tiesOf(narrowFirst)).toMatchObject([{ line: 'a', params: { packs: 'a, b', lowest: '0.00', highest: '50.00' } }]);
  });
  it('need no orders of packs that are interchangeable', () => {
    const packs = Array.from({ length: 30 }, (_, index) => packLine({ id: `p${index}`, amount: String(index + 1) }));
    expect(tiesOf(packs)[0]?.params.bounds).toBeUndefined();
  });
  it('look at every order of packs that differ only in their balance, where another kind stands between', () => {
    // Wide packs of 100 and 10 CNY around a narrow one: in all 6 orders, from 0 left of u and v when narrow is first ...
    const packs = [packLine({ id: 'a', amount: '10' }), packLine({ id: 'b' }), packLine({ id: 'c', sku: 'narrow' })];
    // ... to both wide ones first: u and v lose 55 each, narrow pays the other 45 of u, 45 of v are left
    expect(tiesOf(packs)[0]?.params).toMatchObject({ packs: 'a, b, c', lowest: '0.00', highest: '45.00' });
  });
  it('are exact for eight packs of different kinds: every one of 8! orders', () => {
    // Wide packs of 1, 2, 3, 4 CNY and narrow ones of 5, 6, 7, 8 for u and v, 100 each: 36 are paid in any order, 164 are left; but of
    // the half fen that the two lines may have, both or none become a fen.
    const packs = Array.from({ length: 8 }, (_, index) =>
      packLine({ id: `p${index}`, sku: index < 4 ? 'p' : 'narrow', amount: String(index + 1) }),
    );
    expect(tiesOf(packs)[0]?.params).toEqual({ packs: packs.map(({ id }) => id).join(', '), lowest: '164.00', highest: '164.01' });
  });
  it('are outer bounds, and the issue says so, where there are too many orders', () => {
    const skus = ['p', 'narrow', 'units'];
    const packs = Array.from({ length: 12 }, (_, index) => packLine({ id: `p${index}`, sku: skus[index % 3] ?? '', amount: '1' }));
    // 12! / (4! 4! 4!) = 34,650 orders, and 200 lines
    const many = Array.from({ length: 200 }, (_, index) => usageLine({ id: `u${index}`, sku: index % 2 === 0 ? 'u' : 'v', quantity: '1' }));
    const issue = billOf(book, { usage: many, packs }).issues.find(({ code }) => code === 'BURN_ORDER_TIE');
    // At most all 200 CNY; at least nothing, because packs that hold units pay for anything.
    expect(issue?.params).toMatchObject({ bounds: 'outer', lowest: '0.00', highest: '200.00' });
  });
  it('of packs that hold money are no lower than what the packs hold, less a fen a charge', () => {
    const packs = Array.from({ length: 9 }, (_, index) =>
      packLine({ id: `p${index}`, sku: index % 2 === 0 ? 'p' : 'narrow', amount: String(index + 1) }),
    );
    const many = Array.from({ length: 100 }, (_, index) => usageLine({ id: `u${index}`, sku: index % 2 === 0 ? 'u' : 'v', quantity: '1' }));
    const issue = billOf(book, { usage: many, packs }).issues.find(({ code }) => code === 'BURN_ORDER_TIE');
    // 100 CNY less 1 + 2 + ... + 9 = 45; 100 charges, and the floor
    expect(issue?.params).toMatchObject({ bounds: 'outer', lowest: '53.99', highest: '100.00' });
  });
  it('count days without any valid pack as paid', () => {
    const packs = Array.from({ length: 9 }, (_, index) =>
      packLine({ id: `p${index}`, sku: index % 2 === 0 ? 'p' : 'units', amount: String(index + 1), start: '2026-01-11' }),
    );
    const many = Array.from({ length: 100 }, (_, index) => usageLine({ id: `u${index}`, quantity: '31' }));
    const issue = billOf(book, { usage: many, packs }).issues.find(({ code }) => code === 'BURN_ORDER_TIE');
    // Ten of 31 days, 10 CNY of each line
    expect(issue?.params).toMatchObject({ bounds: 'outer', lowest: '1000.00', highest: '3100.00' });
  });
});

it('bounds hold the total of every renaming of the packs', () => {
  const asPack = (sku: Sku): Sku =>
    sku.kind === 'pack' && sku.class !== 'allowance' ? { ...sku, class: 'pack', priority: 0, validity: 'none' } : sku;
  const rename = (seed: number) => (line: PackLine, index: number) => ({
    ...line,
    expiry: null,
    id: `${(seed + index * 7919) % 97}-${index}`,
  });
  fc.assert(
    fc.property(pricedScenario, fc.nat(), fc.nat(), ({ scenario, priceBook: random }, one, other) => {
      const tiedBook = { ...random, skus: random.skus.map(asPack) };
      const [bill, renamed] = [one, other].map((seed) => {
        const options = scenario.options.map((option) => ({ ...option, packs: option.packs.map(rename(seed)) }));
        return computeBill({ scenario: { ...scenario, options }, priceBook: tiedBook }).options[0];
      });
      const params = bill?.issues.find(({ code }) => code === 'BURN_ORDER_TIE')?.params;
      if (bill === undefined || renamed === undefined || params === undefined || params.bounds !== undefined) return;
      const { lowest = formatFen(bill.totals.payable), highest = formatFen(bill.totals.payable) } = params;
      // Interchangeable packs may differ by the roundings of their shares.
      const charges = [...bill.lines.values()].reduce((sum, line) => sum + (line.kind === 'usage' ? line.charges.size : 0), 0);
      expect(renamed.totals.payable).toBeGreaterThanOrEqual((parseFixed(lowest, 2) ?? 0n) - BigInt(charges));
      expect(renamed.totals.payable).toBeLessThanOrEqual((parseFixed(highest, 2) ?? 0n) + BigInt(charges));
    }),
    { numRuns: 300 },
  );
});
