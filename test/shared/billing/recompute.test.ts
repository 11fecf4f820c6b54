/** An incremental recompute equals a full one to the last digit, after any sequence of commands (billing.md, section 8). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OptionBill } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { type BillState, billScenario } from '../../../src/shared/billing/recompute.ts';
import { makeBlankScenario, makeNodeLine, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import { addLine, deleteLines, editField } from '../../../src/shared/scenario/commands/lines.ts';
import { duplicateOption } from '../../../src/shared/scenario/commands/options.ts';
import { setMonths, setProviderRule, setStartMonth } from '../../../src/shared/scenario/commands/settings.ts';
import { applyPatch, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import { LINE_FIELDS, type Line, type Scenario, SHEETS } from '../../../src/shared/scenario/types.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { plainBill, plainOption } from '../../support/plainBill.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const RUNS = 400;
const TYPED = ['', '0', '1', '3', '250.5', '-1', 'x', 'u.0', 'u.1', 'u.3', 'p.1', 'p.2', 'p.4', 'n.0', 'n1', 'n0', 'total', 'month'];
const DAYS = ['2027-12', '2028-01-15', '2028-02', '2028-02-29', '2028-03-31', '2028-05-01'];

/** Rules of a provider, of one that the book lacks, and none again. */
const RULES: readonly [ProviderRule, ...ProviderRule[]] = [
  { provider: 'x', rounding: 'half-up' },
  { provider: 'x', rounding: 'down', burnClasses: ['allowance', 'free', 'pack', 'voucher'] },
  { provider: 'y', burnClasses: ['voucher', 'pack', 'free', 'allowance'] },
  { provider: 'y', burnClasses: null, rounding: 'half-even' },
  { provider: 'z', rounding: 'down' },
  { provider: 'x', rounding: null, burnClasses: null },
];
type ProviderRule = Parameters<typeof setProviderRule>[1];

/** What somebody does; the numbers choose among what the scenario has. */
const gesture = fc.record({
  kind: fc.constantFrom('edit', 'edit', 'edit', 'add', 'delete', 'undo', 'duplicate', 'months', 'startMonth', 'rule'),
  option: fc.nat(3),
  sheet: fc.constantFrom(...SHEETS),
  line: fc.nat(9),
  field: fc.nat(12),
  index: fc.nat(6),
  typed: fc.constantFrom(...TYPED, ...DAYS),
});
type Gesture = typeof gesture extends fc.Arbitrary<infer G> ? G : never;

const at = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(items.length, 1)];

const patchOf = (scenario: Scenario, done: Patch[], move: Gesture): Patch => {
  const option = at(scenario.options, move.option);
  if (option === undefined) return [];
  const { sheet, typed } = move;
  const fields = sheet === 'usage' ? [...LINE_FIELDS.usage, 'm:2028-02'] : LINE_FIELDS[sheet];
  const field = at<string>(fields, move.field) ?? 'note';
  const line = at<Line>(option[sheet], move.line)?.id ?? '';
  const address = { option: option.id, sheet };
  const make = {
    edit: () => editField(scenario, { ...address, line, field, typed }),
    add: () => addLine(scenario, { ...address, field, typed, index: move.index }),
    delete: () => deleteLines(scenario, { ...address, lines: [line] }),
    duplicate: () => duplicateOption(scenario, { option: option.id, name: 'copy' }),
    months: () => setMonths(scenario, { typed: String(1 + move.index) }),
    startMonth: () => setStartMonth(scenario, { typed: at(DAYS, move.index) ?? '' }),
    rule: () => setProviderRule(scenario, at(RULES, move.index) ?? RULES[0]),
    undo: () => ({ ok: true as const, value: invertPatch(done.pop() ?? []) }),
  };
  const result = make[move.kind as keyof typeof make]();
  return result.ok ? result.value : [];
};

/** What is counted by differences, and looked up by line, is what the list of issues says. */
const expectCounts = ({ bill }: BillState): void => {
  for (const { issues, issueCounts, issuesOf, dropped, lines, packs, complete } of bill.options.map(withMethods)) {
    expect([issueCounts.errors, issueCounts.problems, issueCounts.assumptions]).toEqual([
      issues.filter(({ severity }) => severity === 'error').length,
      issues.filter(({ code }) => code !== 'ASSUMPTION').length,
      issues.filter(({ code }) => code === 'ASSUMPTION').length,
    ]);
    const withError = new Set(issues.filter(({ severity }) => severity === 'error').map(({ line }) => line));
    expect(issueCounts.errorLines.nodes + issueCounts.errorLines.usage + issueCounts.errorLines.packs).toBe(withError.size);
    for (const { line } of issues) expect(issuesOf(line)).toEqual(issues.filter((issue) => issue.line === line));
    expect(dropped.length === 0).toBe(complete);
    for (const { line } of dropped) expect(withError.has(line) && !packs.has(line)).toBe(true);
    for (const [id, line] of lines) {
      const isDropped = (line.kind === 'node' ? line.purchase : line.listCost) === null;
      expect(dropped.some(({ line: each }) => each === id)).toBe(isDropped);
    }
  }
};
const withMethods = (option: OptionBill) => ({
  ...plainOption(option),
  issueCounts: option.issueCounts,
  dropped: option.dropped,
  issuesOf: (line: string) => option.issuesOf(line),
});

it('equals the full recompute after every one of a sequence of edits, insertions, deletions and undos', () => {
  fc.assert(
    fc.property(pricedScenario, fc.array(gesture, { minLength: 1, maxLength: 12 }), ({ scenario: first, priceBook }, moves) => {
      let scenario = first;
      let billed: BillState = billScenario({ scenario, priceBook }, null);
      const done: Patch[] = [];
      for (const move of moves) {
        const patch = patchOf(scenario, done, move);
        scenario = applyPatch(scenario, patch);
        if (move.kind !== 'undo') done.push(patch);
        billed = billScenario({ scenario, priceBook }, billed);
        expectCounts(billed);
        expect(plainBill(billed.bill)).toEqual(plainBill(computeBill({ scenario, priceBook })));
      }
    }),
    { numRuns: RUNS },
  );
});

it('keeps the bill of a line that an edit of another line leaves alone', () => {
  const { scenario, priceBook } = fc.sample(
    pricedScenario.filter(({ scenario: { options } }) => (options[0]?.usage.length ?? 0) > 2 && options[0]?.packs.length === 0),
    { numRuns: 1, seed: 7 },
  )[0] ?? { scenario: null, priceBook: null };
  if (scenario === null) throw new Error('no such scenario');
  const [first, second] = scenario.options[0]?.usage ?? [];
  const before = billScenario({ scenario, priceBook: { ...priceBook, skus: priceBook.skus.filter(({ kind }) => kind !== 'pack') } }, null);
  const edit = editField(scenario, { option: 'A', sheet: 'usage', line: first?.id ?? '', field: 'quantity', typed: '77' });
  const after = billScenario({ ...before.input, scenario: applyPatch(scenario, edit.ok ? edit.value : []) }, before);
  const lineOf = ({ bill }: BillState, id = '') => bill.options[0]?.lines.get(id);
  expect(lineOf(after, second?.id)).toBe(lineOf(before, second?.id));
  expect(lineOf(after, first?.id)).not.toBe(lineOf(before, first?.id));
});

it('bills a line on a node anew when another edit drops or mends that node', () => {
  const priceBook = readPriceBook('seed');
  const blank = makeBlankScenario({ name: 'nodes', priceBook: 'seed', startMonth: '2026-01' });
  const node = { ...makeNodeLine('n1'), sku: 'ti-ems.node.8c32g1t4' };
  const usage = [{ ...makeUsageLine('u1'), sku: 'artlab.tool.shared', quantity: '5', onNodes: 'n1' }];
  const scenario = { ...blank, options: [{ id: 'A', name: 'A', nodes: [node], usage, packs: [] }] };
  const before = billScenario({ scenario, priceBook }, null);
  const edit = editField(scenario, { option: 'A', sheet: 'nodes', line: 'n1', field: 'count', typed: 'many' });
  const dropped = billScenario({ priceBook, scenario: applyPatch(scenario, edit.ok ? edit.value : []) }, before);
  const codes = ({ bill }: BillState) => bill.options[0]?.issues.map(({ code }) => code);
  expect(codes(before)).toEqual([]);
  expect(codes(dropped)).toEqual(['VALUE_INVALID', 'NODE_NOT_FOUND']);
  expect(codes(billScenario({ scenario, priceBook }, dropped))).toEqual([]);
});
