import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyContext } from '../../../src/renderer/features/why/context.ts';
import { headlineOf, headlineText, type MoneyView } from '../../../src/renderer/features/why/headline.ts';
import { resolveSubject, type WhyView } from '../../../src/renderer/features/why/resolve.ts';
import { TEXTS } from '../../../src/renderer/features/why/texts.ts';
import type { PackBalance, WhySubject } from '../../../src/renderer/state/subject.ts';
import { formatExact } from '../../../src/renderer/ui/format.ts';
import { subjectKey } from '../../../src/renderer/ui/report/subject.ts';
import { translate } from '../../../src/renderer/ui/texts.ts';
import type { TotalKey } from '../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { type Amount, formatAmount } from '../../../src/shared/numeric/fixed.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { type Billed, billOptions, node, option, optionBillOf, pack, usage } from '../reportScenario.ts';

const TOTALS = [
  'cash',
  'expense',
  'purchases',
  'payable',
  'usageListCost',
  'covered',
  'forfeitedCost',
  'prepaidBalance',
] as const satisfies readonly TotalKey[];

interface Step {
  readonly amount: Amount;
  readonly subject: WhySubject | null;
}
const partsOf = (view: WhyView): readonly Step[] => {
  switch (view.kind) {
    case 'parts':
    case 'asked':
      return view.parts;
    case 'difference':
      return view.sides;
    case 'pack':
      return view.users.map(({ amount, line, month }) => ({
        amount,
        subject: { kind: 'draws', option: view.option, line, month, pack: view.line },
      }));
    default:
      return [];
  }
};
const isMoney = (view: WhyView): view is MoneyView => view.kind !== 'breakEven' && view.kind !== 'quantity' && view.kind !== 'balance';
const sumOf = (steps: readonly Step[]): Amount => steps.reduce((sum, { amount }) => sum + amount, 0n);
const magnitude = (amount: Amount): Amount => (amount < 0n ? -amount : amount);

/** Opens every part of every part, each number once; says where one is headed by another number, or does not add up. */
const findFaults = ({ scenario, priceBook, bill }: Billed, first: WhySubject): readonly string[] => {
  const faults: string[] = [];
  const seen = new Set<string>();
  const follow = (subject: WhySubject, expected: Amount | null): void => {
    const key = subjectKey(subject);
    const view = resolveSubject({ scenario, priceBook }, bill, subject);
    if (view === null || !isMoney(view)) {
      if (expected !== null) faults.push(`${key} is gone`);
      return;
    }
    const headline = headlineOf(view);
    if (expected !== null && magnitude(headline) !== magnitude(expected)) {
      faults.push(`${key}: ${formatAmount(headline)} for ${formatAmount(expected)}`);
    }
    if (seen.has(key)) return;
    seen.add(key);
    const parts = partsOf(view);
    const adds = view.kind === 'parts' || (view.kind === 'asked' && view.total !== 'usageListCost');
    if (adds && sumOf(parts) !== headline) faults.push(`${key}: parts are ${formatAmount(sumOf(parts))}, not ${formatAmount(headline)}`);
    for (const part of parts) if (part.subject !== null) follow(part.subject, part.amount);
  };
  follow(first, null);
  return faults;
};

/** Nodes and packs before, in and after the horizon; packs of every kind of balance. */
const MIXED = option('M', {
  nodes: [
    node('n1', { count: '2', start: '2026-02-10', months: '5' }),
    node('n2', { start: '2025-11-01', months: '7' }),
    node('n3', { start: '2026-09-01' }),
  ],
  usage: [
    usage('u1', { quantity: '70000', growth: '0.1' }),
    usage('u2', { sku: 'artlab.storage.standard', quantity: '100', price: '0.12' }),
    usage('u3', { sku: 'artlab.requests.put', quantity: '123456789', price: '0.01' }),
  ],
  packs: [
    pack('p1', { sku: 'artlab.free.compute-500', start: '2026-01-10' }),
    pack('p2', { count: '2', start: '2026-03-05', expiry: '2026-04-20' }),
    pack('p3', { start: '2025-12-20', remaining: '70' }),
    pack('p4', { sku: 'artlab.voucher.student-300', start: '2026-01-01' }),
  ],
});

describe('every number that is opened is headed by itself and made of what adds up to it', () => {
  const billed = billOptions(6, MIXED);
  const months = optionBillOf(billed, 'M').months.map(({ month }) => month);

  test.each(TOTALS)('from %s, over the horizon and in each month', (total) => {
    const of = (month: string | null): WhySubject => ({ kind: 'total', option: 'M', total, month });
    expect(findFaults(billed, of(null))).toEqual([]);
    if (total !== 'prepaidBalance') for (const month of months) expect(findFaults(billed, of(month))).toEqual([]);
  });

  test('on random scenarios', () => {
    fc.assert(
      fc.property(pricedScenario, fc.constantFrom(...TOTALS), fc.nat(11), fc.boolean(), ({ scenario, priceBook }, total, at, whole) => {
        const bill = computeBill({ scenario, priceBook });
        for (const { id, months: each } of bill.options) {
          const month = whole ? null : (each[at % each.length]?.month ?? null);
          expect(findFaults({ scenario, priceBook, bill }, { kind: 'total', option: id, total, month })).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('one line asked for by a total', () => {
  const billed = billOptions(6, MIXED);
  const ask = (line: string, total: TotalKey, month: string | null) => {
    const view = resolveSubject(billed, billed.bill, { kind: 'lines', option: 'M', lines: [line], total, month });
    if (view === null || !isMoney(view)) throw new Error('nothing');
    return view;
  };
  const listOf = (view: WhyView) =>
    view.kind === 'asked' ? view.parts.map(({ kind, amount, product }) => [kind, formatAmount(amount), product]) : view.kind;

  test('a node in one month of expense: what is recognised by its end, less what was before', () => {
    // 3000 x 2 x 5 = 30000 from February on; March is the second of five months
    expect(listOf(ask('n1', 'expense', '2026-03'))).toEqual([
      ['recognised', '12000', '30,000.00 × 2 ÷ 5'],
      ['recognised', '-6000', '30,000.00 × 1 ÷ 5'],
    ]);
    expect(listOf(ask('n1', 'expense', '2026-02'))).toEqual([['recognised', '6000', '30,000.00 × 1 ÷ 5']]);
  });

  test('a node that was bought before the horizon: its months in it, and no cash', () => {
    expect(formatAmount(headlineOf(ask('n2', 'expense', null)))).toBe('15000');
    expect(formatAmount(headlineOf(ask('n2', 'cash', null)))).toBe('0');
    expect(ask('n1', 'cash', null).kind).toBe('node');
  });

  test('a pack by what it forfeits: the part of its price that it held to the end', () => {
    const view = ask('p2', 'forfeitedCost', null);
    if (view.kind !== 'asked' || view.of.kind !== 'pack') throw new Error('no pack');
    expect(view.amount).toBe(view.of.forfeitedCost * 10n ** 10n);
  });

  test('a charge by its list cost ends there; by what is covered it is its packs', () => {
    const list = ask('u1', 'usageListCost', '2026-01');
    // 70000 x 0.0077
    expect(formatAmount(headlineOf(list))).toBe('539');
    expect(ask('u1', 'payable', '2026-01').kind).toBe('charge');
    const covered = ask('u1', 'covered', '2026-01');
    if (covered.kind !== 'asked') throw new Error('no parts');
    expect(covered.parts.map(({ kind }) => kind)).toEqual(covered.parts.map(() => 'draws'));
    expect(covered.parts.length).toBeGreaterThan(1);
  });
});

describe('a number that is no money', () => {
  const billed = billOptions(6, MIXED);
  const ask = (subject: WhySubject): WhyView => {
    const view = resolveSubject(billed, billed.bill, subject);
    if (view === null) throw new Error('nothing');
    return view;
  };
  const context = whyContext({
    text: translate(TEXTS, 'en'),
    locale: 'en',
    scenario: billed.scenario,
    priceBook: billed.priceBook,
    open: () => undefined,
    showPrice: () => undefined,
    showDriver: () => undefined,
  });
  const headline = (subject: WhySubject): string => headlineText(ask(subject), context);

  test('a month of usage is headed by its quantity, and explained by its charge', () => {
    const subject = { kind: 'quantity', option: 'M', line: 'u1', months: ['2026-02'] } as const;
    // 70000 x 1.1
    expect(headline(subject)).toBe('77,000 GPU seconds');
    expect(ask(subject)).toMatchObject({ charges: [{ month: '2026-02' }] });
  });

  test('a quarter is headed by what its months add up to', () => {
    // 70000 x (1 + 1.1 + 1.21)
    const view = ask({ kind: 'quantity', option: 'M', line: 'u1', months: ['2026-01', '2026-02', '2026-03'] });
    expect(headlineText(view, context)).toBe('231,700 GPU seconds');
    expect(view.kind === 'quantity' && view.charges.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03']);
  });

  test('a pack is headed by the balance that was clicked, and is nothing where the line is gone', () => {
    const pack = optionBillOf(billed, 'M').packs.get('p1');
    const of = (balance: PackBalance): WhySubject => ({ kind: 'balance', option: 'M', line: 'p1', balance });
    expect((['held', 'used', 'forfeited', 'remaining'] as const).map((each) => headline(of(each)))).toEqual(
      [pack?.held, pack?.used, pack?.forfeited, pack?.remaining].map((value) => formatExact(value ?? 0n)),
    );
    expect(resolveSubject(billed, billed.bill, { ...of('used'), line: 'p9' } as WhySubject)).toBeNull();
    expect(resolveSubject(billed, billed.bill, { kind: 'quantity', option: 'M', line: 'u1', months: ['2030-01'] })).toBeNull();
  });
});
