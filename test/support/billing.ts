/** Builders for tests of the engine: a small price book and lines that say only what the test is about. */
import type { OptionBill, UsageLineBill } from '../../src/shared/billing/bill.ts';
import { computeBill } from '../../src/shared/billing/computeBill.ts';
import { formatResult, type OptionJson } from '../../src/shared/billing/result.ts';
import type { Issue } from '../../src/shared/core/issue.ts';
import type { NodeSku, PackSku, PriceBook, Provider, Sku, UsageSku } from '../../src/shared/pricebook/types.ts';
import { makeNodeLine, makePackLine, makeUsageLine } from '../../src/shared/scenario/blank.ts';
import type { NodeLine, Option, PackLine, Scenario, UsageLine } from '../../src/shared/scenario/types.ts';

const name = { zh: '名', en: 'name' };
const source = { document: 'test', date: '2026-01-01' };
const common = { name, provider: 'x', availability: 'open', source } as const;

export const usageSku = (fields: Partial<UsageSku> = {}): UsageSku => ({
  ...common,
  sku: 'u',
  kind: 'usage',
  category: 'compute',
  unit: 'gb',
  price: '1',
  ...fields,
});
export const nodeSku = (fields: Partial<NodeSku> = {}): NodeSku => ({
  ...common,
  sku: 'n',
  kind: 'node',
  category: 'compute',
  unit: 'node-month',
  price: '3000',
  ...fields,
});
/** 100 CNY for 10 CNY, valid for 12 months, everything in scope. */
export const packSku = (fields: Partial<PackSku> = {}): PackSku => ({
  ...common,
  sku: 'p',
  kind: 'pack',
  class: 'pack',
  denomination: 'money',
  amount: '100',
  price: '10',
  validity: { months: 12 },
  reset: 'none',
  scope: {},
  ...fields,
});
export const provider = (fields: Partial<Provider> = {}): Provider => ({
  id: 'x',
  name,
  rounding: 'half-up',
  burnClasses: ['allowance', 'free', 'pack', 'voucher'],
  regions: [],
  ...fields,
});
export const priceBook = (skus: readonly Sku[], providers: readonly Provider[] = [provider()]): PriceBook => ({
  format: 'costbook.pricebook/1',
  edition: 'test',
  title: name,
  effectiveFrom: '2026-01-01',
  currency: 'CNY',
  taxIncluded: true,
  providers,
  skus,
});

export const usageLine = (fields: Partial<UsageLine> = {}): UsageLine => ({ ...makeUsageLine('u1'), sku: 'u', quantity: '100', ...fields });
export const nodeLine = (fields: Partial<NodeLine> = {}): NodeLine => ({ ...makeNodeLine('n1'), sku: 'n', ...fields });
export const packLine = (fields: Partial<PackLine> = {}): PackLine => ({ ...makePackLine('p1'), sku: 'p', ...fields });

export interface PlanInput {
  readonly startMonth?: string;
  readonly months?: number;
  readonly nodes?: readonly NodeLine[];
  readonly usage?: readonly UsageLine[];
  readonly packs?: readonly PackLine[];
}
/** One option over one month from 2026-01 (31 days). */
export const scenarioOf = ({ startMonth = '2026-01', months = 1, nodes = [], usage = [], packs = [] }: PlanInput): Scenario => {
  const option: Option = { id: 'A', name: 'A', nodes, usage, packs };
  return {
    name: 'plan',
    note: '',
    priceBook: 'test',
    priceBookHash: null,
    priceBookInline: null,
    overrides: null,
    drivers: null,
    startMonth,
    months,
    options: [option],
  };
};

export const billOf = (book: PriceBook, plan: PlanInput): OptionBill => {
  const [option] = computeBill({ scenario: scenarioOf(plan), priceBook: book }).options;
  if (option === undefined) throw new Error('a bill has an option');
  return option;
};
/** The option as text, as `costbook.result/1` prints it. */
export const resultOf = (book: PriceBook, plan: PlanInput): OptionJson => {
  const [option] = formatResult('plan', computeBill({ scenario: scenarioOf(plan), priceBook: book })).options;
  if (option === undefined) throw new Error('a result has an option');
  return option;
};
export const usageBillOf = (bill: OptionBill, line: string): UsageLineBill => {
  const found = bill.lines.get(line);
  if (found?.kind !== 'usage') throw new Error(`no usage line ${line}`);
  return found;
};

export const codesOf = (issues: readonly Issue[], line?: string): readonly string[] =>
  issues.filter((issue) => line === undefined || issue.line === line).map(({ code }) => code);
