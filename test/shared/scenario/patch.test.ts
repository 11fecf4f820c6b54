import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../src/shared/core/result.ts';
import { makeBlankScenario, makeLine } from '../../../src/shared/scenario/blank.ts';
import { addLine, deleteLines, editField } from '../../../src/shared/scenario/commands/lines.ts';
import { addOption, duplicateOption, removeOption, renameOption } from '../../../src/shared/scenario/commands/options.ts';
import { renameScenario, setMonths, setPriceBook, setStartMonth } from '../../../src/shared/scenario/commands/settings.ts';
import { applyPatch, getField, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { LINE_FIELDS, type Scenario, SHEETS, type SheetId } from '../../../src/shared/scenario/types.ts';

const blank = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });

const unwrap = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const run = (scenario: Scenario, result: Result<Patch>): Scenario => applyPatch(scenario, unwrap(result));

const withLines = (...texts: readonly string[]): Scenario =>
  texts.reduce((scenario, typed) => run(scenario, addLine(scenario, { option: 'A', sheet: 'usage', field: 'quantity', typed })), blank);

describe('a patch', () => {
  it('sets one field and leaves every other line as it was, by reference', () => {
    const before = withLines('1', '2', '3');
    const after = run(before, editField(before, { option: 'A', sheet: 'usage', line: 'u2', field: 'quantity', typed: '20' }));
    expect(after.options[0]?.usage.map((line) => line.quantity)).toEqual(['1', '20', '3']);
    expect(after.options[0]?.usage[0]).toBe(before.options[0]?.usage[0]);
    expect(after.options[0]?.nodes).toBe(before.options[0]?.nodes);
  });

  it('holds a month override under its month and removes it again', () => {
    const before = withLines('1');
    const typed = run(before, editField(before, { option: 'A', sheet: 'usage', line: 'u1', field: 'm:2026-03', typed: '90,000' }));
    expect(typed.options[0]?.usage[0]?.monthly).toEqual({ '2026-03': '90000' });
    const reset = run(typed, editField(typed, { option: 'A', sheet: 'usage', line: 'u1', field: 'm:2026-03', typed: '' }));
    expect(reset.options[0]?.usage[0]?.monthly).toEqual({});
  });

  it('deletes several lines at once and undo puts each back in its place', () => {
    const before = withLines('1', '2', '3', '4');
    const patch = unwrap(deleteLines(before, { option: 'A', sheet: 'usage', lines: ['u1', 'u3', 'u4'] }));
    const after = applyPatch(before, patch);
    expect(after.options[0]?.usage.map((line) => line.id)).toEqual(['u2']);
    expect(applyPatch(after, invertPatch(patch))).toEqual(before);
  });

  it('that does not fit is a bug, not a silent change', () => {
    const patch: Patch = [{ op: 'line.set', option: 'A', sheet: 'usage', line: 'u9', field: 'quantity', before: null, after: '1' }];
    expect(() => applyPatch(blank, patch)).toThrow('u9');
  });
});

describe('commands', () => {
  it('change nothing when the same value is typed again', () => {
    const scenario = withLines('1234.5');
    expect(unwrap(editField(scenario, { option: 'A', sheet: 'usage', line: 'u1', field: 'quantity', typed: '1,234.50' }))).toEqual([]);
  });

  it('keep a bad value as typed', () => {
    const scenario = withLines('abc');
    expect(scenario.options[0]?.usage[0]?.quantity).toBe('abc');
  });

  it('give a copied option the next free letter and put it behind its source', () => {
    const two = run(blank, addOption(blank, { name: 'Two' }));
    const three = run(two, duplicateOption(two, { option: 'A', name: 'Copy' }));
    expect(three.options.map(({ id, name }) => [id, name])).toEqual([
      ['A', 'A'],
      ['C', 'Copy'],
      ['B', 'Two'],
    ]);
  });

  it('refuse to remove the last option', () => {
    expect(removeOption(blank, { option: 'A' })).toMatchObject({ ok: false, error: { code: 'COMMAND_REFUSED' } });
  });

  it.each([
    ['13 as a month', setStartMonth(blank, { typed: '2026-13' })],
    ['a start month in words', setStartMonth(blank, { typed: 'soon' })],
    ['no months', setMonths(blank, { typed: '0' })],
    ['121 months', setMonths(blank, { typed: '121' })],
    ['half a month', setMonths(blank, { typed: '1.5' })],
    ['an empty name', renameScenario(blank, { name: '  ' })],
  ])('refuse %s as a setting', (_, result) => {
    expect(result).toMatchObject({ ok: false, error: { code: 'VALUE_INVALID' } });
  });

  it('pin the edition by its hash', () => {
    const after = run(blank, setPriceBook(blank, { edition: '2021-01-21', hash: 'abc' }));
    expect([after.priceBook, after.priceBookHash]).toEqual(['2021-01-21', 'abc']);
  });
});

interface Step {
  readonly kind: number;
  readonly sheet: SheetId;
  readonly pick: number;
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat(6),
  sheet: fc.constantFrom(...SHEETS),
  pick: fc.nat(50),
  text: fc.oneof(fc.constantFrom('', '1', '12,000', 'abc', '5%', '2026/3/1', '２'), fc.string({ maxLength: 5 })),
});

/** A random command that fits the scenario. */
const commandOf = (scenario: Scenario, { kind, sheet, pick, text }: Step): Result<Patch> => {
  const option = scenario.options[pick % scenario.options.length];
  if (option === undefined) throw new Error('no option');
  const lines = option[sheet];
  const line = lines[pick % Math.max(lines.length, 1)];
  const fields = [...LINE_FIELDS[sheet], ...(sheet === 'usage' ? ['m:2026-02'] : [])];
  const field = fields[pick % fields.length] ?? 'note';
  if (kind === 0) return addOption(scenario, { name: text });
  if (kind === 1) return duplicateOption(scenario, { option: option.id, name: text });
  if (kind === 2 && scenario.options.length > 1) return removeOption(scenario, { option: option.id });
  if (kind === 3) return renameOption(scenario, { option: option.id, name: `x${text}` });
  if (kind === 4)
    return deleteLines(scenario, { option: option.id, sheet, lines: lines.filter((_, i) => i % 3 === pick % 3).map((l) => l.id) });
  if (kind === 5 && line !== undefined) return editField(scenario, { option: option.id, sheet, line: line.id, field, typed: text });
  return addLine(scenario, { option: option.id, sheet, field, typed: text, index: pick });
};

it('any sequence of commands is taken back by the inverse patches, to the last field', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let scenario = blank;
      const trail: { before: Scenario; patch: Patch }[] = [];
      for (const each of steps) {
        const patch = unwrap(commandOf(scenario, each));
        trail.push({ before: scenario, patch });
        scenario = applyPatch(scenario, patch);
      }
      for (const { before, patch } of trail.toReversed()) {
        scenario = applyPatch(scenario, invertPatch(patch));
        expect(scenario).toEqual(before);
      }
    }),
  );
});

it('reads an absent field as null and a name that is not a text field too', () => {
  const line = makeLine('usage', 'u1');
  expect([getField(line, 'quantity'), getField(line, 'monthly'), getField(line, 'm:2026-01')]).toEqual([null, null, null]);
});
