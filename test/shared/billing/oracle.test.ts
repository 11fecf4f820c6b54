import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { computeOracle } from '../../oracle/oracle.ts';

it('agrees with the plain decimal oracle on random scenarios, to the last digit', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      const [option] = input.scenario.options;
      if (option === undefined) throw new Error('a scenario has an option');
      const [billed] = formatResult(input.scenario.name, computeBill(input)).options;
      const oracle = computeOracle(input.scenario, input.priceBook, option);
      expect(billed?.months).toEqual(oracle.months);
      expect(billed?.packs).toEqual(oracle.packs);
      expect(billed?.totals.prepaidBalance).toBe(oracle.prepaidBalance);
    }),
    { numRuns: 1_000 },
  );
});
