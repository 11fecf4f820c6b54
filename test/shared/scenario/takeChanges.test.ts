import { describe, expect, it } from 'vitest';
import { makeBlankScenario, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import { type Driver, driversText, readDrivers } from '../../../src/shared/scenario/drivers.ts';
import { applyPatch } from '../../../src/shared/scenario/patch.ts';
import { changesBetween, takeChanges } from '../../../src/shared/scenario/takeChanges.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';

const driver = (id: string, name: string, value: string): Driver => ({ id, name, value, unit: '', note: '' });
/** One usage line u1 whose quantity is given. */
const plan = (drivers: readonly Driver[], quantity = '1'): Scenario => {
  const blank = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
  const usage = [{ ...makeUsageLine('u1'), sku: 'artlab.tool.shared', quantity }];
  return { ...blank, drivers: driversText(drivers), options: blank.options.map((option) => ({ ...option, usage })) };
};
/** Ours after her changes were taken: drivers as `name=value`, the quantity, and the conflicts. */
const take = (base: Scenario, hers: Scenario, ours: Scenario) => {
  const taken = takeChanges(changesBetween(base, hers), ours);
  if (!taken.ok) throw new Error(taken.error.code);
  const after = applyPatch(ours, taken.value.patch);
  return {
    drivers: readDrivers(after.drivers).map(({ name, value }) => `${name}=${value}`),
    quantity: after.options[0]?.usage[0]?.quantity,
    conflicts: [...taken.value.drivers.values()],
    lines: [...taken.value.lines.values()],
  };
};

const hours = driver('d1', 'hours', '100');
const share = driver('d2', 'share', '0.5');
const base = plan([hours, share], '=hours*2');

describe('drivers that a colleague changed', () => {
  it('take her values, and keep what only we changed', () => {
    const hers = plan([driver('d1', 'hours', '120'), share], '=hours*2');
    const ours = plan([hours, driver('d2', 'share', '0.7')], '=hours*2');
    expect(take(base, hers, ours)).toEqual({ drivers: ['hours=120', 'share=0.7'], quantity: '=hours*2', conflicts: [], lines: [] });
  });

  it('that both changed become hers, and ours is named', () => {
    const hers = plan([driver('d1', 'hours', '120'), share], '=hours*2');
    const ours = plan([driver('d1', 'hours', '90'), share], '=hours*2');
    const { drivers, conflicts } = take(base, hers, ours);
    expect(drivers).toEqual(['hours=120', 'share=0.5']);
    expect(conflicts).toEqual([{ kind: 'both', ours: { value: '90' } }]);
  });

  it('that we removed are not taken', () => {
    const hers = plan([hours, driver('d2', 'share', '0.9')], '=hours*2');
    expect(take(base, hers, plan([hours], '=hours*2'))).toMatchObject({ drivers: ['hours=100'], conflicts: [{ kind: 'gone' }] });
  });

  it('come new, with the lines that use them', () => {
    const hers = plan([hours, share, driver('d3', 'days', '30')], '=hours*days');
    const ours = plan([hours, share, driver('d3', 'ours', '7')], '=hours*2');
    const { drivers, quantity, conflicts } = take(base, hers, ours);
    expect(drivers).toEqual(['hours=100', 'share=0.5', 'ours=7', 'days=30']);
    expect(quantity).toBe('=hours*days');
    expect(conflicts).toEqual([]);
  });

  it('come new under a name that we have given too: one driver, her value, ours named', () => {
    const hers = plan([hours, share, driver('d3', 'days', '30')], '=hours*2');
    const ours = plan([hours, share, driver('d9', 'Days', '31')], '=hours*Days');
    const { drivers, conflicts } = take(base, hers, ours);
    expect(drivers).toEqual(['hours=100', 'share=0.5', 'Days=30']);
    expect(conflicts).toEqual([{ kind: 'both', ours: { value: '31' } }]);
  });

  it('are renamed in our formulas too', () => {
    const hers = plan([driver('d1', 'gpu_hours', '100'), share], '=gpu_hours*2');
    const ours = plan([hours, driver('d2', 'share', '=hours/200')], '=hours*3');
    const { drivers, quantity, lines } = take(base, hers, ours);
    expect(drivers).toEqual(['gpu_hours=100', 'share==gpu_hours/200']);
    // Of a cell that both changed hers is taken, as everywhere.
    expect(quantity).toBe('=gpu_hours*2');
    expect(lines).toEqual([{ kind: 'both', ours: { quantity: '=gpu_hours*3' } }]);
  });

  it('change places', () => {
    const hers = plan([driver('d1', 'share', '100'), driver('d2', 'hours', '0.5')], '=share*2');
    expect(take(base, hers, base)).toMatchObject({ drivers: ['share=100', 'hours=0.5'], quantity: '=share*2', conflicts: [] });
  });

  it('keep their name where another driver of ours has the new one', () => {
    const hers = plan([driver('d1', 'days', '100'), share], '=days*2');
    const ours = plan([hours, share, driver('d9', 'days', '31')], '=hours*2');
    const { drivers, conflicts } = take(base, hers, ours);
    expect(drivers).toEqual(['hours=100', 'share=0.5', 'days=31']);
    expect(conflicts).toEqual([{ kind: 'named', ours: { name: 'hours' } }]);
  });

  it('are renamed, and a new one has the former name', () => {
    const hers = plan([driver('d1', 'gpu_hours', '100'), share, driver('d3', 'hours', '8')], '=gpu_hours*2');
    expect(take(base, hers, base)).toMatchObject({ drivers: ['gpu_hours=100', 'share=0.5', 'hours=8'], conflicts: [] });
  });

  it('are removed where nothing uses them and we left them alone', () => {
    const hers = plan([hours], '=hours*2');
    expect(take(base, hers, base)).toMatchObject({ drivers: ['hours=100'], conflicts: [] });
    expect(take(base, hers, plan([hours, driver('d2', 'share', '0.6')], '=hours*2'))).toMatchObject({
      drivers: ['hours=100', 'share=0.6'],
      conflicts: [{ kind: 'kept', ours: { value: '0.6' } }],
    });
    expect(take(base, hers, plan([hours, share], '=hours*share'))).toMatchObject({
      drivers: ['hours=100', 'share=0.5'],
      conflicts: [{ kind: 'used' }],
    });
  });

  it('are removed together with the formula that used them', () => {
    const hers = plan([share], '200');
    expect(take(base, hers, base)).toMatchObject({ drivers: ['share=0.5'], quantity: '200', conflicts: [], lines: [] });
  });

  it('that are as they were take nothing', () => {
    const taken = takeChanges(changesBetween(base, base), base);
    expect(taken).toMatchObject({ ok: true, value: { patch: [] } });
  });
});
