/**
 * The columns of a FOCUS file, and a row of it as text: decimals exact, instants in UTC, null where the column is absent.
 *
 * Rule: every mandatory column, the recommended ones that a plan can fill or must leave null, and the conditional ones whose condition
 * holds for the two providers. Columns of our own follow, with the prefix x_. Names are the specification's own in both languages.
 * Left out because their condition is none of a plan's: account types, availability zone, capacity reservations, a pricing currency,
 * allocations (1.3), contracts (1.3), eligibility for commitment programs (1.4).
 * Source: FinOps Open Cost and Usage Specification (FOCUS) 1.4, 2026-06, dataset Cost and Usage. The text that was read column by column is
 * that of 1.2; what 1.3 and 1.4 change in this dataset is taken from the specification's change requests: ServiceProviderName and
 * HostProviderName in place of ProviderName and PublisherName (#1139, #1567), InvoiceDetailId beside InvoiceId, both conditional (#2100).
 */
import { decimalCell, type Row, textCell } from '../../xlsx/model.ts';

const COLUMNS = {
  BilledCost: 'decimal',
  BillingAccountId: 'text',
  BillingAccountName: 'text',
  BillingCurrency: 'text',
  BillingPeriodEnd: 'text',
  BillingPeriodStart: 'text',
  ChargeCategory: 'text',
  ChargeClass: 'text',
  ChargeDescription: 'text',
  ChargeFrequency: 'text',
  ChargePeriodEnd: 'text',
  ChargePeriodStart: 'text',
  CommitmentDiscountCategory: 'text',
  CommitmentDiscountId: 'text',
  CommitmentDiscountName: 'text',
  CommitmentDiscountQuantity: 'decimal',
  CommitmentDiscountStatus: 'text',
  CommitmentDiscountType: 'text',
  CommitmentDiscountUnit: 'text',
  ConsumedQuantity: 'decimal',
  ConsumedUnit: 'text',
  ContractedCost: 'decimal',
  ContractedUnitPrice: 'decimal',
  EffectiveCost: 'decimal',
  HostProviderName: 'text',
  InvoiceDetailId: 'text',
  InvoiceId: 'text',
  InvoiceIssuerName: 'text',
  ListCost: 'decimal',
  ListUnitPrice: 'decimal',
  PricingCategory: 'text',
  PricingQuantity: 'decimal',
  PricingUnit: 'text',
  RegionId: 'text',
  RegionName: 'text',
  ResourceId: 'text',
  ResourceName: 'text',
  ResourceType: 'text',
  ServiceCategory: 'text',
  ServiceName: 'text',
  ServiceProviderName: 'text',
  ServiceSubcategory: 'text',
  SkuId: 'text',
  SkuMeter: 'text',
  SkuPriceDetails: 'text',
  SkuPriceId: 'text',
  SubAccountId: 'text',
  SubAccountName: 'text',
  Tags: 'text',
  x_Scenario: 'text',
  x_OptionId: 'text',
  x_OptionName: 'text',
  // 'false': a line without an amount is missing here, and every sum lacks it
  x_OptionComplete: 'text',
  x_Month: 'text',
  x_LineId: 'text',
  x_PriceBook: 'text',
  // published: the price book's; own: the planner's; blended: of a graduated price that packs pay a part of
  x_PriceBasis: 'text',
  // what paid for the row, packs that cost nothing included
  x_PackId: 'text',
  x_PackClass: 'text',
  // the engine's list cost, whose sums are those of the ledger; ContractedCost is the product of what is printed beside it
  x_ExactListCost: 'decimal',
} as const satisfies Readonly<Record<string, 'text' | 'decimal'>>;
export type FocusColumn = keyof typeof COLUMNS;

export type FocusRow = { readonly [C in FocusColumn]?: string | undefined };

const isColumn = (name: string): name is FocusColumn => Object.hasOwn(COLUMNS, name);
export const FOCUS_COLUMNS: readonly FocusColumn[] = Object.keys(COLUMNS).filter(isColumn);

export const focusHeader = (): Row => FOCUS_COLUMNS.map((column) => textCell(column, 'header'));

export const focusCells = (row: FocusRow): Row =>
  FOCUS_COLUMNS.map((column) => {
    const value = row[column];
    if (value === undefined) return null;
    return COLUMNS[column] === 'decimal' ? decimalCell(value, 'exact') : textCell(value);
  });
