/**
 * What a prepaid node line costs.
 *
 * Rule: purchase = Rhalf(unit price x count x months), paid in cash in the month of `start`; one share of expense a service month.
 * Units: fen.
 * Rounding: Rhalf, whatever the provider's profile.
 * Source: billing.md, 3; seed 000 ("单节点费用 * 节点数量 * 预付费时长"), 2019-11-15.
 */
import type { Fen } from '../numeric/fixed.ts';
import { divideHalfUp } from '../numeric/rounding.ts';
import { formatMonth, monthOfDay } from '../time/calendar.ts';
import type { NodeLineBill } from './bill.ts';
import type { Horizon } from './horizon.ts';
import type { UsableNode } from './read/readNode.ts';
import { recognisedAfter, type SharesInput, sharesInHorizon } from './shares.ts';

/** Unit prices are 10^-10 CNY, a fen is 10^-2. */
export const PRICE_UNITS_PER_FEN = 10n ** 8n;

export interface BilledNode {
  readonly bill: NodeLineBill;
  /** paid in the horizon */
  readonly cash: Fen;
  /** purchase minus what is recognised by the horizon's end; 0 where the line starts after it */
  readonly prepaid: Fen;
  /** neither cash nor expense in the horizon */
  readonly outside: boolean;
}

export const billNode = (node: UsableNode, horizon: Horizon): BilledNode => {
  const purchase = divideHalfUp(node.unitPrice * node.count * BigInt(node.months), PRICE_UNITS_PER_FEN);
  const firstMonth = monthOfDay(node.start);
  const shares: SharesInput = { purchase, serviceMonths: node.months, firstMonth };
  const expense = sharesInHorizon(shares, horizon);
  const inHorizon = node.start >= horizon.start && node.start < horizon.end;
  const started = horizon.firstMonth + horizon.length - firstMonth;
  return {
    bill: { kind: 'node', purchase, purchaseMonth: formatMonth(firstMonth), expense },
    cash: inHorizon ? purchase : 0n,
    prepaid: node.start < horizon.end ? purchase - recognisedAfter(shares, started) : 0n,
    outside: !inHorizon && expense.size === 0,
  };
};
