/**
 * What computeBill returns. Amounts are exact integers (numeric/fixed.ts): Amount = 10^-12 CNY, Quantity = 10^-6 units,
 * Fen = 0.01 CNY. Source of every rule: billing.md; the section stands beside each field.
 */
import type { Issue } from '../core/issue.ts';
import type { Amount, Fen, Quantity } from '../numeric/fixed.ts';
import type { PackClass } from '../pricebook/types.ts';
import type { CivilDate, Month, SheetId } from '../scenario/types.ts';
import type { DayNumber } from '../time/calendar.ts';

export type CoveredByClass = Readonly<Record<PackClass, Amount>>;

/** Section 6. */
export interface PeriodTotals {
  readonly usageListCost: Amount;
  readonly covered: CoveredByClass;
  readonly payable: Fen;
  /** nodes and packs */
  readonly purchases: Fen;
  /** purchases + payable */
  readonly cash: Fen;
  readonly expense: Fen;
  readonly forfeitedCost: Fen;
}
export interface MonthTotals extends PeriodTotals {
  readonly month: Month;
}
export interface OptionTotals extends PeriodTotals {
  readonly prepaidBalance: Fen;
}
export type TotalKey = keyof OptionTotals;

/** Part of a charge that one pack (or allowance) paid in one phase (5.2). */
export interface Draw {
  /** id of the pack line, or the SKU of an allowance */
  readonly pack: string;
  readonly packClass: PackClass;
  /** [start, end) */
  readonly start: CivilDate;
  readonly end: CivilDate;
  /** list cost that it covered */
  readonly amount: Amount;
  readonly quantity: Quantity;
  /** of the pack, before and after all draws of this phase; money: Amount, quantity: Quantity */
  readonly balanceBefore: bigint;
  readonly balanceAfter: bigint;
}
/** One usage line in one calendar month (5.3). */
export interface Charge {
  readonly month: Month;
  /** R6 */
  readonly quantity: Quantity;
  /** R12(A(q)) */
  readonly listCost: Amount;
  readonly draws: readonly Draw[];
  /** what no pack covered, exact */
  readonly uncovered: Amount;
  /** Rfen(uncovered) by the provider's profile */
  readonly payable: Fen;
}
export interface NodeLineBill {
  readonly kind: 'node';
  /** null: dropped by an error */
  readonly purchase: Fen | null;
  /** month of the cash, also when outside the horizon */
  readonly purchaseMonth: Month | null;
  /** expense shares inside the horizon */
  readonly expense: ReadonlyMap<Month, Fen>;
}
export interface UsageLineBill {
  readonly kind: 'usage';
  /** null: dropped by an error */
  readonly listCost: Amount | null;
  readonly payable: Fen | null;
  /** what packs covered of the list cost, exact */
  readonly covered: Amount | null;
  /** the same half up to fen, as it is shown: sooner known than what each pack paid */
  readonly coveredFen: Fen | null;
  /** id of the node line it runs on: list cost and payable are 0 then */
  readonly onNodes: string | null;
  /** months inside the horizon */
  readonly charges: ReadonlyMap<Month, Charge>;
  /** those of the charges, in order */
  readonly months: readonly Month[];
  /** the charges, made anew: for whoever goes once through all lines, and keeps none of them */
  readonly listCharges: () => readonly Charge[];
}
export type LineBill = NodeLineBill | UsageLineBill;

/** A usable pack line (allowances and dropped lines are not here). */
export interface PackBill {
  readonly denomination: 'money' | 'quantity';
  /** null for money */
  readonly unit: string | null;
  readonly start: CivilDate;
  /** first day on which it is no longer valid, null = none */
  readonly expiry: CivilDate | null;
  /** amount x count; money: Amount, quantity: Quantity — as are used, forfeited, remaining */
  readonly held: bigint;
  readonly used: bigint;
  readonly forfeited: bigint;
  readonly remaining: bigint;
  /** Rhalf(price x count), also when it is outside the plan's cash */
  readonly purchase: Fen;
  /** null: not in the horizon's cash (bought outside it, or `remaining` is given) */
  readonly purchaseMonth: Month | null;
  readonly expense: ReadonlyMap<Month, Fen>;
  readonly forfeitedCost: Fen;
  /** month of the forfeiture, null where nothing is forfeited in the horizon */
  readonly forfeitedMonth: Month | null;
  readonly timeline: PackTimeline;
}
/** Where a pack's balance goes (packTimeline.ts). */
export interface PackTimeline {
  /** months of the horizon with a day on which it is valid */
  readonly months: readonly PackMonth[];
  /** the last day that a balance for life pays for, null where it is not used up; usage is spread evenly over the days */
  readonly runsOut: CivilDate | null;
}
/** Units of the pack; closing = opening - used - lapsed - forfeited. */
export interface PackMonth {
  readonly month: Month;
  /** the last day that its balance pays for, where the month uses it up */
  readonly runsOut: CivilDate | null;
  readonly opening: bigint;
  readonly used: bigint;
  /** of a pack that starts anew each month: what the month did not use */
  readonly lapsed: bigint;
  readonly forfeited: bigint;
  readonly closing: bigint;
}
/** A pack line by its id, or an allowance by its SKU. */
export interface PackKey {
  readonly id: string;
  readonly isAllowance: boolean;
}
/** How a pack or allowance burnt down; units of the pack. */
export interface PackBurn {
  /** by month of the horizon */
  readonly used: readonly bigint[];
  /** days on which a balance was used up */
  readonly ranOut: readonly DayNumber[];
  /** by line, then by month */
  readonly users: readonly PackUser[];
}
export interface PackUser {
  readonly line: string;
  readonly month: Month;
  /** list cost that was covered */
  readonly amount: Amount;
  readonly quantity: Quantity;
}
/** Looks up lines and issues when it is asked for them: a copy made by spreading would lose them. */
export interface OptionBill {
  readonly id: string;
  readonly name: string;
  /** false when a line was dropped by an error: the totals lack something */
  readonly complete: boolean;
  readonly totals: OptionTotals;
  /** one for each month of the horizon, in order */
  readonly months: readonly MonthTotals[];
  readonly lines: ReadonlyMap<string, LineBill>;
  readonly packs: ReadonlyMap<string, PackBill>;
  /** in the order of the lines: nodes, usage, packs */
  readonly issues: readonly Issue[];
  /** of one line */
  readonly issuesOf: (line: string) => readonly Issue[];
  readonly issueCounts: IssueCounts;
  /** null: no usage is in its scope, or there is no such pack */
  readonly burnOf: (pack: PackKey) => PackBurn | null;
  /** lines that an error dropped, in their order; none where the bill is complete */
  readonly dropped: readonly DroppedLine[];
}
export interface IssueCounts {
  readonly errors: number;
  /** all but assumptions, errors included */
  readonly problems: number;
  readonly assumptions: number;
  /** lines that have an error */
  readonly errorLines: Readonly<Record<SheetId, number>>;
}
export interface DroppedLine {
  readonly sheet: SheetId;
  readonly line: string;
}
export interface Bill {
  readonly edition: string;
  readonly options: readonly OptionBill[];
}
