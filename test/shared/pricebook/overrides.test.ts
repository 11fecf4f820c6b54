/** Rounding and class order are the provider's, and a scenario may set others (billing.md, 1 and 5.1). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { explain } from '../../../src/shared/billing/explain/explain.ts';
import { billScenario } from '../../../src/shared/billing/recompute.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
import {
  applyOverrides,
  effectiveOverrides,
  isOverridesText,
  overriddenProviders,
  overridesText,
} from '../../../src/shared/pricebook/overrides.ts';
import { setProviderRule } from '../../../src/shared/scenario/commands/settings.ts';
import { formatScenario, parseScenario } from '../../../src/shared/scenario/json.ts';
import { applyPatch, invertPatch } from '../../../src/shared/scenario/patch.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { pricedScenario } from '../../oracle/arbitrary.ts';
import { packLine, packSku, priceBook, scenarioOf, usageLine, usageSku } from '../../support/billing.ts';
import { plainBill } from '../../support/plainBill.ts';

const book = priceBook([usageSku({ price: '0.005' }), packSku(), packSku({ sku: 'v', class: 'voucher' })]);
const provider = book.providers[0]?.id ?? '';
const set = (scenario: Scenario, rule: Omit<Parameters<typeof setProviderRule>[1], 'provider'>): Scenario => {
  const patch = setProviderRule(scenario, { provider, ...rule });
  return applyPatch(scenario, patch.ok ? patch.value : []);
};
const fail = (): never => {
  throw new Error('no provider');
};
const payableOf = (scenario: Scenario) => formatResult('', computeBill({ scenario, priceBook: book })).options[0]?.totals.payable;

describe('rounding', () => {
  // 3 x 0.005 = 0.015
  const plan = scenarioOf({ usage: [usageLine({ quantity: '3' })] });
  it.each([
    ['half-up', '0.02'],
    ['half-even', '0.02'],
    ['down', '0.01'],
  ] as const)('%s makes %s of 0.015', (rounding, payable) => {
    expect(payableOf(set(plan, { rounding }))).toBe(payable);
  });

  it('is explained with the provider’s own beside it, and with nothing beside it where they are the same', () => {
    const factOf = (scenario: Scenario) => {
      const input = { scenario, priceBook: book };
      const charge = explain(input, computeBill(input), { kind: 'charge', option: 'A', line: 'u1', month: '2026-01' });
      return charge?.kind === 'charge' ? [charge.rounding, charge.publishedRounding] : null;
    };
    const own = book.providers[0]?.rounding ?? 'half-up';
    expect(factOf(plan)).toEqual([own, null]);
    expect(factOf(set(plan, { rounding: 'down' }))).toEqual(['down', own === 'down' ? null : own]);
    expect(factOf(set(plan, { rounding: own }))).toEqual([own, null]);
  });
});

describe('class order', () => {
  it('decides which pack pays first', () => {
    // 31 x 0.005 = 0.155 of a pack and of a voucher of 100 each
    const plan = scenarioOf({ usage: [usageLine({ quantity: '31' })], packs: [packLine(), packLine({ id: 'p2', sku: 'v' })] });
    const usedOf = (scenario: Scenario) => {
      const packs = formatResult('', computeBill({ scenario, priceBook: book })).options[0]?.packs;
      return [packs?.p1?.used, packs?.p2?.used];
    };
    expect(usedOf(plan)).toEqual(['0.155', '0']);
    expect(usedOf(set(plan, { burnClasses: ['allowance', 'free', 'voucher', 'pack'] }))).toEqual(['0', '0.155']);
  });
});

describe('a scenario’s own rules', () => {
  const plan = scenarioOf({});
  it('are set one by one, taken back by undo, and leave nothing behind when the last one goes', () => {
    const rounded = set(plan, { rounding: 'down' });
    const both = set(rounded, { burnClasses: ['pack', 'voucher', 'allowance', 'free'] });
    expect(JSON.parse(both.overrides ?? '')).toEqual({
      [provider]: { rounding: 'down', burnClasses: ['pack', 'voucher', 'allowance', 'free'] },
    });
    expect(set(both, { burnClasses: null })).toEqual(rounded);
    expect(set(rounded, { rounding: null })).toEqual(plan);
    const patch = setProviderRule(plan, { provider, rounding: 'down' });
    expect(applyPatch(rounded, invertPatch(patch.ok ? patch.value : []))).toEqual(plan);
  });

  it('stand in the file, are absent from it where there are none, and are said in the result', () => {
    expect(formatScenario(plan)).not.toHaveProperty('overrides');
    const own = set(plan, { rounding: 'down' });
    expect(formatScenario(own)).toMatchObject({ overrides: { [provider]: { rounding: 'down' } } });
    expect(parseScenario(formatScenario(own))).toEqual({ ok: true, value: own });
    const bill = computeBill({ scenario: own, priceBook: book });
    expect(formatResult('', bill, { overrides: effectiveOverrides(book, own.overrides) }).overrides).toEqual({
      [provider]: { rounding: 'down' },
    });
    expect(formatResult('', bill)).not.toHaveProperty('overrides');
  });

  it.each([
    [{ x: { rounding: 'up' } }, 'VALUE_INVALID', 'overrides.x.rounding'],
    [{ x: { burnClasses: ['pack'] } }, 'VALUE_INVALID', 'overrides.x.burnClasses'],
    [{ x: { burnClasses: ['pack', 'pack', 'free', 'voucher'] } }, 'VALUE_INVALID', 'overrides.x.burnClasses'],
    [{ x: { tax: '6' } }, 'KEY_UNKNOWN', 'overrides.x.tax'],
    [[], 'VALUE_INVALID', 'overrides'],
  ])('that nobody can follow are refused with their place: %j', (overrides, code, place) => {
    expect(parseScenario({ ...(formatScenario(plan) as object), overrides })).toMatchObject({ ok: false, error: { code, place } });
  });

  it('that say nothing are none', () => {
    expect(parseScenario({ ...(formatScenario(plan) as object), overrides: { x: {} } })).toEqual({ ok: true, value: plan });
  });

  it('are one text for one meaning', () => {
    const text = overridesText({ b: { burnClasses: ['pack', 'voucher', 'allowance', 'free'], rounding: 'down' }, a: {} });
    expect(text).toBe('{"b":{"rounding":"down","burnClasses":["pack","voucher","allowance","free"]}}');
    expect(
      [text ?? '', '{"b":{"burnClasses":["pack","voucher","allowance","free"],"rounding":"down"}}', '{}', 'x', '[]', 'null'].map(
        isOverridesText,
      ),
    ).toEqual([true, false, false, false, false, false]);
  });

  it('change nothing where the book says the same, names fewer classes, or lacks the provider', () => {
    // The book names one class: the others follow in the default order.
    const partial = priceBook(book.skus, [{ ...(book.providers[0] ?? fail()), burnClasses: ['pack'] }]);
    const named = overridesText({ [provider]: { burnClasses: ['pack', 'allowance', 'free', 'voucher'] } });
    const foreign = overridesText({ elsewhere: { rounding: 'down' } });
    for (const text of [named, foreign]) {
      expect(effectiveOverrides(partial, text)).toEqual({});
      expect(overriddenProviders(partial, text)).toEqual([]);
      expect(applyOverrides(partial, text)).toBe(partial);
    }
    const both = overridesText({
      elsewhere: { rounding: 'down' },
      [provider]: { rounding: 'half-up', burnClasses: ['pack', 'voucher', 'allowance', 'free'] },
    });
    expect(effectiveOverrides(partial, both)).toEqual({ [provider]: { burnClasses: ['pack', 'voucher', 'allowance', 'free'] } });
    const bill = computeBill({ scenario: plan, priceBook: partial });
    expect(formatResult('', bill, { overrides: effectiveOverrides(partial, foreign) })).not.toHaveProperty('overrides');
  });

  it('leave a bill as it is where other words say the same', () => {
    const used = scenarioOf({ usage: [usageLine()] });
    const before = billScenario({ scenario: used, priceBook: book }, null);
    const own = { ...used, overrides: overridesText({ [provider]: { rounding: book.providers[0]?.rounding ?? 'down' } }) };
    expect(billScenario({ scenario: own, priceBook: book }, before).options[0]).toBe(before.options[0]);
    const other = { ...used, overrides: overridesText({ [provider]: { rounding: 'down' } }) };
    expect(billScenario({ scenario: other, priceBook: book }, before).options[0]).not.toBe(before.options[0]);
  });

  it('of two providers meet by the place of a class among all of them, whether the book names few or all', () => {
    // y names a class only: its voucher is the last of four, as x's is, and the earlier id goes first.
    const skus = [
      usageSku({ price: '0.005' }),
      packSku({ sku: 'vx', class: 'voucher' }),
      packSku({ sku: 'vy', class: 'voucher', provider: 'y' }),
    ];
    const [x] = book.providers;
    const two = priceBook(skus, [x ?? fail(), { ...(x ?? fail()), id: 'y', burnClasses: ['pack'] }]);
    const packs = [packLine({ id: 'p1', sku: 'vy' }), packLine({ id: 'p2', sku: 'vx' })];
    const result = formatResult(
      '',
      computeBill({ scenario: scenarioOf({ usage: [usageLine({ quantity: '31' })], packs }), priceBook: two }),
    );
    expect(result.options[0]?.packs).toMatchObject({ p1: { used: '0.155' }, p2: { used: '0' } });
  });

  it('name the providers whose rules differ from the book', () => {
    const [first] = book.providers;
    expect(overriddenProviders(book, set(plan, { rounding: first?.rounding ?? 'down' }).overrides)).toEqual([]);
    expect(overriddenProviders(book, set(plan, { burnClasses: ['pack', 'voucher', 'allowance', 'free'] }).overrides)).toEqual([first]);
  });
});

it('that repeat the provider’s own change nothing', () => {
  fc.assert(
    fc.property(pricedScenario, ({ scenario, priceBook: random }) => {
      const same = overridesText(
        Object.fromEntries(random.providers.map(({ id, rounding, burnClasses }) => [id, { rounding, burnClasses }])),
      );
      const plain = { ...scenario, overrides: null };
      const own = { ...scenario, overrides: same };
      expect(plainBill(computeBill({ scenario: own, priceBook: random }))).toEqual(
        plainBill(computeBill({ scenario: plain, priceBook: random })),
      );
      expect(applyOverrides(random, same)).toBe(applyOverrides(random, same));
    }),
    { numRuns: 100 },
  );
});
