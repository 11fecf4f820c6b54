/**
 * What a charge comes to in fen.
 *
 * Rule: payable = Rfen(list cost - what packs covered).
 * Units: Amount 10^-12 CNY, fen.
 * Rounding: Rfen by the profile of the SKU's provider, once for each charge.
 * Source: billing.md, 1 and 5.3. TI-EMS half-up (Tencent's published examples), ArtLab down (Alibaba's bills drop what is below a fen).
 */
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../numeric/fixed.ts';
import { divideDown, divideHalfEven, divideHalfUp } from '../numeric/rounding.ts';
import { divide, result, type WideColumn } from '../numeric/wide.ts';
import type { PriceBookIndex } from '../pricebook/find.ts';
import type { RoundingProfile, UsageSku } from '../pricebook/types.ts';

const ROUND: Readonly<Record<RoundingProfile, (numerator: bigint, denominator: bigint) => bigint>> = {
  'half-up': divideHalfUp,
  'half-even': divideHalfEven,
  down: divideDown,
};

/** The profile of the SKU's provider. */
export const roundingOf = (index: PriceBookIndex, sku: UsageSku): RoundingProfile =>
  index.findProvider(sku.provider)?.rounding ?? 'half-up';

export const roundCharge = (amount: Amount, profile: RoundingProfile): Fen => ROUND[profile](amount, AMOUNT_PER_FEN);

const PER_FEN = Number(AMOUNT_PER_FEN);

/** roundCharge of an amount in two doubles, from 0 to below 2^76; the fen fit one. */
export const roundWideCharge = (hi: number, lo: number, profile: RoundingProfile): number => {
  divide(hi, lo, PER_FEN);
  const fen = result.hi + result.lo;
  const twice = result.rest * 2;
  if (profile === 'down' || twice < PER_FEN) return fen;
  return twice > PER_FEN || profile === 'half-up' || fen % 2 === 1 ? fen + 1 : fen;
};

/** Nearly. */
export const FEN_PER_UNIT = 1 / PER_FEN;

/** What an amount in fen is raised by before it is rounded down. */
export const halfOf = (profile: RoundingProfile): number => (profile === 'down' ? 0 : 0.5);

/** More than what an amount, a part of it and a few products are rounded by together, of their value. */
export const ROUNDED = 2 ** -49;

/**
 * The fen of an amount that is known but for less than `units` of 10^-12 CNY and 2^-51 of itself; -1 where that does not settle them. The
 * amount is below 2^76; of NaN nothing is known. `half`: halfOf the profile.
 */
export const roundAbout = (amount: number, units: number, half: number): number => {
  const raised = amount * FEN_PER_UNIT + half;
  const fen = Math.floor(raised);
  const over = raised - fen;
  const slack = (units + amount * ROUNDED) * FEN_PER_UNIT;
  return over >= slack && over + slack < 1 ? fen : -1;
};

/** The fen of an amount between two values; -1 where these do not settle them. */
export const roundBetween = ({ hi, lo }: WideColumn, profile: RoundingProfile): number => {
  const fen = roundWideCharge(hi[0] ?? 0, lo[0] ?? 0, profile);
  return fen === roundWideCharge(hi[1] ?? 0, lo[1] ?? 0, profile) ? fen : -1;
};
