/** One cell typed, as the window does it: a pure command, its patch, the bill that follows. */
import type { Bill } from '../../src/shared/billing/bill.ts';
import { type BillState, billScenario } from '../../src/shared/billing/recompute.ts';
import type { PriceBook } from '../../src/shared/pricebook/types.ts';
import { editField } from '../../src/shared/scenario/commands/lines.ts';
import { applyPatch } from '../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../src/shared/scenario/types.ts';

/** Reads what the window shows of every option: all totals, and those of each month. Nothing of the bill may wait until it is asked for. */
export const readTotals = (bill: Bill): bigint =>
  bill.options.reduce(
    (sum, { totals, months }) => sum + totals.cash + months.reduce((all, month) => all + month.payable + month.usageListCost, 0n),
    0n,
  );

export class EditedPlan {
  readonly #priceBook: PriceBook;
  #scenario: Scenario;
  #billed: BillState;
  #typed = 0;

  constructor(scenario: Scenario, priceBook: PriceBook) {
    this.#priceBook = priceBook;
    this.#scenario = scenario;
    this.#billed = billScenario({ scenario, priceBook }, null);
    readTotals(this.#billed.bill);
  }

  /** Types another quantity into a usage line, and reads the totals that follow. */
  edit(option: string, line: string): bigint {
    this.type(option, line);
    return this.recompute();
  }

  /** The scenario that follows: a new list of its lines. */
  type(option: string, line: string): void {
    this.#typed += 1;
    const typed = String(1_000 + this.#typed);
    const patch = editField(this.#scenario, { option, sheet: 'usage', line, field: 'quantity', typed });
    if (!patch.ok) throw new Error(patch.error.code);
    this.#scenario = applyPatch(this.#scenario, patch.value);
  }

  recompute(): bigint {
    this.#billed = billScenario({ scenario: this.#scenario, priceBook: this.#priceBook }, this.#billed);
    return readTotals(this.#billed.bill);
  }
}
