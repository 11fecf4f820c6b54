import { describe, expect, it } from 'vitest';
import { listRejected, type Rejected } from '../../../src/renderer/state/rejected.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { makeBlankScenario, makeNodeLine } from '../../../src/shared/scenario/blank.ts';
import { driversText } from '../../../src/shared/scenario/drivers.ts';
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
      shown: [{ line: 'n2', field: 'count', row: 2, text: 'ten', reason: { issue: { severity: 'error' } } }],
    });
  });
  it('leave the list as they are mended', () => {
    expect(listed(['2', '3'])).toEqual({ count: 0, shown: [] });
  });
  it('are drivers too: those that come to no number, whether a line uses them or not', () => {
    const blank = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
    const values = ['1', 'soon', '=first/0'];
    const drivers = ['first', 'second', 'third'].map((name, at) => ({ id: `d${at}`, name, value: values[at] ?? '', unit: '', note: '' }));
    const scenario = { ...blank, drivers: driversText(drivers) };
    const cells = drivers.flatMap(({ id }) => [
      { row: id, column: 'name' },
      { row: id, column: 'value' },
    ]);
    const bill = computeBill({ scenario, priceBook: readPriceBook('seed') });
    expect(listRejected({ option: 'A', sheet: 'drivers', cells }, { scenario, bill }, 200)).toMatchObject({
      count: 2,
      shown: [
        { line: 'd1', field: 'value', row: 2, text: 'soon', reason: { error: { code: 'FORMULA_DRIVER_VALUE' } } },
        { line: 'd2', field: 'value', row: 3, text: '=first/0', reason: { error: { code: 'FORMULA_DIVISION_BY_ZERO' } } },
      ],
    });
  });
  it('are counted all and listed up to a number', () => {
    const { shown, count } = listed(Array<string>(10_000).fill('ten'));
    expect([shown.length, count]).toEqual([200, 10_000]);
  });
});
