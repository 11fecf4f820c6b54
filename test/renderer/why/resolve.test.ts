import { describe, expect, test } from 'vitest';
import { resolveSubject, type WhyView } from '../../../src/renderer/features/why/resolve.ts';
import type { WhySubject } from '../../../src/renderer/state/subject.ts';
import { formatAmount } from '../../../src/shared/numeric/fixed.ts';
import { PACK_CLASSES, type PackClass } from '../../../src/shared/pricebook/types.ts';
import { type Billed, billOptions, NODES, node, option, pack, TOOLS, UNPRICED, usage } from '../reportScenario.ts';

const ask = ({ scenario, priceBook, bill }: Billed, subject: WhySubject): WhyView | null =>
  resolveSubject({ scenario, priceBook }, bill, subject);
const partsOf = (view: WhyView | null) => {
  if (view?.kind !== 'parts') throw new Error(`no parts: ${view?.kind}`);
  return view;
};
const amounts = (view: WhyView | null): readonly string[] => partsOf(view).parts.map(({ amount }) => formatAmount(amount));

describe('following a number down', () => {
  const billed = billOptions(3, NODES, TOOLS, UNPRICED);

  test('a total is its lines, the largest first, each one step deeper', () => {
    const view = partsOf(ask(billed, { kind: 'total', option: 'B', total: 'cash', month: null }));
    // February's 200 are shared 500.0072 : 807, so u1 pays 423.4954 (cut) and u2 683.5117; March 500 and 807; p2: 59
    expect(amounts(view)).toEqual(['1490.51', '923.49', '59']);
    expect(view.parts.map(({ subject }) => subject)).toEqual([
      { kind: 'lines', option: 'B', lines: ['u2'], total: 'cash', month: null },
      { kind: 'lines', option: 'B', lines: ['u1'], total: 'cash', month: null },
      { kind: 'pack', option: 'B', line: 'p2' },
    ]);
    expect(formatAmount(view.amount)).toBe('2473');
  });

  test('a usage line is its months, and a month its charge', () => {
    const view = partsOf(ask(billed, { kind: 'lines', option: 'B', lines: ['u1'], total: 'cash', month: null }));
    expect(amounts(view)).toEqual(['0', '423.49', '500']);
    const [first] = view.parts;
    expect(first?.subject).toEqual({ kind: 'charge', option: 'B', line: 'u1', month: '2026-01' });
    const charge = first?.subject ? ask(billed, first.subject) : null;
    expect(charge).toMatchObject({ kind: 'charge', price: { origin: 'book', source: { date: '2025-12' } }, draws: [{ pack: 'p1' }] });
  });

  test('the months of a line are those of the total that was asked for', () => {
    const of = (total: 'usageListCost' | 'covered') =>
      amounts(ask(billed, { kind: 'lines', option: 'B', lines: ['u1'], total, month: null }));
    expect(of('usageListCost')).toEqual(['500.0072', '500.0072', '500.0072']);
    expect(of('covered')[0]).toBe('500');
  });

  test('a part of one line goes straight to what explains it', () => {
    const lines = (line: string, month: string | null): WhySubject => ({ kind: 'lines', option: 'B', lines: [line], total: 'cash', month });
    expect(ask(billed, lines('u1', '2026-02'))?.kind).toBe('charge');
    expect(ask(billed, lines('p2', null))?.kind).toBe('pack');
    expect(ask(billed, { ...lines('n1', null), option: 'A' })?.kind).toBe('node');
  });

  test('several lines are their share of the total', () => {
    const view = partsOf(ask(billed, { kind: 'lines', option: 'B', lines: ['u1', 'u2'], total: 'payable', month: '2026-02' }));
    expect(amounts(view)).toEqual(['683.51', '423.49']);
    expect(view.parts[0]?.subject).toEqual({ kind: 'charge', option: 'B', line: 'u2', month: '2026-02' });
  });

  test('one class of packs is what its packs covered, and nothing of another class', () => {
    const one = (packClass: PackClass, month: string | null) => partsOf(ask(billed, { kind: 'class', option: 'B', packClass, month }));
    const whole = partsOf(ask(billed, { kind: 'total', option: 'B', total: 'covered', month: null }));
    // the trial of 500 in January, the plan of 200 in February
    expect(one('free', null).parts.map(({ line, amount }) => [line, formatAmount(amount)])).toEqual([['p1', '500']]);
    expect(one('pack', '2026-02').parts.map(({ line, amount }) => [line, formatAmount(amount)])).toEqual([['p2', '200']]);
    expect(one('pack', '2026-01').parts).toEqual([]);
    expect(PACK_CLASSES.reduce((sum, packClass) => sum + one(packClass, null).amount, 0n)).toBe(whole.amount);
  });

  test('a running sum is its months', () => {
    const view = partsOf(ask(billed, { kind: 'cumulative', option: 'B', total: 'cash', month: '2026-02' }));
    expect(amounts(view)).toEqual(['0', '1166']);
    expect(view.parts[1]?.subject).toEqual({ kind: 'total', option: 'B', total: 'cash', month: '2026-02' });
  });

  test('a difference is two totals, and by category what lies between them', () => {
    const view = ask(billed, { kind: 'difference', option: 'B', baseline: 'A', total: 'cash', month: null });
    if (view?.kind !== 'difference') throw new Error('no difference');
    expect(formatAmount(view.amount)).toBe('-105527');
    expect(view.percent).toBe('-97.71');
    expect(view.sides.map(({ amount }) => formatAmount(amount))).toEqual(['2473', '108000']);
    // compute: 2414 - 108000; packs: 59
    expect(view.categories.map(({ category, amount }) => [category, formatAmount(amount)])).toEqual([
      ['compute', '-105586'],
      ['packs', '59'],
    ]);
  });

  test('a category of a difference is its lines in both options, those of the baseline taken away', () => {
    const of = (category: string) =>
      partsOf(ask(billed, { kind: 'category', option: 'B', baseline: 'A', category, total: 'cash' })).parts.map(
        ({ option: id, line, amount }) => [id, line, formatAmount(amount)],
      );
    expect(of('compute')).toEqual([
      ['A', 'n1', '-108000'],
      ['B', 'u2', '1490.51'],
      ['B', 'u1', '923.49'],
    ]);
    expect(of('packs')).toEqual([['B', 'p2', '59']]);
  });

  test.each(['cash', 'expense'] as const)('the categories of a difference in %s add up to it, and their lines to them', (total) => {
    const view = ask(billed, { kind: 'difference', option: 'B', baseline: 'A', total, month: null });
    if (view?.kind !== 'difference') throw new Error('no difference');
    expect(view.categories.reduce((sum, { amount }) => sum + amount, 0n)).toBe(view.amount);
    for (const { amount, subject } of view.categories) expect(partsOf(ask(billed, subject)).amount).toBe(amount);
  });

  test('a category names the lines that it lacks, of both options', () => {
    const view = partsOf(ask(billed, { kind: 'category', option: 'B', baseline: 'C', category: 'compute', total: 'cash' }));
    expect(view.missing).toEqual([{ option: 'C', sheet: 'usage', line: 'u9' }]);
  });

  test('what a total lacks is named', () => {
    const view = partsOf(ask(billed, { kind: 'total', option: 'C', total: 'cash', month: null }));
    expect(view.missing).toEqual([{ option: 'C', sheet: 'usage', line: 'u9' }]);
  });
});

describe('numbers that are gone', () => {
  const billed = billOptions(
    1,
    option('A', { nodes: [node('n1', {})], usage: [usage('u1', { onNodes: 'n1', quantity: '5' })], packs: [pack('p1', {})] }),
  );

  test.each<WhySubject>([
    { kind: 'charge', option: 'A', line: 'u7', month: '2026-01' },
    { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' },
    { kind: 'node', option: 'A', line: 'n9' },
    { kind: 'total', option: 'Z', total: 'cash', month: null },
    { kind: 'lines', option: 'A', lines: ['u1'], total: 'cash', month: null },
    { kind: 'difference', option: 'A', baseline: 'Z', total: 'cash', month: null },
  ])('%o has no explanation', (subject) => {
    expect(ask(billed, subject)).toBeNull();
  });
});
