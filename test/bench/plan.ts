/** Plans of any size, the same in every run. */
import type { PackSku, PriceBook, UsageSku } from '../../src/shared/pricebook/types.ts';
import { makeBlankScenario, makePackLine, makeUsageLine } from '../../src/shared/scenario/blank.ts';
import type { Option, PackLine, Scenario, UsageLine } from '../../src/shared/scenario/types.ts';
import { packSku, priceBook, provider, usageSku } from '../support/billing.ts';

const SKUS = ['artlab.tool.shared', 'artlab.tool.dedicated.from', 'artlab.tool.dedicated.to'] as const;
/** No pack of the plans covers it; only the edition `2021-01-21` has its price. */
const ALONE_SKU = 'ti-ems.public.cpu-1c2g';

const range = <T>(length: number, make: (index: number) => T): readonly T[] => Array.from({ length }, (_, index) => make(index));
const monthOf = (index: number): string => `2026-${String(1 + (index % 12)).padStart(2, '0')}`;

const usageLine = (index: number, sku: string): UsageLine => ({
  ...makeUsageLine(`u${index + 1}`),
  sku,
  quantity: `${100 + ((index * 7919) % 90_000)}.${(index % 9) + 1}`,
  instances: String(1 + (index % 3)),
  from: `2026-0${1 + (index % 6)}`,
  growth: index % 4 === 0 ? '0.013' : null,
});

const packLine = (index: number): PackLine => ({
  ...makePackLine(`p${index + 1}`),
  sku: index % 2 === 0 ? 'artlab.plan.basic.compute' : 'artlab.voucher.student-300',
  start: `${monthOf(index)}-01`,
  amount: String(5_000 + 250 * index),
  price: '100',
});

interface PlanOptions {
  readonly priceBook: string;
  readonly options: readonly Option[];
}
const twelveMonths = ({ priceBook, options }: PlanOptions): Scenario => ({
  ...makeBlankScenario({ name: 'bench', priceBook, startMonth: '2026-01' }),
  options,
});

/** One pool: every pack covers every line but the first `alone` ones, and each pack runs out in its first month. */
export const planOf = (input: {
  readonly lines: number;
  readonly packs: number;
  readonly alone?: number;
}): { readonly scenario: Scenario; readonly option: Option } => {
  const alone = input.alone ?? 0;
  const skuOf = (index: number): string => (index < alone ? ALONE_SKU : (SKUS[index % SKUS.length] ?? SKUS[0]));
  const usage = range(input.lines, (index) => usageLine(index, skuOf(index)));
  const option: Option = { id: 'A', name: 'A', nodes: [], usage, packs: range(input.packs, packLine) };
  return { scenario: twelveMonths({ priceBook: alone > 0 ? '2021-01-21' : 'seed', options: [option] }), option };
};

export interface GroupPlan {
  readonly scenario: Scenario;
  readonly option: Option;
  readonly priceBook: PriceBook;
}
const GROUP_PRICE = '0.0077';

/** Groups of lines, each with a SKU and a pack of its own that runs out during the year. */
export const groupPlanOf = (input: { readonly lines: number; readonly groups: number }): GroupPlan => {
  const group = (index: number): number => index % input.groups;
  const usageSkus = range(input.groups, (index): UsageSku => usageSku({ sku: `g${index}`, price: GROUP_PRICE }));
  const packSkus = range(input.groups, (index): PackSku => packSku({ sku: `k${index}`, scope: { skus: [`g${index}`] } }));
  const usage = range(input.lines, (index) => usageLine(index, `g${group(index)}`));
  const packs = range(
    input.groups,
    (index): PackLine => ({
      ...makePackLine(`p${index + 1}`),
      sku: `k${index}`,
      start: '2026-01-01',
      amount: String(Math.round((input.lines / input.groups) * 4_000)),
    }),
  );
  const option: Option = { id: 'A', name: 'A', nodes: [], usage, packs };
  const book = priceBook([...usageSkus, ...packSkus], [provider({ rounding: 'down' })]);
  return { scenario: twelveMonths({ priceBook: book.edition, options: [option] }), option, priceBook: book };
};

const MET_SKUS = ['a', 'b', 'c'] as const;
const MET_SCOPES: Readonly<Record<'scopes' | 'units', readonly Partial<PackSku>[]>> = {
  scopes: [{ scope: { skus: ['a', 'b'] } }, { scope: { skus: ['b', 'c'] } }, { scope: {} }],
  units: [{ denomination: 'quantity', unit: 'gb', scope: {} }],
};
/** What a pack holds for each line: nearly all packs run out during the year. */
const MET_AMOUNT = { scopes: 400, units: 4_000 } as const;

/** Packs that meet, but do not all pay for the same lines, or hold units. */
export const metPlanOf = (input: { readonly lines: number; readonly packs: number; readonly kind: 'scopes' | 'units' }): GroupPlan => {
  const { lines, packs, kind } = input;
  const usageSkus = MET_SKUS.map((sku, index) => usageSku({ sku, price: ['0.0077', '0.3', '0.5'][index] ?? '1' }));
  const packSkus = MET_SCOPES[kind].map((fields, index) => packSku({ sku: `k${index}`, ...fields }));
  const option: Option = {
    id: 'A',
    name: 'A',
    nodes: [],
    usage: range(lines, (index) => usageLine(index, MET_SKUS[index % MET_SKUS.length] ?? 'a')),
    packs: range(packs, (index) => ({
      ...makePackLine(`p${index + 1}`),
      sku: `k${index % packSkus.length}`,
      start: `${monthOf(index)}-01`,
      amount: String(lines * MET_AMOUNT[kind]),
    })),
  };
  const book = priceBook([...usageSkus, ...packSkus], [provider({ rounding: 'down' })]);
  return { scenario: twelveMonths({ priceBook: book.edition, options: [option] }), option, priceBook: book };
};

/** Two options, one for each provider; each line in one month. What a spreadsheet of as many rows holds. */
export const sheetPlanOf = (lines: number): Scenario => {
  const optionOf = (id: string, sku: string): Option => ({
    id,
    name: id,
    nodes: [],
    usage: range(lines / 2, (index) => ({
      ...usageLine(index, sku),
      instances: null,
      growth: null,
      from: monthOf(index),
      to: monthOf(index),
    })),
    packs: [],
  });
  return twelveMonths({ priceBook: '2021-01-21', options: [optionOf('A', ALONE_SKU), optionOf('B', SKUS[0])] });
};
