/** The burn-down cases of other engines (test/golden/burndown-cases.json) as they are written there. */
import { readFileSync } from 'node:fs';

export type Profile = 'openmeter_engine' | 'openmeter_ledger' | 'lago' | 'flexprice' | 'flexprice_overlay' | 'stigg' | 'cloud_pack';

export interface Grant {
  readonly id: string;
  readonly amount: string;
  readonly priority: number | null;
  readonly effective: string;
  /** null: never */
  readonly expires: string | null;
  readonly deleted?: string;
  readonly voided?: string;
  readonly scope?: readonly string[];
  readonly category?: string;
  readonly tier?: 'free' | 'pack';
  readonly created?: string;
  /** the balance is set to `amount` at each of them */
  readonly recurrence?: { readonly interval: 'daily' | 'weekly'; readonly anchor: string };
  readonly periods?: readonly { readonly from: string; readonly to: string }[];
}
export interface Spend {
  readonly at: string;
  readonly amount: string;
  readonly scope?: string;
}
export interface BurnExpectation {
  readonly balances?: Readonly<Record<string, string>>;
  readonly total_balance?: string;
  readonly total_used?: string;
  readonly uncovered?: string;
  /** running debt of an engine that carries it: what is uncovered where nothing came later to pay it */
  readonly overage?: string;
  readonly expired?: Readonly<Record<string, string>>;
  readonly took?: readonly Readonly<Record<string, string>>[];
}
interface CaseBase {
  readonly id: string;
  readonly title: string;
}
export interface BurnCase extends CaseBase {
  readonly group: 'burndown';
  readonly profile: Profile;
  readonly start: string;
  readonly until: string;
  readonly grants: readonly Grant[];
  readonly usage: readonly Spend[];
  readonly start_balances?: Readonly<Record<string, string>>;
  readonly expected: BurnExpectation;
  /** of an engine that carries no debt, as ours */
  readonly expected_no_carry?: BurnExpectation;
}
export interface OrderCase extends CaseBase {
  readonly group: 'ordering';
  readonly profile: Profile;
  readonly grants: readonly Grant[];
  readonly expected: { readonly order: readonly string[] };
}
export interface CorrectionCase extends CaseBase {
  readonly group: 'correction';
  readonly profile: Profile;
  readonly grants: readonly Grant[];
  readonly spend: string;
  readonly corrected_to: string;
  readonly expected: { readonly balances: Readonly<Record<string, string>> };
}
export interface QuotaCase extends CaseBase {
  readonly group: 'quota-overage';
  readonly windows: readonly { readonly quota: string; readonly usage: string }[];
  readonly unit_price: string;
  readonly expected: { readonly overage: string; readonly cost: string };
}
interface Tier {
  readonly up_to: string | null;
  readonly price: string;
}
export type MoneyInput =
  | { readonly kind: 'graduated'; readonly hours: string; readonly tiers: readonly Tier[] }
  | {
      readonly kind: 'quota_hours';
      readonly segments: readonly { readonly quota: string; readonly hours: string; readonly price: string }[];
    }
  | { readonly kind: 'break_even'; readonly tiers: readonly Tier[]; readonly prepaid_month: string }
  | {
      readonly kind: 'tier_clock';
      readonly tiers: readonly Tier[];
      readonly hours_per_month: string;
      readonly months: string;
      readonly prepaid_month: string;
    }
  | { readonly kind: 'round2'; readonly value: string }
  | { readonly kind: 'lago_void'; readonly start: string; readonly void: string };
export interface MoneyCase extends CaseBase {
  readonly group: 'money' | 'rounding';
  readonly input: MoneyInput;
  readonly expected: Readonly<Record<string, string | readonly string[]>>;
}
export type EngineCase = BurnCase | OrderCase | CorrectionCase | QuotaCase | MoneyCase;

export const ENGINE_CASES: readonly EngineCase[] = JSON.parse(
  readFileSync(new URL('../../../golden/burndown-cases.json', import.meta.url), 'utf8'),
).cases;
