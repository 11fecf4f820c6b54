/**
 * One usage line in one calendar month.
 *
 * Rule: payable = Rfen(list cost - what packs covered); a column of charges adds up to the total under it.
 * Units: Amount 10^-12 CNY, fen.
 * Rounding: Rfen by the profile of the SKU's provider, once for each charge.
 * Source: billing.md, 1 and 5.3. TI-EMS half-up (Tencent's published examples), ArtLab down (Alibaba's bills drop what is below a fen).
 */
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../numeric/fixed.ts';
import { divideDown, divideHalfEven, divideHalfUp } from '../numeric/rounding.ts';
import type { PriceBookIndex } from '../pricebook/find.ts';
import type { RoundingProfile, UsageSku } from '../pricebook/types.ts';
import type { Charge, Draw, UsageLineBill } from './bill.ts';
import type { Horizon } from './horizon.ts';
import type { RatedUsage } from './rateUsage.ts';

const ROUND: Readonly<Record<RoundingProfile, (numerator: bigint, denominator: bigint) => bigint>> = {
  'half-up': divideHalfUp,
  'half-even': divideHalfEven,
  down: divideDown,
};

/** The profile of the SKU's provider. */
export const roundingOf = (index: PriceBookIndex, sku: UsageSku): RoundingProfile =>
  index.findProvider(sku.provider)?.rounding ?? 'half-up';

export const roundCharge = (amount: Amount, profile: RoundingProfile): Fen => ROUND[profile](amount, AMOUNT_PER_FEN);

/** by month of the horizon */
export type DrawsByMonth = readonly (readonly Draw[] | undefined)[];
const NO_DRAWS: readonly Draw[] = [];

export interface ChargeInput {
  readonly rated: RatedUsage;
  readonly draws: DrawsByMonth | undefined;
  readonly rounding: RoundingProfile;
  readonly horizon: Horizon;
}

/** The line's bill: a charge for each active month. */
export const chargeUsage = ({ rated, draws, rounding, horizon }: ChargeInput): UsageLineBill => {
  const charges = new Map<string, Charge>();
  let listCost = 0n;
  let payable = 0n;
  for (const { metered, listCost: monthCost, quantity } of rated.months) {
    const month = horizon.months[metered.index] ?? '';
    const monthDraws = draws?.[metered.index] ?? NO_DRAWS;
    let uncovered = monthCost;
    for (const draw of monthDraws) uncovered -= draw.amount;
    const charge = { month, quantity, listCost: monthCost, draws: monthDraws, uncovered, payable: roundCharge(uncovered, rounding) };
    charges.set(month, charge);
    listCost += monthCost;
    payable += charge.payable;
  }
  return { kind: 'usage', listCost, payable, onNodes: null, charges };
};
