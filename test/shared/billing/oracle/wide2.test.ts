import { it } from 'vitest';
import { widePricedScenario } from '../../../oracle/arbitrary.ts';
import { agreeOnRandomScenarios } from './agree.ts';

it('agrees with the plain decimal oracle on crowded random scenarios of values of all sizes, to the last digit', () => {
  agreeOnRandomScenarios({ scenarios: widePricedScenario, least: 60 });
});
