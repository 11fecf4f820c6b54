/** Every scenario of test/golden/engine-cases.json, to the last digit. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeBill, computeOptionBill } from '../../../src/shared/billing/computeBill.ts';
import { formatResult, type OptionJson } from '../../../src/shared/billing/result.ts';
import type { Issue } from '../../../src/shared/core/issue.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { plainBill, plainOption } from '../../support/plainBill.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

interface GoldenCase {
  readonly scenario: { readonly name: string };
  readonly expected: { readonly format: string; readonly options: readonly (Omit<OptionJson, 'name'> & { readonly name?: string })[] };
}
const cases: readonly GoldenCase[] = JSON.parse(readFileSync(new URL('../../golden/engine-cases.json', import.meta.url), 'utf8')).cases;
const editions: Readonly<Record<string, PriceBook>> = { seed: readPriceBook('seed'), '2021-01-21': readPriceBook('2021-01-21') };

const readCase = (data: unknown): { readonly scenario: Scenario; readonly priceBook: PriceBook } => {
  const parsed = parseScenario(data);
  if (!parsed.ok) throw new Error(`${parsed.error.code} at ${parsed.error.place}`);
  const priceBook = parsed.value.priceBookInline ?? editions[parsed.value.priceBook];
  if (priceBook === undefined) throw new Error(`no edition ${parsed.value.priceBook}`);
  return { scenario: parsed.value, priceBook };
};

/** The codes that the cases list; any other is the engine's own remark. */
const listed = ({ code, severity }: Pick<Issue, 'code' | 'severity'>): boolean =>
  severity === 'error' || code === 'APPLICATION_REQUIRED' || code === 'ELIGIBILITY_REQUIRED';
const issueSet = (issues: readonly Issue[]): readonly string[] =>
  [...new Set(issues.filter(listed).map(({ code, severity, line }) => `${line} ${severity} ${code}`))].sort();

describe('golden scenarios', () => {
  it.each(cases.map((each, index) => [index, each.scenario.name, each] as const))('case %i: %s', (_, __, { scenario: data, expected }) => {
    const { scenario, priceBook } = readCase(data);
    const result = formatResult(scenario.name, computeBill({ scenario, priceBook }));
    expect(result.options.map(({ id }) => id)).toEqual(expected.options.map(({ id }) => id));
    for (const [index, option] of result.options.entries()) {
      const { issues: expectedIssues = [], ...expectedOption } = expected.options[index] ?? {};
      const { issues, name: __name, ...rest } = option;
      expect(rest).toEqual(expectedOption);
      expect(issueSet(issues)).toEqual(issueSet(expectedIssues));
    }
  });

  it('computes an option alone as in the whole bill', () => {
    for (const { scenario: data } of cases) {
      const input = readCase(data);
      const alone = input.scenario.options.map((option) => plainOption(computeOptionBill(input, option)));
      expect(alone).toEqual(plainBill(computeBill(input)).options);
    }
  });
});
