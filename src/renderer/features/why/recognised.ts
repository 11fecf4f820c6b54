/**
 * Rule: what of a purchase is expense by the end of a month: of a node, and of a pack that starts anew each month, so many of its service
 * months; of a pack with one balance for its life, the part of it that is used or forfeited. One month's expense is the difference of two
 * of them. Every figure is the bill's.
 * Units: Amount (10^-12 CNY). Source: billing.md, 3 and 5.4.
 */
import type { PackBill } from '../../../shared/billing/bill.ts';
import { serviceMonthsOf } from '../../../shared/billing/billPack.ts';
import type { NodeExplanation, PackExplanation, PriceFact } from '../../../shared/billing/explanation.ts';
import { balanceFormat } from '../../../shared/billing/result.ts';
import { recognisedAfter } from '../../../shared/billing/shares.ts';
import { AMOUNT_PER_FEN, type Amount, formatFen } from '../../../shared/numeric/fixed.ts';
import { type Month, parseDate, parseMonth } from '../../../shared/time/calendar.ts';
import { groupDigits } from '../../ui/format.ts';

export interface Recognised {
  readonly amount: Amount;
  /** '108,000.00 × 3 ÷ 12' */
  readonly product: string;
}
/** By the end of a month. */
export type RecognisedThrough = (month: Month) => Recognised;

export const nodeRecognised = ({ purchase, purchaseMonth, months }: NodeExplanation): RecognisedThrough =>
  byServiceMonths({ purchase, serviceMonths: Number(months), firstMonth: parseMonth(purchaseMonth) });

export const packRecognised = (pack: PackExplanation, bill: PackBill, reset: 'none' | 'month' | 'level'): RecognisedThrough => {
  if (reset === 'none') return byUse(pack, bill);
  const start = parseDate(pack.start);
  const expiry = pack.expiry === null ? Number.POSITIVE_INFINITY : parseDate(pack.expiry);
  const serviceMonths = serviceMonthsOf({ start, expiry });
  return byServiceMonths({ purchase: pack.purchase, serviceMonths, firstMonth: parseMonth(pack.start.slice(0, -3)) });
};

const byServiceMonths =
  (shares: Parameters<typeof recognisedAfter>[0]): RecognisedThrough =>
  (month) => {
    const started = Math.min(Math.max(parseMonth(month) - shares.firstMonth + 1, 0), shares.serviceMonths);
    const product = `${groupDigits(formatFen(shares.purchase))} × ${started} ÷ ${shares.serviceMonths}`;
    return { amount: recognisedAfter(shares, started) * AMOUNT_PER_FEN, product };
  };

const byUse = ({ price, count, denomination, held, timeline }: PackExplanation, { expense }: PackBill): RecognisedThrough => {
  const format = balanceFormat(denomination);
  return (month) => {
    const amounts = [...expense].filter(([each]) => each <= month).map(([, amount]) => amount);
    const consumed = timeline.months.filter((each) => each.month <= month).map(({ used, forfeited }) => used + forfeited);
    const part = groupDigits(format(consumed.reduce((sum, each) => sum + each, 0n)));
    return {
      amount: amounts.reduce((sum, each) => sum + each, 0n) * AMOUNT_PER_FEN,
      product: `${packCost(price, count)} × ${part} ÷ ${groupDigits(format(held))}`,
    };
  };
};

/** '59', or '59 × 2' of two packs. */
export const packCost = ({ price }: PriceFact, count: string): string => {
  const unit = price.kind === 'flat' ? groupDigits(price.price) : '';
  return count === '1' ? unit : `${unit} × ${groupDigits(count)}`;
};
