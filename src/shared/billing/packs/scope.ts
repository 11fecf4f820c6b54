/**
 * Which usage a pack covers.
 *
 * Rule: every key of the scope that is there must match; an empty scope covers everything.
 * Source: billing.md, section 5; seed 002 ("支持抵扣的机型").
 */
import type { PackScope, UsageSku } from '../../pricebook/types.ts';

export const isInScope = (scope: PackScope, sku: UsageSku): boolean =>
  includes(scope.providers, sku.provider) && includes(scope.categories, sku.category) && includes(scope.skus, sku.sku);

const includes = (values: readonly string[] | undefined, value: string): boolean => values === undefined || values.includes(value);
