/**
 * Why it was a pack's turn to pay for a charge, and what it gave in those days to all lines in its scope: a draw is one line's part of that.
 *
 * Rule: billing.md, 5.1 and 5.2. The order is that of burnOrder.ts; what decided is the first of its keys in which two packs differ.
 * Units: Amount of a money pack, Quantity of a quantity pack.
 */
import { indexPriceBook, type PriceBookIndex } from '../../pricebook/find.ts';
import { applyOverrides, classOrderOf } from '../../pricebook/overrides.ts';
import { PACK_CLASSES, type PackClass, type PackSku } from '../../pricebook/types.ts';
import { firstDayNumber, parseDate, parseMonth } from '../../time/calendar.ts';
import type { Bill, Draw, OptionBill } from '../bill.ts';
import type { BillInput } from '../computeBill.ts';
import type { ChargeExplanation } from '../explanation.ts';
import { compareRank } from '../packs/burnOrder.ts';
import type { BurnPack } from '../packs/pack.ts';

export type TurnReason = 'class' | 'priority' | 'expiry' | 'start' | 'id';

export interface DrawTurn {
  /** to all lines in these days */
  readonly given: bigint;
  /** the pack that paid for the charge before it in these days, and what put it first; null: none did */
  readonly after: { readonly draw: ChargeExplanation['draws'][number]; readonly by: TurnReason } | null;
  /** the scenario sets the order of classes, not the provider */
  readonly ownOrder: boolean;
}

/** One for each draw of the charge, in their order. */
export const explainTurns = (input: BillInput, bill: Bill, { option, month, draws }: ChargeExplanation): readonly DrawTurn[] => {
  const optionBill = bill.options.find(({ id }) => id === option);
  const packs = input.scenario.options.find(({ id }) => id === option)?.packs ?? [];
  const skus = new Map(packs.map(({ id, sku }) => [id, sku]));
  const index = indexPriceBook(applyOverrides(input.priceBook, input.scenario.overrides));
  const published = indexPriceBook(input.priceBook);
  const nextMonth = firstDayNumber(parseMonth(month) + 1);
  const ranked = draws.map((draw) => {
    const sku = index.findSku(draw.packClass === 'allowance' ? draw.pack : (skus.get(draw.pack) ?? draw.pack));
    return sku?.kind === 'pack' ? { sku, pack: burnPackOf({ draw, sku, index, bill: optionBill }) } : null;
  });
  return draws.map((draw, at): DrawTurn => {
    const [own, first] = [ranked[at], ranked[at - 1]];
    const before = draws[at - 1];
    const follows = before?.start === draw.start && own && first;
    return {
      given: draw.balanceBefore - draw.balanceAfter,
      after: follows ? { draw: before, by: reasonOf(first.pack, own.pack, nextMonth) } : null,
      ownOrder: own ? orderOf(own.sku, index).join() !== orderOf(own.sku, published).join() : false,
    };
  });
};

/** As far as its place in the order needs it. */
const burnPackOf = ({
  draw,
  sku,
  index,
  bill,
}: {
  readonly draw: Draw;
  readonly sku: PackSku;
  readonly index: PriceBookIndex;
  readonly bill: OptionBill | undefined;
}): BurnPack => {
  const billed = draw.packClass === 'allowance' ? undefined : bill?.packs.get(draw.pack);
  const expiry = billed?.expiry ?? null;
  return {
    id: draw.pack,
    packClass: sku.class,
    classRank: orderOf(sku, index).indexOf(sku.class),
    priority: sku.priority ?? 0,
    denomination: sku.denomination,
    reset: sku.reset,
    monthBasis: sku.monthBasis ?? 'calendar',
    start: billed === undefined ? Number.NEGATIVE_INFINITY : parseDate(billed.start),
    expiry: expiry === null ? Number.POSITIVE_INFINITY : parseDate(expiry),
    held: 0n,
    opening: 0n,
    lines: [],
  };
};

const orderOf = ({ provider }: PackSku, index: PriceBookIndex): readonly PackClass[] =>
  classOrderOf(index.findProvider(provider)?.burnClasses ?? PACK_CLASSES);

const reasonOf = (first: BurnPack, second: BurnPack, nextMonth: number): TurnReason => {
  if (first.classRank !== second.classRank) return 'class';
  if (first.priority !== second.priority) return 'priority';
  if (compareRank(first, second, nextMonth) !== 0) return 'expiry';
  return first.start === second.start ? 'id' : 'start';
};
