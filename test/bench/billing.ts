import { computeBill } from '../../src/shared/billing/computeBill.ts';
import { computeOracle } from '../oracle/oracle.ts';
import { readPriceBook } from '../support/priceBooks.ts';
import { type BenchRow, compare } from './measure.ts';
import { planOf } from './plan.ts';

const LINES = 1_000;

/** The engine against the plain decimal reading of the same rules. */
export const benchBilling = async (): Promise<readonly BenchRow[]> => {
  const priceBook = readPriceBook('seed');
  const { scenario, option } = planOf({ lines: LINES, packs: 10 });
  const row = await compare({
    work: `full bill, ${LINES} lines x 10 packs x 12 months`,
    peer: 'decimal.js oracle',
    rounds: 5,
    reach: null,
    ours: () => computeBill({ scenario, priceBook }),
    theirs: () => computeOracle(scenario, priceBook, option),
  });
  return [row];
};
