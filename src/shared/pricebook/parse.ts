/**
 * `costbook.pricebook/1` from unknown data. Strict: an edition that cannot be read as a whole is refused with the path of its
 * first problem, because prices are data that everything else trusts.
 *
 * Errors: FORMAT_UNKNOWN, KEY_UNKNOWN, VALUE_INVALID, ID_DUPLICATE with a path (`skus[3].price.tiers[0].upTo`).
 * Source: formats.md, price book; limits of billing.md, sections 1 and 5.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../core/result.ts';
import { isCivilDate } from '../time/calendar.ts';
import { packAmountReader, unitPriceReader } from './limits.ts';
import type { PriceBook } from './types.ts';

// The CSP forbids eval; zod would otherwise probe for it.
z.config({ jitless: true });

export const PRICE_BOOK_FORMAT = 'costbook.pricebook/1';

const id = z.string().min(1).max(200);
const price = z.string().refine((text) => unitPriceReader(1).read(text) !== null);
const amount = z.string().refine((text) => packAmountReader.read(text) !== null);
const localized = z.strictObject({ zh: z.string(), en: z.string() });
const packClass = z.enum(['allowance', 'free', 'pack', 'voucher']);
const monthBasis = z.enum(['calendar', 'days30']);
const attributes = z.record(z.string(), z.union([z.string(), z.number()]));
const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;

const source = z.strictObject({
  document: z.string(),
  date: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
  assumed: z.boolean().exactOptional(),
  note: z.string().exactOptional(),
});
const provider = z.strictObject({
  id,
  name: localized,
  rounding: z.enum(['half-up', 'half-even', 'down']),
  burnClasses: z.array(packClass).refine(distinct),
  regions: z.array(z.strictObject({ id, name: localized })),
});
const tier = z.strictObject({ upTo: amount.nullable(), price });
const tiers = z.array(tier).min(1).refine(tiersAscend);
const graduated = z.strictObject({ tiers, tierClock: z.enum(['month', 'line']) });
const common = {
  sku: id,
  provider: id,
  name: localized,
  availability: z.enum(['open', 'application']),
  source,
};
const metered = {
  ...common,
  category: id,
  unit: id,
  regions: z.array(id).exactOptional(),
  attributes: attributes.exactOptional(),
};
const nodeSku = z.strictObject({ ...metered, kind: z.literal('node'), price: price.nullable() });
const usageSku = z.strictObject({
  ...metered,
  kind: z.literal('usage'),
  price: z.union([price, graduated, z.null()]),
  per: z.literal([1, 10, 100, 1000, 10_000, 100_000, 1_000_000]).exactOptional(),
  monthBasis: monthBasis.exactOptional(),
  increment: amount.exactOptional(),
});
const packSku = z.strictObject({
  ...common,
  kind: z.literal('pack'),
  class: packClass,
  denomination: z.enum(['money', 'quantity']),
  unit: id.exactOptional(),
  amount: amount.nullable(),
  price: price.nullable(),
  validity: z.union([
    z.literal('none'),
    z.strictObject({ months: z.int().min(1).max(1200) }),
    z.strictObject({ days: z.int().min(1).max(36_500) }),
  ]),
  reset: z.enum(['none', 'month', 'level']),
  monthBasis: monthBasis.exactOptional(),
  scope: z.strictObject({
    providers: z.array(id).exactOptional(),
    categories: z.array(id).exactOptional(),
    skus: z.array(id).exactOptional(),
  }),
  priority: z.int().exactOptional(),
  limits: z
    .strictObject({
      maxPerAccount: z.int().min(1).exactOptional(),
      stackable: z.boolean().exactOptional(),
      group: id.exactOptional(),
      eligibility: z.enum(['newUser', 'student']).exactOptional(),
      stock: z.string().exactOptional(),
    })
    .exactOptional(),
});
const schema = z.strictObject({
  format: z.literal(PRICE_BOOK_FORMAT),
  edition: id,
  title: localized,
  effectiveFrom: z.string().refine(isCivilDate),
  currency: z.literal('CNY'),
  taxIncluded: z.boolean(),
  providers: z.array(provider),
  skus: z.array(z.discriminatedUnion('kind', [nodeSku, usageSku, packSku])),
});

/** The edition as it is, defaults left out where the source leaves them out (so its hash is that of the source). */
export const parsePriceBook = (data: unknown): Result<PriceBook> => {
  if (typeof data !== 'object' || data === null || Reflect.get(data, 'format') !== PRICE_BOOK_FORMAT) {
    return fail('FORMAT_UNKNOWN', 'format', { expected: PRICE_BOOK_FORMAT });
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) return failIssue(parsed.error.issues);
  return checkReferences(parsed.data);
};

/** What a schema of single values cannot see: ids that repeat, providers that are missing, prices below the resolution. */
const checkReferences = (book: PriceBook): Result<PriceBook> => {
  const providers = new Set<string>();
  for (const [index, { id: providerId }] of book.providers.entries()) {
    if (providers.has(providerId)) return fail('ID_DUPLICATE', `providers[${index}].id`, { value: providerId });
    providers.add(providerId);
  }
  const skus = new Set<string>();
  for (const [index, sku] of book.skus.entries()) {
    if (skus.has(sku.sku)) return fail('ID_DUPLICATE', `skus[${index}].sku`, { value: sku.sku });
    skus.add(sku.sku);
    if (!providers.has(sku.provider)) return fail('VALUE_INVALID', `skus[${index}].provider`, { value: sku.provider });
    if (sku.kind !== 'usage' || sku.price === null) continue;
    const reader = unitPriceReader(sku.per ?? 1);
    const prices = typeof sku.price === 'string' ? [sku.price] : sku.price.tiers.map((each) => each.price);
    const bad = prices.find((text) => reader.read(text) === null);
    if (bad !== undefined) return fail('VALUE_INVALID', `skus[${index}].price`, { value: bad });
  }
  return ok(book);
};

/** Bounds rise, and only the last tier has none. */
function tiersAscend(list: readonly { readonly upTo: string | null }[]): boolean {
  let below = 0n;
  return list.every(({ upTo }, index) => {
    if (upTo === null) return index === list.length - 1;
    const bound = packAmountReader.read(upTo);
    if (bound === null || bound <= below || index === list.length - 1) return false;
    below = bound;
    return true;
  });
}

type Issue = z.core.$ZodIssue;

/** The first problem, unknown keys before bad values: a misspelt key is the usual cause of a missing one. */
const failIssue = (issues: readonly Issue[]): Result<never> => {
  const all = issues.flatMap((issue) => flatten(issue, []));
  const unknown = all.find(({ issue }) => issue.code === 'unrecognized_keys');
  if (unknown?.issue.code === 'unrecognized_keys') {
    const key = unknown.issue.keys[0] ?? '';
    return fail('KEY_UNKNOWN', formatPath([...unknown.path, key]), { key });
  }
  return fail('VALUE_INVALID', formatPath(all[0]?.path ?? []));
};

interface PlacedIssue {
  readonly issue: Issue;
  readonly path: readonly PropertyKey[];
}
/** The problems inside a union too: those of the alternative that came closest, by the depth of the problem. */
const flatten = (issue: Issue, prefix: readonly PropertyKey[]): readonly PlacedIssue[] => {
  const path = [...prefix, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const inner = issue.errors.flat().flatMap((each) => flatten(each, path));
  const deeper = inner.filter((each) => each.path.length > path.length || each.issue.code === 'unrecognized_keys');
  return deeper.length > 0 ? deeper : [{ issue, path }];
};

const formatPath = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`)).join('');
