/** Everything that a colleague changed in a scenario, lines and drivers, as one patch of what the scenario has become since. */
import { ok, type Result } from '../core/result.ts';
import { removeDrivers } from './commands/drivers.ts';
import { diffScenarios, type LineChange, type LineConflicts, rebaseChanges } from './diff.ts';
import { type DriverChange, type DriverConflicts, diffDrivers, dropDrivers, takeDrivers } from './diffDrivers.ts';
import { applyPatch, type Patch } from './patch.ts';
import type { Scenario } from './types.ts';

export interface ScenarioChanges {
  readonly lines: readonly LineChange[];
  readonly drivers: readonly DriverChange[];
}
export interface TakenChanges {
  readonly patch: Patch;
  readonly lines: LineConflicts;
  readonly drivers: DriverConflicts;
}

export const changesBetween = (before: Scenario, after: Scenario): ScenarioChanges => ({
  lines: diffScenarios(before, after),
  drivers: diffDrivers(before.drivers, after.drivers),
});

/**
 * Drivers come first, so that lines may use new ones; those that she removed go last, when nothing uses them any more.
 * Errors: those of takeDrivers.
 */
export const takeChanges = ({ lines, drivers }: ScenarioChanges, current: Scenario): Result<TakenChanges> => {
  const taken = takeDrivers(drivers, current);
  if (!taken.ok) return taken;
  const withDrivers = applyPatch(current, taken.value.patch);
  const rebased = rebaseChanges(lines, withDrivers);
  const whole = applyPatch(withDrivers, rebased.patch);
  const dropped = dropDrivers(drivers, whole);
  const removed = removeDrivers(whole, { drivers: dropped.drivers });
  if (!removed.ok) return removed;
  return ok({
    patch: [...taken.value.patch, ...rebased.patch, ...removed.value],
    lines: rebased.conflicts,
    drivers: new Map([...taken.value.conflicts, ...dropped.conflicts]),
  });
};
