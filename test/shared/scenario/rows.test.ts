import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/shared/core/result.ts';
import { makeBlankScenario, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import { editCells } from '../../../src/shared/scenario/commands/cells.ts';
import { duplicateLines, insertLines, moveLines } from '../../../src/shared/scenario/commands/rows.ts';
import { applyPatch, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';

const blank = makeBlankScenario({ name: 's', priceBook: 'seed', startMonth: '2026-01' });
const scenario: Scenario = {
  ...blank,
  options: blank.options.map((option) => ({
    ...option,
    usage: ['u1', 'u2', 'u3', 'u4'].map((id) => ({ ...makeUsageLine(id), note: id })),
  })),
};
const place = { option: 'A', sheet: 'usage' } as const;
const patchOf = (result: Result<Patch>): Patch => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
/** ids of the lines afterwards; taking it back must restore the scenario */
const orderAfter = (result: Result<Patch>): string => {
  const patch = patchOf(result);
  const changed = applyPatch(scenario, patch);
  expect(applyPatch(changed, invertPatch(patch))).toEqual(scenario);
  return (changed.options[0]?.usage ?? []).map(({ id }) => id).join(' ');
};

describe('rows', () => {
  test('are inserted above another, or at the end', () => {
    expect(orderAfter(insertLines(scenario, { ...place, count: 2, before: 'u2' }))).toBe('u1 u5 u6 u2 u3 u4');
    expect(orderAfter(insertLines(scenario, { ...place, count: 1, before: null }))).toBe('u1 u2 u3 u4 u5');
  });
  test('are copied below the last of them, with everything in them', () => {
    const patch = patchOf(duplicateLines(scenario, { ...place, lines: ['u3', 'u1'] }));
    expect(orderAfter(duplicateLines(scenario, { ...place, lines: ['u3', 'u1'] }))).toBe('u1 u2 u3 u5 u6 u4');
    expect(patch.map((op) => (op.op === 'line.insert' ? op.line.note : ''))).toEqual(['u1', 'u3']);
  });
  test.each([
    ['down', ['u1', 'u2'], 'u4', 'u3 u1 u2 u4'],
    ['up', ['u3'], 'u1', 'u3 u1 u2 u4'],
    ['to the end', ['u1'], null, 'u2 u3 u4 u1'],
    ['together, though they stood apart', ['u1', 'u4'], 'u3', 'u2 u1 u4 u3'],
    ['to where they stand', ['u2'], 'u3', 'u1 u2 u3 u4'],
  ])('move %s', (_name, lines, before, order) => {
    expect(orderAfter(moveLines(scenario, { ...place, lines, before }))).toBe(order);
  });
  test('a move to where they stand is no change', () => {
    expect(patchOf(moveLines(scenario, { ...place, lines: ['u1', 'u2'], before: 'u3' }))).toEqual([]);
  });
  test('a line that is not there is refused', () => {
    expect(insertLines(scenario, { ...place, count: 1, before: 'u9' })).toMatchObject({ ok: false });
    expect(moveLines(scenario, { ...place, lines: ['u1'], before: 'u1' })).toMatchObject({ ok: false });
  });
});

describe('many cells', () => {
  test('are one patch of what changes, in canonical text', () => {
    const cells = [
      { line: 'u1', field: 'quantity', typed: '1.5万' },
      { line: 'u1', field: 'note', typed: 'u1' },
      { line: 'u2', field: 'growth', typed: '5%' },
      { line: 'u3', field: 'from', typed: '2026年3月' },
    ];
    const patch = patchOf(editCells(scenario, { ...place, cells, added: [] }));
    expect(patch.map((op) => (op.op === 'line.set' ? [op.line, op.field, op.after] : []))).toEqual([
      ['u1', 'quantity', '15000'],
      ['u2', 'growth', '0.05'],
      ['u3', 'from', '2026-03'],
    ]);
    orderAfter(editCells(scenario, { ...place, cells, added: [] }));
  });
  test('the last text of a cell counts', () => {
    const cells = ['1', '2'].map((typed) => ({ line: 'u1', field: 'quantity', typed }));
    expect(patchOf(editCells(scenario, { ...place, cells, added: [] }))).toMatchObject([{ after: '2' }]);
  });
  test('rows that do not exist yet come at the end, a wrong value as it was typed', () => {
    const added = [[{ field: 'quantity', typed: 'lots' }], [{ field: 'm:2026-02', typed: '7' }]];
    expect(orderAfter(editCells(scenario, { ...place, cells: [], added }))).toBe('u1 u2 u3 u4 u5 u6');
    const patch = patchOf(editCells(scenario, { ...place, cells: [], added }));
    expect(patch).toMatchObject([{ line: { quantity: 'lots' } }, { line: { monthly: { '2026-02': '7' } } }]);
  });
});
