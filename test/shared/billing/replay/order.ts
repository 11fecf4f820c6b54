/**
 * Burn orders of other engines, by our keys: class, priority, expiry, start, id.
 *
 * What an engine compares before the expiry becomes our priority, what it compares after it our id. One that never looks at the
 * expiry has everything in the priority. `cloud_pack` is our own order and needs no translation: its tier is our class.
 */
import type { Grant, Profile } from './cases.ts';

type Key = (grant: Grant, position: number) => number | string;
interface Order {
  readonly beforeExpiry: readonly Key[];
  readonly afterExpiry: readonly Key[];
}

const CATEGORIES: readonly string[] = ['granted', 'promotional', 'purchased', 'paid'];
const priority: Key = (grant) => grant.priority ?? Number.POSITIVE_INFINITY;
const restrictedFirst: Key = (grant) => (grant.scope === undefined ? 1 : 0);
const category: Key = (grant) => CATEGORIES.indexOf(grant.category ?? '');
const effective: Key = (grant) => grant.effective;
const created: Key = (grant) => grant.created ?? '';
const sequence: Key = (_, position) => position;
const largest: Key = (grant) => -Number(grant.amount);
const id: Key = (grant) => grant.id;

const ORDERS: Readonly<Record<Profile, Order>> = {
  openmeter_engine: { beforeExpiry: [priority], afterExpiry: [created, id] },
  openmeter_ledger: { beforeExpiry: [priority, restrictedFirst], afterExpiry: [sequence] },
  lago: { beforeExpiry: [priority, category, created, sequence], afterExpiry: [] },
  flexprice: { beforeExpiry: [priority], afterExpiry: [largest] },
  flexprice_overlay: { beforeExpiry: [priority], afterExpiry: [largest] },
  stigg: { beforeExpiry: [priority], afterExpiry: [category, effective, created] },
  cloud_pack: { beforeExpiry: [], afterExpiry: [created, id] },
};

export interface OurKeys {
  readonly priority: number;
  /** sorts as the engine's last keys do; holds the grant's own id */
  readonly lineId: string;
}

export const ourKeysOf = (grants: readonly Grant[], profile: Profile): readonly OurKeys[] => {
  const { beforeExpiry, afterExpiry } = ORDERS[profile];
  const priorities = ranksOf(grants, beforeExpiry);
  const ids = ranksOf(grants, afterExpiry);
  return grants.map((grant, position) => ({
    priority: priorities[position] ?? 0,
    lineId: `${String(ids[position] ?? 0).padStart(3, '0')} ${grant.id}`,
  }));
};

/** Of each grant, how many different ones come before it. */
const ranksOf = (grants: readonly Grant[], keys: readonly Key[]): readonly number[] => {
  const values = grants.map((grant, position) => keys.map((key) => key(grant, position)));
  return values.map((own) => new Set(values.filter((other) => isBefore(other, own)).map(String)).size);
};

const isBefore = (a: readonly (number | string)[], b: readonly (number | string)[]): boolean => {
  const at = a.findIndex((value, position) => value !== b[position]);
  const [left, right] = [a[at], b[at]];
  return left !== undefined && right !== undefined && left < right;
};
