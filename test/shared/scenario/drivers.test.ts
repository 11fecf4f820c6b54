import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { billScenario } from '../../../src/shared/billing/recompute.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
import type { Result } from '../../../src/shared/core/result.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import { editDrivers, moveDrivers, removeDrivers } from '../../../src/shared/scenario/commands/drivers.ts';
import { editField } from '../../../src/shared/scenario/commands/lines.ts';
import { type Driver, driversText, evaluateDrivers, isDriversText, readDrivers } from '../../../src/shared/scenario/drivers.ts';
import { formatScenario, parseScenario } from '../../../src/shared/scenario/json.ts';
import { applyPatch, getField, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { formatRatio, resolveScenario } from '../../../src/shared/scenario/resolve.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { packLine, packSku, priceBook, scenarioOf, usageLine, usageSku } from '../../support/billing.ts';
import { plainBill } from '../../support/plainBill.ts';

const driver = (name: string, value: string): Driver => ({ id: `d_${name}`, name, value, unit: '', note: '' });
const withDrivers = (scenario: Scenario, values: Readonly<Record<string, string>>): Scenario => ({
  ...scenario,
  drivers: driversText(Object.entries(values).map(([name, value]) => driver(name, value))),
});
const book = priceBook([usageSku(), packSku()]);
const patchOf = (result: Result<Patch>): Patch => {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.place}`);
  return result.value;
};
const lineOf = (scenario: Scenario, at = 0) => scenario.options[0]?.usage[at];

describe('drivers', () => {
  const come = (values: Readonly<Record<string, string>>, name: string): string => {
    const value = evaluateDrivers(withDrivers(scenarioOf({}), values).drivers).find(name);
    return value === undefined
      ? 'none'
      : value.ok
        ? formatRatio(value.value, 6)
        : `${value.error.code} ${value.error.params.path ?? value.error.params.driver ?? ''}`;
  };
  it('follow each other, in any order', () => {
    expect(come({ total: '=daily*30', daily: '=per_user*users', per_user: '0.5', users: '7' }, 'total')).toBe('105');
  });
  it('in a circle say which', () => {
    expect(come({ a: '=b', b: '=c+1', c: '=a' }, 'a')).toBe('FORMULA_CIRCULAR a → b → c → a');
    expect(come({ a: '=a' }, 'a')).toBe('FORMULA_CIRCULAR a → a');
    expect(come({ a: '=b', b: '=c+1', c: '=A', d: '=b' }, 'c')).toBe('FORMULA_CIRCULAR c → a → b → c');
    expect(come({ a: '=b', b: '=c+1', c: '=A', d: '=b' }, 'd')).toBe('FORMULA_CIRCULAR b → c → a → b');
    expect(come({ a: '=IF(1>0, 1, b)', b: '=a' }, 'b')).toBe('FORMULA_CIRCULAR b → a → b');
  });
  it.each([
    ['each on the one before', (next: string) => `=${next}+1`, '1000'],
    ['deep in brackets', (next: string) => `=1+${'-('.repeat(30)}${next}${')'.repeat(30)}`, '1000'],
  ])('a thousand of them, %s, come to a number', (_, formula, result) => {
    const chain = Array.from({ length: 1000 }, (_each, at): [string, string] => [`x${at}`, at === 999 ? '1' : formula(`x${at + 1}`)]);
    expect(come(Object.fromEntries(chain), 'x0')).toBe(result);
  });
  it('a circle of a thousand is one', () => {
    const circle = Array.from({ length: 1000 }, (_each, at): [string, string] => [`x${at}`, `=x${(at + 1) % 1000}`]);
    expect(come(Object.fromEntries(circle), 'x7')).toMatch(/^FORMULA_CIRCULAR x7 → x8 → .* → x6 → x7$/);
  });
  it('are found whatever the case and the width of their names', () => {
    expect(come({ ＧＰＵ: '5', b: '=gpu*ＧＰＵ' }, 'b')).toBe('25');
  });
  it('without a number say so, also where they are used', () => {
    expect(come({ a: 'lots' }, 'a')).toBe('FORMULA_DRIVER_VALUE a');
    expect(come({ a: '', b: '=a*2' }, 'b')).toBe('FORMULA_DRIVER_VALUE a');
  });
  it('are one canonical text', () => {
    const text = driversText([driver('a', '1')]);
    expect(text !== null && isDriversText(text)).toBe(true);
    expect(isDriversText('[{"id":"d1","name":"sum","value":"","unit":"","note":""}]')).toBe(false);
    expect(isDriversText('[{"name":"a","id":"d1","value":"","unit":"","note":""}]')).toBe(false);
  });
});

describe('a scenario with formulas', () => {
  const plan = withDrivers(
    scenarioOf({
      months: 2,
      usage: [usageLine({ quantity: '=images*30*6.5', growth: '=rate%', monthly: { '2026-02': '=images*DAYSINMONTH()' }, price: '=1/8' })],
      packs: [packLine({ amount: '=images' })],
    }),
    { images: '12', rate: '5' },
  );
  const plain = scenarioOf({
    months: 2,
    usage: [usageLine({ quantity: '2340', growth: '0.05', monthly: { '2026-02': '336' }, price: '0.125' })],
    packs: [packLine({ amount: '12' })],
  });
  it('is billed as the same with numbers', () => {
    const bills = [plan, plain].map((scenario) => formatResult('plan', computeBill({ scenario, priceBook: book })));
    expect(bills[0]).toEqual(bills[1]);
  });
  it('is rounded once, to the decimals of the field, half away from zero', () => {
    const scenario = withDrivers(
      scenarioOf({ usage: [usageLine({ quantity: '=2/3', price: '=2/3' }), usageLine({ id: 'u2', quantity: '=0.0000005' })] }),
      {},
    );
    const resolved = resolveScenario(scenario).scenario;
    expect([lineOf(resolved)?.quantity, lineOf(resolved)?.price, lineOf(resolved, 1)?.quantity]).toEqual([
      '0.666667',
      '0.6666666667',
      '0.000001',
    ]);
  });
  it('keeps a formula that fails, and says at its cell why', () => {
    const bill = computeBill({ scenario: withDrivers(plan, { images: '=0', rate: '=imags' }), priceBook: book });
    expect(bill.options[0]?.issues).toMatchObject([
      { code: 'FORMULA_UNKNOWN_NAME', line: 'u1', field: 'growth', params: { name: 'imags', nearest: 'images', driver: 'rate' } },
      {},
    ]);
    expect(bill.options[0]?.complete).toBe(false);
  });
  it('travels in a file', () => {
    const parsed = parseScenario(JSON.parse(JSON.stringify(formatScenario(plan))));
    expect(parsed).toEqual({ ok: true, value: plan });
    expect(formatScenario(plan)).toMatchObject({ drivers: [{ id: 'd_images', name: 'images', value: '12' }, {}] });
  });
  it.each([
    ['a name twice', [driver('a', '1'), { ...driver('A', '2'), id: 'x' }], 'VALUE_INVALID', 'drivers[1].name'],
    ['an id twice', [driver('a', '1'), { ...driver('b', '2'), id: 'd_a' }], 'ID_DUPLICATE', 'drivers[1].id'],
    ['a function', [driver('sum', '1')], 'VALUE_INVALID', 'drivers[0].name'],
    ['an unknown key', [{ ...driver('a', '1'), x: 1 }], 'KEY_UNKNOWN', 'drivers[0].x'],
  ])('is refused with %s', (_name, drivers, code, place) => {
    expect(parseScenario({ ...JSON.parse(JSON.stringify(formatScenario(plain))), drivers })).toMatchObject({
      ok: false,
      error: { code, place },
    });
  });
});

describe('commands', () => {
  const scenario = withDrivers(scenarioOf({ usage: [usageLine({ quantity: '=a*2', monthly: { '2026-01': '=a+b' } })] }), {
    a: '1',
    b: '=a',
  });
  const changedBy = (patch: Patch): Scenario => {
    const changed = applyPatch(scenario, patch);
    expect(applyPatch(changed, invertPatch(patch))).toEqual(scenario);
    return changed;
  };
  const values = ({ drivers }: Scenario): string =>
    readDrivers(drivers)
      .map(({ name, value }) => `${name}=${value}`)
      .join(' ');

  it('a new name goes into every formula', () => {
    const changed = changedBy(patchOf(editDrivers(scenario, { edits: [{ driver: 'd_a', field: 'name', typed: 'gpu hours' }] })));
    expect(values(changed)).toBe('gpu_hours=1 b==gpu_hours');
    const line = lineOf(changed);
    expect(line === undefined ? [] : [line.quantity, getField(line, 'm:2026-01')]).toEqual(['=gpu_hours*2', '=gpu_hours+b']);
  });
  it('two of them change their names with each other, and each formula follows the driver that it meant', () => {
    const edits = [
      { driver: 'd_a', field: 'name', typed: 'b' },
      { driver: 'd_b', field: 'name', typed: 'a' },
    ] as const;
    const changed = changedBy(patchOf(editDrivers(scenario, { edits })));
    expect(values(changed)).toBe('b=1 a==b');
    expect(lineOf(changed)?.quantity).toBe('=b*2');
  });
  it('a formula that is pasted along with a new name may use either', () => {
    const named = (value: string): string =>
      values(
        changedBy(
          patchOf(
            editDrivers(scenario, {
              edits: [
                { driver: 'd_a', field: 'name', typed: 'c' },
                { driver: 'd_b', field: 'value', typed: value },
              ],
            }),
          ),
        ),
      );
    expect([named('=a*3'), named('=c*3')]).toEqual(['c=1 b==c*3', 'c=1 b==c*3']);
  });
  it('a note stands on a cell, and goes with it', () => {
    const changed = changedBy(
      patchOf(editDrivers(scenario, { edits: [{ driver: 'd_a', field: 'n:value', typed: 'from the mail\r\nof May ' }] })),
    );
    expect(readDrivers(changed.drivers).map(({ notes }) => notes)).toEqual([{ value: 'from the mail\nof May' }, undefined]);
    const without = applyPatch(changed, patchOf(editDrivers(changed, { edits: [{ driver: 'd_a', field: 'n:value', typed: ' ' }] })));
    expect(without).toEqual(scenario);
  });
  it('a thousand of them are set in one pass', () => {
    const added = Array.from({ length: 1_000 }, (_, at) => ({ name: `d${at}`, value: at === 0 ? '1' : `=d${at - 1}+1` }));
    const blank = makeBlankScenario({ name: 'many', priceBook: 'seed', startMonth: '2026-01' });
    const many = applyPatch(blank, patchOf(editDrivers(blank, { edits: [], added })));
    const edits = readDrivers(many.drivers).map(({ id }, at) => ({ driver: id, field: 'name' as const, typed: `e${at}` }));
    const patch = patchOf(editDrivers(many, { edits }));
    expect(patch).toHaveLength(1);
    expect(readDrivers(applyPatch(many, patch).drivers).at(-1)).toMatchObject({ name: 'e999', value: '=e998+1' });
  });
  it('a value is read as people type it', () => {
    const typed = (text: string): string =>
      values(changedBy(patchOf(editDrivers(scenario, { edits: [{ driver: 'd_a', field: 'value', typed: text }] }))));
    expect(typed('1.5万')).toBe('a=15000 b==a');
    expect(typed('5%')).toBe('a=0.05 b==a');
    expect(typed('＝ｂ＊２')).toBe('a==b*2 b==a');
  });
  it('are added with a free name, moved and removed', () => {
    expect(values(changedBy(patchOf(editDrivers(scenario, { edits: [], added: [{ value: '7' }, { name: 'c' }], index: 1 }))))).toBe(
      'a=1 driver_1=7 c= b==a',
    );
    expect(values(changedBy(patchOf(moveDrivers(scenario, { drivers: ['d_b'], before: 'd_a' }))))).toBe('b==a a=1');
    expect(values(changedBy(patchOf(removeDrivers(scenario, { drivers: ['d_a'] }))))).toBe('b==a');
  });
  it('refuse a name that is taken', () => {
    expect(editDrivers(scenario, { edits: [{ driver: 'd_a', field: 'name', typed: 'B' }] })).toMatchObject({
      ok: false,
      error: { code: 'DRIVER_NAME_INVALID' },
    });
  });
});

describe('an edit', () => {
  const scenario = withDrivers(
    scenarioOf({
      usage: [usageLine({ quantity: '=a' }), usageLine({ id: 'u2', quantity: '=b' }), usageLine({ id: 'u3', quantity: '3' })],
    }),
    { a: '1', b: '2' },
  );
  it('of a driver resolves again only what depends on it', () => {
    const before = resolveScenario(scenario);
    const changed = applyPatch(scenario, patchOf(editDrivers(scenario, { edits: [{ driver: 'd_a', field: 'value', typed: '9' }] })));
    const lines = (of: Scenario) => of.options[0]?.usage ?? [];
    const [first, second, third] = lines(before.scenario);
    const now = lines(resolveScenario(changed, before).scenario);
    expect(now[0]?.quantity).toBe('9');
    expect(now[0]).not.toBe(first);
    expect([now[1], now[2]]).toEqual([second, third]);
    expect(now[1]).toBe(second);
    expect(now[2]).toBe(third);
  });
  it('leaves a scenario without formulas as it is', () => {
    const plain = scenarioOf({ usage: [usageLine({ quantity: '3' })] });
    expect(resolveScenario(plain).scenario).toBe(plain);
  });
  it('after any sequence of edits the bill is the full one', () => {
    const edit = fc.record({
      line: fc.constantFrom('u1', 'u2', 'u3'),
      field: fc.constantFrom('quantity', 'price', 'm:2026-01'),
      typed: fc.constantFrom('=a', '=a+b', '=b/7', '5', '', '=c', '=a*DAYSINMONTH()'),
      driver: fc.constantFrom('d_a', 'd_b', null),
      value: fc.constantFrom('1', '=b', '=a', '2.5', '1000'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let now = scenario;
        let state = billScenario({ scenario: now, priceBook: book }, null);
        for (const { line, field, typed, driver: id, value } of edits) {
          const result =
            id === null
              ? editField(now, { option: 'A', sheet: 'usage', line, field, typed })
              : editDrivers(now, { edits: [{ driver: id, field: 'value', typed: value }] });
          now = applyPatch(now, patchOf(result));
          state = billScenario({ scenario: now, priceBook: book }, state);
          // A copy of everything: nothing is known of it.
          const fresh = structuredClone(now);
          expect(plainBill(state.bill)).toEqual(plainBill(computeBill({ scenario: fresh, priceBook: book })));
        }
      }),
      { numRuns: 150 },
    );
  });
});
