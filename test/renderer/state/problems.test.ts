import { describe, expect, it } from 'vitest';
import { countProblems, isAssumption, listProblems } from '../../../src/renderer/state/problems.ts';
import { billOptions, node, option, pack, usage } from '../reportScenario.ts';

const { scenario, bill } = billOptions(
  12,
  option('A', { nodes: [node('n1', {}), node('n2', { count: '-1', region: 'moon' })] }),
  option('B', { usage: [usage('u1', { quantity: 'many' })], packs: [pack('p1', { sku: 'artlab.voucher.student-300' })] }),
);
const problems = listProblems(scenario, bill);

describe('problems', () => {
  it('stand where their lines are', () => {
    expect(problems.map(({ option: id, sheet, row, issue }) => [id, sheet, row, issue.code])).toEqual(
      expect.arrayContaining([
        ['A', 'nodes', 2, 'VALUE_INVALID'],
        ['A', 'nodes', 2, 'REGION_NOT_OFFERED'],
        ['B', 'usage', 1, 'VALUE_INVALID'],
        ['B', 'packs', 1, 'ELIGIBILITY_REQUIRED'],
      ]),
    );
    expect(problems.every(({ issue }) => issue.line !== 'n1')).toBe(true);
  });

  it('are counted without being listed', () => {
    expect(countProblems(bill)).toEqual({
      errors: problems.filter(({ issue }) => issue.severity === 'error').length,
      problems: problems.filter((problem) => !isAssumption(problem)).length,
      assumptions: problems.filter(isAssumption).length,
    });
  });

  it('tell assumptions from what is to be mended', () => {
    expect(problems.filter(isAssumption).map(({ issue }) => issue.line)).toContain('p1');
  });
});
