/**
 * The packs and allowances of an option, as the burn-down takes them.
 *
 * Rule: every usable pack line, and one of each allowance of the price book that has a usable line in scope; allowances are valid all
 * the time. An allowance whose amount is not published gives nothing.
 * Units: as in packs/pack.ts.
 * Source: billing.md, 5 and 5.1; burnClasses of the profile of the pack's provider.
 */
import { mergeAscending } from '../core/ascending.ts';
import { parseFixed, QUANTITY_DECIMALS } from '../numeric/fixed.ts';
import type { PriceBookIndex } from '../pricebook/find.ts';
import { classOrderOf } from '../pricebook/overrides.ts';
import { PACK_CLASSES, type PackClass, type PackSku, type Provider, type UsageSku } from '../pricebook/types.ts';
import type { BurnPack } from './packs/pack.ts';
import { isInScope } from './packs/scope.ts';
import { packScale, type UsablePack } from './read/readPack.ts';

/** The usage lines of the option. */
export interface SkusOfLines {
  readonly length: number;
  /** of the usable lines, each once */
  readonly usedSkus: readonly UsageSku[];
  /** by position; undefined: the line is not usable */
  readonly skuAt: (position: number) => UsageSku | undefined;
}
export interface PoolInput {
  readonly packs: readonly UsablePack[];
  readonly usage: SkusOfLines;
  readonly index: PriceBookIndex;
  /** before an edit that left every line's SKU in its place, in the same context */
  readonly former: { readonly packs: readonly UsablePack[]; readonly pool: Pool } | null;
}
export interface Pool {
  /** one for each usable pack line, in their order */
  readonly packs: readonly BurnPack[];
  readonly allowances: readonly BurnPack[];
  readonly scopes: ScopeTable;
}

export const poolPacks = ({ packs, usage, index, former }: PoolInput): Pool => {
  if (former !== null && isSameList(packs, former.packs)) return former.pool;
  const scopes = former?.pool.scopes ?? new ScopeTable();
  const common = (sku: PackSku) => ({
    packClass: sku.class,
    classRank: classRankOf(sku.class, index.findProvider(sku.provider)),
    priority: sku.priority ?? 0,
    denomination: sku.denomination,
    reset: sku.reset,
    monthBasis: sku.monthBasis ?? ('calendar' as const),
    lines: scopes.linesOf(sku, usage),
  });
  const toBurnPack = ({ line, sku, start, expiry, held, remaining }: UsablePack): BurnPack => {
    // Of a `month` or `level` pack, `remaining` only says that the purchase is not in this plan.
    const opening = sku.reset === 'none' ? (remaining ?? held) : held;
    return { ...common(sku), id: line.id, start, expiry, held, opening };
  };
  const toAllowance = (sku: PackSku): BurnPack[] => {
    const amount = sku.amount === null ? null : parseFixed(sku.amount, QUANTITY_DECIMALS);
    if (amount === null) return [];
    const fields = common(sku);
    if (fields.lines.length === 0) return [];
    const held = amount * packScale(sku);
    return [{ ...fields, id: sku.sku, start: Number.NEGATIVE_INFINITY, expiry: Number.POSITIVE_INFINITY, held, opening: held }];
  };
  const allowances = index.book.skus.filter((sku): sku is PackSku => sku.kind === 'pack' && sku.class === 'allowance');
  return { packs: packs.map(toBurnPack), allowances: allowances.flatMap(toAllowance), scopes };
};

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, position) => item === b[position]);

const classRankOf = (packClass: PackClass, provider: Provider | undefined): number =>
  classOrderOf(provider?.burnClasses ?? PACK_CLASSES).indexOf(packClass);

/** Positions of the lines in a pack's scope, ascending; packs with the same lines get the same list. */
export class ScopeTable {
  #bySku: ReadonlyMap<UsageSku, readonly number[]> | null = null;
  readonly #ofPack = new Map<PackSku, readonly number[]>();
  readonly #ofSkus = new Map<string, readonly number[]>();

  /** `usage`: the same SKUs in the same places at each call */
  linesOf(pack: PackSku, usage: SkusOfLines): readonly number[] {
    const known = this.#ofPack.get(pack);
    if (known !== undefined) return known;
    const skus = usage.usedSkus.filter((sku) => isInScope(pack.scope, sku));
    const key = JSON.stringify(skus.map(({ sku }) => sku));
    const lines = this.#ofSkus.get(key) ?? mergeAscending(skus.map((sku) => this.#linesOfSku(sku, usage)));
    this.#ofSkus.set(key, lines);
    this.#ofPack.set(pack, lines);
    return lines;
  }

  #linesOfSku(sku: UsageSku, usage: SkusOfLines): readonly number[] {
    this.#bySku ??= linesBySku(usage);
    return this.#bySku.get(sku) ?? [];
  }
}

/** Positions of the lines of each SKU, ascending. */
const linesBySku = (usage: SkusOfLines): ReadonlyMap<UsageSku, readonly number[]> => {
  const lines = new Map<UsageSku, number[]>();
  for (let position = 0; position < usage.length; position += 1) {
    const sku = usage.skuAt(position);
    if (sku === undefined) continue;
    const known = lines.get(sku);
    if (known === undefined) lines.set(sku, [position]);
    else known.push(position);
  }
  return lines;
};
