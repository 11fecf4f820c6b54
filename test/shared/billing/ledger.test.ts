/** Rule: the entries of an option add up to its totals, by month and in all (billing.md, 6). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OptionBill, PeriodTotals } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { type LedgerFacts, ledgerFacts, ledgerMonths } from '../../../src/shared/billing/ledger.ts';
import { PACK_CLASSES } from '../../../src/shared/pricebook/types.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import { type Option, SHEETS } from '../../../src/shared/scenario/types.ts';
import { listMonths } from '../../../src/shared/time/calendar.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const GOLDEN: { readonly cases: readonly { readonly scenario: { readonly name: string } }[] } = JSON.parse(
  readFileSync(new URL('../../golden/engine-cases.json', import.meta.url), 'utf8'),
);

interface Entry extends LedgerFacts {
  readonly month: string;
}

const entriesOf = (option: Option, bill: OptionBill, horizon: readonly string[]): readonly Entry[] =>
  SHEETS.flatMap((sheet) =>
    option[sheet].flatMap(({ id: line }) =>
      ledgerMonths(bill, { sheet, line }, horizon).map((month) => {
        const facts = ledgerFacts(bill, { sheet, line }, month);
        if (facts === null) throw new Error(`${line} has no entry in ${month}`);
        return { ...facts, month };
      }),
    ),
  );

const sum = (entries: readonly Entry[], amount: (entry: Entry) => bigint | null): bigint =>
  entries.reduce((total, entry) => total + (amount(entry) ?? 0n), 0n);

const totalsOf = (entries: readonly Entry[]): PeriodTotals => {
  const payable = sum(entries, (entry) => entry.payable);
  const purchases = sum(entries, (entry) => entry.purchase);
  const [allowance = 0n, free = 0n, pack = 0n, voucher = 0n] = PACK_CLASSES.map((packClass) =>
    sum(entries, ({ covered }) => covered?.[packClass] ?? null),
  );
  return {
    usageListCost: sum(entries, (entry) => entry.listCost),
    covered: { allowance, free, pack, voucher },
    payable,
    purchases,
    cash: purchases + payable,
    expense: sum(entries, (entry) => entry.expense),
    forfeitedCost: sum(entries, (entry) => entry.forfeitedCost),
  };
};

describe('the ledger', () => {
  it.each(GOLDEN.cases.map(({ scenario }) => [scenario.name, scenario] as const))(
    'of %s adds up to the totals of each month and of the plan',
    (_, json) => {
      const parsed = parseScenario(json);
      if (!parsed.ok) throw new Error(parsed.error.code);
      const scenario = parsed.value;
      const priceBook = scenario.priceBookInline ?? readPriceBook(scenario.priceBook === 'seed' ? 'seed' : '2021-01-21');
      const bill = computeBill({ scenario, priceBook });
      const horizon = listMonths(scenario.startMonth, scenario.months);
      for (const [at, option] of scenario.options.entries()) {
        const billed = bill.options[at];
        if (billed === undefined) throw new Error('no bill');
        const entries = entriesOf(option, billed, horizon);
        for (const { month, ...totals } of billed.months) {
          expect(totalsOf(entries.filter((entry) => entry.month === month)), month).toEqual(totals);
        }
        expect(billed.totals).toMatchObject(totalsOf(entries));
      }
    },
  );
});
