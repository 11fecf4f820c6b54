import { describe, expect, it } from 'vitest';
import { compareOptions, percentOf } from '../../../src/shared/compare/compareOptions.ts';
import { cumulativeSeries, findCrossing } from '../../../src/shared/compare/crossing.ts';
import { billOf, fen, optionBill } from './bills.ts';

const INCOMPLETE = { complete: false };

describe('the cheapest option', () => {
  it.each([
    ['the lower of two', [optionBill('A', ['100']), optionBill('B', ['90'])], 'B', []],
    ['none on a tie', [optionBill('A', ['90']), optionBill('B', ['90']), optionBill('C', ['91'])], null, ['A', 'B']],
    ['never an incomplete one', [optionBill('A', ['100']), optionBill('B', ['1'], INCOMPLETE), optionBill('C', ['200'])], 'A', []],
    ['none where only one is complete', [optionBill('A', ['100']), optionBill('B', ['200'], INCOMPLETE)], null, []],
    ['none of one option', [optionBill('A', ['100'])], null, []],
    [
      'a tie in which the incomplete one has no part',
      [optionBill('A', ['5']), optionBill('B', ['5'], INCOMPLETE), optionBill('C', ['6'])],
      'A',
      [],
    ],
  ])('is %s', (_, options, cheapest, tied) => {
    expect(compareOptions(billOf(...options), { by: 'cash' })).toMatchObject({ cheapest, tied });
  });

  it('may differ between cash and expense', () => {
    const bill = billOf(optionBill('A', ['1200'], { expense: ['100'] }), optionBill('B', ['300'], { expense: ['300'] }));
    expect(compareOptions(bill, { by: 'cash' })?.cheapest).toBe('B');
    expect(compareOptions(bill, { by: 'expense' })?.cheapest).toBe('A');
  });

  it('leads over the next complete one by CNY and by percent of that one', () => {
    const bill = billOf(optionBill('A', ['80']), optionBill('B', ['90'], INCOMPLETE), optionBill('C', ['300']), optionBill('D', ['120']));
    // 120 - 80 = 40; 40 / 120 = 33.333... %
    expect(compareOptions(bill, { by: 'cash' })?.lead).toEqual({ over: 'D', amount: fen('40'), percent: '33.33', complete: true });
  });
});

describe('the difference to the baseline', () => {
  const bill = billOf(optionBill('A', ['200']), optionBill('B', ['175']), optionBill('C', ['50'], INCOMPLETE));

  it('is measured against the first option unless one is named', () => {
    expect(compareOptions(bill, { by: 'cash' })?.rows.map((row) => row.difference)).toEqual([
      { amount: 0n, percent: '0.00', complete: true },
      { amount: fen('-25'), percent: '-12.50', complete: true },
      { amount: fen('-150'), percent: '-75.00', complete: false },
    ]);
    expect(compareOptions(bill, { baseline: 'B', by: 'cash' })?.rows[0]?.difference).toEqual({
      amount: fen('25'),
      percent: '14.29',
      complete: true,
    });
  });

  it('does not exist without the baseline', () => {
    expect(compareOptions(bill, { baseline: 'X', by: 'cash' })).toBeNull();
  });

  it('has no percent of nothing', () => {
    const free = billOf(optionBill('A', ['0']), optionBill('B', ['1']));
    expect(compareOptions(free, { by: 'cash' })?.rows[1]?.difference).toEqual({ amount: fen('1'), percent: null, complete: true });
  });

  it.each([
    [1n, 3n, '33.33'],
    [2n, 3n, '66.67'],
    [1n, 80_000n, '0.00'],
    [1n, 20_000n, '0.01'], // 0.005 % is rounded away from zero
    [-1n, 20_000n, '-0.01'],
    [-1n, 8n, '-12.50'],
    [10n ** 30n, 3n * 10n ** 30n, '33.33'],
    [5n, 0n, null],
  ])('%s of %s is %s percent', (part, whole, percent) => {
    expect(percentOf(part, whole)).toBe(percent);
  });
});

describe('the crossing month', () => {
  it('adds up month by month', () => {
    expect(cumulativeSeries(optionBill('A', ['10', '0', '2.5']), 'cash')).toEqual([fen('10'), fen('10'), fen('12.5')]);
  });

  it.each([
    ['prepaid is overtaken in March', ['30', '0', '0', '0'], ['12', '12', '12', '12'], '2026-03'],
    ['the order never changes', ['30', '0', '0'], ['40', '1', '1'], null],
    ['touching is no crossing', ['20', '0', '0'], ['10', '10', '0'], null],
    ['after touching, the month of overtaking counts', ['20', '0', '0'], ['10', '10', '1'], '2026-03'],
    ['equal at first is no order', ['10', '0'], ['10', '5'], null],
    ['only the first of two crossings', ['10', '0', '30'], ['5', '10', '0'], '2026-02'],
  ])('%s', (_, a, b, month) => {
    expect(findCrossing(optionBill('A', a), optionBill('B', b), 'cash')?.month ?? null).toBe(month);
  });

  it('names who led before and who leads since', () => {
    expect(findCrossing(optionBill('A', ['30', '0']), optionBill('B', ['20', '20']), 'cash')).toEqual({
      month: '2026-02',
      before: 'B',
      after: 'A',
    });
  });

  it('is not told of an incomplete option', () => {
    expect(findCrossing(optionBill('A', ['30', '0']), optionBill('B', ['20', '20'], INCOMPLETE), 'cash')).toBeNull();
  });
});
