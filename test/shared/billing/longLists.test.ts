/**
 * Long lists, whose lines stand in several chunks and blocks: a bill that followed edits is the full one, also where many charges lie on a
 * rounding.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundCharge } from '../../../src/shared/billing/charge.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { type BillState, billScenario } from '../../../src/shared/billing/recompute.ts';
import type { RoundingProfile, UsageSku } from '../../../src/shared/pricebook/types.ts';
import { makePackLine, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import type { Option, PackLine, Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';
import { packSku, priceBook, provider, scenarioOf, usageSku } from '../../support/billing.ts';
import { plainBill } from '../../support/plainBill.ts';

const LINES = 1_100;
const MONTHS = 4;
/** Whole fen, half fen, and anything; the third is beyond the kernel at large quantities. */
const SKUS: readonly UsageSku[] = [
  usageSku({ sku: 'fen', price: '0.01' }),
  usageSku({ sku: 'half', price: '0.005', provider: 'y' }),
  usageSku({ sku: 'any', price: '0.0077', provider: 'z' }),
  usageSku({ sku: 'alone', price: '0.3', category: 'storage' }),
];
const ROUNDINGS: Readonly<Record<string, RoundingProfile>> = { x: 'down', y: 'half-up', z: 'half-even' };
const BOOK = priceBook(
  [
    ...SKUS,
    packSku({ sku: 'all', scope: { categories: ['compute'] } }),
    packSku({ sku: 'some', scope: { skus: ['fen'] } }),
    packSku({ sku: 'units', denomination: 'quantity', unit: 'gb', scope: { skus: ['half'] } }),
  ],
  Object.entries(ROUNDINGS).map(([id, rounding]) => provider({ id, rounding })),
);

const QUANTITIES = ['100', '3', '33.3', '0', '1250.000001', '80000000', '281474976.710656', '99999999999'];
const lineOf = (seed: number): UsageLine => ({
  ...makeUsageLine(`u${seed}`),
  sku: SKUS[seed % 4]?.sku ?? '',
  quantity: QUANTITIES[(seed * 7) % (seed % 97 === 0 ? 8 : 5)] ?? '1',
  from: [null, null, '2026-02', '2026-03'][seed % 4 === 3 ? seed % 3 : seed % 4] ?? null,
  growth: seed % 5 === 0 ? '0.5' : null,
});
/** Packs that all pay for the same lines; `mixed`: others too, which makes every line be looked at. */
const packsOf = (isMixed: boolean): readonly PackLine[] =>
  ['all', 'all', 'all', ...(isMixed ? ['some', 'units'] : [])].map((sku, at) => ({
    ...makePackLine(`p${at}`),
    sku,
    start: `2026-0${1 + (at % 3)}-01`,
    amount: String(5_000 * (at + 1)),
  }));

const edit = fc.record({
  kind: fc.constantFrom('quantity', 'quantity', 'sku', 'insert', 'delete', 'pack', 'months'),
  at: fc.nat(LINES - 1),
  seed: fc.nat(400),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

const apply = (scenario: Scenario, { kind, at, seed }: Edit): Scenario => {
  const [option] = scenario.options;
  if (option === undefined) return scenario;
  const withOption = (fields: Partial<Option>): Scenario => ({ ...scenario, options: [{ ...option, ...fields }] });
  const { usage, packs } = option;
  const line = usage[at % usage.length] ?? lineOf(seed);
  const made = {
    quantity: () => withOption({ usage: usage.with(at % usage.length, { ...line, quantity: QUANTITIES[seed % 8] ?? '1' }) }),
    sku: () => withOption({ usage: usage.with(at % usage.length, { ...line, sku: SKUS[seed % 4]?.sku ?? '' }) }),
    insert: () =>
      withOption({ usage: usage.toSpliced(at, 0, ...[0, 1].map((each) => ({ ...lineOf(seed + each), id: `n${usage.length}.${each}` }))) }),
    delete: () => withOption({ usage: usage.toSpliced(at, 1 + (seed % 300)) }),
    pack: () =>
      withOption({ packs: packs.map((pack, each) => (each === seed % packs.length ? { ...pack, amount: String(seed * 31) } : pack)) }),
    months: () => ({ ...scenario, months: scenario.months === MONTHS ? MONTHS + 1 : MONTHS }),
  };
  return made[kind as keyof typeof made]();
};

/** Totals are what charges come to, each counted by itself from what no pack covered. */
const expectSums = ({ bill }: BillState, { options: [option] }: Scenario): void => {
  const [billed] = bill.options;
  const providerOf = new Map(option?.usage.map(({ id, sku }) => [id, SKUS.find((each) => each.sku === sku)?.provider ?? '']));
  const sums = new Map(billed?.months.map(({ month }) => [month, { payable: 0n, listCost: 0n }]));
  for (const [id, line] of billed?.lines ?? []) {
    for (const { month, listCost, uncovered } of line.kind === 'usage' ? line.listCharges() : []) {
      const sum = sums.get(month);
      if (sum === undefined) continue;
      sum.listCost += listCost;
      sum.payable += roundCharge(uncovered, ROUNDINGS[providerOf.get(id) ?? ''] ?? 'half-up');
    }
  }
  expect(billed?.months.map(({ payable, usageListCost }) => ({ payable, listCost: usageListCost }))).toEqual([...sums.values()]);
};

it.each([
  ['that pay for the same lines', false],
  ['of several scopes and kinds', true],
])('among packs %s a bill follows edits', (_, isMixed) => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 2, maxLength: 5 }), (edits) => {
      let scenario = scenarioOf({
        months: MONTHS,
        usage: Array.from({ length: LINES }, (__, seed) => lineOf(seed)),
        packs: packsOf(isMixed),
      });
      let billed: BillState = billScenario({ scenario, priceBook: BOOK }, null);
      for (const each of edits) {
        scenario = apply(scenario, each);
        billed = billScenario({ scenario, priceBook: BOOK }, billed);
        expect(plainBill(billed.bill)).toEqual(plainBill(computeBill({ scenario, priceBook: BOOK })));
      }
      expectSums(billed, scenario);
    }),
    { numRuns: 6 },
  );
});

it('bills that follow the same bill do not disturb each other, whatever months they look at', () => {
  const line = (id: string, quantity: string): UsageLine => ({ ...makeUsageLine(id), sku: 'fen', quantity });
  const usage = Array.from({ length: LINES }, (_, at) => line(`u${at}`, '300'));
  // 3 CNY a line and month: the pack ends in the second month, and in the third one of the second plan.
  const packs: readonly PackLine[] = [{ ...makePackLine('p0'), sku: 'all', start: '2026-01-01', amount: '4000' }];
  const first = scenarioOf({ months: MONTHS, usage, packs });
  const withLine = (scenario: Scenario, at: number, quantity: string): Scenario => {
    const [option] = scenario.options;
    return { ...scenario, options: option === undefined ? [] : [{ ...option, usage: option.usage.with(at, line(`u${at}`, quantity)) }] };
  };
  const bill = (scenario: Scenario, former: BillState | null) => billScenario({ scenario, priceBook: BOOK }, former);
  const before = bill(first, null);
  const one = withLine(first, LINES - 1, '301');
  const billedOne = bill(one, before);
  // Its first month costs so much that the pack ends in it.
  bill(withLine(first, 600, '90000000'), before);
  const two = withLine(one, LINES - 2, '90000000');
  expect(plainBill(bill(two, billedOne).bill)).toEqual(plainBill(computeBill({ scenario: two, priceBook: BOOK })));
});
