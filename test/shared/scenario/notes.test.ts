/** Notes on single cells: in files, in patches, in what a colleague changed, in copies of rows. */
import { describe, expect, it } from 'vitest';
import { makeBlankScenario, makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import { editCells } from '../../../src/shared/scenario/commands/cells.ts';
import { duplicateLines } from '../../../src/shared/scenario/commands/rows.ts';
import { diffScenarios, rebaseChanges } from '../../../src/shared/scenario/diff.ts';
import { formatScenario, parseScenario } from '../../../src/shared/scenario/json.ts';
import { cellNotes } from '../../../src/shared/scenario/notes.ts';
import { applyPatch, getField, invertPatch, type Patch } from '../../../src/shared/scenario/patch.ts';
import type { NodeLine, Scenario } from '../../../src/shared/scenario/types.ts';

const blank = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
const withNodes = (...nodes: readonly NodeLine[]): Scenario => ({
  ...blank,
  options: blank.options.map((option) => ({ ...option, nodes })),
});
const nodes = ({ options }: Scenario): readonly NodeLine[] => options[0]?.nodes ?? [];
const plain = withNodes(makeNodeLine('n1'), makeNodeLine('n2'));
const must = (result: ReturnType<typeof editCells>): Patch => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const noted = (scenario: Scenario, field: string, typed: string): Scenario =>
  applyPatch(
    scenario,
    must(editCells(scenario, { option: 'A', sheet: 'nodes', cells: [{ line: 'n1', field: `n:${field}`, typed }], added: [] })),
  );
const document = (line: object): object => ({
  ...(formatScenario(blank) as object),
  options: [{ id: 'A', name: 'A', nodes: [{ id: 'n1', sku: '', ...line }] }],
});
const refusal = (line: object): string => {
  const result = parseScenario(document(line));
  return result.ok ? 'accepted' : `${result.error.code} ${result.error.place}`;
};

describe('a note on a cell', () => {
  it('is taken back by the inverse patch, and leaves nothing behind', () => {
    const patch = must(
      editCells(plain, {
        option: 'A',
        sheet: 'nodes',
        cells: [{ line: 'n1', field: 'n:price', typed: 'quoted by phone\r\n ' }],
        added: [],
      }),
    );
    const changed = applyPatch(plain, patch);
    expect(nodes(changed).map(cellNotes)).toEqual([{ price: 'quoted by phone' }, {}]);
    expect(getField(nodes(changed)[0] ?? makeNodeLine(''), 'n:price')).toBe('quoted by phone');
    expect(applyPatch(changed, invertPatch(patch))).toStrictEqual(plain);
    expect(noted(changed, 'price', '  ')).toStrictEqual(plain);
  });

  it('travels in a file; one without notes does not name them', () => {
    const changed = noted(noted(plain, 'price', 'second'), 'count', 'first');
    const file = JSON.stringify(formatScenario(changed));
    expect(file).toContain('"notes":{"count":"first","price":"second"}');
    expect(parseScenario(JSON.parse(file))).toEqual({ ok: true, value: changed });
    expect(JSON.stringify(formatScenario(plain))).not.toContain('notes');
  });

  it('stands at a field that its line has', () => {
    expect(refusal({ notes: { price: 'a' } })).toBe('accepted');
    expect(refusal({ notes: { quantity: 'a' } })).toBe('KEY_UNKNOWN options[0].nodes[0].notes.quantity');
    expect(refusal({ notes: { price: ['a'] } })).toBe('VALUE_INVALID options[0].nodes[0].notes.price');
    expect(refusal({ notes: 'a' })).toBe('VALUE_INVALID options[0].nodes[0].notes');
  });

  it('is merged cell by cell with what we noted meanwhile', () => {
    const hers = noted(plain, 'price', 'hers');
    const ours = noted(noted(plain, 'price', 'ours'), 'count', 'ours too');
    const { patch, conflicts } = rebaseChanges(diffScenarios(plain, hers), ours);
    expect(nodes(applyPatch(ours, patch)).map(cellNotes)).toEqual([{ count: 'ours too', price: 'hers' }, {}]);
    expect([...conflicts.values()]).toEqual([{ kind: 'both', ours: { 'n:price': 'ours' } }]);
  });

  it('goes along with a copy of its row', () => {
    const changed = noted(plain, 'price', 'see mail');
    const copied = applyPatch(changed, must(duplicateLines(changed, { option: 'A', sheet: 'nodes', lines: ['n1'] })));
    expect(nodes(copied).map(cellNotes)).toEqual([{ price: 'see mail' }, { price: 'see mail' }, {}]);
  });
});
