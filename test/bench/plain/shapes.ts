/** The plans that Costbook and the plain program both bill. */
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import type { PackLine, Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { groupPlanOf, planOf } from '../plan.ts';
import { MONTHS } from './plainBill.ts';

export const LINES = 100_000;
/** Decimal.js takes more than a minute for 100,000 lines in one pool. */
const POOL_LINES = 20_000;
export const PACKS = 50;
export const sizeOf = (lines: number): string => `${lines.toLocaleString('en')} lines x ${PACKS} packs x ${MONTHS} months`;

/** Lines that share packs, and these in burn order. */
interface Group {
  readonly lines: readonly UsageLine[];
  readonly packs: readonly PackLine[];
}
export interface Shape {
  readonly size: string;
  readonly name: string;
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  readonly groups: readonly Group[];
  /** a line that packs cover, in the first group */
  readonly edited: string;
}

export const groupsShape = (): Shape => {
  const { scenario, option, priceBook } = groupPlanOf({ lines: LINES, groups: PACKS });
  const groups = option.packs.map((pack, at) => ({ lines: option.usage.filter((_, line) => line % PACKS === at), packs: [pack] }));
  return { size: sizeOf(LINES), name: 'each pack pays for 2,000 lines', scenario, priceBook, groups, edited: 'u1' };
};

export const poolShape = (): Shape => {
  const { scenario, option } = planOf({ lines: POOL_LINES, packs: PACKS });
  const key = ({ sku, start, id }: PackLine): string => `${sku} ${start} ${id}`;
  // Bought packs before vouchers, as their SKUs happen to sort; then by expiry, which is start + 12 months; then by id.
  const packs = option.packs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    size: sizeOf(POOL_LINES),
    name: 'each pack pays for all of them',
    scenario,
    priceBook: readPriceBook('seed'),
    groups: [{ lines: option.usage, packs }],
    edited: 'u2',
  };
};
