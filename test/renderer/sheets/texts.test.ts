import { describe, expect, test } from 'vitest';
import { numberCell, percentCell, percentText, shortQuantity } from '../../../src/renderer/sheets/cells.ts';
import { indexIssues } from '../../../src/renderer/sheets/issueIndex.ts';
import { priceText, priceUnit, sourceText, tierLines } from '../../../src/renderer/sheets/skuTexts.ts';
import { shortUnit } from '../../../src/shared/wording/units.ts';
import { billOf, nodeLine, priceBook, usageSku } from '../../support/billing.ts';

test.each([
  [null, '', 'typed'],
  ['1234567.5', '1,234,567.5', 'typed'],
  ['-3', '−3', 'typed'],
  ['1e3', '1e3', 'typed'],
  ['abc', 'abc', 'typed'],
])('a number typed as %s is shown as %s', (text, shown, tone) => {
  expect(numberCell(text)).toMatchObject({ text: shown, tone });
});

test.each([
  ['0.05', '5%'],
  ['-0.125', '−12.5%'],
  ['10', '1,000%'],
  ['0', '0%'],
  ['0.000001', '0.0001%'],
  ['fast', 'fast'],
])('a growth of %s is shown as %s', (text, shown) => {
  expect(percentCell(text).text).toBe(shown);
});

test.each([
  [0n, '0'],
  [1n, '0'],
  [50n, '0.0001'],
  [136_392_857n, '136.3929'],
  [999_999_999n, '1,000'],
  [1_260_479_981n, '1,260.48'],
  [64_936_000_000n, '64,936'],
])('a quantity of %s millionths is shortened to %s', (quantity, shown) => {
  expect(shortQuantity(quantity)).toBe(shown);
});

describe('prices', () => {
  const graduated = {
    tiers: [
      { upTo: '96', price: '1.5' },
      { upTo: '360', price: '10.25' },
      { upTo: null, price: '9' },
    ],
    tierClock: 'month',
  } as const;
  test('a graduated price shows its lowest and highest tier', () => {
    expect(priceText(graduated)).toBe('1.5–10.25');
    expect(tierLines(graduated)).toBe('≤ 96: 1.5\n≤ 360: 10.25\n…: 9');
  });
  test('a flat one its decimals, an unpublished one nothing', () => {
    expect(priceText('0.0077')).toBe('0.0077');
    expect(priceText(null)).toBeNull();
  });
  test('with the block that it is for', () => {
    expect(priceUnit(usageSku({ unit: 'request', per: 10_000 }), 'zh-CN')).toBe('/ 10,000 次');
    expect(priceUnit(usageSku({ unit: 'gpu-second' }), 'en')).toBe('/ GPU-s');
  });
  test('and a source by the title of its document', () => {
    expect(sourceText({ document: '000_2fb8.txt (TI-EMS 计费概述)', date: '2019-11-15' })).toBe('TI-EMS 计费概述 · 2019-11-15');
    expect(sourceText({ document: 'contract', date: '2026' })).toBe('contract · 2026');
  });
});

test('a unit that is not known keeps its own name', () => {
  expect(shortUnit('gb', 'en')).toBe('GB');
  expect(shortUnit('bunch', 'zh-CN')).toBe('bunch');
});

test('issues are found by line and field; those of a whole line at its item', () => {
  const bill = billOf(priceBook([]), { nodes: [nodeLine({ id: 'n1', sku: 'x', count: '-1' }), nodeLine({ id: 'n2', sku: 'y' })] });
  const index = indexIssues(bill);
  expect(index.find('n1', 'count').map(({ code }) => code)).toEqual(['VALUE_INVALID']);
  expect(index.find('n2', 'sku').map(({ code }) => code)).toEqual(['SKU_NOT_FOUND']);
  expect(index.find('n2', 'count')).toEqual([]);
  expect(index.hasError('n2')).toBe(true);
  expect(index.hasError('n3')).toBe(false);
});

test.each([
  ['5', '5%'],
  ['５', '5%'],
  ['-12.5', '-12.5%'],
  ['0.05', '0.05'],
  ['0', '0'],
  ['7%', '7%'],
  ['fast', 'fast'],
])('a growth typed as %s is read as %s', (typed, read) => {
  expect(percentText(typed)).toBe(read);
});
