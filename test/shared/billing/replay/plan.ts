/**
 * A case as a price book and a scenario of ours: a pack line for each grant, a usage line for each spend, on one day and at 1 CNY a
 * unit, so that money packs and quantity packs both hold what the grant holds.
 */
import type { PackSku, PriceBook, UsageSku } from '../../../../src/shared/pricebook/types.ts';
import type { PackLine, UsageLine } from '../../../../src/shared/scenario/types.ts';
import { packLine, packSku, priceBook, usageLine, usageSku } from '../../../support/billing.ts';
import type { BurnCase, Grant } from './cases.ts';
import { type OurKeys, ourKeysOf } from './order.ts';
import { changeMoment, endMoment, resetsOf, spendMoment, type Timeline, timelineOf } from './timeline.ts';

export type Denomination = PackSku['denomination'];

export interface ReplayPlan {
  readonly book: PriceBook;
  readonly startMonth: string;
  readonly months: number;
  readonly usage: readonly UsageLine[];
  readonly packs: readonly PackLine[];
  /** id of a grant's pack line */
  readonly lineOf: ReadonlyMap<string, string>;
}

/** `timeline`: other days than the case's own order gives. */
export const planOf = (data: BurnCase, denomination: Denomination, timeline: Timeline = timelineOf(data)): ReplayPlan => {
  const keys = ourKeysOf(data.grants, data.profile);
  const grants = data.grants.map((grant, position) => ({ grant, keys: keys[position] ?? { priority: 0, lineId: grant.id } }));
  const scopes = new Set([...data.usage.map(({ scope }) => scope), ...data.grants.flatMap(({ scope = [] }) => scope)]);
  return {
    book: priceBook([
      ...[...scopes, undefined].filter(isFirst).map(usageSkuOf),
      ...grants.map((each) => packSkuOf(each, { data, denomination })),
    ]),
    startMonth: timeline.startMonth,
    months: timeline.months,
    usage: data.usage.map(({ at, amount, scope }, position) => {
      const day = timeline.dayOf(spendMoment(at, position));
      return usageLine({ id: `spend ${position}`, sku: skuOf(scope), quantity: amount, per: 'total', from: day, to: day });
    }),
    packs: grants.map(({ grant, keys: { lineId } }) => {
      const end = endMoment(grant, data.profile);
      return packLine({
        id: lineId,
        sku: grant.id,
        start: timeline.dayOf(changeMoment(grant.effective)),
        expiry: end === null ? null : timeline.dayOf(end),
        remaining: data.start_balances?.[grant.id] ?? null,
      });
    }),
    lineOf: new Map(grants.map(({ grant, keys: { lineId } }) => [grant.id, lineId])),
  };
};

const isFirst = <T>(item: T, position: number, list: readonly T[]): boolean => list.indexOf(item) === position;
const skuOf = (scope: string | undefined): string => (scope === undefined ? 'anything' : `scope ${scope}`);
const usageSkuOf = (scope: string | undefined): UsageSku => usageSku({ sku: skuOf(scope) });

interface GrantInput {
  readonly grant: Grant;
  readonly keys: OurKeys;
}
const packSkuOf = (
  { grant, keys }: GrantInput,
  { data, denomination }: { readonly data: BurnCase; readonly denomination: Denomination },
): PackSku => {
  const recurs = grant.recurrence !== undefined || resetsOf(grant, data.until).length > 0;
  return packSku({
    sku: grant.id,
    class: grant.tier ?? 'pack',
    denomination,
    unit: 'gb',
    amount: grant.amount,
    price: '0',
    validity: 'none',
    reset: recurs ? 'month' : 'none',
    priority: keys.priority,
    scope: grant.scope === undefined ? {} : { skus: grant.scope.map(skuOf) },
  });
};
