/** What the "why" panel explains: a number of the engine, or one that a report makes of several of them. */
import type { TotalKey } from '../../shared/billing/bill.ts';
import type { ExplanationSubject } from '../../shared/billing/explanation.ts';
import type { PackClass } from '../../shared/pricebook/types.ts';
import type { Month } from '../../shared/scenario/types.ts';

export type PackBalance = 'held' | 'used' | 'forfeited' | 'remaining';

export type ReportSubject =
  /** what some lines add to a total */
  | {
      readonly kind: 'lines';
      readonly option: string;
      readonly lines: readonly string[];
      readonly total: TotalKey;
      readonly month: Month | null;
    }
  /** what the packs of one class covered */
  | { readonly kind: 'class'; readonly option: string; readonly packClass: PackClass; readonly month: Month | null }
  /** what one pack, or an allowance by its SKU, covered of a charge */
  | { readonly kind: 'draws'; readonly option: string; readonly line: string; readonly month: Month; readonly pack: string }
  /** what a usage line uses in some months, in the unit of its SKU */
  | { readonly kind: 'quantity'; readonly option: string; readonly line: string; readonly months: readonly Month[] }
  /** what became of a pack, in its own unit */
  | { readonly kind: 'balance'; readonly option: string; readonly line: string; readonly balance: PackBalance }
  /** option - baseline */
  | {
      readonly kind: 'difference';
      readonly option: string;
      readonly baseline: string;
      readonly total: TotalKey;
      readonly month: Month | null;
    }
  /** what the lines of one category add to a difference */
  | {
      readonly kind: 'category';
      readonly option: string;
      readonly baseline: string;
      readonly category: string;
      readonly total: 'cash' | 'expense';
    }
  /** the hours at which a prepaid node of one option and a usage line of another cost the same */
  | {
      readonly kind: 'breakEven';
      /** of the node */
      readonly option: string;
      readonly node: string;
      readonly usageOption: string;
      readonly usage: string;
    }
  /** the sum of the months up to and including `month` */
  | { readonly kind: 'cumulative'; readonly option: string; readonly total: 'cash' | 'expense'; readonly month: Month };

export type WhySubject = ExplanationSubject | ReportSubject;
