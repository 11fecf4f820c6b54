/** Random scenarios, typed values included that no engine can read. */
import fc from 'fast-check';
import type { NodeLine, Option, PackLine, Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';

const TYPED = ['1', '3', '-2', '0', '007', '1,000', 'ten', '9007199254740993', '64936.5', '0.0077', '1e3', ' 2', 'true', '=1+1', '一'];
const typed = fc.oneof(fc.constantFrom(...TYPED), fc.string({ maxLength: 12 }), fc.string({ unit: 'grapheme', maxLength: 6 }));
const field = fc.option(typed, { nil: null });
const note = fc.oneof(fc.constant(''), typed);
const sku = fc.constantFrom('', 'ti-ems.node.8c32g1t4', 'artlab.tool.shared', 'artlab.free.compute-500', 'no.such.sku');
const month = fc
  .tuple(fc.integer({ min: 2020, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, of]) => `${year}-${String(of).padStart(2, '0')}`);
const monthly = fc.dictionary(month, typed, { maxKeys: 4, noNullPrototype: true });

type WithoutId<L> = Omit<L, 'id'>;
const node: fc.Arbitrary<WithoutId<NodeLine>> = fc.record({
  sku,
  region: field,
  count: field,
  start: field,
  months: field,
  price: field,
  note,
});
const usage: fc.Arbitrary<WithoutId<UsageLine>> = fc.record({
  sku,
  quantity: field,
  per: field,
  instances: field,
  from: field,
  to: field,
  growth: field,
  monthly,
  price: field,
  onNodes: field,
  note,
});
const pack: fc.Arbitrary<WithoutId<PackLine>> = fc.record({
  sku,
  count: field,
  start: field,
  expiry: field,
  remaining: field,
  amount: field,
  price: field,
  note,
});

interface Noted<L> {
  readonly line: L;
  readonly price: string | null;
}
/** Every third line has a note on its price. */
const noted = <L>(line: fc.Arbitrary<L>): fc.Arbitrary<Noted<L>> =>
  fc.record({ line, price: fc.option(fc.constantFrom('see mail', 'a\nb'), { nil: null, freq: 2 }) });

const numbered = <L>(prefix: string, lines: readonly Noted<L>[]): (L & { readonly id: string })[] =>
  lines.map(({ line, price }, index) => ({ ...line, id: `${prefix}${index + 1}`, ...(price === null ? {} : { notes: { price } }) }));

const optionBody: fc.Arbitrary<Omit<Option, 'id'>> = fc
  .record({
    name: note,
    nodes: fc.array(noted(node), { maxLength: 3 }),
    usage: fc.array(noted(usage), { maxLength: 4 }),
    packs: fc.array(noted(pack), { maxLength: 3 }),
  })
  .map((body) => ({
    name: body.name,
    nodes: numbered('n', body.nodes),
    usage: numbered('u', body.usage),
    packs: numbered('p', body.packs),
  }));

export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    name: note,
    note,
    priceBook: fc.constantFrom('seed', '2021-01-21', 'no-such-edition'),
    priceBookHash: fc.constantFrom(null, 'sha256:00'),
    priceBookInline: fc.constant(null),
    overrides: fc.constantFrom(
      null,
      '{"alibaba":{"rounding":"half-even"}}',
      '{"alibaba":{"rounding":"half-up","burnClasses":["voucher","allowance","free","pack"]},"x y":{"rounding":"down"}}',
    ),
    drivers: fc.constantFrom(
      null,
      '[{"id":"d1","name":"images_per_day","value":"1200","unit":"张","note":""},{"id":"d2","name":"月用量","value":"=images_per_day*30","unit":"","note":"n","notes":{"value":"per day"}}]',
    ),
    startMonth: month,
    months: fc.integer({ min: 1, max: 120 }),
    options: fc.array(optionBody, { minLength: 1, maxLength: 3 }),
  })
  .map(({ options, ...scenario }) => ({
    ...scenario,
    options: options.map((option, index) => ({ ...option, id: String.fromCharCode(65 + index) })),
  }));
