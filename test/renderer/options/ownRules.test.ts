import { expect, it } from 'vitest';
import { hasOwnRules } from '../../../src/renderer/features/options/ownRules.ts';
import { overridesText } from '../../../src/shared/pricebook/overrides.ts';
import type { Option } from '../../../src/shared/scenario/types.ts';
import { nodeLine, nodeSku, packLine, packSku, priceBook, provider, usageLine, usageSku } from '../../support/billing.ts';

const book = priceBook([nodeSku(), usageSku(), packSku(), usageSku({ sku: 'v', provider: 'y' })], [provider(), provider({ id: 'y' })]);
const optionOf = (lines: Partial<Option>): Option => ({ id: 'A', name: 'A', nodes: [], usage: [], packs: [], ...lines });
const ofX = overridesText({ x: { rounding: 'down' } });

it.each([
  ['usage of the provider', optionOf({ usage: [usageLine()] }), true],
  ['a pack of the provider', optionOf({ packs: [packLine()] }), true],
  ['usage of another provider', optionOf({ usage: [usageLine({ sku: 'v' })] }), false],
  ['nodes, which are rounded in one way everywhere', optionOf({ nodes: [nodeLine()] }), false],
  ['usage on nodes, which costs nothing', optionOf({ nodes: [nodeLine()], usage: [usageLine({ onNodes: 'n1' })] }), false],
  ['an SKU that the book lacks', optionOf({ usage: [usageLine({ sku: 'nowhere' })] }), false],
] as const)('a rule of a provider decides about %s', (_, option, decides) => {
  expect(hasOwnRules(option, book, ofX)).toBe(decides);
});

it('a rule that the book has anyway, or of nobody in it, decides about nothing', () => {
  const option = optionOf({ usage: [usageLine()], packs: [packLine()] });
  for (const rules of [null, overridesText({ x: { rounding: 'half-up' } }), overridesText({ z: { rounding: 'down' } })]) {
    expect(hasOwnRules(option, book, rules)).toBe(false);
  }
});
