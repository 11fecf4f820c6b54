/**
 * What FOCUS 1.4 demands of a row, as a table (1.2 as it was read, with what 1.3 and 1.4 change in this dataset). Each rule names its column and says when it is broken; read from the column and
 * attribute definitions of the specification, not from the product.
 *
 * Rules that only a bill can keep or break (the invoice's currency and sums) are not here.
 */
import { isNegative, isProduct, isZero } from './decimals.ts';

/** A record of the file: null is an empty field. */
export type FocusRecord = Readonly<Record<string, string | null>>;
export interface FocusRule {
  readonly column: string;
  readonly rule: string;
  readonly isBroken: (row: FocusRecord) => boolean;
}
/** always: never null. absent: always null. A function: whether the column must be there; `may` where neither is demanded. */
type Presence = 'always' | 'absent' | 'may' | ((row: FocusRecord) => boolean | 'may');
interface ColumnRules {
  readonly type: 'text' | 'decimal' | 'instant' | 'currency' | 'unit';
  readonly presence: Presence;
  readonly allowed?: readonly string[];
  readonly nonNegative?: true;
}

const is = (row: FocusRecord, column: string, ...values: readonly string[]): boolean => values.includes(row[column] ?? '');
const has = (row: FocusRecord, column: string): boolean => row[column] !== null && row[column] !== undefined;
const withColumn =
  (column: string): Presence =>
  (row) =>
    has(row, column);
/** A forecast corrects nothing, so every row of usage and purchases must be priced. */
const priced: Presence = (row) => is(row, 'ChargeCategory', 'Usage', 'Purchase') || 'may';
const committed: Presence = withColumn('CommitmentDiscountId');
const isUnused = (row: FocusRecord): boolean => is(row, 'CommitmentDiscountStatus', 'Unused');
const text = (presence: Presence, allowed?: readonly string[]): ColumnRules =>
  allowed === undefined ? { type: 'text', presence } : { type: 'text', presence, allowed };
const cost: ColumnRules = { type: 'decimal', presence: 'always' };
const instant: ColumnRules = { type: 'instant', presence: 'always' };
const unitPrice: ColumnRules = { type: 'decimal', presence: priced, nonNegative: true };

export const FOCUS_COLUMN_RULES: Readonly<Record<string, ColumnRules>> = {
  BilledCost: cost,
  BillingAccountId: text('always'),
  BillingAccountName: text('may'),
  BillingCurrency: { type: 'currency', presence: 'always' },
  BillingPeriodEnd: instant,
  BillingPeriodStart: instant,
  ChargeCategory: text('always', ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment']),
  ChargeClass: text('absent'),
  ChargeDescription: text('always'),
  ChargeFrequency: text('always', ['One-Time', 'Recurring', 'Usage-Based']),
  ChargePeriodEnd: instant,
  ChargePeriodStart: instant,
  CommitmentDiscountCategory: text(committed, ['Spend', 'Usage']),
  CommitmentDiscountId: text('may'),
  CommitmentDiscountName: text((row) => (has(row, 'CommitmentDiscountId') ? 'may' : false)),
  CommitmentDiscountQuantity: { type: 'decimal', presence: committed },
  CommitmentDiscountStatus: text(
    (row) => has(row, 'CommitmentDiscountId') && (is(row, 'ChargeCategory', 'Usage') || 'may'),
    ['Used', 'Unused'],
  ),
  CommitmentDiscountType: text(committed),
  CommitmentDiscountUnit: { type: 'unit', presence: withColumn('CommitmentDiscountQuantity') },
  ConsumedQuantity: { type: 'decimal', presence: (row) => is(row, 'ChargeCategory', 'Usage') && !isUnused(row) },
  ConsumedUnit: { type: 'unit', presence: withColumn('ConsumedQuantity') },
  ContractedCost: cost,
  ContractedUnitPrice: unitPrice,
  EffectiveCost: cost,
  // null is allowed where nobody knows the host: of these two clouds everybody does
  HostProviderName: text('always'),
  InvoiceDetailId: text('absent'),
  InvoiceId: text('absent'),
  InvoiceIssuerName: text('always'),
  ListCost: cost,
  ListUnitPrice: unitPrice,
  PricingCategory: text(priced, ['Standard', 'Dynamic', 'Committed', 'Other']),
  PricingQuantity: { type: 'decimal', presence: priced },
  PricingUnit: { type: 'unit', presence: withColumn('PricingQuantity') },
  RegionId: text('may'),
  RegionName: text(withColumn('RegionId')),
  ResourceId: text('may'),
  ResourceName: text('may'),
  ResourceType: text(withColumn('ResourceId')),
  ServiceCategory: text('always', [
    ...['AI and Machine Learning', 'Analytics', 'Business Applications', 'Compute', 'Databases', 'Developer Tools', 'Multicloud'],
    ...['Identity', 'Integration', 'Internet of Things', 'Management and Governance', 'Media', 'Migration', 'Mobile', 'Networking'],
    ...['Security', 'Storage', 'Web', 'Other'],
  ]),
  ServiceName: text('always'),
  ServiceProviderName: text('always'),
  // of the two categories that Costbook writes
  ServiceSubcategory: text('always', ['AI Platforms', 'Generative AI', 'Machine Learning', 'Other (Other)']),
  SkuId: text(priced),
  SkuMeter: text(withColumn('SkuId')),
  SkuPriceDetails: text('may'),
  SkuPriceId: text(priced),
  SubAccountId: text('absent'),
  SubAccountName: text('absent'),
  Tags: text('may'),
};

const NUMBER = /^-?\d+(\.\d+)?(E-?\d+)?$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const UNIT = /^(?:[1-9]\d* )?(?:[A-Z][A-Za-z]*)(?:-[A-Z][A-Za-z]*)*$/;
const SHAPES: Readonly<Record<ColumnRules['type'], (value: string) => boolean>> = {
  text: (value) => value.trim() !== '',
  decimal: (value) => NUMBER.test(value),
  instant: (value) => INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  currency: (value) => /^[A-Z]{3}$/.test(value),
  unit: (value) => value === 'CNY' || UNIT.test(value),
};

const presenceOf = (presence: Presence, row: FocusRecord): boolean | 'may' => {
  if (presence === 'may') return 'may';
  return typeof presence === 'function' ? presence(row) : presence === 'always';
};

const columnRules = Object.entries(FOCUS_COLUMN_RULES).flatMap(
  ([column, { type, presence, allowed, nonNegative }]): readonly FocusRule[] => {
    const value = (row: FocusRecord): string | null => row[column] ?? null;
    const breaks = (test: (value: string) => boolean) => (row: FocusRecord) => {
      const found = value(row);
      return found !== null && !test(found);
    };
    return [
      { column, rule: 'is there when it must be', isBroken: (row) => presenceOf(presence, row) === true && value(row) === null },
      { column, rule: 'is null when it must be', isBroken: (row) => presenceOf(presence, row) === false && value(row) !== null },
      { column, rule: `is of type ${type}`, isBroken: breaks(SHAPES[type]) },
      ...(allowed === undefined ? [] : [{ column, rule: 'is an allowed value', isBroken: breaks((found) => allowed.includes(found)) }]),
      ...(nonNegative === undefined ? [] : [{ column, rule: 'is not negative', isBroken: breaks((found) => !isNegative(found)) }]),
    ];
  },
);

const zero = (row: FocusRecord, column: string): boolean => isZero(row[column] ?? '');
const product = (price: string, total: string): FocusRule => ({
  column: total,
  rule: `is ${price} x PricingQuantity`,
  isBroken: (row) =>
    has(row, price) && has(row, 'PricingQuantity') && !isProduct(row[price] ?? '', row.PricingQuantity ?? '', row[total] ?? ''),
});
const before = (start: string, end: string): FocusRule => ({
  column: end,
  rule: `is after ${start}`,
  isBroken: (row) => (row[start] ?? '') >= (row[end] ?? ''),
});

const relations: readonly FocusRule[] = [
  product('ListUnitPrice', 'ListCost'),
  product('ContractedUnitPrice', 'ContractedCost'),
  before('BillingPeriodStart', 'BillingPeriodEnd'),
  before('ChargePeriodStart', 'ChargePeriodEnd'),
  {
    column: 'ChargePeriodStart',
    rule: 'lies in the billing period',
    isBroken: (row) =>
      (row.ChargePeriodStart ?? '') < (row.BillingPeriodStart ?? '') || (row.ChargePeriodStart ?? '') >= (row.BillingPeriodEnd ?? ''),
  },
  {
    column: 'ChargeFrequency',
    rule: 'is not Usage-Based for a purchase',
    isBroken: (row) => is(row, 'ChargeCategory', 'Purchase') && is(row, 'ChargeFrequency', 'Usage-Based'),
  },
  {
    column: 'EffectiveCost',
    rule: 'is 0 for a purchase that covers later charges',
    isBroken: (row) => is(row, 'ChargeCategory', 'Purchase') && !zero(row, 'EffectiveCost'),
  },
  {
    column: 'BilledCost',
    rule: 'is 0 for what a commitment covers',
    isBroken: (row) => has(row, 'CommitmentDiscountStatus') && !zero(row, 'BilledCost'),
  },
  {
    column: 'PricingCategory',
    rule: 'is Committed for what a commitment covers, and only there',
    isBroken: (row) => is(row, 'PricingCategory', 'Committed') !== has(row, 'CommitmentDiscountStatus'),
  },
  {
    column: 'ResourceId',
    rule: 'is the commitment itself where it is bought or unused',
    isBroken: (row) =>
      has(row, 'CommitmentDiscountId') &&
      (is(row, 'ChargeCategory', 'Purchase') || isUnused(row)) &&
      row.ResourceId !== row.CommitmentDiscountId,
  },
  {
    column: 'ResourceName',
    rule: 'is null where ResourceId is',
    isBroken: (row) => has(row, 'ResourceName') && !has(row, 'ResourceId'),
  },
  {
    column: 'CommitmentDiscountQuantity',
    rule: 'is not negative here: nothing is corrected',
    isBroken: (row) => has(row, 'CommitmentDiscountQuantity') && isNegative(row.CommitmentDiscountQuantity ?? ''),
  },
  {
    column: 'EffectiveCost',
    rule: 'is not negative here: nothing is refunded',
    isBroken: (row) => isNegative(row.EffectiveCost ?? ''),
  },
  {
    column: 'PricingQuantity',
    rule: 'is not negative here: nothing is refunded',
    isBroken: (row) => has(row, 'PricingQuantity') && isNegative(row.PricingQuantity ?? ''),
  },
];

export const FOCUS_RULES: readonly FocusRule[] = [...columnRules, ...relations];

/** A column whose value is one for each value of another, over the whole file. */
const ONE_FOR_EACH: readonly (readonly [of: string, one: string])[] = [
  ['ServiceName', 'ServiceCategory'],
  ['ServiceName', 'ServiceSubcategory'],
  ['SkuPriceId', 'SkuId'],
  ['SkuId', 'SkuMeter'],
  ['CommitmentDiscountId', 'CommitmentDiscountUnit'],
  ['RegionId', 'RegionName'],
];

/** `Column rule (row 3)`, for every rule that a row or the file breaks. */
export const findFocusViolations = (rows: readonly FocusRecord[]): readonly string[] => [
  ...rows.flatMap((row, index) =>
    FOCUS_RULES.filter(({ isBroken }) => isBroken(row)).map(({ column, rule }) => `${column} ${rule} (row ${index + 1})`),
  ),
  ...ONE_FOR_EACH.flatMap(([of, one]) => {
    const found = new Map<string, string>();
    return rows.flatMap((row, index) => {
      const [key, value] = [row[of] ?? null, row[one] ?? null];
      if (key === null || value === null) return [];
      const first = found.get(key) ?? value;
      found.set(key, first);
      return first === value ? [] : [`${of} has one ${one} (row ${index + 1})`];
    });
  }),
];

/** The names of a file: all that the specification has here, in front; all others with the prefix x_. */
export const findHeaderViolations = (names: readonly string[]): readonly string[] => {
  const known = Object.keys(FOCUS_COLUMN_RULES);
  const firstOwn = names.findIndex((name) => name.startsWith('x_'));
  return [
    ...known.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
    ...names.filter((name) => !known.includes(name) && !/^x_[A-Z][A-Za-z]*$/.test(name)).map((name) => `${name} is not known`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is there twice`),
    ...names
      .slice(firstOwn)
      .filter((name) => firstOwn >= 0 && known.includes(name))
      .map((name) => `${name} stands behind a column of our own`),
  ];
};
