/**
 * One usage line with its charges: a charge for each active month.
 *
 * Rule: payable = Rfen(list cost - what packs covered); a column of charges adds up to the total under it. What every total needs is
 * computed at once; the charges with their draws are made when somebody asks, because nobody looks at all of 100,000 lines.
 * Units: Amount 10^-12 CNY, fen.
 * Rounding: charge.ts.
 * Source: billing.md, 1 and 5.3.
 */
import type { Amount, Fen } from '../../numeric/fixed.ts';
import { WideColumn, type WideList } from '../../numeric/wide.ts';
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
  readonly #horizon: Horizon;
  /** fen by active month; numbers where the kernel counted them */
  readonly #payables: readonly (number | Fen)[];
  #charges: ReadonlyMap<Month, Charge> | null = null;

  constructor(input: ChargeInput) {
    const { rated, draws, horizon } = input;
    this.#rated = rated;
    this.#drawn = draws?.drawn ?? null;
    this.#row = draws?.row ?? 0;
    this.#horizon = horizon;
    const { listCosts } = rated;
    const isWide = listCosts !== null && (draws === null || draws.drawn.covered !== null);
    this.#payables = isWide ? payWide(input, listCosts) : payExact(input);
  }

  get listCost(): Amount {
    const rated = this.#rated;
    let sum = 0n;
    for (let at = 0; at < rated.length; at += 1) sum += rated.listCostOf(at);
    return sum;
  }

  get payable(): Fen {
    let sum = 0n;
    for (const fen of this.#payables) sum += BigInt(fen);
    return sum;
  }

  get charges(): ReadonlyMap<Month, Charge> {
    this.#charges ??= new Map(this.#payables.map((_, at) => this.#chargeOf(at)).map((charge) => [charge.month, charge]));
    return this.#charges;
  }

  addTo(sums: MonthSums, sign: 1 | -1): void {
    const rated = this.#rated;
    const { listCosts, first } = rated;
    for (const [at, fen] of this.#payables.entries()) {
      const month = first + at;
      if (typeof fen === 'bigint') sums.add(month, BigInt(sign) * rated.listCostOf(at), BigInt(sign) * fen);
      else {
        sums.addListCost(month, sign * (listCosts?.hi[at] ?? 0), sign * (listCosts?.lo[at] ?? 0));
        sums.addPayable(month, sign * fen);
      }
    }
  }

  #chargeOf(at: number): Charge {
    const rated = this.#rated;
    const index = rated.first + at;
    const listCost = rated.listCostOf(at);
    return {
      month: this.#horizon.months[index] ?? '',
      quantity: rated.quantityOf(at),
      listCost,
      draws: this.#drawn?.drawsOf(this.#row, index) ?? NO_DRAWS,
      uncovered: listCost - (this.#drawn?.coveredOf(this.#row, index) ?? 0n),
      payable: BigInt(this.#payables[at] ?? 0),
    };
  }
}

const payExact = ({ rated, draws, rounding }: ChargeInput): readonly Fen[] =>
  Array.from({ length: rated.length }, (_, at) => {
    const covered = draws?.drawn.coveredOf(draws.row, rated.first + at) ?? 0n;
    return roundCharge(rated.listCostOf(at) - covered, rounding);
  });

/** One value, used for every charge. */
const UNCOVERED = new WideColumn(1);

const payWide = ({ rated, draws, rounding, horizon }: ChargeInput, { hi, lo }: WideList): readonly number[] => {
  const covered = draws?.drawn.covered ?? null;
  const from = draws === null ? 0 : draws.row * horizon.length + rated.first;
  const payables: number[] = [];
  for (let at = 0; at < rated.length; at += 1) {
    UNCOVERED.put(0, hi[at] ?? 0, lo[at] ?? 0);
    if (covered !== null) UNCOVERED.add(0, -(covered.hi[from + at] ?? 0), -(covered.lo[from + at] ?? 0));
    payables.push(roundWideCharge(UNCOVERED.hi[0] ?? 0, UNCOVERED.lo[0] ?? 0, rounding));
  }
  return payables;
};
