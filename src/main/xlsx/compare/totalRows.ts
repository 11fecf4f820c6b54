/**
 * The totals of Compare, then what cash and expense are made of: prepaid, usage by SKU in the order of the window's Compare.
 * Units: Fen, Amount where named so. Source: billing.md, section 6.
 */
import type { TotalKey } from '../../../shared/billing/bill.ts';
import { usageCategories } from '../../../shared/compare/categories.ts';
import type { CompareBy } from '../../../shared/compare/compareOptions.ts';
import { nodeCost, packCost, usageCost } from '../../../shared/compare/lineCosts.ts';
import { findMissingLines } from '../../../shared/compare/missing.ts';
import { type Fen, formatAmount, formatFen } from '../../../shared/numeric/fixed.ts';
import { PACK_CLASSES } from '../../../shared/pricebook/types.ts';
import { COMPARE_TEXTS } from '../../../shared/wording/compareTexts.ts';
import { categoryName } from '../../../shared/wording/names.ts';
import { translate } from '../../../shared/wording/texts.ts';
import { missingText, VERDICT_TEXTS } from '../../../shared/wording/verdictTexts.ts';
import { isShownAs } from '../excelMath.ts';
import type { BilledOption } from '../exportContext.ts';
import type { LedgerPlan } from '../ledgerPlan.ts';
import { type Cell, decimalCell, formulaCell, type Row, textCell } from '../model.ts';
import { isPlain, ledgerFen } from '../sheets/ledgerSums.ts';
import { optionColumn, totalRow } from '../summaryPlaces.ts';
import { type Compared, comparedRow, fenCell, ofFen, summaryCell } from './comparedRow.ts';
import type { Sides } from './sides.ts';

const HEADLINES = ['cash', 'expense'] as const satisfies readonly TotalKey[];
const REFERENCE = [
  'purchases',
  'payable',
  'prepaidBalance',
  'usageListCost',
  'covered',
  'forfeitedCost',
] as const satisfies readonly TotalKey[];

/** Cash and expense from `firstRow` on. */
export const headlineRows = (sides: Sides, firstRow: number): readonly Row[] => rowsOf(sides, HEADLINES, firstRow);

/** What else there is to know, from `firstRow` on. */
export const referenceRows = (sides: Sides, firstRow: number): readonly Row[] => rowsOf(sides, REFERENCE, firstRow);

const rowsOf = (sides: Sides, totals: readonly TotalKey[], firstRow: number): readonly Row[] => {
  const text = translate(COMPARE_TEXTS, sides.context.locale);
  return totals.map((total, position) =>
    comparedRow({
      sides,
      row: firstRow + position,
      label: textCell(text(`total.${total}`), isHeadline(total) ? 'label' : 'text'),
      compared: sides.options.map((option, index) => totalOf({ sides, option, index, total })),
    }),
  );
};

const isHeadline = (total: TotalKey): boolean => HEADLINES.some((headline) => headline === total);

const totalOf = (input: {
  readonly sides: Sides;
  readonly option: BilledOption;
  readonly index: number;
  readonly total: TotalKey;
}): Compared => {
  const { sides, option, index, total } = input;
  const { totals } = option.bill;
  if (total === 'covered') return coveredOf(sides, option, index);
  const reference = summaryCell(sides, index, totalRow(total));
  if (total === 'usageListCost') {
    return { cell: formulaCell(reference, formatAmount(totals.usageListCost), 'money'), amount: totals.usageListCost };
  }
  const cell = formulaCell(reference, formatFen(totals[total]), isHeadline(total) ? 'moneyStrong' : 'money');
  return ofFen(totals[total], isHeadline(total) ? markIncomplete(sides, option, cell) : cell);
};

const coveredOf = (sides: Sides, { bill }: BilledOption, index: number): Compared => {
  const amounts = PACK_CLASSES.map((packClass) => bill.totals.covered[packClass]);
  const amount = amounts.reduce((sum, each) => sum + each, 0n);
  const decimal = formatAmount(amount);
  const computed = amounts.reduce((sum, each) => sum + Number(formatAmount(each)), 0);
  const formula = PACK_CLASSES.map((packClass) => summaryCell(sides, index, totalRow(packClass))).join('+');
  return { cell: isShownAs(computed, decimal) ? formulaCell(formula, decimal, 'money') : decimalCell(decimal, 'money'), amount };
};

const markIncomplete = ({ context }: Sides, { bill }: BilledOption, cell: Cell): Cell => {
  if (bill.complete) return cell;
  const missing = missingText(findMissingLines(bill), translate(VERDICT_TEXTS, context.locale));
  return { ...cell, flag: 'error', comment: missing };
};

/** Some rows, in which the sum leaves those of groups out. */
interface Part {
  readonly label: string;
  /** null: a heading */
  readonly compared: readonly Compared[] | null;
}

/** Cash or expense by what it is made of, from `firstRow` on, and its sum. */
export const categoryRows = (input: {
  readonly sides: Sides;
  readonly plan: LedgerPlan;
  readonly by: CompareBy;
  readonly firstRow: number;
}): readonly Row[] => {
  const { sides, by, firstRow } = input;
  const text = translate(COMPARE_TEXTS, sides.context.locale);
  const parts = by === 'cash' ? [...prepaidParts(input), ...usageParts(input)] : [...prepaidParts(input), payablePart(sides)];
  const rows = parts.map(({ label, compared }, index): Row => {
    if (compared === null) return [textCell(label, 'label')];
    return comparedRow({ sides, row: firstRow + index, label: textCell(label), compared });
  });
  const last = firstRow + parts.length - 1;
  const sum = sides.options.map((option, index) => sumOf({ parts, option, index, by, range: [firstRow, last] }));
  return [...rows, comparedRow({ sides, row: last + 1, label: textCell(text(`total.${by}`), 'label'), compared: sum })];
};

const sumOf = (input: {
  readonly parts: readonly Part[];
  readonly option: BilledOption;
  readonly index: number;
  readonly by: CompareBy;
  readonly range: readonly [number, number];
}): Compared => {
  const { parts, option, index, by, range } = input;
  const [column, fen] = [optionColumn(index), option.bill.totals[by]];
  const computed = parts.reduce((sum, { compared }) => sum + Number(formatAmount(compared?.[index]?.amount ?? 0n)), 0);
  return ofFen(fen, fenCell({ formula: `ROUND(SUM(${column}${range[0]}:${column}${range[1]}),2)`, computed, fen, style: 'moneyStrong' }));
};

const prepaidParts = ({ sides, plan, by }: Parameters<typeof categoryRows>[0]): readonly Part[] => {
  const { context } = sides;
  const text = translate(COMPARE_TEXTS, context.locale);
  const column = by === 'cash' ? 'purchase' : 'expense';
  const parts = (['nodes', 'packs'] as const).flatMap((sheet): readonly Part[] => {
    if (sides.options.every(({ option }) => option[sheet].length === 0)) return [];
    const kind = context.say(sheet === 'nodes' ? 'node' : 'packEntry');
    const costOf = sheet === 'nodes' ? nodeCost : packCost;
    const compared = sides.options.map((option) => {
      const amounts = option.option[sheet].map(({ id }) => costOf(option.bill, id, by));
      const formula = ledgerFen({ plan, column, option, where: { column: 'kind', is: `"${kind}"` } });
      return comparedLines(sides, amounts, formula);
    });
    return [{ label: text(sheet), compared }];
  });
  return parts.length === 0 ? [] : [{ label: text('prepaid'), compared: null }, ...parts];
};

/** What lines add together; `formula`: null where the ledger cannot be asked for them. */
const comparedLines = (sides: Sides, amounts: readonly (Fen | null)[], formula: string | null): Compared => {
  if (amounts.length === 0) return { cell: null, amount: 0n };
  const text = translate(COMPARE_TEXTS, sides.context.locale);
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === 0) return { cell: textCell(text('noAmount'), 'verdictProblem'), amount: null };
  const fen = known.reduce((sum, amount) => sum + amount, 0n);
  const cell = formula === null ? decimalCell(formatFen(fen), 'money') : formulaCell(formula, formatFen(fen), 'money');
  const missing = amounts.length - known.length;
  return ofFen(fen, missing === 0 ? cell : { ...cell, flag: 'error', comment: text('missingHere', { count: missing }) });
};

const usageParts = ({ sides, plan }: Parameters<typeof categoryRows>[0]): readonly Part[] => {
  const { context } = sides;
  const text = translate(COMPARE_TEXTS, context.locale);
  const categories = usageCategories(context.scenario, context);
  const lines = sides.options.map(({ option }) => Map.groupBy(option.usage, (line) => line.sku));
  const spellings = [...categories.values()].flat().map(({ sku }) => sku.toLowerCase());
  return [...categories].flatMap(([category, skus]): readonly Part[] => [
    { label: text('usage', { category: categoryName(category, context.locale) }), compared: null },
    ...skus.map(({ sku, name }): Part => {
      const isAskable = isPlain(sku) && spellings.indexOf(sku.toLowerCase()) === spellings.lastIndexOf(sku.toLowerCase());
      const compared = sides.options.map((option, index) => {
        const amounts = (lines[index]?.get(sku) ?? []).map(({ id }) => usageCost(option.bill, id));
        const where = { column: 'sku', is: `"${sku}"` } as const;
        return comparedLines(sides, amounts, isAskable ? ledgerFen({ plan, column: 'payable', option, where }) : null);
      });
      return { label: context.sayName(name), compared };
    }),
  ]);
};

const payablePart = (sides: Sides): Part => ({
  label: translate(COMPARE_TEXTS, sides.context.locale)('total.payable'),
  compared: sides.options.map((option, index) => totalOf({ sides, option, index, total: 'payable' })),
});
