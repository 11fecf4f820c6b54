import { expect, it } from 'vitest';
import { addCounts, playwrightCounts, vitestCounts } from '../../scripts/test/counts.ts';

it('adds the counts of both runners', () => {
  const unit = vitestCounts({ numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const windows = playwrightCounts({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(addCounts([unit, windows])).toEqual({ passed: 15, failed: 3, skipped: 3 });
});
