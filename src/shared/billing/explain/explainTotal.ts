/**
 * What a total is made of, line by line, and which lines it lacks.
 *
 * Rule: billing.md, 6; the parts add up to the total exactly.
 * Units: Amount 10^-12 CNY throughout; fen totals hold whole fen.
 * Rounding: none.
 */
import { AMOUNT_PER_FEN, type Amount, type Fen } from '../../numeric/fixed.ts';
import type { LocalizedText, PackClass } from '../../pricebook/types.ts';
import type { SheetId } from '../../scenario/types.ts';
import type { Month } from '../../time/calendar.ts';
import type { Charge, PeriodTotals, TotalKey } from '../bill.ts';
import { billNode } from '../billNode.ts';
import type { TotalExplanation, TotalPart } from '../explanation.ts';
import { readNode } from '../read/readNode.ts';
import type { ExplainContext } from './context.ts';

export const explainTotal = (context: ExplainContext, total: TotalKey, month: Month | null): TotalExplanation | null => {
  const { bill, option } = context;
  const period = month === null ? bill.totals : bill.months.find((each) => each.month === month);
  if (period === undefined || (total === 'prepaidBalance' && month !== null)) return null;
  const amount = total === 'prepaidBalance' ? fen(bill.totals.prepaidBalance) : amountOf(period, total);
  const parts = PARTS[total].flatMap((list) => list(context, month));
  return { kind: 'total', option: option.id, total, month, amount, parts, missing: missingOf(context, total) };
};

const fen = (value: Fen): Amount => value * AMOUNT_PER_FEN;

const amountOf = (period: PeriodTotals, total: Exclude<TotalKey, 'prepaidBalance'>): Amount => {
  if (total === 'usageListCost') return period.usageListCost;
  if (total === 'covered') return Object.values(period.covered).reduce((sum, each) => sum + each, 0n);
  return fen(period[total]);
};

type ListParts = (context: ExplainContext, month: Month | null) => readonly TotalPart[];

/** Lines that have a charge in the period, also where it is nothing: that a pack paid it all is part of the answer. */
const listCharges =
  (amountOfCharge: (charge: Charge) => Amount): ListParts =>
  (context, month) => {
    const parts: TotalPart[] = [];
    for (const { id, sku } of context.option.usage) {
      const line = context.bill.lines.get(id);
      const charges = line?.kind === 'usage' ? inPeriod(line.charges, month) : [];
      if (charges.length === 0) continue;
      const amount = charges.reduce((sum, charge) => sum + amountOfCharge(charge), 0n);
      parts.push({ kind: 'charge', sheet: 'usage', line: id, name: nameOf(context, sku), packClass: null, month, amount });
    }
    return parts;
  };

const listNodes =
  (kind: 'nodePurchase' | 'nodeExpense'): ListParts =>
  (context, month) =>
    context.option.nodes.flatMap(({ id, sku }) => {
      const line = context.bill.lines.get(id);
      if (line?.kind !== 'node') return [];
      const bought = kind === 'nodePurchase' ? cashOf(context, line.purchaseMonth, line.purchase ?? 0n) : line.expense;
      return partsOf(context, { kind, sheet: 'nodes', line: id, sku, month, amount: sum(bought, month) });
    });

const listPacks =
  (kind: 'packPurchase' | 'packExpense' | 'forfeiture'): ListParts =>
  (context, month) =>
    context.option.packs.flatMap(({ id, sku }) => {
      const pack = context.bill.packs.get(id);
      if (pack === undefined) return [];
      const amounts = {
        packPurchase: () => cashOf(context, pack.purchaseMonth, pack.purchase),
        packExpense: () => pack.expense,
        forfeiture: () => cashOf(context, pack.forfeitedMonth, pack.forfeitedCost),
      };
      return partsOf(context, { kind, sheet: 'packs', line: id, sku, month, amount: sum(amounts[kind](), month) });
    });

/** What each pack and allowance paid. */
const listCovered: ListParts = (context, month) => {
  const byPack = new Map<string, { readonly line: string; readonly packClass: PackClass; amount: Amount }>();
  for (const line of context.bill.lines.values()) {
    if (line.kind !== 'usage') continue;
    for (const { pack, packClass, amount } of inPeriod(line.charges, month).flatMap(({ draws }) => draws)) {
      const key = `${packClass} ${pack}`;
      const known = byPack.get(key);
      if (known === undefined) byPack.set(key, { line: pack, packClass, amount });
      else known.amount += amount;
    }
  }
  const skus = new Map(context.option.packs.map(({ id, sku }) => [id, sku]));
  return [...byPack.values()].map(({ line, packClass, amount }) => {
    const isAllowance = packClass === 'allowance';
    const sku = isAllowance ? line : (skus.get(line) ?? line);
    return { kind: 'covered', sheet: isAllowance ? null : 'packs', line, name: nameOf(context, sku), packClass, month, amount };
  });
};

/** Purchase minus what is recognised by the horizon's end. */
const listBalances: ListParts = (context, month) => {
  const { option, bill, index, horizon } = context;
  const nodes = option.nodes.flatMap((line) => {
    const { usable } = readNode(line, index, horizon);
    const amount = usable === null ? 0n : fen(billNode(usable, horizon).prepaid);
    return partsOf(context, { kind: 'balance', sheet: 'nodes', line: line.id, sku: line.sku, month, amount });
  });
  const packs = option.packs.flatMap(({ id, sku }) => {
    const pack = bill.packs.get(id);
    if (pack === undefined || pack.purchaseMonth === null) return [];
    const amount = fen(pack.purchase) - sum(pack.expense, null);
    return partsOf(context, { kind: 'balance', sheet: 'packs', line: id, sku, month, amount });
  });
  return [...nodes, ...packs];
};

const listPayable = listCharges(({ payable }) => fen(payable));
const PARTS: Readonly<Record<TotalKey, readonly ListParts[]>> = {
  usageListCost: [listCharges(({ listCost }) => listCost)],
  covered: [listCovered],
  payable: [listPayable],
  purchases: [listNodes('nodePurchase'), listPacks('packPurchase')],
  cash: [listNodes('nodePurchase'), listPacks('packPurchase'), listPayable],
  expense: [listNodes('nodeExpense'), listPacks('packExpense'), listPayable],
  forfeitedCost: [listPacks('forfeiture')],
  prepaidBalance: [listBalances],
};

/** Whose dropped lines a total lacks; a dropped pack would have lowered what is payable. */
const SHEETS_OF: Readonly<Record<TotalKey, readonly SheetId[]>> = {
  usageListCost: ['usage'],
  covered: ['usage', 'packs'],
  payable: ['usage', 'packs'],
  purchases: ['nodes', 'packs'],
  cash: ['nodes', 'usage', 'packs'],
  expense: ['nodes', 'usage', 'packs'],
  forfeitedCost: ['packs'],
  prepaidBalance: ['nodes', 'packs'],
};

const missingOf = ({ option, bill }: ExplainContext, total: TotalKey): TotalExplanation['missing'] =>
  SHEETS_OF[total].flatMap((sheet) =>
    option[sheet]
      .filter(({ id }) => {
        if (sheet === 'packs') return !bill.packs.has(id);
        const line = bill.lines.get(id);
        return line === undefined || (line.kind === 'node' ? line.purchase : line.listCost) === null;
      })
      .map(({ id }) => ({ sheet, line: id })),
  );

/** One amount in one month, if that is in the horizon. */
const cashOf = ({ horizon }: ExplainContext, month: Month | null, amount: Fen): ReadonlyMap<Month, Fen> =>
  month !== null && horizon.months.includes(month) ? new Map([[month, amount]]) : new Map();

const sum = (amounts: ReadonlyMap<Month, Fen>, month: Month | null): Amount =>
  fen(inPeriod(amounts, month).reduce((total, each) => total + each, 0n));

const inPeriod = <T>(values: ReadonlyMap<Month, T>, month: Month | null): readonly T[] => {
  if (month === null) return [...values.values()];
  const value = values.get(month);
  return value === undefined ? [] : [value];
};

const partsOf = (context: ExplainContext, part: Omit<TotalPart, 'name' | 'packClass'> & { readonly sku: string }): readonly TotalPart[] => {
  const { sku, ...rest } = part;
  return part.amount === 0n ? [] : [{ ...rest, name: nameOf(context, sku), packClass: null }];
};

const nameOf = ({ index }: ExplainContext, sku: string): LocalizedText => index.findSku(sku)?.name ?? { zh: sku, en: sku };
