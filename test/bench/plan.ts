/** A plan of any size, the same in every run: usage of both tools over whole months, packs that start and end in turn. */
import { makeBlankScenario, makePackLine, makeUsageLine } from '../../src/shared/scenario/blank.ts';
import type { Option, PackLine, Scenario, UsageLine } from '../../src/shared/scenario/types.ts';

const SKUS = ['artlab.tool.shared', 'artlab.tool.dedicated.from', 'artlab.tool.dedicated.to'] as const;
/** No pack of the plan covers it; only the edition `2021-01-21` has its price. */
const ALONE_SKU = 'ti-ems.public.cpu-1c2g';

const usageLine = (index: number, alone: number): UsageLine => ({
  ...makeUsageLine(`u${index + 1}`),
  sku: index < alone ? ALONE_SKU : (SKUS[index % SKUS.length] ?? SKUS[0]),
  quantity: `${100 + ((index * 7919) % 90_000)}.${(index % 9) + 1}`,
  instances: String(1 + (index % 3)),
  from: `2026-0${1 + (index % 6)}`,
  growth: index % 4 === 0 ? '0.013' : null,
});

const packLine = (index: number): PackLine => ({
  ...makePackLine(`p${index + 1}`),
  sku: index % 2 === 0 ? 'artlab.plan.basic.compute' : 'artlab.voucher.student-300',
  start: `2026-${String(1 + (index % 12)).padStart(2, '0')}-01`,
  amount: String(5_000 + 250 * index),
  price: '100',
});

/** Twelve months in one option. */
export const planOf = (input: {
  readonly lines: number;
  readonly packs: number;
  /** how many lines, the first ones, no pack covers */
  readonly alone?: number;
}): { readonly scenario: Scenario; readonly option: Option } => {
  const alone = input.alone ?? 0;
  const blank = makeBlankScenario({ name: 'bench', priceBook: alone > 0 ? '2021-01-21' : 'seed', startMonth: '2026-01' });
  const usage = Array.from({ length: input.lines }, (_, index) => usageLine(index, alone));
  const packs = Array.from({ length: input.packs }, (_, index) => packLine(index));
  const option: Option = { id: 'A', name: 'A', nodes: [], usage, packs };
  return { scenario: { ...blank, options: [option] }, option };
};
