/** `costbook.pricebook/1` after parsing (formats.md). Decimals stay strings as printed in the source. */
export type ProviderId = string;
export type PackClass = 'allowance' | 'free' | 'pack' | 'voucher';
export const PACK_CLASSES: readonly PackClass[] = ['allowance', 'free', 'pack', 'voucher'];
export const ROUNDING_PROFILES = ['half-up', 'half-even', 'down'] as const;
export type RoundingProfile = (typeof ROUNDING_PROFILES)[number];
export type SkuKind = 'node' | 'usage' | 'pack';
export type MonthBasis = 'calendar' | 'days30';

export interface LocalizedText {
  readonly zh: string;
  readonly en: string;
}
export interface Source {
  readonly document: string;
  /** ISO date or month */
  readonly date: string;
  readonly assumed?: boolean;
  readonly note?: string;
}
export interface Region {
  readonly id: string;
  readonly name: LocalizedText;
}
export interface Provider {
  readonly id: ProviderId;
  readonly name: LocalizedText;
  readonly rounding: RoundingProfile;
  readonly burnClasses: readonly PackClass[];
  readonly regions: readonly Region[];
}
/** Decimal string in CNY per `per` units, null = not published. */
export type FlatPrice = string;
export interface GraduatedPrice {
  /** `upTo` is an inclusive upper bound of the running quantity of one instance; null in the last tier only */
  readonly tiers: readonly { readonly upTo: string | null; readonly price: string }[];
  readonly tierClock: 'month' | 'line';
}
export const isGraduated = (price: FlatPrice | GraduatedPrice | null): price is GraduatedPrice =>
  price !== null && typeof price === 'object';

interface SkuBase {
  readonly sku: string;
  readonly provider: ProviderId;
  readonly name: LocalizedText;
  readonly availability: 'open' | 'application';
  readonly source: Source;
}
export interface NodeSku extends SkuBase {
  readonly kind: 'node';
  readonly category: string;
  /** `node-month` */
  readonly unit: string;
  readonly price: FlatPrice | null;
  readonly regions?: readonly string[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}
export interface UsageSku extends SkuBase {
  readonly kind: 'usage';
  readonly category: string;
  readonly unit: string;
  readonly price: FlatPrice | GraduatedPrice | null;
  /** price block, power of ten, default 1 */
  readonly per?: number;
  readonly monthBasis?: MonthBasis;
  /** decimal string; the month's quantity is raised to the next multiple */
  readonly increment?: string;
  readonly regions?: readonly string[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}
export interface PackScope {
  readonly providers?: readonly ProviderId[];
  readonly categories?: readonly string[];
  readonly skus?: readonly string[];
}
export interface PackLimits {
  readonly maxPerAccount?: number;
  readonly stackable?: boolean;
  readonly group?: string;
  readonly eligibility?: 'newUser' | 'student';
  readonly stock?: string;
}
export interface PackSku extends SkuBase {
  readonly kind: 'pack';
  readonly class: PackClass;
  readonly denomination: 'money' | 'quantity';
  readonly unit?: string;
  readonly amount: string | null;
  readonly price: string | null;
  readonly validity: { readonly months: number } | { readonly days: number } | 'none';
  readonly reset: 'none' | 'month' | 'level';
  readonly monthBasis?: MonthBasis;
  readonly scope: PackScope;
  readonly priority?: number;
  readonly limits?: PackLimits;
}
export type Sku = NodeSku | UsageSku | PackSku;

export interface PriceBook {
  readonly format: 'costbook.pricebook/1';
  readonly edition: string;
  readonly title: LocalizedText;
  /** ISO date */
  readonly effectiveFrom: string;
  readonly currency: 'CNY';
  readonly taxIncluded: boolean;
  readonly providers: readonly Provider[];
  readonly skus: readonly Sku[];
}
