/** The engine against the plain decimal oracle. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { OptionBill, PackTimeline } from '../../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../../src/shared/billing/computeBill.ts';
import { formatResult } from '../../../../src/shared/billing/result.ts';
import type { PriceBook } from '../../../../src/shared/pricebook/types.ts';
import type { Scenario } from '../../../../src/shared/scenario/types.ts';
import { dayOf } from '../../../oracle/civil.ts';
import { computeOracle } from '../../../oracle/oracle.ts';
import { Coverage, type Feature } from './coverage.ts';

interface Input {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
}

/** Months, packs and the prepaid balance to the last digit, and the days on which packs run out. */
export const expectAgreement = (input: Input): OptionBill => {
  const [option] = input.scenario.options;
  const bill = computeBill(input);
  const [optionBill] = bill.options;
  const [billed] = formatResult(input.scenario.name, bill).options;
  if (option === undefined || optionBill === undefined) throw new Error('a scenario has an option');
  const oracle = computeOracle(input.scenario, input.priceBook, option);
  expect(billed?.complete).toBe(true);
  expect(billed?.months).toEqual(oracle.months);
  expect(billed?.packs).toEqual(oracle.packs);
  expect(billed?.totals.prepaidBalance).toBe(oracle.prepaidBalance);
  expect(Object.fromEntries([...optionBill.packs].map(([id, { timeline }]) => [id, runOutsOf(timeline)]))).toEqual(oracle.ranOut);
  return optionBill;
};

const runOutsOf = ({ months }: PackTimeline): readonly number[] =>
  months.flatMap(({ runsOut }) => (runsOut === null ? [] : dayOf(runsOut)));

interface Shard {
  readonly scenarios: fc.Arbitrary<Input>;
  /** how many scenarios of the shard must have each feature; far below what the generator gives, so that chance never fails it */
  readonly least: number;
  /** features that these scenarios never have */
  readonly without?: readonly Feature[];
}

/** 10,000 random scenarios in five files, which vitest runs side by side. */
const RUNS_PER_SHARD = 2_000;

export const agreeOnRandomScenarios = ({ scenarios, least, without = [] }: Shard): void => {
  const coverage = new Coverage();
  fc.assert(
    fc.property(scenarios, (input) => {
      const bill = expectAgreement(input);
      for (const option of input.scenario.options) coverage.add({ option, book: input.priceBook, bill });
    }),
    { numRuns: RUNS_PER_SHARD },
  );
  expect(coverage.rarerThan(least).filter(({ feature }) => !without.includes(feature))).toEqual([]);
};
