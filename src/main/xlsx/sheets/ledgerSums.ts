/**
 * Sums over the ledger as formulas: of an option, by its number, and of one month, kind or SKU.
 * Rule: SUMIFS takes texts for patterns, without regard to case: `isPlain` says which it takes by the letter.
 */
import type { BilledOption } from '../exportContext.ts';
import type { LedgerPlan } from '../ledgerPlan.ts';
import { type LedgerColumn, ledgerLetters } from './ledgerSheet.ts';

export interface LedgerSum {
  readonly plan: LedgerPlan;
  readonly column: LedgerColumn;
  readonly option: BilledOption;
  /** `is`: a cell, or a text in quotes */
  readonly where?: { readonly column: LedgerColumn; readonly is: string };
}

export const ledgerSum = ({ plan, column, option, where }: LedgerSum): string => {
  const rangesOf = (of: LedgerColumn): readonly string[] => plan.columnRanges(ledgerLetters(of));
  const numbers = rangesOf('optionNumber');
  const compared = where === undefined ? [] : rangesOf(where.column);
  return rangesOf(column)
    .map((range, part) => {
      const more = where === undefined ? '' : `,${compared[part]},${where.is}`;
      return `SUMIFS(${range},${numbers[part]},${option.number}${more})`;
    })
    .join('+');
};

/** The same, to the fen: a sum of doubles carries noise far behind the point. */
export const ledgerFen = (sum: LedgerSum): string => `ROUND(${ledgerSum(sum)},2)`;

/** Neither a pattern, nor a comparison, nor a number. */
export const isPlain = (text: string): boolean => /^[a-z][a-z0-9._-]*$/i.test(text) && !/^(?:true|false)$/i.test(text);
