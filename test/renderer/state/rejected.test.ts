import { describe, expect, it } from 'vitest';
import { listRejected, type Rejected } from '../../../src/renderer/state/rejected.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { makeBlankScenario, makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const listed = (counts: readonly string[], most = 200) => {
  const blank = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
  const nodes = counts.map((count, at) => ({ ...makeNodeLine(`n${at + 1}`), sku: 'ti-ems.node.8c32g1t4', region: 'ap-beijing', count }));
  const scenario = { ...blank, options: blank.options.map((option) => ({ ...option, nodes })) };
  const rejected: Rejected = { option: 'A', sheet: 'nodes', cells: nodes.map(({ id }) => ({ row: id, column: 'count' })) };
  return listRejected(rejected, { scenario, bill: computeBill({ scenario, priceBook: readPriceBook('seed') }) }, most);
};

describe('rejected cells', () => {
  it('are told with their place, their text and why', () => {
    expect(listed(['2', 'ten'])).toMatchObject({
      count: 1,
      shown: [{ line: 'n2', field: 'count', row: 2, text: 'ten', issue: { severity: 'error' } }],
    });
  });
  it('leave the list as they are mended', () => {
    expect(listed(['2', '3'])).toEqual({ count: 0, shown: [] });
  });
  it('are counted all and listed up to a number', () => {
    const { shown, count } = listed(Array<string>(10_000).fill('ten'));
    expect([shown.length, count]).toEqual([200, 10_000]);
  });
});
