import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Charge, OptionBill } from '../../../../src/shared/billing/bill.ts';
import { computeBill } from '../../../../src/shared/billing/computeBill.ts';
import { explain } from '../../../../src/shared/billing/explain/explain.ts';
import { type DrawTurn, explainTurns } from '../../../../src/shared/billing/explain/turns.ts';
import { formatAmount } from '../../../../src/shared/numeric/fixed.ts';
import { overridesText } from '../../../../src/shared/pricebook/overrides.ts';
import type { PackSku } from '../../../../src/shared/pricebook/types.ts';
import type { PackLine, Scenario } from '../../../../src/shared/scenario/types.ts';
import { pricedScenario } from '../../../oracle/arbitrary.ts';
import { packLine, packSku, priceBook, provider, scenarioOf, usageLine, usageSku } from '../../../support/billing.ts';

/** Two packs of 10 and 20 CNY, of the given SKUs and lines, on 100 CNY of usage: why the second one came second. */
const turnsOf = (
  [first, second]: readonly [Partial<PackSku>, Partial<PackSku>],
  lines: readonly [Partial<PackLine>, Partial<PackLine>] = [{}, {}],
  change: Partial<Scenario> = {},
) => {
  const book = priceBook([
    usageSku({ price: '1' }),
    packSku({ sku: 'first', denomination: 'money', amount: '10', ...first }),
    packSku({ sku: 'second', denomination: 'money', amount: '20', ...second }),
  ]);
  const packs = [packLine({ id: 'p1', sku: 'first', ...lines[0] }), packLine({ id: 'p2', sku: 'second', ...lines[1] })];
  const input = { priceBook: book, scenario: { ...scenarioOf({ usage: [usageLine()], packs }), ...change } };
  const bill = computeBill(input);
  const charge = explain(input, bill, { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' });
  if (charge?.kind !== 'charge') throw new Error('no charge');
  return explainTurns(input, bill, charge).map(({ after, ...turn }, at) => ({ ...turn, pack: charge.draws[at]?.pack, after }));
};
const secondOf = (turns: readonly (DrawTurn & { readonly pack: string | undefined })[]) => {
  const [first, second] = turns;
  expect(first?.after).toBeNull();
  return [second?.pack, second?.after?.draw.pack, second?.after?.by];
};

describe('a pack comes after another by the first key in which they differ', () => {
  test('its class', () => {
    expect(secondOf(turnsOf([{ class: 'voucher' }, { class: 'pack' }]))).toEqual(['p1', 'p2', 'class']);
  });
  test('its priority', () => {
    expect(secondOf(turnsOf([{ priority: 3 }, { priority: 1 }]))).toEqual(['p1', 'p2', 'priority']);
  });
  test('its expiry', () => {
    expect(secondOf(turnsOf([{}, {}], [{ expiry: '2026-06-01' }, { expiry: '2026-03-01' }]))).toEqual(['p1', 'p2', 'expiry']);
  });
  test('an expiry after none at all', () => {
    expect(secondOf(turnsOf([{ validity: 'none' }, {}], [{}, { expiry: '2026-03-01' }]))).toEqual(['p1', 'p2', 'expiry']);
  });
  test('the end of the month, where a pack starts anew in each', () => {
    const lines = [{ expiry: '2026-06-01' }, { expiry: '2026-07-01' }] as const;
    expect(secondOf(turnsOf([{}, { reset: 'month' }], lines))).toEqual(['p1', 'p2', 'expiry']);
  });
  test('its start, of one expiry', () => {
    const lines = [
      { start: '2026-01-01', expiry: '2026-03-01' },
      { start: '2025-12-01', expiry: '2026-03-01' },
    ] as const;
    expect(secondOf(turnsOf([{}, {}], lines))).toEqual(['p1', 'p2', 'start']);
  });
  test('its line, where nothing else differs', () => {
    expect(secondOf(turnsOf([{}, {}], [{ expiry: '2026-03-01' }, { expiry: '2026-03-01' }]))).toEqual(['p2', 'p1', 'id']);
  });
});

test('the order of classes is said to be the scenario’s own only where it is', () => {
  const own = (burnClasses: readonly ('allowance' | 'free' | 'pack' | 'voucher')[]) =>
    turnsOf([{ class: 'voucher' }, { class: 'pack' }], [{}, {}], {
      overrides: overridesText({ [provider().id]: { burnClasses } }),
    });
  const turned = own(['voucher', 'allowance', 'free', 'pack']);
  expect(secondOf(turned)).toEqual(['p2', 'p1', 'class']);
  expect(turned.map(({ ownOrder }) => ownOrder)).toEqual([true, true]);
  expect(own(['allowance', 'free', 'pack', 'voucher']).map(({ ownOrder }) => ownOrder)).toEqual([false, false]);
});

test('a draw in other days follows none of the days before', () => {
  const lines = [{ expiry: '2026-01-11' }, { start: '2026-01-11', expiry: '2026-03-01' }] as const;
  expect(turnsOf([{}, {}], lines).map(({ pack, after }) => [pack, after])).toEqual([
    ['p1', null],
    ['p2', null],
  ]);
});

/** What all lines drew, by pack and days. */
const drawnOf = ({ lines }: OptionBill): ReadonlyMap<string, bigint> => {
  const drawn = new Map<string, bigint>();
  const charges = [...lines.values()].flatMap((line): readonly Charge[] => (line.kind === 'usage' ? [...line.charges.values()] : []));
  for (const { draws } of charges) {
    for (const { packClass, pack, start, amount } of draws) {
      const key = `${packClass} ${pack} ${start}`;
      drawn.set(key, (drawn.get(key) ?? 0n) + amount);
    }
  }
  return drawn;
};

test('what a money pack gave in some days is what all lines drew of it in them', () => {
  fc.assert(
    fc.property(pricedScenario, (input) => {
      const bill = computeBill(input);
      for (const option of bill.options) {
        const drawn = drawnOf(option);
        for (const [line, each] of option.lines) {
          if (each.kind !== 'usage') continue;
          for (const month of each.months) {
            const charge = explain(input, bill, { kind: 'charge', option: option.id, line, month });
            if (charge?.kind !== 'charge') throw new Error('no charge');
            for (const [at, { given }] of explainTurns(input, bill, charge).entries()) {
              const draw = charge.draws[at];
              if (draw?.denomination !== 'money') continue;
              expect(formatAmount(given)).toBe(formatAmount(drawn.get(`${draw.packClass} ${draw.pack} ${draw.start}`) ?? 0n));
            }
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});
