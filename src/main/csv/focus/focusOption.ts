/**
 * What the rows of one option share.
 *
 * Rule: a plan has no account at a provider and no resources there, yet FOCUS wants an account on every row. `forecast:A` names the
 * account that option A plans for, and `forecast:A/n1` the node that its line n1 plans: identifiers that no provider gives, so they
 * are never mistaken for real ones. Invoice, sub-account and tags are not known before there is a bill: they stay null.
 * Source: FOCUS 1.2, BillingAccountId, InvoiceId, ResourceId, attribute Null Handling.
 */
import { type Horizon, horizonOf } from '../../../shared/billing/horizon.ts';
import { indexPriceBook, type PriceBookIndex } from '../../../shared/pricebook/find.ts';
import type { PackSku, Sku } from '../../../shared/pricebook/types.ts';
import type { PackLine } from '../../../shared/scenario/types.ts';
import type { BilledOption, ExportContext } from '../../xlsx/exportContext.ts';
import type { FocusRow } from './columns.ts';
import { createPackSpread, type PackSpread } from './packSpread.ts';
import { serviceColumns } from './providers.ts';

export interface FocusOption {
  readonly context: ExportContext;
  readonly option: BilledOption;
  readonly horizon: Horizon;
  readonly index: PriceBookIndex;
  /** columns that are the same on every row */
  readonly shared: FocusRow;
  /** identifier of what a line plans */
  readonly idOf: (line: string) => string;
  /** usable pack lines that are paid for, by id */
  readonly bought: ReadonlyMap<string, BoughtPack>;
}
/** A pack that money was committed to; free trials, vouchers and allowances are none. */
export interface BoughtPack {
  readonly line: PackLine;
  readonly sku: PackSku;
  readonly spread: PackSpread;
}

export const makeFocusOption = (context: ExportContext, option: BilledOption): FocusOption => {
  const { scenario, priceBook } = context;
  const { id, name } = option.option;
  return {
    context,
    option,
    horizon: horizonOf(scenario),
    index: indexPriceBook(priceBook),
    shared: {
      BillingAccountId: `forecast:${id}`,
      BillingAccountName: given(name),
      BillingCurrency: priceBook.currency,
      x_Scenario: given(scenario.name),
      x_OptionId: id,
      x_OptionName: given(name),
      x_OptionComplete: String(option.bill.complete),
      x_PriceBook: priceBook.edition,
    },
    idOf: (line) => `forecast:${id}/${line}`,
    bought: boughtPacks(context, option),
  };
};

/** An empty text is no value. */
const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

const boughtPacks = ({ findSku }: ExportContext, { option, bill }: BilledOption): ReadonlyMap<string, BoughtPack> => {
  const bought = new Map<string, BoughtPack>();
  for (const line of option.packs) {
    const pack = bill.packs.get(line.id);
    const sku = findSku(line.sku);
    if (pack === undefined || sku?.kind !== 'pack' || (sku.class !== 'pack' && pack.purchase === 0n)) continue;
    bought.set(line.id, { line, sku, spread: createPackSpread(pack) });
  }
  return bought;
};

/** Columns of a line and its SKU. `tier` (from 1) is the tier of a graduated price. */
export const lineColumns = (focus: FocusOption, line: string, sku: Sku, tier?: number): FocusRow => ({
  ...focus.shared,
  ...serviceColumns(sku.provider, focus.index.findProvider(sku.provider)),
  SkuId: sku.sku,
  SkuPriceId: tier === undefined ? sku.sku : `${sku.sku}#tier-${tier}`,
  SkuMeter: sku.kind === 'pack' ? `${METER_OF_CLASS[sku.class]} Purchase` : meterOf(sku.category),
  ResourceId: focus.idOf(line),
  ResourceType: RESOURCE_TYPES[sku.kind],
  x_LineId: line,
});

const METER_OF_CLASS: Readonly<Record<PackSku['class'], string>> = {
  allowance: 'Allowance',
  free: 'Free Trial',
  pack: 'Resource Pack',
  voucher: 'Voucher',
};
const RESOURCE_TYPES: Readonly<Record<Sku['kind'], string>> = {
  node: 'Dedicated Node',
  usage: 'Metered Usage',
  pack: 'Resource Pack',
};

const meterOf = (category: string): string => `${category.slice(0, 1).toUpperCase()}${category.slice(1)} Usage`;
