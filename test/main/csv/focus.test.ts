/** The rows of FOCUS against the specification's rules and the engine's sums. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOCUS_COLUMNS, type FocusRow } from '../../../src/main/csv/focus/columns.ts';
import { focusRows } from '../../../src/main/csv/focus/focusRows.ts';
import type { OptionBill } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { AMOUNT_PER_FEN } from '../../../src/shared/numeric/fixed.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { pricedScenario, widePricedScenario } from '../../oracle/arbitrary.ts';
import { sum } from '../../support/focus/decimals.ts';
import { type FocusRecord, findFocusViolations, findHeaderViolations } from '../../support/focus/rules.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

interface Priced {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}
const EDITIONS: Readonly<Record<string, PriceBook>> = { seed: readPriceBook('seed'), '2021-01-21': readPriceBook('2021-01-21') };
const golden: readonly Priced[] = JSON.parse(readFileSync(new URL('../../golden/engine-cases.json', import.meta.url), 'utf8')).cases.map(
  ({ scenario: data }: { readonly scenario: unknown }): Priced => {
    const parsed = parseScenario(data);
    if (!parsed.ok) throw new Error(parsed.error.code);
    const priceBook = parsed.value.priceBookInline ?? EDITIONS[parsed.value.priceBook];
    if (priceBook === undefined) throw new Error(`no edition ${parsed.value.priceBook}`);
    return { scenario: parsed.value, priceBook };
  },
);

const record = (row: FocusRow): FocusRecord => Object.fromEntries(FOCUS_COLUMNS.map((column) => [column, row[column] ?? null]));

const expectFocus = ({ scenario, priceBook }: Priced): void => {
  const bill = computeBill({ scenario, priceBook });
  for (const option of bill.options) {
    const rows = [...focusRows({ scenario, priceBook, bill, locale: 'en' }, option.id)].map(record);
    expect(findFocusViolations(rows)).toEqual([]);
    expectSums(rows, option);
    expectCommitments(rows, option);
  }
};

const sumOf = (rows: readonly FocusRecord[], column: string): bigint => sum(rows.map((row) => row[column] ?? '0'));

/** To the fen, by month: what is billed is the engine's cash, what is effective its expense. */
const expectSums = (rows: readonly FocusRecord[], { months, totals }: OptionBill): void => {
  for (const { month, cash, expense, usageListCost } of months) {
    const ofMonth = rows.filter((row) => row.x_Month === month);
    expect([month, sumOf(ofMonth, 'BilledCost')]).toEqual([month, cash * AMOUNT_PER_FEN]);
    expect([month, sumOf(ofMonth, 'EffectiveCost')]).toEqual([month, expense * AMOUNT_PER_FEN]);
    expect([month, sumOf(ofMonth, 'x_ExactListCost')]).toEqual([month, usageListCost]);
  }
  expect(sumOf(rows, 'BilledCost')).toBe(totals.cash * AMOUNT_PER_FEN);
};

/** What is used and what goes to waste is what the pack's balance says, by month; the expense follows the quantity. */
const expectCommitments = (rows: readonly FocusRecord[], { packs }: OptionBill): void => {
  for (const [id, pack] of packs) {
    const ofPack = rows.filter((row) => row.x_PackId === id && row.CommitmentDiscountId !== null);
    if (ofPack.length === 0) continue;
    const scale = pack.denomination === 'money' ? 1n : 1_000_000n;
    const recognised = [...pack.expense.values()].reduce((total, fen) => total + fen, 0n) * AMOUNT_PER_FEN;
    expect([id, sumOf(ofPack, 'EffectiveCost')]).toEqual([id, recognised]);
    const boughtAndUsedUp = pack.purchaseMonth !== null && recognised === pack.purchase * AMOUNT_PER_FEN;
    if (boughtAndUsedUp) expect([id, sumOf(ofPack, 'BilledCost')]).toEqual([id, recognised]);
    for (const { month, used, lapsed, forfeited } of pack.timeline.months) {
      const [ofUse, ofWaste] = ['Used', 'Unused'].map((status) =>
        ofPack.filter((row) => row.x_Month === month && row.CommitmentDiscountStatus === status),
      );
      const quantities = [ofUse, ofWaste].map((part = []) => sumOf(part, 'CommitmentDiscountQuantity'));
      expect([id, month, quantities]).toEqual([id, month, [used * scale, (lapsed + forfeited) * scale]]);
      const expense = (pack.expense.get(month) ?? 0n) * AMOUNT_PER_FEN;
      const units = used + lapsed + forfeited;
      expect([id, month, sumOf(ofUse ?? [], 'EffectiveCost')]).toEqual([id, month, units === 0n ? 0n : (expense * used) / units]);
    }
  }
};

describe('the columns', () => {
  it('are those of the specification, then our own', () => {
    expect(findHeaderViolations(FOCUS_COLUMNS)).toEqual([]);
  });
});

describe('the rows', () => {
  it.each(golden.map((priced, index) => [index, priced.scenario.name, priced] as const))(
    'of golden case %i (%s) keep the rules and add up',
    (_, __, priced) => expectFocus(priced),
  );

  it.each([
    ['everyday', pricedScenario],
    ['wide', widePricedScenario],
  ])('of random %s scenarios keep the rules and add up', (_, scenarios) => {
    fc.assert(fc.property(scenarios, expectFocus), { numRuns: 500 });
  });
});
