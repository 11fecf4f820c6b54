import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeBlankScenario, makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import { diffScenarios, rebaseChanges } from '../../../src/shared/scenario/diff.ts';
import { applyPatch, invertPatch } from '../../../src/shared/scenario/patch.ts';
import type { NodeLine, Scenario } from '../../../src/shared/scenario/types.ts';

const scenarioOf = (nodes: readonly NodeLine[]): Scenario => {
  const blank = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
  return { ...blank, options: blank.options.map((option) => ({ ...option, nodes })) };
};
const node = (id: string, count: string, note = ''): NodeLine => ({ ...makeNodeLine(id), count, note });
const nodesOf = (scenario: Scenario): readonly NodeLine[] => scenario.options[0]?.nodes ?? [];
const told = (scenario: Scenario): readonly string[] => nodesOf(scenario).map(({ id, count, note }) => `${id} ${count} ${note}`.trim());

const take = (base: readonly NodeLine[], hers: readonly NodeLine[], ours: readonly NodeLine[]) => {
  const changes = diffScenarios(scenarioOf(base), scenarioOf(hers));
  const current = scenarioOf(ours);
  const { patch, conflicts } = rebaseChanges(changes, current);
  return { changes, patch, current, result: applyPatch(current, patch), conflicts: [...conflicts.values()].map(({ kind }) => kind) };
};

describe('what a colleague changed', () => {
  it('is told by line and field', () => {
    const { changes } = take([node('n1', '1'), node('n2', '2')], [node('n1', '5'), node('n3', '3')], []);
    expect(changes).toMatchObject([
      { kind: 'changed', line: { id: 'n1' }, fields: [{ field: 'count', before: '1', after: '5' }] },
      { kind: 'added', line: { id: 'n3' }, after: 'n1' },
      { kind: 'removed', line: { id: 'n2' } },
    ]);
  });

  it('is taken where nothing else has happened', () => {
    const base = [node('n1', '1'), node('n2', '2')];
    const hers = [node('n1', '5'), node('n3', '3')];
    expect(told(take(base, hers, base).result)).toEqual(['n1 5', 'n3 3']);
  });

  it('leaves what we changed elsewhere', () => {
    const base = [node('n1', '1'), node('n2', '2')];
    const { result, conflicts } = take(
      base,
      [node('n1', '5'), node('n2', '2')],
      [node('n1', '1', 'ours'), node('n2', '7'), node('n9', '9')],
    );
    expect(told(result)).toEqual(['n1 5 ours', 'n2 7', 'n9 9']);
    expect(conflicts).toEqual([]);
  });

  it('wins in a field that both changed, and our value is named', () => {
    const { result, conflicts } = take([node('n1', '1')], [node('n1', '5')], [node('n1', '7')]);
    expect([told(result), conflicts]).toEqual([['n1 5'], ['both']]);
  });

  it('of a line that we removed is not taken', () => {
    const { patch, conflicts } = take([node('n1', '1')], [node('n1', '5')], []);
    expect([patch, conflicts]).toEqual([[], ['gone']]);
  });

  it('does not remove a line that we changed', () => {
    const { result, conflicts } = take([node('n1', '1')], [], [node('n1', '7')]);
    expect([told(result), conflicts]).toEqual([['n1 7'], ['kept']]);
  });

  it('a new line whose id is taken here gets another', () => {
    expect(told(take([], [node('n1', '5')], [node('n1', '9')]).result)).toEqual(['n2 5', 'n1 9']);
  });

  it('is nothing where both did the same', () => {
    expect(take([node('n1', '1')], [node('n1', '5')], [node('n1', '5')]).patch).toEqual([]);
  });
});

describe('any changes', () => {
  const nodes = fc.uniqueArray(
    fc
      .record({ id: fc.integer({ min: 1, max: 8 }), count: fc.integer({ min: 1, max: 3 }) })
      .map(({ id, count }) => node(`n${id}`, String(count))),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  it('on the scenario as it was exported give hers, line by line', () => {
    fc.assert(
      fc.property(nodes, nodes, (base, hers) => {
        const { result, conflicts } = take(base, hers, base);
        expect([...told(result)].toSorted()).toEqual([...told(scenarioOf(hers))].toSorted());
        expect(conflicts).toEqual([]);
      }),
    );
  });

  it('on any scenario are a patch that fits and can be undone', () => {
    fc.assert(
      fc.property(nodes, nodes, nodes, (base, hers, ours) => {
        const { patch, result, current } = take(base, hers, ours);
        expect(applyPatch(result, invertPatch(patch))).toEqual(current);
        expect(new Set(nodesOf(result).map(({ id }) => id)).size).toBe(nodesOf(result).length);
      }),
    );
  });
});
