/**
 * What the columns need to know of the SKUs that lines name, by the place of the name: looked up once, not for each line.
 *
 * Units: unit price 10^-10 CNY for one unit; halves: charge.ts.
 */
import type { PriceBookIndex } from '../../pricebook/find.ts';
import type { RoundingProfile, UsageSku } from '../../pricebook/types.ts';
import { halfOf, roundingOf } from '../charge.ts';
import { countsHours } from '../lineFindings.ts';
import type { RateTable } from '../rate/rate.ts';
import type { SkuNames } from './skuNames.ts';

export interface OrdinarySku {
  readonly sku: UsageSku;
  /** units of a price block */
  readonly per: number;
  /** null: a line needs a price of its own, or is no ordinary one */
  readonly unitPrice: number | null;
  /** a month has 30 days */
  readonly isDays30: boolean;
  readonly countsHours: boolean;
  /** the quantity is not raised to a multiple */
  readonly isOrdinary: boolean;
  readonly rounding: RoundingProfile;
  readonly half: number;
}

export class OrdinarySkus {
  readonly #names: SkuNames;
  readonly #index: PriceBookIndex;
  readonly #rates: RateTable;
  /** null: the book has no such usage */
  readonly #known: (OrdinarySku | null)[] = [];

  constructor(names: SkuNames, index: PriceBookIndex, rates: RateTable) {
    this.#names = names;
    this.#index = index;
    this.#rates = rates;
  }

  /** `place`: of the name; below 0: of none */
  at(place: number): OrdinarySku | null {
    const known = this.#known[place];
    if (known !== undefined || place < 0) return known ?? null;
    const made = this.#make(this.#names.at(place) ?? '');
    this.#known[place] = made;
    return made;
  }

  #make(name: string): OrdinarySku | null {
    const sku = this.#index.findSku(name);
    if (sku?.kind !== 'usage') return null;
    const rate = this.#rates.rateOf(sku);
    const rounding = roundingOf(this.#index, sku);
    return {
      sku,
      per: sku.per ?? 1,
      unitPrice: rate?.kind === 'flat' && rate.unitPrice <= Number.MAX_SAFE_INTEGER ? Number(rate.unitPrice) : null,
      isDays30: sku.monthBasis === 'days30',
      countsHours: countsHours(sku),
      isOrdinary: sku.increment === undefined,
      rounding,
      half: halfOf(rounding),
    };
  }
}
