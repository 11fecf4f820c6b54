/** Usage lines in columns: what they say of a line is what its object says, and what follows edits is what would be made anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageIssues } from '../../../src/shared/billing/columns/UsageIssues.ts';
import { CHUNK, firstOf, fromOf, hasFlag, monthsOf, ROW, skuOf } from '../../../src/shared/billing/columns/usageChunk.ts';
import { horizonOf } from '../../../src/shared/billing/horizon.ts';
import { addCounts, countIssues, NO_COUNTS } from '../../../src/shared/billing/issueCounts.ts';
import { type OptionContext, type ReadOption, readOption } from '../../../src/shared/billing/readOption.ts';
import { wideToBigInt } from '../../../src/shared/numeric/wide.ts';
import { indexPriceBook } from '../../../src/shared/pricebook/find.ts';
import type { UsageSku } from '../../../src/shared/pricebook/types.ts';
import { makeNodeLine, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import type { Option, UsageLine } from '../../../src/shared/scenario/types.ts';
import { nodeSku, priceBook, provider, usageSku } from '../../support/billing.ts';

const TIERS: UsageSku['price'] = {
  tierClock: 'month',
  tiers: [
    { upTo: '10', price: '2' },
    { upTo: null, price: '1' },
  ],
};
const ASSUMED = { document: 'test', date: '2026-01-01', assumed: true };
const INDEX = indexPriceBook(
  priceBook(
    [
      usageSku({ sku: 'plain', price: '0.0077' }),
      usageSku({ sku: 'dear', price: '99999' }),
      usageSku({ sku: 'thousand', price: '0.25', per: 1000 }),
      usageSku({ sku: 'tiers', price: TIERS }),
      usageSku({ sku: 'none', price: null }),
      usageSku({ sku: 'hours', unit: 'card-hour', provider: 'y' }),
      usageSku({ sku: 'started', unit: 'card-hour', increment: '1' }),
      usageSku({ sku: 'thirty', monthBasis: 'days30', source: ASSUMED }),
      usageSku({ sku: 'asked', availability: 'application' }),
      nodeSku({ sku: 'n' }),
    ],
    [provider(), provider({ id: 'y', rounding: 'down' })],
  ),
);
const contextOf = (startMonth: string, months: number): OptionContext => ({ index: INDEX, horizon: horizonOf({ startMonth, months }) });
const CONTEXT = contextOf('2026-01', 5);

const seldom = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });
const digits = fc.stringMatching(/^\d{1,9}(\.\d{1,6})?$/);
const price = fc.oneof(digits, fc.stringMatching(/^0\.\d{1,10}$/), fc.constantFrom('0', '1000000000', '1000000001', '-1', '1e3'));
const line: fc.Arbitrary<UsageLine> = fc.record({
  id: fc.constant('u'),
  sku: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('plain', 'dear', 'thousand', 'hours', 'thirty', 'asked') },
    { weight: 1, arbitrary: fc.constantFrom('tiers', 'none', 'started', 'n', 'unknown', '') },
  ),
  quantity: fc.oneof(
    { weight: 4, arbitrary: digits },
    { weight: 1, arbitrary: fc.constantFrom(null, '', '0', '1000000000000', '-1', '1.1234567') },
  ),
  per: seldom<string | null>(null, 'month', 'total', 'year'),
  instances: seldom<string | null>(null, '3', '0', '1000000', '1000001', '1.5', '2.0'),
  from: seldom<string | null>(null, '2026-02', '2026-02-10', '2025-11', '2026-05-31', '2027-01', '2026-02-30', 'x'),
  to: seldom<string | null>(null, '2026-03', '2026-03-15', '2026-01', '2025-12', '2028-06', '2026-13'),
  growth: seldom<string | null>(null, '0.013', '0', '10', '10.000001', '-0.5', '0.5'),
  monthly: fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    {
      weight: 2,
      arbitrary: fc.dictionary(
        fc.constantFrom('2026-01', '2026-02', '2026-05', '2025-12', '2027-03', '2026-1', '2026-13'),
        fc.oneof({ weight: 5, arbitrary: digits }, { weight: 1, arbitrary: fc.constantFrom('0', '-1', '1e3', '', '281474976.710656') }),
        { maxKeys: 4 },
      ),
    },
  ),
  price: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: price }),
  onNodes: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom('n1', 'n2') }),
  note: fc.constant(''),
});

const optionOf = (usage: readonly UsageLine[]): Option => ({
  id: 'A',
  name: 'A',
  nodes: [{ ...makeNodeLine('n1'), sku: 'n' }],
  usage,
  packs: [],
});

/** What the columns say of a row. */
const columnsAt = ({ usage, tables }: ReadOption, position: number) => {
  const chunk = usage.chunks[Math.floor(position / CHUNK)];
  if (chunk === undefined) throw new Error(`no row ${position}`);
  const row = position % CHUNK;
  const isInBigInt = hasFlag(chunk, row, ROW.inBigInt);
  return {
    sku: tables.names.at(skuOf(chunk, row)),
    isDropped: usage.isDropped(position),
    first: firstOf(chunk, row),
    costs: Array.from({ length: monthsOf(chunk, row) }, (_, at) => {
      const place = fromOf(chunk, row) + at;
      return isInBigInt ? chunk.hi[place] : wideToBigInt(chunk.hi[place] ?? 0, chunk.lo?.[place] ?? 0);
    }),
    isPartial: hasFlag(chunk, row, ROW.partial),
    isSpecial: hasFlag(chunk, row, ROW.special),
  };
};

describe('an ordinary line in columns', () => {
  it('has the numbers and the issues that its object has', () => {
    let ordinary = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const read = readOption(optionOf(lines), CONTEXT, null);
        const { usage } = read;
        const issues = new UsageIssues(usage);
        const counts = issues.count();
        const columns = lines.map((_, position) => columnsAt(read, position));
        const works = lines.map((_, position) => usage.at(position) ?? missing());
        for (const [position, work] of works.entries()) {
          const { rated } = work;
          const said = columns[position] ?? missing();
          if (!said.isSpecial) ordinary += 1;
          expect([said.isDropped, said.sku]).toEqual([work.read.kind === 'dropped', rated?.usage.sku.sku]);
          expect(usage.skuAt(position)).toBe(rated?.usage.sku);
          const costs = Array.from({ length: rated?.length ?? 0 }, (_, at) =>
            rated?.listCosts === null ? Number.NaN : (rated?.listCostOf(at) ?? 0n),
          );
          expect(said.costs).toEqual(costs);
          if (costs.length > 0) expect(said.first).toBe(rated?.first);
        }
        const found = works.map((work) => work.issues);
        expect(counts).toEqual(found.reduce((sum, each) => addCounts(sum, countIssues('usage', each)), NO_COUNTS));
        expect(new UsageIssues(readOption(optionOf(lines), CONTEXT, null).usage).all()).toEqual(found.flat());
        const { start, end } = CONTEXT.horizon;
        const days = works.flatMap(({ rated }) => (rated === null ? [] : [rated.start, rated.end]));
        expect(usage.cuts).toEqual([...new Set(days)].filter((day) => day > start && day < end).sort((a, b) => a - b));
      }),
      { numRuns: 3_000 },
    );
    expect(ordinary).toBeGreaterThan(1_000);
  });

  it('is one whose fields are short decimals, months and dates, also with a price, growth, a period and months of its own', () => {
    const usual = { ...makeUsageLine('u1'), sku: 'plain', quantity: '12345.678' };
    const ordinary: readonly Partial<UsageLine>[] = [
      {},
      { price: '0.00000077' },
      { growth: '0.013', from: '2025-11' },
      { from: '2026-02-10', to: '2026-04' },
      { per: 'total', sku: 'thirty', instances: '20' },
      { sku: 'thousand', price: '0.5' },
      { monthly: { '2026-02': '7.5', '2026-04': '0' }, growth: '0.01' },
    ];
    const read = readOption(optionOf(ordinary.map((fields) => ({ ...usual, ...fields }))), CONTEXT, null);
    expect(ordinary.map((_, position) => columnsAt(read, position).isSpecial)).toEqual(ordinary.map(() => false));
  });
});

const missing = (): never => {
  throw new Error('no line');
};

describe('a table of lines that followed edits', () => {
  const edit = fc.record({
    at: fc.nat(3 * CHUNK),
    removed: fc.constantFrom(0, 1, 1, 1, 3, CHUNK, CHUNK + 5),
    added: fc.array(line, { maxLength: 4 }),
    /** the horizon begins so many months later */
    moved: fc.constantFrom(0, 0, 0, 1),
  });
  /** Three chunks, the last one of one row. */
  const many = fc
    .array(line, { minLength: 40, maxLength: 40 })
    .map((lines) => Array.from({ length: 2 * CHUNK + 1 }, (_, at) => ({ ...(lines[at % 40] ?? missing()) })));

  it('is the table that would be made anew, whatever chunks it shares', () => {
    fc.assert(
      fc.property(many, fc.array(edit, { minLength: 1, maxLength: 4 }), (lines, edits) => {
        let option = optionOf(lines);
        let context = CONTEXT;
        let read = readOption(option, context, null);
        for (const { at, removed, added, moved } of edits) {
          const usage = option.usage.toSpliced(at % (option.usage.length + 1), removed, ...added);
          const former = { option, read, isSameContext: moved === 0 };
          context = moved === 0 ? context : contextOf('2026-02', 5);
          option = optionOf(usage);
          read = readOption(option, context, former);
          const anew = readOption(option, context, null);
          expect([read.usage.length, read.usage.dropped, read.usage.cuts]).toEqual([
            anew.usage.length,
            anew.usage.dropped,
            anew.usage.cuts,
          ]);
          expect(read.usage.highest).toBe(anew.usage.highest);
          expect(usage.map((_, position) => columnsAt(read, position))).toEqual(usage.map((_, position) => columnsAt(anew, position)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps the objects of lines that an edit left alone, and all other chunks', () => {
    const lines = Array.from({ length: CHUNK + 9 }, (_, at) => ({ ...makeUsageLine(`u${at}`), sku: 'plain', quantity: '5' }));
    const option = optionOf(lines);
    const read = readOption(option, CONTEXT, null);
    const [first, last] = [read.usage.at(0), read.usage.at(CHUNK)];
    const edited = optionOf(lines.with(3, { ...makeUsageLine('u3'), sku: 'plain', quantity: '6' }));
    const after = readOption(edited, CONTEXT, { option, read, isSameContext: true });
    expect(after.usage.at(0)).toBe(first);
    expect(after.usage.at(CHUNK)).toBe(last);
    expect(after.usage.chunks[1]).toBe(read.usage.chunks[1]);
    expect(after.usage.at(3)?.rated?.listCostOf(0)).not.toEqual(read.usage.at(3)?.rated?.listCostOf(0));
    expect(after.usage.at(CHUNK + 9)).toBeUndefined();
  });
});
