/**
 * A usage line counted in BigInt: graduated prices, increments, and values beyond the kernel's range.
 *
 * Rule, units, rounding: ratedLine.ts; the amounts of parts of a month are rate/rateMonth.ts.
 */
import { type Amount, QUANTITY_DECIMALS, type Quantity } from '../../numeric/fixed.ts';
import { isWide } from '../../numeric/wide.ts';
import type { DayNumber } from '../../time/calendar.ts';
import type { Horizon } from '../horizon.ts';
import { type MeteredMonth, meterUsage } from '../meter.ts';
import type { DayPeriod, Measured, MeasureTarget } from '../packs/pack.ts';
import { amountThrough, quantityThrough } from '../rate/rateMonth.ts';
import type { UsableUsage } from '../read/readUsage.ts';
import type { RatedLine } from './ratedLine.ts';

const ONE_UNIT = 10n ** BigInt(QUANTITY_DECIMALS);
const NOTHING: Measured = { amount: 0n, quantity: 0n };

export class GeneralLine implements RatedLine {
  readonly usage: UsableUsage;
  readonly isWide: boolean;
  readonly listCosts = null;
  readonly #months: readonly MeteredMonth[];
  readonly #whole: readonly Measured[];

  constructor(usage: UsableUsage, horizon: Horizon) {
    this.usage = usage;
    this.#months = meterUsage(usage, horizon);
    this.#whole = this.#months.map((month) => ({
      amount: amountThrough(usage.rate, month, month.activeDays),
      quantity: quantityThrough(month, month.activeDays),
    }));
    this.isWide = this.#whole.every(({ amount, quantity }) => isWide(amount) && isWide(quantity));
  }

  get start(): DayNumber {
    return this.usage.from;
  }
  get end(): DayNumber {
    return this.usage.to;
  }
  get first(): number {
    return this.#months[0]?.index ?? 0;
  }
  get length(): number {
    return this.#months.length;
  }

  listCostOf(at: number): Amount {
    return this.#whole[at]?.amount ?? 0n;
  }

  quantityOf(at: number): Quantity {
    return this.#whole[at]?.quantity ?? 0n;
  }

  hasPartialUnits(): boolean {
    return this.#months.some(({ num, den }) => num % (den * ONE_UNIT) !== 0n);
  }

  measure(monthIndex: number, from: DayNumber, to: DayNumber): Measured {
    const at = monthIndex - this.first;
    const month = this.#months[at];
    if (month === undefined) return NOTHING;
    const after = this.#through(at, month, to);
    if (from === month.start) return after;
    const before = this.#through(at, month, from);
    return { amount: after.amount - before.amount, quantity: after.quantity - before.quantity };
  }

  measureInto({ amounts, quantities, at }: MeasureTarget, monthIndex: number, { from, to }: DayPeriod): void {
    const { amount, quantity } = this.measure(monthIndex, from, to);
    amounts.set(at, amount);
    quantities.set(at, quantity);
  }

  /** From the month's first active day up to `day` (excluded). */
  #through(at: number, month: MeteredMonth, day: DayNumber): Measured {
    const days = day - month.start;
    if (days === month.activeDays) return this.#whole[at] ?? NOTHING;
    return { amount: amountThrough(this.usage.rate, month, days), quantity: quantityThrough(month, days) };
  }
}
