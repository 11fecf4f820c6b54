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

/** All classes in the order in which a profile takes them: those that it does not name come last, in the default order. */
export const classOrderOf = (named: readonly PackClass[]): readonly PackClass[] => [
  ...named,
  ...PACK_CLASSES.filter((each) => !named.includes(each)),
];

/** What the text of a scenario changes in the book: neither rules of providers that the book lacks, nor those that it has anyway. */
export const effectiveOverrides = (book: PriceBook, text: string | null): Overrides => {
  const providers = new Map(book.providers.map((provider) => [provider.id, provider]));
  const entries = Object.entries(readOverrides(text)).map(([id, rules]): [string, ProviderOverride] => [
    id,
    changesOf(rules, providers.get(id)),
  ]);
  return Object.fromEntries(entries.filter(([, rules]) => Object.keys(rules).length > 0));
};

const changesOf = ({ rounding, burnClasses }: ProviderOverride, provider: Provider | undefined): ProviderOverride => {
  if (provider === undefined) return {};
  const sameOrder = burnClasses === undefined || burnClasses.join() === classOrderOf(provider.burnClasses).join();
  return {
    ...(rounding === undefined || rounding === provider.rounding ? {} : { rounding }),
    ...(sameOrder ? {} : { burnClasses }),
  };
};

/** Providers whose rules the scenario sets otherwise than the book. */
export const overriddenProviders = (book: PriceBook, text: string | null): readonly Provider[] => {
  const overrides = new Set(Object.keys(effectiveOverrides(book, text)));
  return book.providers.filter(({ id }) => overrides.has(id));
};

const APPLIED = new WeakMap<PriceBook, Map<string, PriceBook>>();

/** The price book with the scenario's rules in it; the same one for the same book and meaning, the book itself where they change nothing. */
export const applyOverrides = (book: PriceBook, text: string | null): PriceBook => {
  const overrides = effectiveOverrides(book, text);
  const meaning = overridesText(overrides);
  if (meaning === null) return book;
  const known = APPLIED.get(book) ?? new Map<string, PriceBook>();
  APPLIED.set(book, known);
  const made = known.get(meaning) ?? withRules(book, overrides);
  known.set(meaning, made);
  return made;
};

const withRules = (book: PriceBook, overrides: Overrides): PriceBook => {
  const rules = new Map(Object.entries(overrides));
  return { ...book, providers: book.providers.map((provider): Provider => ({ ...provider, ...rules.get(provider.id) })) };
};
