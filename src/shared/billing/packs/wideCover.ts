/**
 * cover.ts for wide columns: what shares pay for is taken off what the lines have left.
 *
 * Exact where the numbers fit one double; else to about 100 bits, and in BigInt where that does not settle the rounding.
 * Rule, units, source: cover.ts.
 */
import { DOUBLE_LIMIT, divideNearest, multiply, result, scale, scaleError, WideColumn, wideRatio } from '../../numeric/wide.ts';
import { coverPart } from './cover.ts';

/** A share of each drawer of one pack. */
export interface ShareList {
  readonly denomination: 'money' | 'quantity';
  /** rows of the drawers */
  readonly drawers: Int32Array;
  readonly shares: WideColumn;
  readonly count: number;
}

const LARGEST_DIVISOR = 2 ** 50;

/** What the lines have left, by row, and what the last pack took of it, in the order of its drawers. */
export class WideCover {
  readonly amountsLeft: WideColumn;
  readonly quantitiesLeft: WideColumn;
  readonly rows: Int32Array;
  readonly amounts: WideColumn;
  readonly quantities: WideColumn;
  readonly #isMoneyOnly: boolean;
  /** the part of the paid side that decides about the other side: one value, used for every line */
  readonly #rest = new WideColumn(1);

  /** `isMoneyOnly`: no pack holds units, so what is left of quantities decides nothing and is not counted */
  constructor(rows: number, isMoneyOnly: boolean) {
    this.#isMoneyOnly = isMoneyOnly;
    this.amountsLeft = new WideColumn(rows);
    this.quantitiesLeft = new WideColumn(rows);
    this.rows = new Int32Array(rows);
    this.amounts = new WideColumn(rows);
    this.quantities = new WideColumn(rows);
  }

  /** Takes the shares off; those of 0 are left out. Returns how many were taken. */
  take({ denomination, drawers, shares, count }: ShareList): number {
    const isMoney = denomination === 'money';
    const paid = isMoney ? this.amountsLeft : this.quantitiesLeft;
    const other = isMoney ? this.quantitiesLeft : this.amountsLeft;
    const paidTo = isMoney ? this.amounts : this.quantities;
    const otherTo = isMoney ? this.quantities : this.amounts;
    let taken = 0;
    for (let at = 0; at < count; at += 1) {
      const hi = shares.hi[at] ?? 0;
      if (hi === 0) continue;
      const lo = shares.lo[at] ?? 0;
      const row = drawers[at] ?? 0;
      this.rows[taken] = row;
      paidTo.put(taken, hi, lo);
      if (this.#isMoneyOnly) {
        paid.add(row, -hi, -lo);
      } else if (hi === paid.hi[row] && lo === paid.lo[row]) {
        otherTo.put(taken, other.hi[row] ?? 0, other.lo[row] ?? 0);
        paid.put(row, 0, 0);
        other.put(row, 0, 0);
      } else {
        this.#coverOther(isMoney, row, taken);
        paid.add(row, -hi, -lo);
        other.add(row, -(otherTo.hi[taken] ?? 0), -(otherTo.lo[taken] ?? 0));
      }
      taken += 1;
    }
    return taken;
  }

  /** What is covered of the quantity by a share of the amount, or of the amount by a share of the quantity. */
  #coverOther(isMoney: boolean, row: number, taken: number): void {
    const paid = isMoney ? this.amountsLeft : this.quantitiesLeft;
    const other = isMoney ? this.quantitiesLeft : this.amountsLeft;
    const share = isMoney ? this.amounts : this.quantities;
    const to = isMoney ? this.quantities : this.amounts;
    // What stays of a quantity goes with what stays of the amount; what is covered of an amount with what is covered of the quantity.
    const rest = this.#rest;
    rest.put(0, share.hi[taken] ?? 0, share.lo[taken] ?? 0);
    if (isMoney) {
      rest.put(0, paid.hi[row] ?? 0, paid.lo[row] ?? 0);
      rest.add(0, -(share.hi[taken] ?? 0), -(share.lo[taken] ?? 0));
    }
    if (!this.#settlePart(paid, other, row)) {
      to.set(taken, this.#coverExactly(isMoney, row, share.get(taken)));
    } else if (isMoney) {
      const { hi, lo } = result;
      to.put(taken, other.hi[row] ?? 0, other.lo[row] ?? 0);
      to.add(taken, -hi, -lo);
    } else {
      to.put(taken, result.hi, result.lo);
    }
  }

  /** Sets `result` to other x rest / paid, halves up; false where the kernel cannot tell. */
  #settlePart(paid: WideColumn, other: WideColumn, row: number): boolean {
    const rest = this.#rest;
    const restHi = rest.hi[0] ?? 0;
    const paidHi = paid.hi[row] ?? 0;
    const otherHi = other.hi[row] ?? 0;
    if (paidHi < LARGEST_DIVISOR && otherHi < DOUBLE_LIMIT) {
      multiply(otherHi, restHi);
      divideNearest(result.hi, result.lo, paidHi);
      return true;
    }
    scale(wideRatio(restHi, rest.lo[0] ?? 0, paidHi, paid.lo[row] ?? 0), otherHi, other.lo[row] ?? 0);
    if (Math.abs(result.rest - 0.5) < scaleError(result.hi)) return false;
    if (result.rest > 0.5) {
      rest.put(0, result.hi, result.lo);
      rest.add(0, 1, 0);
      result.hi = rest.hi[0] ?? 0;
      result.lo = rest.lo[0] ?? 0;
    }
    return true;
  }

  #coverExactly(isMoney: boolean, row: number, share: bigint): bigint {
    const amountBefore = this.amountsLeft.get(row);
    const quantityBefore = this.quantitiesLeft.get(row);
    const covered = coverPart({ denomination: isMoney ? 'money' : 'quantity', share, amountBefore, quantityBefore });
    return isMoney ? covered.quantity : covered.amount;
  }
}
