/**
 * Billing rules of a provider that a scenario sets in place of the price book's: how a charge becomes fen, and which class of packs
 * pays first. A contract may say otherwise than the price page.
 *
 * Shape: a scenario holds them as one canonical JSON text (providers by id, `rounding` before `burnClasses`), null where there are none;
 * so they travel in a patch, a database column and a file without a second form.
 * Source: billing.md, 1 and 5.1: both are data of the provider.
 */
import {
  PACK_CLASSES,
  type PackClass,
  type PriceBook,
  type Provider,
  type ProviderId,
  ROUNDING_PROFILES,
  type RoundingProfile,
} from './types.ts';

export interface ProviderOverride {
  readonly rounding?: RoundingProfile;
  /** every class once */
  readonly burnClasses?: readonly PackClass[];
}
export type Overrides = Readonly<Record<ProviderId, ProviderOverride>>;

export const isRounding = (value: unknown): value is RoundingProfile => ROUNDING_PROFILES.some((profile) => profile === value);

/** An order of all classes. */
export const isClassOrder = (value: unknown): value is readonly PackClass[] =>
  Array.isArray(value) && value.length === PACK_CLASSES.length && PACK_CLASSES.every((each) => value.includes(each));

/** The canonical text; providers without a rule are left out. */
export const overridesText = (overrides: Overrides): string | null => {
  const entries = Object.entries(overrides)
    .map(([provider, { rounding, burnClasses }]): [string, ProviderOverride] => [
      provider,
      { ...(rounding === undefined ? {} : { rounding }), ...(burnClasses === undefined ? {} : { burnClasses }) },
    ])
    .filter(([, rules]) => Object.keys(rules).length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? null : JSON.stringify(Object.fromEntries(entries));
};

const NONE: Overrides = {};

/** What the text of a scenario says; it is canonical, or was refused. */
export const readOverrides = (text: string | null): Overrides => (text === null ? NONE : (JSON.parse(text) as Overrides));

/** Whether a text is what `overridesText` writes. */
export const isOverridesText = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return isOverrides(value) && overridesText(value) === text;
  } catch {
    return false;
  }
};

const isOverrides = (value: unknown): value is Overrides =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every(
    (rules: unknown) =>
      typeof rules === 'object' &&
      rules !== null &&
      Object.entries(rules).every(([key, rule]) => (key === 'rounding' ? isRounding(rule) : key === 'burnClasses' && isClassOrder(rule))),
  );

const APPLIED = new WeakMap<PriceBook, Map<string, PriceBook>>();

/** The price book with the scenario's rules in it; the same one for the same book and rules that say the same, the book itself where nothing differs. */
export const applyOverrides = (book: PriceBook, text: string | null): PriceBook => {
  const effective = effectiveOverrides(book, text);
  if (effective === null) return book;
  const known = APPLIED.get(book) ?? new Map<string, PriceBook>();
  APPLIED.set(book, known);
  const made = known.get(effective) ?? withRules(book, readOverrides(effective));
  known.set(effective, made);
  return made;
};

/** The canonical text of those rules that say otherwise than the book; null where none does. */
export const effectiveOverrides = (book: PriceBook, text: string | null): string | null => {
  if (text === null) return null;
  const overrides = readOverrides(text);
  const rules = book.providers.map(({ id, rounding, burnClasses }): [ProviderId, ProviderOverride] => {
    const own = overrides[id] ?? {};
    return [
      id,
      {
        ...(own.rounding === undefined || own.rounding === rounding ? {} : { rounding: own.rounding }),
        ...(own.burnClasses === undefined || own.burnClasses.join() === burnClasses.join() ? {} : { burnClasses: own.burnClasses }),
      },
    ];
  });
  return overridesText(Object.fromEntries(rules));
};

const withRules = (book: PriceBook, overrides: Overrides): PriceBook => ({
  ...book,
  providers: book.providers.map((provider): Provider => ({ ...provider, ...overrides[provider.id] })),
});

/** Providers whose rules the scenario sets otherwise than the book. */
export const overriddenProviders = (book: PriceBook, text: string | null): readonly Provider[] => {
  const effective = readOverrides(effectiveOverrides(book, text));
  return book.providers.filter(({ id }) => effective[id] !== undefined);
};
