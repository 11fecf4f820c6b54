import { describe, expect, it } from 'vitest';
import { compareFilled } from '../../../src/shared/compare/comparable.ts';
import { type OptionVerdict, verdictOf } from '../../../src/shared/compare/optionVerdict.ts';
import type { Option } from '../../../src/shared/scenario/types.ts';
import { billOptions, node, option } from '../../renderer/reportScenario.ts';

/** 3,000 CNY for each node and month. */
const nodes = (id: string, count: string): Option => option(id, { nodes: [node('n1', { count })] });
const broken = (id: string): Option => option(id, { nodes: [node('n1', {}), node('n2', { count: 'x' })] });

const verdicts = (options: readonly Option[], baseline: string | null = null): Record<string, OptionVerdict> => {
  const { scenario, bill } = billOptions(1, ...options);
  const comparison = compareFilled({ scenario, bill, baseline, by: 'cash' });
  return Object.fromEntries(options.map(({ id }) => [id, verdictOf(comparison, id)]));
};

describe('what a card says', () => {
  it('the lowest saves against the baseline', () => {
    expect(verdicts([nodes('A', '4'), nodes('B', '1')])).toEqual({
      A: { kind: 'baseline' },
      // 12,000 - 3,000 = 9,000, which is 75 % of 12,000
      B: { kind: 'lowest', over: 'A', amount: 900_000n, percent: '75.00' },
    });
  });

  it('a baseline that is the lowest saves against the next', () => {
    expect(verdicts([nodes('A', '1'), nodes('B', '4'), nodes('C', '2')])).toEqual({
      A: { kind: 'lowest', over: 'C', amount: 300_000n, percent: '50.00' },
      B: { kind: 'more', over: 'A', amount: 900_000n, percent: '300.00' },
      C: { kind: 'more', over: 'A', amount: 300_000n, percent: '100.00' },
    });
  });

  it('an option between them costs less than the baseline without being the lowest', () => {
    expect(verdicts([nodes('A', '4'), nodes('B', '2'), nodes('C', '1')]).B).toEqual({
      kind: 'less',
      over: 'A',
      amount: 600_000n,
      percent: '50.00',
    });
  });

  it('an incomplete option is never the lowest', () => {
    expect(verdicts([nodes('A', '4'), broken('B')])).toMatchObject({ A: { kind: 'baseline' }, B: { kind: 'incomplete' } });
  });

  it('nothing is compared with an incomplete baseline, but the lowest of the others is', () => {
    expect(verdicts([broken('A'), nodes('B', '2'), nodes('C', '1')])).toEqual({
      A: { kind: 'incomplete' },
      B: { kind: 'baselineIncomplete', over: 'A' },
      C: { kind: 'lowest', over: 'B', amount: 300_000n, percent: '50.00' },
    });
  });

  it('an empty option is not compared: its zero is no price', () => {
    expect(verdicts([nodes('A', '1'), option('B', {})])).toEqual({ A: { kind: 'alone' }, B: { kind: 'empty' } });
  });

  it('equal totals are a tie', () => {
    expect(verdicts([nodes('A', '2'), nodes('B', '2')])).toEqual({ A: { kind: 'tied' }, B: { kind: 'tied' } });
  });

  it('another baseline may be chosen', () => {
    expect(verdicts([nodes('A', '1'), nodes('B', '4')], 'B')).toMatchObject({
      A: { kind: 'lowest', over: 'B', percent: '75.00' },
      B: { kind: 'baseline' },
    });
  });

  it('one option alone has nothing to be compared with', () => {
    expect(verdicts([nodes('A', '1')])).toEqual({ A: { kind: 'alone' } });
  });
});
