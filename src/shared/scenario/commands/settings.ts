/** Commands on the scenario itself. A value that cannot be used is refused, and the old one stays. */
import { fail, ok, type Result } from '../../core/result.ts';
import { overridesText, readOverrides } from '../../pricebook/overrides.ts';
import type { PackClass, ProviderId, RoundingProfile } from '../../pricebook/types.ts';
import { isMonth } from '../../time/calendar.ts';
import type { Patch, PatchOp } from '../patch.ts';
import { canonicalText } from '../typed.ts';
import type { Scenario, ScenarioField } from '../types.ts';

export const MAX_MONTHS = 120;

export const renameScenario = (scenario: Scenario, input: { readonly name: string }): Result<Patch> => {
  const name = input.name.trim();
  return name === '' ? fail('VALUE_INVALID', 'name') : ok(set(scenario, 'name', name));
};

export const setStartMonth = (scenario: Scenario, input: { readonly typed: string }): Result<Patch> => {
  const month = canonicalText('usage', 'from', input.typed) ?? '';
  return isMonth(month) ? ok(set(scenario, 'startMonth', month)) : fail('VALUE_INVALID', 'startMonth', { value: input.typed });
};

/** Length of the horizon, 1 to 120 months. */
export const setMonths = (scenario: Scenario, input: { readonly typed: string }): Result<Patch> => {
  const text = input.typed.normalize('NFKC').trim();
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return months >= 1 && months <= MAX_MONTHS
    ? ok(set(scenario, 'months', months))
    : fail('VALUE_INVALID', 'months', { value: input.typed, min: '1', max: String(MAX_MONTHS) });
};

/** Prices the scenario by another edition, pinned by its content hash. */
export const setPriceBook = (scenario: Scenario, input: { readonly edition: string; readonly hash: string }): Result<Patch> =>
  ok([...set(scenario, 'priceBook', input.edition), ...set(scenario, 'priceBookHash', input.hash)]);

/** A provider's rules for this scenario; null gives back the price book's own. */
export const setProviderRule = (
  scenario: Scenario,
  input: { readonly provider: ProviderId; readonly rounding?: RoundingProfile | null; readonly burnClasses?: readonly PackClass[] | null },
): Result<Patch> => {
  const overrides = readOverrides(scenario.overrides);
  const { rounding, burnClasses } = { ...overrides[input.provider], ...input };
  const rules = { ...(rounding == null ? {} : { rounding }), ...(burnClasses == null ? {} : { burnClasses }) };
  return ok(set(scenario, 'overrides', overridesText({ ...overrides, [input.provider]: rules })));
};

const set = (scenario: Scenario, field: ScenarioField, after: string | number | null): readonly PatchOp[] => {
  const before = scenario[field];
  return before === after ? [] : [{ op: 'scenario.set', field, before, after }];
};
