/** Random edits: each move is a few numbers, read against the scenario as it is, so that every patch fits. */
import fc from 'fast-check';
import { makeLine } from '../../../src/shared/scenario/blank.ts';
import { getField, type Patch } from '../../../src/shared/scenario/patch.ts';
import { LINE_FIELDS, type Line, type Option, type Scenario, SHEETS, type SheetId } from '../../../src/shared/scenario/types.ts';

export interface Move {
  readonly kind: 'edit' | 'month' | 'insert' | 'remove' | 'scenario' | 'option';
  readonly at: number;
  readonly count: number;
  readonly text: string | null;
}
export const move: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('edit', 'month', 'insert', 'insert', 'remove', 'scenario', 'option'),
  at: fc.nat(),
  count: fc.integer({ min: 1, max: 6 }),
  text: fc.option(fc.oneof(fc.constantFrom('', '12.5', '１２', "'; DROP TABLE options; --", '=1/0'), fc.string({ maxLength: 12 }))),
});

const DRIVERS = [
  null,
  '[{"id":"d1","name":"hours","value":"7","unit":"","note":""}]',
  '[{"id":"d1","name":"hours","value":"=6.5*2","unit":"h","note":"n"}]',
];
const OVERRIDES = [null, '{"artlab":{"rounding":"half-even"}}', '{"ti-ems":{"burnClasses":["pack","voucher","allowance","free"]}}'];

let ids = 0;
const freshId = (prefix: string): string => {
  ids += 1;
  return `${prefix}${ids}`;
};

/** The patch that the move stands for in this scenario; may be empty. */
export const patchOf = (scenario: Scenario, { kind, at, count, text }: Move): Patch => {
  const option = pick(scenario.options, at);
  const sheet = pick(SHEETS, at >> 4);
  switch (kind) {
    case 'edit':
      return setOf(option, sheet, at >> 8, pick([...LINE_FIELDS[sheet], 'n:price', 'n:sku'], at >> 12), text);
    case 'month':
      return setOf(option, 'usage', at >> 8, `m:2026-0${(at % 9) + 1}`, text);
    case 'insert':
      return insertOf(option, sheet, at >> 8, count, text);
    case 'remove':
      return removeOf(option, sheet, at >> 8, count);
    case 'scenario':
      return scenarioOf(scenario, at, text);
    case 'option':
      return optionOf(scenario, option, at >> 8, text);
  }
};

const pick = <T>(list: readonly T[], at: number): T => {
  const item = list[at % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const setOf = (option: Option, sheet: SheetId, at: number, field: string, text: string | null): Patch => {
  const lines: readonly Line[] = option[sheet];
  if (lines.length === 0) return [];
  const line = pick(lines, at);
  // An empty note is none.
  const after = field.startsWith('n:') ? text || null : (text ?? (field === 'sku' || field === 'note' ? '' : null));
  return [{ op: 'line.set', option: option.id, sheet, line: line.id, field, before: getField(line, field), after }];
};

/** A block of lines at one place, downwards or, as an undo gives it, upwards. */
const insertOf = (option: Option, sheet: SheetId, at: number, count: number, text: string | null): Patch => {
  const index = at % (option[sheet].length + 1);
  return Array.from({ length: count }, (_, k) => {
    const blank = makeLine<SheetId>(sheet, freshId('n'));
    const line = { ...blank, note: text ?? '', ...('monthly' in blank && text !== null ? { monthly: { '2026-02': text } } : {}) };
    return { op: 'line.insert', option: option.id, sheet, index: at % 2 === 0 ? index + k : index, line } as const;
  });
};

const removeOf = (option: Option, sheet: SheetId, at: number, count: number): Patch => {
  const lines: readonly Line[] = option[sheet];
  const index = lines.length === 0 ? 0 : at % lines.length;
  const downwards = lines
    .slice(index, index + count)
    .map((line) => ({ op: 'line.remove', option: option.id, sheet, index, line }) as const);
  return at % 2 === 0 ? downwards : downwards.map((op, at) => ({ ...op, index: index + at })).toReversed();
};

const scenarioOf = (scenario: Scenario, at: number, text: string | null): Patch => {
  const months = (at % 120) + 1;
  switch (at % 4) {
    case 0:
      return [{ op: 'scenario.set', field: 'name', before: scenario.name, after: text ?? '' }];
    case 1:
      return [{ op: 'scenario.set', field: 'months', before: scenario.months, after: months }];
    case 2:
      return at % 8 < 4
        ? [{ op: 'scenario.set', field: 'overrides', before: scenario.overrides, after: pick(OVERRIDES, at >> 2) }]
        : [{ op: 'scenario.set', field: 'drivers', before: scenario.drivers, after: pick(DRIVERS, at >> 3) }];
    default:
      return [
        { op: 'scenario.set', field: 'priceBookHash', before: scenario.priceBookHash, after: null },
        { op: 'scenario.set', field: 'priceBook', before: scenario.priceBook, after: at % 2 === 0 ? 'seed' : '2021-01-21' },
      ];
  }
};

const optionOf = (scenario: Scenario, option: Option, at: number, text: string | null): Patch => {
  const index = scenario.options.indexOf(option);
  switch (at % 3) {
    case 0:
      return [{ op: 'option.set', option: option.id, field: 'name', before: option.name, after: text ?? '' }];
    case 1:
      return [{ op: 'option.insert', index, option: { ...option, id: freshId('o'), name: text ?? '' } }];
    default:
      return scenario.options.length === 1 ? [] : [{ op: 'option.remove', index, option }];
  }
};
