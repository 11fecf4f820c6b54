import { expect, it } from 'vitest';
import { hasOwnRules } from '../../../src/renderer/features/options/ownRules.ts';
import { overridesText } from '../../../src/shared/pricebook/overrides.ts';
import type { Option } from '../../../src/shared/scenario/types.ts';
import { nodeLine, nodeSku, packLine, packSku, priceBook, provider, usageLine, usageSku } from '../../support/billing.ts';

const book = priceBook(
  [
    nodeSku(),
    usageSku(),
    packSku(),
    usageSku({ sku: 'v', provider: 'y' }),
    usageSku({ sku: 'w', provider: 'y', category: 'storage' }),
    packSku({ sku: 'a', class: 'allowance', price: '0', scope: { categories: ['storage'] } }),
  ],
  [provider(), provider({ id: 'y' })],
);
const optionOf = (lines: Partial<Option>): Option => ({ id: 'A', name: 'A', nodes: [], usage: [], packs: [], ...lines });
const rounding = overridesText({ x: { rounding: 'down' } });
const order = overridesText({ x: { burnClasses: ['pack', 'allowance', 'free', 'voucher'] } });

it.each([
  ['usage of the provider', optionOf({ usage: [usageLine()] }), true, false],
  ['a pack of the provider', optionOf({ packs: [packLine()] }), false, true],
  ['usage of another provider', optionOf({ usage: [usageLine({ sku: 'v' })] }), false, false],
  ['usage of another provider that an allowance of this one covers', optionOf({ usage: [usageLine({ sku: 'w' })] }), false, true],
  ['such usage on nodes, which costs nothing', optionOf({ usage: [usageLine({ sku: 'w', onNodes: 'n1' })] }), false, false],
  ['nodes, which are rounded in one way everywhere', optionOf({ nodes: [nodeLine()] }), false, false],
  ['usage on nodes, which costs nothing', optionOf({ nodes: [nodeLine()], usage: [usageLine({ onNodes: 'n1' })] }), false, false],
  ['an SKU that the book lacks', optionOf({ usage: [usageLine({ sku: 'nowhere' })] }), false, false],
] as const)('%s: whether rounding, and whether the class order of a provider decides', (_, option, byRounding, byOrder) => {
  expect([hasOwnRules(option, book, rounding), hasOwnRules(option, book, order)]).toEqual([byRounding, byOrder]);
});

it('a rule that the book has anyway, or of nobody in it, decides about nothing', () => {
  const option = optionOf({ usage: [usageLine()], packs: [packLine()] });
  for (const rules of [null, overridesText({ x: { rounding: 'half-up' } }), overridesText({ z: { rounding: 'down' } })]) {
    expect(hasOwnRules(option, book, rules)).toBe(false);
  }
});
