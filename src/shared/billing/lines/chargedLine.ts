/**
 * One usage line with its charges: a charge for each active month.
 *
 * Rule: a column of charges adds up to the total under it. Nothing is kept of a line but where it comes from, and the charges that a
 * window shows; of a charge, each number is made when somebody asks for it: nobody looks at all of 100,000 lines.
 * Units: Amount 10^-12 CNY, fen.
 * Rounding: charge.ts.
 * Source: billing.md, 1 and 5.3.
 */
import type { Amount, Fen, Quantity } from '../../numeric/fixed.ts';
import type { Month } from '../../time/calendar.ts';
import type { Charge, Draw, UsageLineBill } from '../bill.ts';
import type { Horizon } from '../horizon.ts';
import { type ChargeInput, coveredFenOf, coveredOf, payableOf, uncoveredOf } from './payables.ts';

const NO_DRAWS: readonly Draw[] = [];

export class ChargedLine implements UsageLineBill {
  readonly kind = 'usage';
  readonly onNodes = null;
  readonly #input: ChargeInput;
  readonly #horizon: Horizon;
  #charges: ReadonlyMap<Month, Charge> | null = null;

  constructor(input: ChargeInput, horizon: Horizon) {
    this.#input = input;
    this.#horizon = horizon;
  }

  get listCost(): Amount {
    const { rated } = this.#input;
    let sum = 0n;
    for (let at = 0; at < rated.length; at += 1) sum += rated.listCostOf(at);
    return sum;
  }

  get payable(): Fen {
    let sum = 0n;
    for (let at = 0; at < this.#input.rated.length; at += 1) sum += payableOf(this.#input, at);
    return sum;
  }

  get covered(): Amount {
    return coveredOf(this.#input);
  }

  get coveredFen(): Fen {
    return coveredFenOf(this.#input);
  }

  get charges(): ReadonlyMap<Month, Charge> {
    this.#charges ??= new Map(this.listCharges().map((charge) => [charge.month, charge]));
    return this.#charges;
  }

  get months(): readonly Month[] {
    const { first, length } = this.#input.rated;
    return this.#horizon.months.slice(first, first + length);
  }

  listCharges(): readonly Charge[] {
    return this.months.map((month, at) => new LineCharge(this.#input, month, at));
  }

  /** Whether a bill of this would be the same. */
  isMadeOf({ rated, draws }: ChargeInput): boolean {
    const own = this.#input;
    return own.rated === rated && own.draws?.drawn === draws?.drawn && own.draws?.row === draws?.row;
  }
}

class LineCharge implements Charge {
  readonly month: Month;
  readonly #input: ChargeInput;
  readonly #at: number;

  constructor(input: ChargeInput, month: Month, at: number) {
    this.month = month;
    this.#input = input;
    this.#at = at;
  }

  get quantity(): Quantity {
    return this.#input.rated.quantityOf(this.#at);
  }

  get listCost(): Amount {
    return this.#input.rated.listCostOf(this.#at);
  }

  get draws(): readonly Draw[] {
    const { rated, draws } = this.#input;
    return draws?.drawn.drawsOf(draws.row, rated.first + this.#at) ?? NO_DRAWS;
  }

  get uncovered(): Amount {
    return uncoveredOf(this.#input, this.#at);
  }

  get payable(): Fen {
    return payableOf(this.#input, this.#at);
  }
}
