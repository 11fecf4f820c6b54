/**
 * What a colleague changed among the drivers of a scenario, and the same changes on top of what they have become since.
 *
 * Rule: as of lines (diff.ts), and three things more. A new driver whose name is taken here changes the driver of that name. A new name that
 * another driver has here is not taken. A driver that formulas still use when everything else is taken stays.
 */
import { ok, type Result } from '../core/result.ts';
import { sameName } from '../formula/ast.ts';
import { type DriverEdit, editDrivers, type NewDriver } from './commands/drivers.ts';
import { DRIVER_FIELDS, type Driver, type DriverField, readDrivers } from './drivers.ts';
import type { Patch } from './patch.ts';
import { countUses } from './resolve.ts';
import type { Scenario } from './types.ts';

interface DriverFieldChange {
  readonly field: DriverField;
  readonly before: string;
  readonly after: string;
}
/** `driver` of a changed or removed one is as it was before. */
export type DriverChange =
  | { readonly kind: 'added'; readonly driver: Driver }
  | { readonly kind: 'removed'; readonly driver: Driver }
  | { readonly kind: 'changed'; readonly driver: Driver; readonly fields: readonly DriverFieldChange[] };
export interface DriverConflict {
  /** as of lines; `named`: another driver has the new name, which is not taken; `used`: formulas use it, it stays */
  readonly kind: 'both' | 'gone' | 'kept' | 'named' | 'used';
  readonly ours: Readonly<Record<string, string | null>>;
}
/** By the position of the change; absent where there is none. */
export type DriverConflicts = ReadonlyMap<number, DriverConflict>;

export const diffDrivers = (before: string | null, after: string | null): readonly DriverChange[] => {
  if (before === after) return [];
  const were = new Map(readDrivers(before).map((driver) => [driver.id, driver]));
  const are = readDrivers(after);
  const ids = new Set(are.map(({ id }) => id));
  const changes = are.flatMap((driver): readonly DriverChange[] => {
    const was = were.get(driver.id);
    if (was === undefined) return [{ kind: 'added', driver }];
    const fields = diffDriver(was, driver);
    return fields.length === 0 ? [] : [{ kind: 'changed', driver: was, fields }];
  });
  const gone = [...were.values()].filter(({ id }) => !ids.has(id));
  return [...changes, ...gone.map((driver): DriverChange => ({ kind: 'removed', driver }))];
};

const diffDriver = (before: Driver, after: Driver): readonly DriverFieldChange[] =>
  DRIVER_FIELDS.flatMap((field) => (before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }]));

interface Step {
  readonly edits: readonly DriverEdit[];
  readonly added: readonly NewDriver[];
  readonly conflict: DriverConflict | null;
}
const NOTHING: Step = { edits: [], added: [], conflict: null };

/** New and changed drivers as a patch of `current`, before its lines are changed. Errors: DRIVER_NAME_INVALID for more than there may be. */
export const takeDrivers = (
  changes: readonly DriverChange[],
  current: Scenario,
): Result<{ readonly patch: Patch; readonly conflicts: DriverConflicts }> => {
  const ours = new Map(readDrivers(current.drivers).map((driver) => [driver.id, driver]));
  const names = namesAfter(changes, ours);
  const steps = changes.map((change) => stepOf(change, ours, names));
  const patch = editDrivers(current, { edits: steps.flatMap(({ edits }) => edits), added: steps.flatMap(({ added }) => added) });
  return patch.ok ? ok({ patch: patch.value, conflicts: conflictsOf(steps.map(({ conflict }) => conflict)) }) : patch;
};

type Drivers = ReadonlyMap<string, Driver>;
/** Ids by name in small letters. */
type Names = ReadonlyMap<string, string>;

/** What our drivers are called once they have the new names that are free: two may change places. */
const namesAfter = (changes: readonly DriverChange[], ours: Drivers): Names => {
  const wanted = new Map([...ours.values()].map(({ id, name }) => [id, name]));
  for (const change of changes) {
    const name = change.kind === 'changed' ? change.fields.find(({ field }) => field === 'name')?.after : undefined;
    if (name !== undefined && wanted.has(change.driver.id)) wanted.set(change.driver.id, name);
  }
  for (;;) {
    const names = new Map<string, string>();
    const clashes = [...wanted].filter(([id, name]) => {
      const holder = names.get(sameName(name));
      if (holder === undefined) names.set(sameName(name), id);
      return holder !== undefined;
    });
    if (clashes.length === 0) return names;
    // Of two that want one name, the one that has it now keeps it.
    for (const [id, name] of clashes) {
      const isOwn = sameName(ours.get(id)?.name ?? '') === sameName(name);
      const loser = isOwn ? (names.get(sameName(name)) ?? id) : id;
      wanted.set(loser, ours.get(loser)?.name ?? '');
    }
  }
};

const stepOf = (change: DriverChange, ours: Drivers, names: Names): Step => {
  const { kind, driver } = change;
  if (kind === 'removed') return NOTHING;
  const now = ours.get(kind === 'added' ? (names.get(sameName(driver.name)) ?? '') : driver.id);
  if (now === undefined && kind === 'changed') return { ...NOTHING, conflict: { kind: 'gone', ours: {} } };
  if (now === undefined) {
    const { name, value, unit, note } = driver;
    return { ...NOTHING, added: [{ name, value, unit, note }] };
  }
  const fields = kind === 'added' ? diffDriver({ ...now, name: driver.name }, driver) : change.fields;
  const taken = fields.filter(({ field, after }) => field !== 'name' || names.get(sameName(after)) === now.id);
  return {
    edits: taken.map(({ field, after }): DriverEdit => ({ driver: now.id, field, typed: after })),
    added: [],
    conflict: taken.length < fields.length ? { kind: 'named', ours: { name: now.name } } : bothChanged(kind, fields, now),
  };
};

const bothChanged = (kind: 'added' | 'changed', fields: readonly DriverFieldChange[], now: Driver): DriverConflict | null => {
  const both = fields.filter(({ field, before, after }) => kind === 'added' || ![before, after].includes(now[field]));
  return both.length === 0 ? null : { kind: 'both', ours: Object.fromEntries(both.map(({ field }) => [field, now[field]])) };
};

const conflictsOf = (all: readonly (DriverConflict | null)[]): DriverConflicts =>
  new Map(all.flatMap((conflict, at) => (conflict === null ? [] : [[at, conflict]])));

/** Removed drivers, once all else is taken; `current` is as it is then. */
export const dropDrivers = (
  changes: readonly DriverChange[],
  current: Scenario,
): { readonly drivers: readonly string[]; readonly conflicts: DriverConflicts } => {
  const ours = new Map(readDrivers(current.drivers).map((driver) => [driver.id, driver]));
  const uses = countUses(current);
  const drivers: string[] = [];
  const conflicts = changes.map(({ kind, driver }): DriverConflict | null => {
    const now = kind === 'removed' ? ours.get(driver.id) : undefined;
    if (now === undefined) return null;
    const changed = diffDriver(driver, now);
    if (changed.length > 0) return { kind: 'kept', ours: Object.fromEntries(changed.map(({ field, after }) => [field, after])) };
    if ((uses.get(sameName(now.name)) ?? 0) > 0) return { kind: 'used', ours: {} };
    drivers.push(now.id);
    return null;
  });
  return { drivers, conflicts: conflictsOf(conflicts) };
};
