import { expect, test } from 'vitest';
import { Aggregator } from '../../../src/renderer/grid/aggregate.ts';

const aggregate = (values: readonly string[]) => {
  const aggregator = new Aggregator();
  for (const value of values) aggregator.add(value);
  return aggregator.result;
};

test('sums exactly where floats would not', () => {
  expect(aggregate(['0.1', '0.2', '', 'text'])).toEqual({ count: 3, numbers: 2, sum: '0.3', average: '0.15', min: '0.1', max: '0.2' });
});
test('negative numbers, and an average that does not end', () => {
  expect(aggregate(['-1', '2', '3', '0', '0', '0', '0'])).toMatchObject({ sum: '4', average: '0.571429', min: '-1', max: '3' });
  expect(aggregate(['-1', '-1', '0'])).toMatchObject({ average: '-0.666667' });
});
test('twelve decimals of an amount stay', () => expect(aggregate(['0.000000000001', '1'])).toMatchObject({ sum: '1.000000000001' }));
test('no numbers, no sum', () =>
  expect(aggregate(['a', '2026-03'])).toEqual({ count: 2, numbers: 0, sum: null, average: null, min: null, max: null }));
