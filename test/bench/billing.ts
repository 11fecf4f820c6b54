import { computeBill } from '../../src/shared/billing/computeBill.ts';
import { billScenario } from '../../src/shared/billing/recompute.ts';
import { editField } from '../../src/shared/scenario/commands/lines.ts';
import { applyPatch } from '../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../src/shared/scenario/types.ts';
import { computeOracle } from '../oracle/oracle.ts';
import { readPriceBook } from '../support/priceBooks.ts';
import { type BenchRow, compare } from './measure.ts';
import { planOf } from './plan.ts';

const LINES = 1_000;
const EDITED_LINES = 10_000;
/** No pack of the plan covers it. */
const ALONE = { line: 'u1', sku: 'ti-ems.public.cpu-1c2g' };
/** The packs of the plan cover it and all the others. */
const COVERED = { line: 'u2' };

/** The engine against the plain decimal reading of the same rules, and an edit against billing everything again. */
export const benchBilling = async (): Promise<readonly BenchRow[]> => {
  const priceBook = readPriceBook('seed');
  const { scenario, option } = planOf({ lines: LINES, packs: 10 });
  const full = await compare({
    work: `full bill, ${LINES} lines x 10 packs x 12 months`,
    peer: 'decimal.js oracle',
    rounds: 5,
    reach: null,
    ours: () => computeBill({ scenario, priceBook }),
    theirs: () => computeOracle(scenario, priceBook, option),
  });
  const alone = await benchEdit({ what: 'a line without packs', line: ALONE.line, reach: 0.01, repeats: 50 });
  const covered = await benchEdit({ what: 'a line that 50 packs cover', line: COVERED.line, reach: null, repeats: 1 });
  return [full, alone, covered];
};

interface EditBench {
  readonly what: string;
  readonly line: string;
  readonly reach: number | null;
  readonly repeats: number;
}
/** One quantity typed, patch and bill. */
const benchEdit = async ({ what, line, reach, repeats }: EditBench): Promise<BenchRow> => {
  const priceBook = readPriceBook('2021-01-21');
  const plan = planOf({ lines: EDITED_LINES, packs: 50 }).scenario;
  let scenario = edit(plan, { line: ALONE.line, field: 'sku', typed: ALONE.sku });
  let billed = billScenario({ scenario, priceBook }, null);
  let typed = 0;
  return compare({
    work: `edit of ${what}, ${EDITED_LINES} lines x 50 packs x 12 months`,
    peer: 'the same bill in full',
    rounds: 5,
    reach,
    repeats,
    ours: () => {
      typed += 1;
      scenario = edit(scenario, { line, field: 'quantity', typed: String(typed) });
      billed = billScenario({ scenario, priceBook }, billed);
    },
    theirs: () => computeBill({ scenario, priceBook }),
  });
};

const edit = (scenario: Scenario, cell: { readonly line: string; readonly field: string; readonly typed: string }): Scenario => {
  const patch = editField(scenario, { option: 'A', sheet: 'usage', ...cell });
  return applyPatch(scenario, patch.ok ? patch.value : []);
};
