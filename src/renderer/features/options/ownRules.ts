/** Whether rules that the scenario sets otherwise than its price book decide about an option. Pure. */
import { isInScope } from '../../../shared/billing/packs/scope.ts';
import { effectiveOverrides } from '../../../shared/pricebook/overrides.ts';
import type { PriceBook, Sku } from '../../../shared/pricebook/types.ts';
import type { Option } from '../../../shared/scenario/types.ts';

/**
 * Rounding is of the charges of a provider's usage; the class order is of a provider's packs, and of its allowances, whosever usage they
 * cover. Prepaid nodes, and usage that runs on them, have neither.
 */
export const hasOwnRules = (option: Option, book: PriceBook, overrides: string | null): boolean => {
  const rules = new Map(Object.entries(effectiveOverrides(book, overrides)));
  if (rules.size === 0) return false;
  const used = new Set(option.usage.filter(({ onNodes }) => onNodes === null).map(({ sku }) => sku));
  const bought = new Set(option.packs.map(({ sku }) => sku));
  const covers = allowanceTest(book.skus, used);
  return book.skus.some((sku) => {
    const { rounding, burnClasses } = rules.get(sku.provider) ?? {};
    if (sku.kind === 'usage') return rounding !== undefined && used.has(sku.sku);
    return burnClasses !== undefined && (bought.has(sku.sku) || covers(sku));
  });
};

/** Says of an allowance whether it pays for one of the used SKUs. */
const allowanceTest = (skus: readonly Sku[], used: ReadonlySet<string>): ((sku: Sku) => boolean) => {
  const usage = skus.flatMap((sku) => (sku.kind === 'usage' && used.has(sku.sku) ? sku : []));
  return (sku) =>
    sku.kind === 'pack' && sku.class === 'allowance' && sku.amount !== null && usage.some((each) => isInScope(sku.scope, each));
};
