/** billing.md, section 7: bad data never stops the rest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionBill } from '../../../src/shared/billing/bill.ts';
import { type BillInput, computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
import { LINE_FIELDS, type Option, type Scenario } from '../../../src/shared/scenario/types.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { usageLine } from '../../support/billing.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const billOf = (input: BillInput): OptionBill => {
  const [bill] = computeBill(input).options;
  if (bill === undefined) throw new Error('a bill has an option');
  return bill;
};

describe('bad data', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '',
      ' ',
      '0',
      '-0',
      '-1',
      '1e9',
      'NaN',
      'Infinity',
      '9'.repeat(400),
      '0000-01-01',
      '9999-12-31',
      '9999-12',
      '0000-01',
      '__proto__',
      '=A1',
      '１２',
      '1,5',
    ),
    fc.integer().map(String),
  );
  const fieldText = fc.option(anyText, { nil: null });
  const book = readPriceBook('2021-01-21');
  const skuText = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...book.skus.map(({ sku }) => sku)) },
    { weight: 1, arbitrary: anyText },
  );
  const lineOf = (fields: readonly string[], id: string) =>
    fc
      .record(
        Object.fromEntries(fields.map((field) => [field, field === 'sku' ? skuText : field === 'note' ? fc.constant('') : fieldText])),
      )
      .map((line) => ({ id, ...line }));
  const option = fc.record({
    nodes: fc.array(lineOf(LINE_FIELDS.nodes, 'n'), { maxLength: 2 }),
    usage: fc.array(
      fc
        .tuple(lineOf(LINE_FIELDS.usage, 'u'), fc.dictionary(fc.oneof(anyText, fc.constant('2026-02')), anyText, { maxKeys: 2 }))
        .map(([line, monthly]) => ({ ...line, monthly })),
      { maxLength: 3 },
    ),
    packs: fc.array(lineOf(LINE_FIELDS.packs, 'p'), { maxLength: 3 }),
  });
  const numbered = <L extends { readonly id: string }>(lines: readonly L[]): readonly L[] =>
    lines.map((line, index) => ({ ...line, id: `${line.id}${index}` }));

  it('never throws on any text in any field, and never loses a line', () => {
    fc.assert(
      fc.property(option, ({ nodes, usage, packs }) => {
        const made = { id: 'A', name: 'A', nodes: numbered(nodes), usage: numbered(usage), packs: numbered(packs) } as unknown as Option;
        const scenario: Scenario = {
          name: '',
          note: '',
          priceBook: '',
          priceBookHash: null,
          priceBookInline: null,
          overrides: null,
          drivers: null,
          startMonth: '2026-01',
          months: 3,
          options: [made],
        };
        const bill = billOf({ scenario, priceBook: book });
        expect(bill.lines.size).toBe(nodes.length + usage.length);
        const dropped = new Set(
          bill.issues
            .filter(({ severity, code }) => severity === 'error' && code !== 'PURCHASE_LIMIT_EXCEEDED' && code !== 'PACK_NOT_STACKABLE')
            .map(({ line }) => line),
        );
        expect(bill.complete).toBe(dropped.size === 0);
        expect(bill.packs.size).toBe(made.packs.filter(({ id }) => !dropped.has(id)).length);
        formatResult('', { edition: '', options: [bill] });
      }),
      { numRuns: 2_000 },
    );
  });

  it('of one line changes no other line', () => {
    fc.assert(
      fc.property(pricedScenario, (input) => {
        const line = usageLine({ id: 'bad', sku: 'u.0', quantity: 'x', from: '2027-11-15' });
        const options = input.scenario.options.map((each) => ({ ...each, usage: [line, ...each.usage] }));
        const bad = { ...input, scenario: { ...input.scenario, options } };
        const [before, after] = [billOf(input), billOf(bad)];
        expect(after.totals).toEqual(before.totals);
        expect([after.complete, after.issues.at(-1)?.line === 'bad' || after.issues.some(({ line }) => line === 'bad')]).toEqual([
          false,
          true,
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
