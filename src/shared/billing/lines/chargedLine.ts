/**
 * One usage line with its charges: a charge for each active month.
 *
 * Rule: payable = Rfen(list cost - what packs covered); a column of charges adds up to the total under it. Nothing is kept of it but
 * where it comes from, and the charges that a window shows: the totals add it up once, and nobody looks at all of 100,000 lines.
 * Units: Amount 10^-12 CNY, fen.
 * Rounding: charge.ts.
 * Source: billing.md, 1 and 5.3.
 */
import type { Amount, Fen } from '../../numeric/fixed.ts';
import { WideColumn, type WideSlice } from '../../numeric/wide.ts';
import type { RoundingProfile } from '../../pricebook/types.ts';
import type { Month } from '../../time/calendar.ts';
import type { Charge, Draw, UsageLineBill } from '../bill.ts';
import { roundCharge, roundWideCharge } from '../charge.ts';
import type { Horizon } from '../horizon.ts';
import type { MonthSums } from '../monthSums.ts';
import type { Drawn } from '../packs/drawn.ts';
import type { RatedLine } from './ratedLine.ts';

/** Where the draws of a line are. */
export interface LineDraws {
  readonly drawn: Drawn;
  readonly row: number;
}
export interface ChargeInput {
  readonly rated: RatedLine;
  /** null: no pack can pay for it */
  readonly draws: LineDraws | null;
  readonly rounding: RoundingProfile;
  readonly horizon: Horizon;
}

const NO_DRAWS: readonly Draw[] = [];

export class ChargedLine implements UsageLineBill {
  readonly kind = 'usage';
  readonly onNodes = null;
  readonly #rated: RatedLine;
  readonly #drawn: Drawn | null;
  readonly #row: number;
  readonly #rounding: RoundingProfile;
  readonly #horizon: Horizon;
  #charges: ReadonlyMap<Month, Charge> | null = null;

  constructor({ rated, draws, rounding, horizon }: ChargeInput) {
    this.#rated = rated;
    this.#drawn = draws?.drawn ?? null;
    this.#row = draws?.row ?? 0;
    this.#rounding = rounding;
    this.#horizon = horizon;
  }

  get listCost(): Amount {
    const rated = this.#rated;
    let sum = 0n;
    for (let at = 0; at < rated.length; at += 1) sum += rated.listCostOf(at);
    return sum;
  }

  get payable(): Fen {
    let sum = 0n;
    for (let at = 0; at < this.#rated.length; at += 1) sum += this.#payableOf(at);
    return sum;
  }

  get charges(): ReadonlyMap<Month, Charge> {
    this.#charges ??= new Map(this.listCharges().map((charge) => [charge.month, charge]));
    return this.#charges;
  }

  get months(): readonly Month[] {
    const { first, length } = this.#rated;
    return this.#horizon.months.slice(first, first + length);
  }

  listCharges(): readonly Charge[] {
    return Array.from({ length: this.#rated.length }, (_, at) => this.#chargeOf(at));
  }

  addTo(sums: MonthSums, sign: 1 | -1): void {
    const { listCosts, first, length } = this.#rated;
    if (listCosts !== null && (this.#drawn === null || this.#drawn.covered !== null)) {
      this.#addWide(sums, sign, listCosts);
      return;
    }
    for (let at = 0; at < length; at += 1) {
      sums.add(first + at, BigInt(sign) * this.#rated.listCostOf(at), BigInt(sign) * this.#payableOf(at));
    }
  }

  /** As many charges as there are lines and months: in the kernel where it counted both sides. */
  #addWide(sums: MonthSums, sign: 1 | -1, { hi, from: start, lo }: WideSlice): void {
    const { first, length } = this.#rated;
    const covered = this.#drawn?.covered ?? null;
    const from = this.#row * this.#horizon.length + first;
    for (let at = 0; at < length; at += 1) {
      const costHi = hi[start + at] ?? 0;
      const costLo = lo?.[at] ?? 0;
      const coveredHi = covered === null ? 0 : (covered.hi[from + at] ?? 0);
      sums.addListCost(first + at, sign * costHi, sign * costLo);
      if (coveredHi === 0) {
        sums.addPayable(first + at, sign * roundWideCharge(costHi, costLo, this.#rounding));
        continue;
      }
      UNCOVERED.put(0, costHi, costLo);
      UNCOVERED.add(0, -coveredHi, -(covered?.lo[from + at] ?? 0));
      sums.addPayable(first + at, sign * roundWideCharge(UNCOVERED.hi[0] ?? 0, UNCOVERED.lo[0] ?? 0, this.#rounding));
    }
  }

  #uncoveredOf(at: number): Amount {
    return this.#rated.listCostOf(at) - (this.#drawn?.coveredOf(this.#row, this.#rated.first + at) ?? 0n);
  }

  #payableOf(at: number): Fen {
    return roundCharge(this.#uncoveredOf(at), this.#rounding);
  }

  #chargeOf(at: number): Charge {
    const rated = this.#rated;
    const index = rated.first + at;
    const uncovered = this.#uncoveredOf(at);
    return {
      month: this.#horizon.months[index] ?? '',
      quantity: rated.quantityOf(at),
      listCost: rated.listCostOf(at),
      draws: this.#drawn?.drawsOf(this.#row, index) ?? NO_DRAWS,
      uncovered,
      payable: roundCharge(uncovered, this.#rounding),
    };
  }
}

/** One value, used for every charge. */
const UNCOVERED = new WideColumn(1);
