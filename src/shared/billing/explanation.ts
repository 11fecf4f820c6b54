/**
 * Why a number is what it is: trees of facts, no sentences (the texts live in the UI). All amounts as in bill.ts.
 */
import type { Amount, Fen, Quantity } from '../numeric/fixed.ts';
import type { LocalizedText, MonthBasis, PackClass, RoundingProfile, Source } from '../pricebook/types.ts';
import type { CivilDate, Month, SheetId } from '../scenario/types.ts';
import type { Draw, PackTimeline, PackUser, TotalKey } from './bill.ts';

/** Where a price comes from. */
export interface PriceFact {
  readonly sku: string;
  readonly name: LocalizedText;
  readonly edition: string;
  readonly unit: string;
  /** `book`: published there; `user`: typed on the line */
  readonly origin: 'book' | 'user';
  /** flat: decimal text in CNY per `per` units; graduated: tiers */
  readonly price:
    | { readonly kind: 'flat'; readonly price: string; readonly per: number }
    | {
        readonly kind: 'graduated';
        readonly per: number;
        readonly tierClock: 'month' | 'line';
        /** the tiers and the quantity of one instance that fell into each this month (exact ratio rounded to 6 decimals) */
        readonly tiers: readonly { readonly upTo: string | null; readonly price: string; readonly quantity: Quantity }[];
      };
  readonly source: Source;
}
/** A formula that a number was computed with. */
export interface FormulaFact {
  /** field name of the scenario format (`quantity`, `m:2026-03`) */
  readonly field: string;
  /** as typed, with its `=` */
  readonly text: string;
  /** what it came to, as the field took it */
  readonly value: string;
  /** those in the formula, in their order there; `value` with at most 10 decimals */
  readonly drivers: readonly { readonly id: string; readonly name: string; readonly unit: string; readonly value: string }[];
}
/** How a month's quantity came about (4.1, 4.2). */
export interface QuantityFact {
  readonly per: 'month' | 'total';
  /** decimal text as typed: the line's quantity, or the month's override */
  readonly typed: string;
  readonly overridden: boolean;
  /** decimal text; '0' without growth */
  readonly growth: string;
  /** months since the line's first month */
  readonly growthMonths: number;
  /** after growth, one instance, whole month */
  readonly base: Quantity;
  readonly instances: string;
  readonly activeDays: number;
  /** days of the month, 30 for `days30`; for per total: all active days of the line */
  readonly basisDays: number;
  readonly monthBasis: MonthBasis;
  readonly increment: string | null;
  readonly quantity: Quantity;
}
export interface ChargeExplanation {
  readonly kind: 'charge';
  readonly option: string;
  readonly line: string;
  readonly month: Month;
  readonly quantity: QuantityFact;
  readonly price: PriceFact;
  readonly listCost: Amount;
  readonly draws: readonly (Draw & {
    readonly name: LocalizedText;
    readonly denomination: 'money' | 'quantity';
    readonly expiry: CivilDate | null;
  })[];
  readonly uncovered: Amount;
  readonly rounding: RoundingProfile;
  /** the provider's own profile, where the scenario sets another; null: it does not */
  readonly publishedRounding: RoundingProfile | null;
  /** payable - uncovered */
  readonly roundingDifference: Amount;
  readonly payable: Fen;
  /** of the fields that the charge came from; none where all are plain numbers */
  readonly formulas: readonly FormulaFact[];
}
export interface NodeExplanation {
  readonly kind: 'node';
  readonly option: string;
  readonly line: string;
  readonly price: PriceFact;
  readonly count: string;
  readonly months: string;
  readonly purchase: Fen;
  readonly purchaseMonth: Month;
  readonly expense: readonly { readonly month: Month; readonly amount: Fen }[];
  readonly formulas: readonly FormulaFact[];
}
export interface PackExplanation {
  readonly kind: 'pack';
  readonly option: string;
  readonly line: string;
  readonly name: LocalizedText;
  readonly packClass: PackClass;
  readonly denomination: 'money' | 'quantity';
  readonly unit: string | null;
  readonly price: PriceFact;
  readonly count: string;
  readonly purchase: Fen;
  readonly purchaseMonth: Month | null;
  readonly start: CivilDate;
  readonly expiry: CivilDate | null;
  readonly held: bigint;
  readonly used: bigint;
  readonly forfeited: bigint;
  readonly remaining: bigint;
  readonly forfeitedCost: Fen;
  readonly timeline: PackTimeline;
  readonly users: readonly PackUser[];
  readonly formulas: readonly FormulaFact[];
}
/** One addend of a total. `amount` is exact; fen totals hold whole fen. */
export interface TotalPart {
  readonly kind: 'nodePurchase' | 'packPurchase' | 'charge' | 'nodeExpense' | 'packExpense' | 'forfeiture' | 'balance' | 'covered';
  readonly sheet: SheetId | null;
  /** line id, or the SKU of an allowance */
  readonly line: string;
  readonly name: LocalizedText;
  /** of the pack or allowance that covered it; null for every other kind */
  readonly packClass: PackClass | null;
  /** null for the whole horizon */
  readonly month: Month | null;
  readonly amount: Amount;
}
export interface TotalExplanation {
  readonly kind: 'total';
  readonly option: string;
  readonly total: TotalKey;
  readonly month: Month | null;
  readonly amount: Amount;
  /** one for each line (over the horizon or in `month`); they add up to `amount` exactly */
  readonly parts: readonly TotalPart[];
  /** ids of lines that have no amount: the total lacks them */
  readonly missing: readonly { readonly sheet: SheetId; readonly line: string }[];
}
export type Explanation = ChargeExplanation | NodeExplanation | PackExplanation | TotalExplanation;
/** What the user clicked. */
export type ExplanationSubject =
  | { readonly kind: 'charge'; readonly option: string; readonly line: string; readonly month: Month }
  | { readonly kind: 'node' | 'pack'; readonly option: string; readonly line: string }
  | { readonly kind: 'total'; readonly option: string; readonly total: TotalKey; readonly month: Month | null };
