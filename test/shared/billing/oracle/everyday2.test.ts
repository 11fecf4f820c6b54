import { it } from 'vitest';
import { pricedScenario } from '../../../oracle/arbitrary.ts';
import { agreeOnRandomScenarios } from './agree.ts';

it('agrees with the plain decimal oracle on random scenarios of everyday values, to the last digit', () => {
  agreeOnRandomScenarios({
    scenarios: pricedScenario,
    least: 5,
    without: ['more than 10^15 CNY', 'beyond the kernel of doubles', 'a year or more'],
  });
});
