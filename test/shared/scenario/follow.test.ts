/** Resolving that follows edits equals resolving anew, and leaves alone what an edit does not concern. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { type BillState, billScenario } from '../../../src/shared/billing/recompute.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import { makeBlankScenario, makeNodeLine, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import { editDrivers, moveDrivers, removeDrivers } from '../../../src/shared/scenario/commands/drivers.ts';
import { addLine, deleteLines, editField } from '../../../src/shared/scenario/commands/lines.ts';
import { duplicateOption } from '../../../src/shared/scenario/commands/options.ts';
import { setStartMonth } from '../../../src/shared/scenario/commands/settings.ts';
import { DRIVER_FIELDS, type Driver, type DriverField, driversText, readDrivers } from '../../../src/shared/scenario/drivers.ts';
import { findChanged } from '../../../src/shared/scenario/lineage.ts';
import { applyPatch, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { type Resolution, resolveScenario } from '../../../src/shared/scenario/resolve.ts';
import { type Line, type Scenario, SHEETS } from '../../../src/shared/scenario/types.ts';
import { plainBill } from '../../support/plainBill.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const priceBook = readPriceBook('seed');
const driver = (id: string, name: string, value: string): Driver => ({ id, name, value, unit: '', note: '' });
const usage = (id: string, quantity: string, monthly: Readonly<Record<string, string>> = {}) => ({
  ...makeUsageLine(id),
  sku: 'artlab.tool.shared',
  quantity,
  monthly,
});
const plan: Scenario = {
  ...makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01', months: 3 }),
  drivers: driversText([driver('d1', 'a', '100'), driver('d2', 'b', '7'), driver('d3', 'c', '=a*2')]),
  options: [
    {
      id: 'A',
      name: 'A',
      nodes: [{ ...makeNodeLine('n1'), sku: 'ti-ems.node.8c32g1t4', count: '=b' }],
      usage: [usage('u1', '=a'), usage('u2', '=b'), usage('u3', '5'), usage('u4', '=c'), usage('u5', '1', { '2026-02': '=MONTHINDEX()' })],
      packs: [],
    },
    { id: 'B', name: 'B', nodes: [], usage: [usage('u1', '12'), usage('u2', '13')], packs: [] },
  ],
};

const apply = (scenario: Scenario, result: Result<Patch>): Scenario => {
  if (!result.ok) throw new Error(result.error.code);
  return applyPatch(scenario, result.value);
};
/** The same scenario, but nothing that was known of its lines is known of these. */
const anew = (scenario: Scenario): Scenario => structuredClone(scenario);
const editOf = (scenario: Scenario, driver: string, field: DriverField, typed: string): Result<Patch> =>
  editDrivers(scenario, { edits: [{ driver, field, typed }] });
const setDriver = (scenario: Scenario, id: string, typed: string): Scenario => apply(scenario, editOf(scenario, id, 'value', typed));
const usageOf = ({ scenario }: Resolution): readonly Line[] => scenario.options[0]?.usage ?? [];

describe('after an edit of a driver', () => {
  const before = resolveScenario(plan);
  const after = resolveScenario(setDriver(plan, 'd1', '200'), before);

  it('the lines that depend on it have their new numbers, over other drivers too', () => {
    expect(usageOf(after).map((line) => 'quantity' in line && line.quantity)).toEqual(['200', '7', '5', '400', '1']);
  });

  it('all other lines, sheets and options are the same objects', () => {
    expect(usageOf(after).map((line, at) => line === usageOf(before)[at])).toEqual([false, true, true, false, true]);
    expect(after.scenario.options[0]?.nodes).toBe(before.scenario.options[0]?.nodes);
    expect(after.scenario.options[1]).toBe(before.scenario.options[1]);
  });

  it('the list of lines tells in which places it differs', () => {
    expect(findChanged(usageOf(after), usageOf(before))).toEqual([0, 3]);
  });

  it.each<[string, (scenario: Scenario) => Scenario]>([
    ['whose value stays the same', (scenario) => setDriver(scenario, 'd1', '=50*2')],
    ['in its note', (scenario) => apply(scenario, editOf(scenario, 'd1', 'note', 'per day'))],
    ['in its place', (scenario) => apply(scenario, moveDrivers(scenario, { drivers: ['d1'], before: null }))],
    ['that nothing names', (scenario) => apply(scenario, editDrivers(scenario, { edits: [], added: [{ name: 'unused' }] }))],
  ])('%s nothing changes', (_, edit) => {
    const scenario = anew(plan);
    const former = resolveScenario(scenario);
    expect(resolveScenario(edit(scenario), former).scenario.options[0]).toBe(former.scenario.options[0]);
  });

  it('only the lines that depend on it are billed again', () => {
    const scenario = anew(plan);
    const first = billScenario({ scenario, priceBook }, null);
    const linesOf = ({ bill }: BillState) => ['u1', 'u2', 'u3', 'u4', 'u5', 'n1'].map((id) => bill.options[0]?.lines.get(id));
    const before = linesOf(first);
    const second = billScenario({ scenario: setDriver(scenario, 'd1', '200'), priceBook }, first);
    expect(linesOf(second).map((line, at) => line === before[at])).toEqual([false, true, true, false, true, true]);
    expect(second.bill.options[1]).toBe(first.bill.options[1]);
  });
});

it('an edit of a line resolves that line and no other', () => {
  const start = anew(plan);
  const before = resolveScenario(start);
  const scenario = apply(start, editField(start, { option: 'A', sheet: 'usage', line: 'u3', field: 'quantity', typed: '=a+b' }));
  const after = resolveScenario(scenario, before);
  expect(usageOf(after).map((line, at) => line === usageOf(before)[at])).toEqual([true, true, false, true, true]);
  expect(findChanged(usageOf(after), usageOf(before))).toEqual([2]);
});

it('another first month concerns the lines that ask for the number of theirs', () => {
  const start = anew(plan);
  const before = resolveScenario(start);
  const after = resolveScenario(apply(start, setStartMonth(start, { typed: '2025-12' })), before);
  expect(findChanged(usageOf(after), usageOf(before))).toEqual([4]);
  expect(usageOf(after)[4]).toMatchObject({ monthly: { '2026-02': '3' } });
});

it('a name that comes or goes mends or breaks the lines with it', () => {
  const broken = apply(plan, removeDrivers(plan, { drivers: ['d2'] }));
  const codes = (state: BillState) => state.bill.options[0]?.issues.filter(({ severity }) => severity === 'error').map(({ line }) => line);
  const first = billScenario({ scenario: plan, priceBook }, null);
  const second = billScenario({ scenario: broken, priceBook }, first);
  expect([codes(first), codes(second), codes(billScenario({ scenario: plan, priceBook }, second))]).toEqual([[], ['n1', 'u2'], []]);
});

const TYPED = ['', '3', '=a', '=b*2', '=c/a', '=a+missing', '=1/0', '=MONTHINDEX()*b', '=IF(a>b, c, 1)', '=a+', 'x'];
const gesture = fc.record({
  kind: fc.constantFrom(
    'driver',
    'driver',
    'driver',
    'addDriver',
    'removeDriver',
    'moveDriver',
    'edit',
    'edit',
    'add',
    'delete',
    'copy',
    'start',
    'undo',
  ),
  pick: fc.nat(40),
  sheet: fc.constantFrom(...SHEETS),
  field: fc.constantFrom('quantity', 'price', 'count', 'instances', 'growth', 'm:2026-02', 'note'),
  driverField: fc.constantFrom(...DRIVER_FIELDS, 'value' as const, 'value' as const),
  typed: fc.constantFrom(...TYPED, 'a', 'missing', 'd'),
});
type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

const FIELDS = {
  nodes: ['count', 'price', 'note'],
  usage: ['quantity', 'price', 'instances', 'growth', 'm:2026-02'],
  packs: ['count', 'price'],
};

const patchOf = (scenario: Scenario, done: Patch[], move: Gesture): Patch => {
  const option = scenario.options[move.pick % scenario.options.length];
  const drivers = readDrivers(scenario.drivers);
  const chosen = drivers[move.pick % Math.max(drivers.length, 1)]?.id ?? '';
  const { sheet, typed, pick } = move;
  const line = option?.[sheet][pick % Math.max(option[sheet].length, 1)]?.id ?? '';
  const address = { option: option?.id ?? '', sheet };
  const field = FIELDS[sheet].includes(move.field) ? move.field : 'price';
  const make = {
    driver: () => editOf(scenario, chosen, move.driverField, typed),
    addDriver: () => editDrivers(scenario, { edits: [], added: [{ [move.driverField]: typed }], index: pick % (drivers.length + 1) }),
    removeDriver: () => removeDrivers(scenario, { drivers: [chosen] }),
    moveDriver: () => moveDrivers(scenario, { drivers: [chosen], before: drivers[pick % 4]?.id ?? null }),
    edit: () => editField(scenario, { ...address, line, field, typed }),
    add: () => addLine(scenario, { ...address, field, typed, index: pick % 5 }),
    delete: () => deleteLines(scenario, { ...address, lines: [line] }),
    copy: () => duplicateOption(scenario, { option: address.option, name: 'copy' }),
    start: () => setStartMonth(scenario, { typed: `2026-0${(pick % 3) + 1}` }),
    undo: () => ({ ok: true as const, value: invertPatch(done.pop() ?? []) }),
  };
  const result = make[move.kind as keyof typeof make]();
  return result.ok ? result.value : [];
};

it('equals resolving and billing anew after every one of a sequence of edits, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(gesture, { minLength: 1, maxLength: 14 }), (moves) => {
      let scenario = plan;
      let billed = billScenario({ scenario, priceBook }, null);
      const done: Patch[] = [];
      for (const move of moves) {
        const patch = patchOf(scenario, done, move);
        if (move.kind !== 'undo') done.push(patch);
        scenario = applyPatch(scenario, patch);
        billed = billScenario({ scenario, priceBook }, billed);
        expect(billed.resolution.scenario).toEqual(resolveScenario(anew(scenario)).scenario);
        expect(plainBill(billed.bill)).toEqual(plainBill(computeBill({ scenario: anew(scenario), priceBook })));
      }
    }),
    { numRuns: 400 },
  );
});
