import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { csvRows, LINE_WORTH, startProgress, workbookRows } from '../../../src/main/exporting/progress.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { SEED, scenarioOf } from '../xlsx/workbooks.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** Shares that are told while each of 1,000 rows takes so long. */
const told = (all: number, msPerRow: number): readonly number[] => {
  const shares: number[] = [];
  for (const _ of startProgress(all, (share) => shares.push(share)).count(Array.from({ length: 1_000 }))) vi.advanceTimersByTime(msPerRow);
  return shares;
};

it('tells nothing of what is over in a tenth of a second', () => {
  expect(told(1_000, 0.1)).toEqual([]);
});

it('tells at most ten times a second', () => {
  expect(told(1_000, 1).length).toBeLessThanOrEqual(10);
  expect(told(1_000, 1).length).toBeGreaterThan(5);
});

it('never tells the same share twice, nor the whole before the file is closed', () => {
  const shares = told(100, 10);
  expect(new Set(shares).size).toBe(shares.length);
  expect(shares.at(-1)).toBe(999);
});

it('expects a row for each line, worth several, and one for each of its months', () => {
  const scenario = scenarioOf({ nodes: [{ months: '1' }], usage: [{ quantity: '1' }, { quantity: '2', to: '2026-01' }], packs: [{}] });
  const bill = computeBill({ scenario, priceBook: SEED });
  // Lines: a node, two of usage, a pack. Months: those that the node and the pack are expensed in, and three charges.
  const ledger = (bill.options[0]?.packs.get('p1')?.expense.size ?? 0) + nodeMonths(bill) + 3;
  expect(workbookRows(bill)).toBe(4 * LINE_WORTH + ledger);
  expect(csvRows(bill, { sheet: 'ledger', option: 'A' })).toBe(ledger);
  expect(csvRows(bill, { sheet: 'usage', option: 'A' })).toBe(4);
  expect(csvRows(bill, { sheet: 'focus', option: 'B' })).toBe(0);
});

const nodeMonths = (bill: ReturnType<typeof computeBill>): number => {
  const node = bill.options[0]?.lines.get('n1');
  return node?.kind === 'node' ? node.expense.size : Number.NaN;
};
