/** Commands on the options of a scenario. Pure: (scenario, input) -> Result<Patch>. */
import { nextOptionId } from '../../core/ids.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeOption } from '../blank.ts';
import type { Patch } from '../patch.ts';
import type { Scenario } from '../types.ts';

/** Adds an empty option at the end. */
export const addOption = (scenario: Scenario, input: { readonly name: string }): Result<Patch> => {
  const option = makeOption(nextOptionId(optionIds(scenario)), input.name);
  return ok([{ op: 'option.insert', index: scenario.options.length, option }]);
};

/** Copies an option with all its lines and puts the copy behind it. */
export const duplicateOption = (scenario: Scenario, input: { readonly option: string; readonly name: string }): Result<Patch> => {
  const index = scenario.options.findIndex((option) => option.id === input.option);
  const source = scenario.options[index];
  if (source === undefined) return fail('COMMAND_REFUSED', input.option);
  const option = { ...source, id: nextOptionId(optionIds(scenario)), name: input.name };
  return ok([{ op: 'option.insert', index: index + 1, option }]);
};

/** Removes an option; the last one stays. */
export const removeOption = (scenario: Scenario, input: { readonly option: string }): Result<Patch> => {
  const index = scenario.options.findIndex((option) => option.id === input.option);
  const option = scenario.options[index];
  if (option === undefined || scenario.options.length === 1) return fail('COMMAND_REFUSED', input.option);
  return ok([{ op: 'option.remove', index, option }]);
};

export const renameOption = (scenario: Scenario, input: { readonly option: string; readonly name: string }): Result<Patch> => {
  const option = scenario.options.find((candidate) => candidate.id === input.option);
  const name = input.name.trim();
  if (option === undefined || name === '') return fail('COMMAND_REFUSED', input.option);
  return ok(option.name === name ? [] : [{ op: 'option.set', option: option.id, field: 'name', before: option.name, after: name }]);
};

const optionIds = (scenario: Scenario): string[] => scenario.options.map((option) => option.id);
