/** Scenarios for the reports' models, billed by the real engine on the price book of the seed documents. */
import type { Bill } from '../../src/shared/billing/bill.ts';
import { computeBill } from '../../src/shared/billing/computeBill.ts';
import type { PriceBook } from '../../src/shared/pricebook/types.ts';
import { makeBlankScenario, makeNodeLine, makeOption, makePackLine, makeUsageLine } from '../../src/shared/scenario/blank.ts';
import type { NodeLine, Option, PackLine, Scenario, UsageLine } from '../../src/shared/scenario/types.ts';
import { readPriceBook } from '../support/priceBooks.ts';

export const node = (id: string, line: Partial<NodeLine>): NodeLine => ({
  ...makeNodeLine(id),
  sku: 'ti-ems.node.8c32g1t4',
  region: 'ap-beijing',
  ...line,
});
export const usage = (id: string, line: Partial<UsageLine>): UsageLine => ({ ...makeUsageLine(id), sku: 'artlab.tool.shared', ...line });
export const pack = (id: string, line: Partial<PackLine>): PackLine => ({ ...makePackLine(id), sku: 'artlab.pack.entry-200', ...line });
export const option = (id: string, lines: Partial<Option>): Option => ({ ...makeOption(id, `Option ${id}`), ...lines });

export interface Billed {
  readonly scenario: Scenario;
  readonly priceBook: PriceBook;
  readonly bill: Bill;
}

/** From 2026-01 on. */
export const billOptions = (months: number, ...options: readonly Option[]): Billed => {
  const scenario = { ...makeBlankScenario({ name: 'test', priceBook: 'seed', startMonth: '2026-01', months }), options };
  const priceBook = readPriceBook('seed');
  return { scenario, priceBook, bill: computeBill({ scenario, priceBook }) };
};

/** Three nodes for a year, all paid in January: 3000 x 3 x 12 = 108000. */
export const NODES = option('A', { nodes: [node('n1', { count: '3', months: '12' })] });

/**
 * Shared tool: 64,936 GPU seconds x 0.0077 = 500.0072 a month; the trial of 500 starts in January, an entry plan (59 for 200) in
 * February. Dedicated tool: 100 hours x 8.07 = 807 from February on.
 */
export const TOOLS = option('B', {
  usage: [usage('u1', { quantity: '64936' }), usage('u2', { sku: 'artlab.tool.dedicated.from', quantity: '100', from: '2026-02' })],
  packs: [pack('p1', { sku: 'artlab.free.compute-500', start: '2026-01-01' }), pack('p2', { start: '2026-02-01' })],
});

/** A tool whose price the documents do not print, beside one whose price they do. */
export const UNPRICED = option('C', {
  usage: [usage('u1', { quantity: '1000' }), usage('u9', { sku: 'artlab.tool.dedicated.other', quantity: '40' })],
});

export const optionBillOf = ({ bill }: Billed, id: string) => {
  const found = bill.options.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no option ${id}`);
  return found;
};
