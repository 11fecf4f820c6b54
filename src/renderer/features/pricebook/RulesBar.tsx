/** How each provider bills: the price book's rounding and order of classes, and what this scenario sets in their place. */
import { overriddenProviders, readOverrides } from '../../../shared/pricebook/overrides.ts';
import {
  PACK_CLASSES,
  type PackClass,
  type PriceBook,
  type Provider,
  type ProviderId,
  ROUNDING_PROFILES,
  type RoundingProfile,
} from '../../../shared/pricebook/types.ts';
import { localName } from '../../../shared/wording/names.ts';
import { useActions } from '../../actions/useActions.tsx';
import { useDocument, useUi } from '../../ui/appContext.tsx';
import { Badge } from '../../ui/controls/Badge.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Select } from '../../ui/controls/Select.tsx';
import { type Translate, useTexts } from '../../ui/texts.ts';
import { PRICEBOOK_TEXTS, type PricebookTextKey } from './texts.ts';

/** Only for the edition in use: others have no scenario whose rules they could be. */
export const RulesBar = ({ book }: { readonly book: PriceBook }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const inUse = useDocument((document) => document.scenario.priceBook === book.edition);
  const overrides = useDocument((document) => document.scenario.overrides);
  if (!inUse) return null;
  const foreign = Object.keys(readOverrides(overrides)).filter((id) => book.providers.every((provider) => provider.id !== id));
  return (
    <section className="edition-rules" aria-label={text('rules')}>
      {book.providers.map((provider) => (
        <ProviderRules key={provider.id} book={book} provider={provider} />
      ))}
      {foreign.map((provider) => (
        <ForeignRules key={provider} provider={provider} />
      ))}
    </section>
  );
};

/** The value of a choice that takes the price book's own rule. */
const PUBLISHED = '';

const ProviderRules = ({ book, provider }: { readonly book: PriceBook; readonly provider: Provider }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const { settings } = useActions();
  const locale = useUi((ui) => ui.locale);
  const overrides = useDocument((document) => document.scenario.overrides);
  const rules = readOverrides(overrides)[provider.id] ?? {};
  const name = localName(provider.name, locale);
  const isOwn = overriddenProviders(book, overrides).some(({ id }) => id === provider.id);
  return (
    <div className="edition-rule" data-provider={provider.id} data-own={isOwn}>
      <b>{name}</b>
      <Select
        label={text('rounding')}
        value={rules.rounding ?? PUBLISHED}
        title={text('ruleHint')}
        choices={[
          { value: PUBLISHED, label: text('published', { rule: roundingText(provider.rounding, text) }) },
          ...ROUNDING_PROFILES.map((profile) => ({ value: profile, label: roundingText(profile, text) })),
        ]}
        onChange={(value) =>
          settings.setRule({ provider: provider.id, rounding: ROUNDING_PROFILES.find((each) => each === value) ?? null })
        }
      />
      <Select
        label={text('classOrder')}
        value={rules.burnClasses?.join() ?? PUBLISHED}
        title={text('ruleHint')}
        choices={[
          { value: PUBLISHED, label: text('published', { rule: orderText(provider.burnClasses, text) }) },
          ...ORDERS.map((order) => ({ value: order.join(), label: orderText(order, text) })),
        ]}
        onChange={(value) =>
          settings.setRule({ provider: provider.id, burnClasses: ORDERS.find((order) => order.join() === value) ?? null })
        }
      />
      {isOwn ? <Badge tone="warn">{text('ownRules')}</Badge> : null}
    </div>
  );
};

/** Rules of a provider that this edition lacks: they came with another edition or a file, and wait there unless they are taken away. */
const ForeignRules = ({ provider }: { readonly provider: ProviderId }) => {
  const text = useTexts(PRICEBOOK_TEXTS);
  const { settings } = useActions();
  const { rounding, burnClasses } = readOverrides(useDocument((document) => document.scenario.overrides))[provider] ?? {};
  const rules = [
    rounding === undefined ? null : `${text('rounding')}: ${roundingText(rounding, text)}`,
    burnClasses === undefined ? null : `${text('classOrder')}: ${orderText(burnClasses, text)}`,
  ].filter((rule) => rule !== null);
  return (
    <div className="edition-rule" data-provider={provider} data-foreign>
      <b>{provider}</b>
      <span>{rules.join(' · ')}</span>
      <Badge tone="neutral">{text('foreignRules')}</Badge>
      <Button kind="quiet" onClick={() => settings.setRule({ provider, rounding: null, burnClasses: null })}>
        {text('resetRules')}
      </Button>
    </div>
  );
};

const roundingText = (profile: RoundingProfile, text: Translate<PricebookTextKey>): string => text(`rounding.${profile}`);
const orderText = (order: readonly PackClass[], text: Translate<PricebookTextKey>): string =>
  order.map((each) => text(`class.${each}`)).join(' › ');

const ordersOf = (classes: readonly PackClass[]): readonly (readonly PackClass[])[] =>
  classes.length === 0
    ? [[]]
    : classes.flatMap((first) => ordersOf(classes.filter((each) => each !== first)).map((rest) => [first, ...rest]));
const ORDERS = ordersOf(PACK_CLASSES);
