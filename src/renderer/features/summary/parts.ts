/**
 * Rule: what a month's total is made of: node purchases, pack purchases, usage by category of its SKU, covered by class. The parts
 * of a measure add up to its total, month by month, to the last digit.
 * Units: Amount (10^-12 CNY). Months: those of the horizon.
 * Source: billing.md, section 6.
 */
import type { LineBill, OptionBill } from '../../../shared/billing/bill.ts';
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../../../shared/numeric/fixed.ts';
import { indexPriceBook, type PriceBookIndex } from '../../../shared/pricebook/find.ts';
import { PACK_CLASSES, type PackClass, type PriceBook } from '../../../shared/pricebook/types.ts';
import type { Month, Option } from '../../../shared/scenario/types.ts';
import type { MonthKey } from '../../ui/report/amounts.ts';

export interface Part {
  /** `nodes`, `packs`, `usage:<category>`, `class:<class>`, `forfeited` */
  readonly id: string;
  /** lines that it adds up; empty where it comes from no line */
  readonly lines: readonly string[];
  /** whose covered amounts it adds up, null where it is of something else */
  readonly packClass: PackClass | null;
  /** one for each month */
  readonly months: readonly Amount[];
  readonly total: Amount;
}
interface Input {
  readonly option: Option;
  readonly bill: OptionBill;
  readonly priceBook: PriceBook;
}

/** Parts with an amount in some month, in a fixed order. */
export const buildParts = (input: Input, measure: MonthKey): readonly Part[] => {
  const months = input.bill.months.map(({ month }) => month);
  const parts = partsOf(input, measure).map(({ id, lines, packClass, amounts }) => {
    const series = months.map((month) => amounts.get(month) ?? 0n);
    return { id, lines, packClass, months: series, total: series.reduce((sum, amount) => sum + amount, 0n) };
  });
  return parts.filter((part) => part.months.some((amount) => amount !== 0n));
};

interface OpenPart {
  readonly id: string;
  readonly lines: string[];
  readonly packClass: PackClass | null;
  readonly amounts: Map<Month, Amount>;
}

const partsOf = (input: Input, measure: MonthKey): readonly OpenPart[] => {
  switch (measure) {
    case 'cash':
      return [...purchaseParts(input.bill), ...usageParts(input, payableOf)];
    case 'purchases':
      return purchaseParts(input.bill);
    case 'expense':
      return [...expenseParts(input.bill), ...usageParts(input, payableOf)];
    case 'payable':
      return usageParts(input, payableOf);
    case 'usageListCost':
      return usageParts(input, (charge) => charge.listCost);
    case 'covered':
      return PACK_CLASSES.map((packClass) => ({
        ...ofMonths(`class:${packClass}`, input.bill, (month) => month.covered[packClass]),
        packClass,
      }));
    case 'forfeitedCost':
      return [ofMonths('forfeited', input.bill, (month) => month.forfeitedCost * AMOUNT_PER_FEN)];
  }
};

type ChargeAmount = (charge: { readonly listCost: Amount; readonly payable: Fen }) => Amount;
const payableOf: ChargeAmount = (charge) => charge.payable * AMOUNT_PER_FEN;

const openPart = (id: string): OpenPart => ({ id, lines: [], packClass: null, amounts: new Map() });
const add = (part: OpenPart, month: Month | null, amount: Amount): void => {
  if (month !== null) part.amounts.set(month, (part.amounts.get(month) ?? 0n) + amount);
};

const purchaseParts = (bill: OptionBill): readonly OpenPart[] => {
  const nodes = openPart('nodes');
  const packs = openPart('packs');
  for (const [id, line] of nodeLines(bill)) {
    nodes.lines.push(id);
    add(nodes, line.purchaseMonth, (line.purchase ?? 0n) * AMOUNT_PER_FEN);
  }
  for (const [id, pack] of bill.packs) {
    packs.lines.push(id);
    add(packs, pack.purchaseMonth, pack.purchase * AMOUNT_PER_FEN);
  }
  return [nodes, packs];
};

const expenseParts = (bill: OptionBill): readonly OpenPart[] => {
  const nodes = openPart('nodes');
  const packs = openPart('packs');
  for (const [id, line] of nodeLines(bill)) {
    nodes.lines.push(id);
    for (const [month, share] of line.expense) add(nodes, month, share * AMOUNT_PER_FEN);
  }
  for (const [id, pack] of bill.packs) {
    packs.lines.push(id);
    for (const [month, share] of pack.expense) add(packs, month, share * AMOUNT_PER_FEN);
  }
  return [nodes, packs];
};

const nodeLines = (bill: OptionBill): readonly (readonly [string, LineBill & { kind: 'node' }])[] =>
  [...bill.lines].flatMap(([id, line]) => (line.kind === 'node' ? [[id, line] as const] : []));

const usageParts = ({ option, bill, priceBook }: Input, amountOf: ChargeAmount): readonly OpenPart[] => {
  const index = indexPriceBook(priceBook);
  const parts = new Map<string, OpenPart>();
  for (const usage of option.usage) {
    const line = bill.lines.get(usage.id);
    if (line?.kind !== 'usage') continue;
    const category = categoryOf(index, usage.sku);
    const part = parts.get(category) ?? openPart(`usage:${category}`);
    parts.set(category, part);
    part.lines.push(usage.id);
    for (const charge of line.charges.values()) add(part, charge.month, amountOf(charge));
  }
  return [...parts.values()].toSorted((a, b) => categoryRank(a.id) - categoryRank(b.id) || (a.id < b.id ? -1 : 1));
};

const categoryOf = (index: PriceBookIndex, sku: string): string => {
  const found = index.findSku(sku);
  return found?.kind === 'usage' ? found.category : '';
};

const KNOWN_CATEGORIES: readonly string[] = ['usage:compute', 'usage:storage', 'usage:traffic', 'usage:requests'];
const categoryRank = (id: string): number => {
  const rank = KNOWN_CATEGORIES.indexOf(id);
  return rank < 0 ? KNOWN_CATEGORIES.length : rank;
};

const ofMonths = (id: string, bill: OptionBill, amountOf: (month: OptionBill['months'][number]) => Amount): OpenPart => ({
  id,
  lines: [],
  packClass: null,
  amounts: new Map(bill.months.map((month) => [month.month, amountOf(month)])),
});

/** The parts of all options that are drawn together, each once, in order: their position is their shade. */
export const unionOfParts = (stacks: readonly (readonly Part[])[]): readonly string[] => {
  const ids = new Set(stacks.flatMap((parts) => parts.map((part) => part.id)));
  const order = (id: string): number => PART_ORDER.findIndex((prefix) => id.startsWith(prefix));
  return [...ids].toSorted((a, b) => order(a) - order(b) || categoryRank(a) - categoryRank(b) || (a < b ? -1 : 1));
};
const PART_ORDER: readonly string[] = [
  'nodes',
  'usage:',
  'packs',
  'class:allowance',
  'class:free',
  'class:pack',
  'class:voucher',
  'forfeited',
];
