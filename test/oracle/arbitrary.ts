/**
 * Random valid scenarios over a random small price book: short months, tie-rich amounts, packs that start and end anywhere.
 * `pricedScenario` has everyday values, `widePricedScenario` values from one unit of the last decimal up to the limits of billing.md.
 */
import fc from 'fast-check';
import type { PackSku, PriceBook, Sku, UsageSku } from '../../src/shared/pricebook/types.ts';
import type { NodeLine, Option, PackLine, Scenario, UsageLine } from '../../src/shared/scenario/types.ts';
import { decimalText, type Sizes, SMALL, WIDE } from './sizes.ts';

const name = { zh: '名', en: 'name' };
const source = { document: 'oracle', date: '2026-01-01' };
const common = { name, availability: 'open', source } as const;

const tiers = (sizes: Sizes) =>
  fc.record({
    tiers: fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 51, max: 200 }), fc.array(sizes.tierPrice, { minLength: 3, maxLength: 3 }))
      .map(([a, b, [x = '1', y = '1', z = '1']]) => [
        { upTo: String(a), price: x },
        { upTo: String(b), price: y },
        { upTo: null, price: z },
      ]),
    tierClock: fc.constantFrom('month' as const, 'line' as const),
  });

const usageSku =
  (sizes: Sizes) =>
  (id: number): fc.Arbitrary<UsageSku> =>
    fc
      .record(
        {
          provider: fc.constantFrom('x', 'y'),
          category: fc.constantFrom('compute', 'storage'),
          price: fc.oneof({ weight: 3, arbitrary: sizes.price }, { weight: sizes.crowded ? 2 : 1, arbitrary: tiers(sizes) }),
          per: sizes.per,
          monthBasis: fc.constantFrom('calendar' as const, 'days30' as const),
          increment: sizes.increment,
        },
        { requiredKeys: ['provider', 'category', 'price', 'per', 'monthBasis'] },
      )
      .map((fields): UsageSku => ({ ...common, kind: 'usage', sku: `u.${id}`, unit: 'unit', ...fields }));

const packSku =
  (sizes: Sizes) =>
  (id: number): fc.Arbitrary<PackSku> =>
    fc
      .record({
        provider: fc.constantFrom('x', 'y'),
        class: fc.constantFrom('allowance' as const, 'free' as const, 'pack' as const, 'voucher' as const),
        denomination: fc.constantFrom('money' as const, 'quantity' as const),
        amount: sizes.packAmount,
        price: sizes.packPrice,
        validity: fc.oneof(
          fc.constant('none' as const),
          fc.record({ months: fc.integer({ min: 1, max: 4 }) }),
          fc.record({ days: fc.integer({ min: 1, max: 70 }) }),
        ),
        reset: fc.constantFrom('none' as const, 'none' as const, 'month' as const, 'level' as const),
        monthBasis: fc.constantFrom('calendar' as const, 'days30' as const),
        scope: fc.constantFrom<PackSku['scope'][]>(
          {},
          { providers: ['x'] },
          { categories: ['compute'] },
          { skus: ['u.0', 'u.1'] },
          { providers: ['y'], categories: ['compute'] },
        ),
        priority: fc.integer({ min: -1, max: 1 }),
      })
      .map((fields): PackSku => {
        const free = fields.class !== 'pack';
        const reset = fields.class === 'allowance' && fields.reset === 'none' ? 'month' : fields.reset;
        const shape = {
          ...fields,
          reset,
          price: free ? '0' : fields.price,
          validity: fields.class === 'allowance' ? ('none' as const) : fields.validity,
        };
        return { ...common, kind: 'pack', sku: `p.${id}`, unit: 'unit', ...shape };
      });

const nodeSku: Sku = { ...common, kind: 'node', sku: 'n.0', provider: 'x', category: 'compute', unit: 'node-month', price: '33.33' };

const provider = (id: string): fc.Arbitrary<PriceBook['providers'][number]> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(name),
    rounding: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const),
    burnClasses: fc.constantFrom(['allowance', 'free', 'pack', 'voucher'] as const, ['allowance', 'free', 'voucher', 'pack'] as const),
    regions: fc.constant([]),
  });

const priceBook = (sizes: Sizes): fc.Arbitrary<PriceBook> =>
  fc
    .tuple(provider('x'), provider('y'), fc.tuple(...[0, 1, 2, 3].map(usageSku(sizes))), fc.tuple(...[0, 1, 2, 3, 4].map(packSku(sizes))))
    .map(([x, y, usage, packs]) => ({
      format: 'costbook.pricebook/1',
      edition: 'oracle',
      title: name,
      effectiveFrom: '2026-01-01',
      currency: 'CNY',
      taxIncluded: true,
      providers: [x, y],
      skus: [nodeSku, ...usage, ...packs],
    }));

const twoDigits = (value: number): string => String(value).padStart(2, '0');
/** Days of 2027-11 to 2028-08: a leap February and both kinds of other months. */
const monthText = fc.integer({ min: 0, max: 9 }).map((at) => (at < 2 ? `2027-${11 + at}` : `2028-0${at - 1}`));
const dateText = fc.tuple(monthText, fc.integer({ min: 1, max: 31 })).map(([month, day]) => {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return `${month}-${twoDigits(Math.min(day, last))}`;
});

const period = fc
  .tuple(fc.oneof(monthText, dateText), fc.oneof(monthText, dateText))
  .map(([a, b]) => (a.slice(0, 7) === b.slice(0, 7) ? [a.slice(0, 7), a.slice(0, 7)] : a < b ? [a, b] : [b, a]))
  .map(([from = null, to = null]) => ({ from, to }));

/** A few days that many packs share, besides any day: they tie, and they start and end on the edges of months. */
const BUSY_DAYS = fc.constantFrom('2027-12-31', '2028-01-01', '2028-02-29', '2028-03-01', '2028-03-31', '2028-04-01');
const dayText = ({ crowded }: Sizes): fc.Arbitrary<string> => (crowded ? fc.oneof(dateText, BUSY_DAYS) : dateText);
const openPeriod = ({ crowded }: Sizes) =>
  crowded ? fc.oneof(period, fc.constant({ from: null, to: null }), fc.record({ from: monthText, to: fc.constant(null) })) : period;
/** fast-check likes small numbers, so a plain count is 0 every other time. */
const lineCount = ({ crowded }: Sizes): fc.Arbitrary<number> => (crowded ? fc.noBias(fc.integer({ min: 1, max: 6 })) : fc.nat(5));

const usageLine =
  (sizes: Sizes) =>
  (id: number): fc.Arbitrary<UsageLine> =>
    fc
      .tuple(
        fc.integer({ min: 0, max: 3 }),
        sizes.quantity,
        fc.constantFrom('month', 'month', 'total'),
        sizes.instances,
        openPeriod(sizes),
        fc.constantFrom(null, '0', '0.05', '-0.5', '0.000001', '1'),
        fc.dictionary(monthText, sizes.monthly, { maxKeys: 2 }),
        fc.option(sizes.linePrice, { freq: 5 }),
      )
      .map(([sku, quantity, per, instances, { from, to }, growth, monthly, price]) => {
        const total = per === 'total';
        return {
          id: `u${id}`,
          sku: `u.${sku}`,
          quantity,
          per,
          instances,
          from,
          to,
          growth: total ? null : growth,
          monthly: total ? {} : monthly,
          price,
          onNodes: null,
          note: '',
        };
      });

const packLine =
  (book: PriceBook, sizes: Sizes) =>
  (id: number): fc.Arbitrary<PackLine | null> =>
    fc
      .tuple(
        fc.integer({ min: 0, max: 4 }),
        sizes.count,
        dayText(sizes),
        fc.option(dayText(sizes), { freq: 3 }),
        fc.option(fc.constantFrom('0', '0.5', '1'), { freq: 4 }),
      )
      .map(([at, count, start, expiry, remaining]) => {
        const sku = book.skus.find((candidate) => candidate.sku === `p.${at}`);
        if (sku?.kind !== 'pack' || sku.class === 'allowance') return null;
        const later = expiry !== null && expiry > start ? expiry : null;
        const held = Number(sku.amount) * Number(count ?? '1');
        const opening = remaining !== null && Number(remaining) <= held ? remaining : null;
        return { id: `p${id}`, sku: sku.sku, count, start, expiry: later, remaining: opening, amount: null, price: null, note: '' };
      });

const nodeLine = (id: number): fc.Arbitrary<NodeLine> =>
  fc
    .tuple(fc.constantFrom(null, '1', '3'), fc.option(dateText), fc.constantFrom(null, '1', '7', '12'), fc.option(decimalText(90, 3)))
    .map(([count, start, months, price]) => ({ id: `n${id}`, sku: 'n.0', region: null, count, start, months, price, note: '' }));

const option = (book: PriceBook, sizes: Sizes): fc.Arbitrary<Option> =>
  fc
    .tuple(
      fc.nat(2).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => nodeLine(at)))),
      lineCount(sizes).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => usageLine(sizes)(at)))),
      lineCount(sizes).chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => packLine(book, sizes)(at)))),
    )
    .map(([nodes, usage, packs]) => ({ id: 'A', name: 'A', nodes, usage, packs: packs.filter((line) => line !== null) }));

/** Seldom: what the scenario sets in place of a provider's rules. */
const overrideTexts: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '{"x":{"rounding":"down"}}',
      '{"x":{"rounding":"half-up"},"y":{"rounding":"half-even","burnClasses":["voucher","pack","free","allowance"]}}',
      '{"x":{"burnClasses":["pack","voucher","allowance","free"]}}',
    ),
  },
);

interface PricedScenario {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}
const scenarioOf = (sizes: Sizes): fc.Arbitrary<PricedScenario> =>
  priceBook(sizes).chain((book) =>
    fc.tuple(monthText, sizes.months, option(book, sizes), overrideTexts).map(([startMonth, months, one, overrides]) => ({
      priceBook: book,
      scenario: {
        name: 'random',
        note: '',
        overrides,
        drivers: null,
        priceBook: 'oracle',
        priceBookHash: null,
        priceBookInline: null,
        startMonth,
        months,
        options: [one],
      },
    })),
  );

export const pricedScenario = scenarioOf(SMALL);
export const widePricedScenario = scenarioOf(WIDE);
