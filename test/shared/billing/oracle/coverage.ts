/** What a random scenario exercised, read from its bill, so that a generator that has become dull is noticed. */
import type { Draw, OptionBill } from '../../../../src/shared/billing/bill.ts';
import type { PackSku, PriceBook } from '../../../../src/shared/pricebook/types.ts';
import type { Option } from '../../../../src/shared/scenario/types.ts';

const FEATURES = [
  'a pack that several lines share',
  'a pack that runs out over several lines',
  'two packs on one line in one phase',
  'a quantity pack and a money pack on one line',
  'expiry inside a month, with use',
  'forfeited',
  'month pack in use',
  'level pack in use',
  'allowance in use',
  'graduated, tiers go on',
  'graduated, tiers restart',
  'burn-order tie',
  'phase of one day',
  'more than 10^15 CNY',
  'less than a fen',
  'beyond the kernel of doubles',
  'a year or more',
] as const;
export type Feature = (typeof FEATURES)[number];

/** In 10^-12 CNY. */
const LARGE = 10n ** 27n;
const SMALL = 10n ** 10n;
/** The kernel takes 70 bits. */
const KERNEL = 2n ** 70n;

export class Coverage {
  readonly #counts = new Map<Feature, number>(FEATURES.map((feature) => [feature, 0]));

  /** Features that fewer scenarios had. */
  rarerThan(least: number): readonly { readonly feature: Feature; readonly count: number }[] {
    return [...this.#counts].filter(([, count]) => count < least).map(([feature, count]) => ({ feature, count }));
  }

  add(input: { readonly option: Option; readonly book: PriceBook; readonly bill: OptionBill }): void {
    for (const feature of new Set(featuresOf(input))) this.#counts.set(feature, (this.#counts.get(feature) ?? 0) + 1);
  }
}

function* featuresOf({
  option,
  book,
  bill,
}: {
  readonly option: Option;
  readonly book: PriceBook;
  readonly bill: OptionBill;
}): Generator<Feature> {
  const skus = new Map(book.skus.map((sku) => [sku.sku, sku]));
  const packSkuOf = (pack: string): PackSku | null => {
    const sku = skus.get(option.packs.find(({ id }) => id === pack)?.sku ?? pack);
    return sku?.kind === 'pack' ? sku : null;
  };
  const draws: Draw[] = [];
  for (const line of option.usage) {
    const lineBill = bill.lines.get(line.id);
    const sku = skus.get(line.sku);
    if (lineBill?.kind !== 'usage' || sku?.kind !== 'usage') continue;
    for (const charge of lineBill.charges.values()) {
      draws.push(...charge.draws);
      yield* featuresOfCharge(charge.draws, packSkuOf);
      if (charge.listCost > LARGE) yield 'more than 10^15 CNY';
      if (charge.listCost > KERNEL) yield 'beyond the kernel of doubles';
      if (charge.listCost > 0n && charge.listCost < SMALL) yield 'less than a fen';
    }
    if (typeof sku.price === 'object' && line.price === null && (lineBill.listCost ?? 0n) > 0n) {
      yield sku.price?.tierClock === 'line' ? 'graduated, tiers go on' : 'graduated, tiers restart';
    }
  }
  yield* featuresOfPacks(bill, draws, packSkuOf);
  if (bill.issues.some(({ code }) => code === 'BURN_ORDER_TIE')) yield 'burn-order tie';
  if (bill.months.length >= 12) yield 'a year or more';
}

type FindPack = (pack: string) => PackSku | null;

function* featuresOfCharge(draws: readonly Draw[], packSkuOf: FindPack): Generator<Feature> {
  const denominations = new Set(draws.map(({ pack }) => packSkuOf(pack)?.denomination));
  if (denominations.size > 1) yield 'a quantity pack and a money pack on one line';
  if (new Set(draws.map(({ start }) => start)).size < draws.length) yield 'two packs on one line in one phase';
  if (draws.some(({ start, end }) => Date.parse(end) - Date.parse(start) === 86_400_000)) yield 'phase of one day';
}

function* featuresOfPacks(bill: OptionBill, draws: readonly Draw[], packSkuOf: FindPack): Generator<Feature> {
  const users = new Map<string, number>();
  for (const { pack, start, balanceAfter, packClass } of draws) {
    const key = `${pack} ${start}`;
    users.set(key, (users.get(key) ?? 0) + 1);
    if ((users.get(key) ?? 0) > 1)
      yield balanceAfter === 0n ? 'a pack that runs out over several lines' : 'a pack that several lines share';
    const reset = packSkuOf(pack)?.reset;
    if (reset === 'month') yield 'month pack in use';
    if (reset === 'level') yield 'level pack in use';
    if (packClass === 'allowance') yield 'allowance in use';
  }
  for (const { used, forfeited, expiry } of bill.packs.values()) {
    if (forfeited > 0n) yield 'forfeited';
    if (used > 0n && expiry !== null && !expiry.endsWith('-01')) yield 'expiry inside a month, with use';
  }
}
