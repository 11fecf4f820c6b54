/**
 * Rule: a sum as the panel lists it: its addends, the largest first, each of them one step deeper.
 * Units: Amount (10^-12 CNY). Source: billing.md, section 6.
 */
import type { TotalKey } from '../../../shared/billing/bill.ts';
import type { TotalExplanation, TotalPart } from '../../../shared/billing/explanation.ts';
import type { Amount } from '../../../shared/numeric/fixed.ts';
import type { LocalizedText } from '../../../shared/pricebook/types.ts';
import type { Month, SheetId } from '../../../shared/scenario/types.ts';
import type { WhySubject } from '../../state/subject.ts';

export interface WhyPart {
  readonly kind: TotalPart['kind'] | 'month';
  readonly option: string;
  /** of the SKU; null where the month is the name */
  readonly name: LocalizedText | null;
  /** id of the line, or the SKU of an allowance; null where the month is the name */
  readonly line: string | null;
  readonly month: Month | null;
  readonly amount: Amount;
  /** one step deeper */
  readonly subject: WhySubject | null;
}
/** A sum of parts: a total, some lines of it, the months of a line, the months so far. */
export interface PartsView {
  readonly kind: 'parts';
  readonly option: string;
  /** whose parts are taken away, null where all are of one option */
  readonly baseline: string | null;
  readonly total: TotalKey;
  /** the option's total over the whole horizon */
  readonly isWhole: boolean;
  readonly amount: Amount;
  readonly parts: readonly WhyPart[];
  /** lines without an amount: the number lacks them */
  readonly missing: readonly { readonly option: string; readonly sheet: SheetId; readonly line: string }[];
}

export const totalView = ({ option, total, month, amount, parts, missing }: TotalExplanation): PartsView => ({
  kind: 'parts',
  option,
  baseline: null,
  total,
  isWhole: month === null,
  amount,
  parts: sortParts(parts).map((part) => toPart(option, total, part)),
  missing: missing.map((each) => ({ option, ...each })),
});

export const toPart = (option: string, total: TotalKey, part: TotalPart): WhyPart => ({
  kind: part.kind,
  option,
  name: part.name,
  line: part.line,
  month: null,
  amount: part.amount,
  subject: partSubject(option, total, part),
});

/** A purchase is what the explanation of its line ends in; what else the line adds to a total is asked for by that total. */
const partSubject = (option: string, total: TotalKey, { kind, line, month }: TotalPart): WhySubject => {
  switch (kind) {
    case 'nodePurchase':
      return { kind: 'node', option, line };
    case 'packPurchase':
      return { kind: 'pack', option, line };
    case 'charge':
      return month === null ? lineSubject(option, line, total, month) : chargeSubject({ option, line, total, month });
    default:
      return lineSubject(option, line, total, month);
  }
};

const lineSubject = (option: string, line: string, total: TotalKey, month: Month | null): WhySubject => ({
  kind: 'lines',
  option,
  lines: [line],
  total,
  month,
});

/** A charge ends in what is to pay: every other number of it is asked for by its total. */
export const chargeSubject = (asked: {
  readonly option: string;
  readonly line: string;
  readonly total: TotalKey;
  readonly month: Month;
}): WhySubject => {
  const { option, line, total, month } = asked;
  const pays = total !== 'usageListCost' && total !== 'covered';
  return pays ? { kind: 'charge', option, line, month } : lineSubject(option, line, total, month);
};

/** Largest first; equal amounts keep the order of their lines. */
export const sortParts = <P extends { readonly amount: Amount }>(parts: readonly P[]): readonly P[] =>
  parts.toSorted((a, b) => compare(magnitude(b.amount), magnitude(a.amount)));

export const sumOf = (parts: readonly { readonly amount: Amount }[]): Amount => parts.reduce((total, part) => total + part.amount, 0n);
const magnitude = (amount: Amount): Amount => (amount < 0n ? -amount : amount);
const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
