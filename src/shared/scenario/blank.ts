/** New scenarios, options and lines with nothing filled in. */
import type { LineOf, NodeLine, Option, PackLine, Scenario, SheetId, UsageLine } from './types.ts';

/** A scenario with one empty option `A` over twelve months. */
export const makeBlankScenario = (input: {
  readonly name: string;
  readonly priceBook: string;
  /** `YYYY-MM` */
  readonly startMonth: string;
  readonly priceBookHash?: string | null;
  readonly months?: number;
  /** name of the only option */
  readonly optionName?: string;
}): Scenario => ({
  name: input.name,
  note: '',
  priceBook: input.priceBook,
  priceBookHash: input.priceBookHash ?? null,
  priceBookInline: null,
  overrides: null,
  drivers: null,
  startMonth: input.startMonth,
  months: input.months ?? 12,
  options: [makeOption('A', input.optionName ?? 'A')],
});

export const makeOption = (id: string, name: string): Option => ({ id, name, nodes: [], usage: [], packs: [] });

export const makeNodeLine = (id: string): NodeLine => ({
  id,
  sku: '',
  region: null,
  count: null,
  start: null,
  months: null,
  price: null,
  note: '',
});

export const makeUsageLine = (id: string): UsageLine => ({
  id,
  sku: '',
  quantity: null,
  per: null,
  instances: null,
  from: null,
  to: null,
  growth: null,
  monthly: {},
  price: null,
  onNodes: null,
  note: '',
});

export const makePackLine = (id: string): PackLine => ({
  id,
  sku: '',
  count: null,
  start: null,
  expiry: null,
  remaining: null,
  amount: null,
  price: null,
  note: '',
});

const MAKERS: { readonly [S in SheetId]: (id: string) => LineOf[S] } = {
  nodes: makeNodeLine,
  usage: makeUsageLine,
  packs: makePackLine,
};

export const makeLine = <S extends SheetId>(sheet: S, id: string): LineOf[S] => MAKERS[sheet](id);
