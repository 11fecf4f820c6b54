import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionBill, TotalKey } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { explain } from '../../../src/shared/billing/explain/explain.ts';
import type { ExplanationSubject } from '../../../src/shared/billing/explanation.ts';
import { billScenario } from '../../../src/shared/billing/recompute.ts';
import { AMOUNT_PER_FEN } from '../../../src/shared/numeric/fixed.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import { deleteLines } from '../../../src/shared/scenario/commands/lines.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import { applyPatch } from '../../../src/shared/scenario/patch.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import {
  billOf,
  nodeLine,
  nodeSku,
  type PlanInput,
  packLine,
  packSku,
  priceBook,
  scenarioOf,
  usageLine,
  usageSku,
} from '../../support/billing.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const explainPlan = (book: PriceBook, plan: PlanInput, subject: ExplanationSubject) => {
  const input = { scenario: scenarioOf(plan), priceBook: book };
  return explain(input, computeBill(input), subject);
};

describe('a charge', () => {
  const book = priceBook([
    usageSku({ price: '0.5', per: 10 }),
    usageSku({
      sku: 'hours',
      unit: 'node-hour',
      price: {
        tiers: [
          { upTo: '96', price: '3.3' },
          { upTo: '360', price: '1.8' },
          { upTo: null, price: '1.3' },
        ],
        tierClock: 'month',
      },
    }),
    packSku({ amount: '3' }),
  ]);

  it('says how its quantity came about', () => {
    // 100 x 1.05^1 x 2 instances x 14 of 28 days = 105
    const plan = { months: 2, usage: [usageLine({ growth: '0.05', instances: '2', to: '2026-02-14' })] };
    const charge = explainPlan(book, plan, { kind: 'charge', option: 'A', line: 'u1', month: '2026-02' });
    expect(charge).toMatchObject({
      quantity: { per: 'month', typed: '100', overridden: false, growth: '0.05', growthMonths: 1, base: 105_000_000n, instances: '2' },
    });
    expect(charge).toMatchObject({ quantity: { activeDays: 14, basisDays: 28, quantity: 105_000_000n } });
  });

  it('shows the override of a month as it was typed', () => {
    const plan = { usage: [usageLine({ monthly: { '2026-01': '7.50' } })] };
    const charge = explainPlan(book, plan, { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' });
    expect(charge).toMatchObject({ quantity: { typed: '7.50', overridden: true, base: 7_500_000n } });
  });

  it('shows the price with its block, edition and source, or that the user typed it', () => {
    const subject = { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' } as const;
    const published = explainPlan(book, { usage: [usageLine()] }, subject);
    expect(published).toMatchObject({
      price: { origin: 'book', edition: 'test', unit: 'gb', price: { kind: 'flat', price: '0.5', per: 10 } },
    });
    const typed = explainPlan(book, { usage: [usageLine({ price: '0.4' })] }, subject);
    expect(typed).toMatchObject({ price: { origin: 'user', price: { kind: 'flat', price: '0.4', per: 10 } } });
  });

  it('shows how much of one instance fell into each tier', () => {
    // 800 h on 2 instances: 400 each = 96 + 264 + 40
    const plan = { usage: [usageLine({ sku: 'hours', quantity: '400', instances: '2' })] };
    const charge = explainPlan(book, plan, { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' });
    if (charge?.kind !== 'charge' || charge.price.price.kind !== 'graduated') throw new Error('no tiers');
    expect(charge.price.price.tiers.map(({ quantity }) => quantity)).toEqual([96_000_000n, 264_000_000n, 40_000_000n]);
  });

  it('lists the packs that paid, what was left of them, and the rounding', () => {
    // 100 / 10 x 0.5 = 5 CNY, the pack pays 3
    const charge = explainPlan(
      book,
      { usage: [usageLine({ quantity: '100.1' })], packs: [packLine()] },
      { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' },
    );
    if (charge?.kind !== 'charge') throw new Error('no charge');
    expect(charge.draws).toMatchObject([
      { pack: 'p1', start: '2026-01-01', end: '2026-02-01', amount: 3_000_000_000_000n, balanceAfter: 0n, expiry: '2027-01-01' },
    ]);
    // 5.005 - 3 = 2.005, half-up 2.01
    expect(charge.uncovered).toBe(2_005_000_000_000n);
    expect(charge.payable).toBe(201n);
    expect(charge.roundingDifference).toBe(5_000_000_000n);
  });
});

it('explains a purchase and its expense', () => {
  // 3000 x 2 x 3 = 18000, 6000 a month; two of the three months are in the horizon
  const plan = { months: 2, nodes: [nodeLine({ count: '2', months: '3' })] };
  expect(explainPlan(priceBook([nodeSku()]), plan, { kind: 'node', option: 'A', line: 'n1' })).toMatchObject({
    price: { origin: 'book', price: { kind: 'flat', price: '3000', per: 1 } },
    count: '2',
    months: '3',
    purchase: 1_800_000n,
    purchaseMonth: '2026-01',
    expense: [
      { month: '2026-01', amount: 600_000n },
      { month: '2026-02', amount: 600_000n },
    ],
  });
});

it('explains an allowance by its SKU: it has no line', () => {
  const allowance = packSku({
    sku: 'a',
    class: 'allowance',
    denomination: 'quantity',
    amount: '30',
    price: '0',
    reset: 'month',
    validity: 'none',
  });
  const plan = { months: 2, usage: [usageLine({ quantity: '40' })] };
  expect(explainPlan(priceBook([usageSku(), allowance]), plan, { kind: 'pack', option: 'A', line: 'a' })).toMatchObject({
    packClass: 'allowance',
    held: 30_000_000n,
    used: 60_000_000n,
    users: [
      { line: 'u1', month: '2026-01', quantity: 30_000_000n },
      { line: 'u1', month: '2026-02', quantity: 30_000_000n },
    ],
  });
});

it('names the users of a pack and of an allowance as the charges do, in their order, also after edits', () => {
  fc.assert(
    fc.property(pricedScenario, fc.nat(4), ({ scenario, priceBook: book }, at) => {
      const [option] = scenario.options;
      const line = option?.usage[at % Math.max(option.usage.length, 1)]?.id;
      if (option === undefined || line === undefined) return;
      const before = billScenario({ scenario, priceBook: book }, null);
      const edit = deleteLines(scenario, { option: 'A', sheet: 'usage', lines: [line] });
      const edited = applyPatch(scenario, edit.ok ? edit.value : []);
      for (const { input, bill } of [before, billScenario({ scenario: edited, priceBook: book }, before)]) {
        const [optionBill] = bill.options;
        const allowances = book.skus.filter((sku) => sku.kind === 'pack' && sku.class === 'allowance');
        for (const id of [...option.packs.map((pack) => pack.id), ...allowances.map(({ sku }) => sku)]) {
          const explained = explain(input, bill, { kind: 'pack', option: 'A', line: id });
          if (explained?.kind !== 'pack' || optionBill === undefined) throw new Error(`no pack ${id}`);
          const isAllowance = explained.packClass === 'allowance';
          const expected = [...optionBill.lines].flatMap(([user, lineBill]) =>
            (lineBill.kind === 'usage' ? [...lineBill.charges.values()] : []).flatMap(({ month, draws }) => {
              const drawn = draws.filter((draw) => draw.pack === id && (draw.packClass === 'allowance') === isAllowance);
              const sum = (key: 'amount' | 'quantity') => drawn.reduce((total, draw) => total + draw[key], 0n);
              return drawn.length === 0 ? [] : [{ line: user, month, amount: sum('amount'), quantity: sum('quantity') }];
            }),
          );
          expect(explained.users).toEqual(expected);
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('knows no number of a dropped line, another month, or another option', () => {
  const book = priceBook([usageSku({ price: null })]);
  const plan = { usage: [usageLine()] };
  expect(explainPlan(book, plan, { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' })).toBeNull();
  expect(explainPlan(book, plan, { kind: 'total', option: 'A', total: 'cash', month: '2026-02' })).toBeNull();
  expect(explainPlan(book, plan, { kind: 'total', option: 'B', total: 'cash', month: null })).toBeNull();
  expect(billOf(book, plan).complete).toBe(false);
  expect(explainPlan(book, plan, { kind: 'total', option: 'A', total: 'cash', month: null })).toMatchObject({
    missing: [{ sheet: 'usage', line: 'u1' }],
  });
});

const TOTALS: readonly TotalKey[] = [
  'usageListCost',
  'covered',
  'payable',
  'purchases',
  'cash',
  'expense',
  'forfeitedCost',
  'prepaidBalance',
];
const amountOf = ({ totals }: OptionBill, total: TotalKey): bigint => {
  const value = totals[total];
  if (typeof value === 'object') return Object.values(value).reduce((sum, each) => sum + each, 0n);
  return total === 'usageListCost' ? value : value * AMOUNT_PER_FEN;
};

it('adds the parts of every total of the golden scenarios up to it, and every charge to its list cost', () => {
  const { cases } = JSON.parse(readFileSync(new URL('../../golden/engine-cases.json', import.meta.url), 'utf8'));
  const editions = new Map((['seed', '2021-01-21'] as const).map((edition) => [edition as string, readPriceBook(edition)]));
  for (const { scenario: data } of cases) {
    const parsed = parseScenario(data);
    if (!parsed.ok) throw new Error(parsed.error.code);
    const book = parsed.value.priceBookInline ?? editions.get(parsed.value.priceBook);
    if (book === undefined) throw new Error('no edition');
    const input = { scenario: parsed.value, priceBook: book };
    const bill = computeBill(input);
    for (const option of bill.options) {
      for (const month of [null, ...option.months.map((each) => each.month)]) {
        for (const total of TOTALS) {
          const explained = explain(input, bill, { kind: 'total', option: option.id, total, month });
          if (total === 'prepaidBalance' && month !== null) continue;
          if (explained?.kind !== 'total') throw new Error(`no ${total}`);
          expect(explained.parts.reduce((sum, part) => sum + part.amount, 0n)).toBe(explained.amount);
          if (month === null) expect(explained.amount).toBe(amountOf(option, total));
        }
      }
      for (const [line, lineBill] of option.lines) {
        if (lineBill.kind !== 'usage') continue;
        for (const charge of lineBill.charges.values()) {
          const explained = explain(input, bill, { kind: 'charge', option: option.id, line, month: charge.month });
          if (explained?.kind !== 'charge') throw new Error(`no charge ${line} ${charge.month}`);
          const covered = explained.draws.reduce((sum, draw) => sum + draw.amount, 0n);
          expect(covered + explained.uncovered).toBe(charge.listCost);
          expect(explained.uncovered + explained.roundingDifference).toBe(charge.payable * AMOUNT_PER_FEN);
        }
      }
    }
  }
});
