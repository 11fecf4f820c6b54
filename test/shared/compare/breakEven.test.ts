import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBreakEvens } from '../../../src/shared/compare/breakEven.ts';
import { explainBreakEven } from '../../../src/shared/compare/explainBreakEven.ts';
import { formatQuantity } from '../../../src/shared/numeric/fixed.ts';
import { parsePriceBook } from '../../../src/shared/pricebook/parse.ts';
import type { PriceBook } from '../../../src/shared/pricebook/types.ts';
import { makeBlankScenario, makeNodeLine, makeOption, makeUsageLine } from '../../../src/shared/scenario/blank.ts';
import type { NodeLine, Scenario, UsageLine } from '../../../src/shared/scenario/types.ts';

const loadBook = (edition: string): PriceBook => {
  const file = new URL(`../../../resources/pricebook/${edition}.json`, import.meta.url);
  const parsed = parsePriceBook(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
};
const LATER = loadBook('2021-01-21');
const SEED = loadBook('seed');

const scenarioOf = (nodes: readonly Partial<NodeLine>[], usage: readonly Partial<UsageLine>[]): Scenario => ({
  ...makeBlankScenario({ name: '', priceBook: 'seed', startMonth: '2026-01' }),
  options: [
    { ...makeOption('A', 'prepaid'), nodes: nodes.map((line, index) => ({ ...makeNodeLine(`n${index + 1}`), ...line })) },
    { ...makeOption('B', 'hourly'), usage: usage.map((line, index) => ({ ...makeUsageLine(`u${index + 1}`), ...line })) },
  ],
});
const T4 = { sku: 'ti-ems.node.8c32g1t4' };
const hoursOf = (book: PriceBook, node: Partial<NodeLine>, usage: Partial<UsageLine>): readonly string[] =>
  findBreakEvens(scenarioOf([node], [usage]), book).map(({ hours, withinMonth }) => `${hours}${withinMonth ? '' : ' (never in a month)'}`);

describe('hours a month at which an hourly price costs as much as a prepaid node', () => {
  it.each<[string, Partial<NodeLine>, Partial<UsageLine>, readonly string[]]>([
    ['3000 / 8.07 an hour', T4, { sku: 'artlab.tool.dedicated.from' }, ['371.747212']],
    ['3000 / (0.0077 x 3600) an hour', T4, { sku: 'artlab.tool.shared' }, ['108.225108']],
    ['96 x 10.6 = 1017.6; 264 x 5.4 = 1425.6; (3000 - 2443.2) / 3.7 + 360', T4, { sku: 'ti-ems.node-hour.8c32g1t4' }, ['510.486486']],
    ['the first tier is enough: 500 / 10.6', { ...T4, price: '500' }, { sku: 'ti-ems.node-hour.8c32g1t4' }, ['47.169811']],
    ['exactly the end of a tier', { ...T4, price: '1017.6' }, { sku: 'ti-ems.node-hour.8c32g1t4' }, ['96']],
    ['own prices on both sides: 100 / 4', { ...T4, price: '100' }, { sku: 'artlab.tool.dedicated.other', price: '4' }, ['25']],
    ['3000 / 1 hour is more than a month has', T4, { sku: 'artlab.tool.dedicated.from', price: '1' }, ['3000 (never in a month)']],
    ['a price that is not published', T4, { sku: 'artlab.tool.dedicated.other' }, []],
    ['a price of zero', T4, { sku: 'artlab.tool.dedicated.from', price: '0' }, []],
    ['a price that is no number', T4, { sku: 'artlab.tool.dedicated.from', price: 'dear' }, []],
    ['not metered in time', T4, { sku: 'artlab.traffic.out.day' }, []],
    ['usage on the nodes themselves', T4, { sku: 'artlab.tool.dedicated.from', onNodes: 'n1' }, []],
    ['an unknown SKU', { sku: 'no.such' }, { sku: 'artlab.tool.dedicated.from' }, []],
  ])('%s', (_, node, usage, expected) => {
    expect(hoursOf(LATER, node, usage)).toEqual(expected);
  });

  it('pairs each price once, and only across options', () => {
    const usage = [{ sku: 'artlab.tool.dedicated.from' }, { sku: 'artlab.tool.dedicated.from' }, { sku: 'artlab.tool.dedicated.to' }];
    const scenario = scenarioOf([T4, T4, { ...T4, price: '2500' }], usage);
    expect(findBreakEvens(scenario, SEED).map(({ node, usage: line }) => [node.line, line.line])).toEqual([
      ['n1', 'u1'],
      ['n1', 'u3'],
      ['n3', 'u1'],
      ['n3', 'u3'],
    ]);
    const merged = { ...scenario, options: [{ ...makeOption('A', ''), nodes: scenario.options[0]?.nodes ?? [], usage: [] }] };
    expect(findBreakEvens(merged, SEED)).toEqual([]);
  });
});

describe('why a break-even is what it is', () => {
  const ask = (node: Partial<NodeLine>, usage: Partial<UsageLine>) =>
    explainBreakEven(scenarioOf([node], [usage]), LATER, { node: { option: 'A', line: 'n1' }, usage: { option: 'B', line: 'u1' } });

  it('is the two published unit prices', () => {
    const found = ask(T4, { sku: 'artlab.tool.shared' });
    expect(found?.node.price).toMatchObject({ origin: 'book', unit: 'node-month', price: { kind: 'flat', price: '3000' } });
    expect(found?.usage.price).toMatchObject({ origin: 'book', unit: 'gpu-second', price: { kind: 'flat', price: '0.0077' } });
    // 3000 / 0.0077 seconds, 3600 of them an hour
    expect(found).toMatchObject({ units: 389_610_389_610n, unitsPerHour: 3600n, hours: '108.225108', withinMonth: true });
  });

  it('is the tiers that add up to the price of the node', () => {
    const found = ask(T4, { sku: 'ti-ems.node-hour.8c32g1t4' });
    const price = found?.usage.price.price;
    if (price?.kind !== 'graduated') throw new Error('no tiers');
    // 96 x 10.6 + 264 x 5.4 + 150.486486 x 3.7 = 1017.6 + 1425.6 + 556.8 = 3000
    expect(price.tiers.map(({ quantity }) => formatQuantity(quantity))).toEqual(['96', '264', '150.486486']);
    expect(found?.hours).toBe('510.486486');
  });

  it('is the price that the user typed on either line', () => {
    const found = ask({ ...T4, price: '100' }, { sku: 'ti-ems.node-hour.8c32g1t4', price: '4' });
    expect(found?.node.price).toMatchObject({ origin: 'user', price: { price: '100' } });
    expect(found?.usage.price).toMatchObject({ origin: 'user', price: { kind: 'flat', price: '4' } });
  });

  it('has the hours of the list, and none for lines that are gone or never meet', () => {
    for (const pair of findBreakEvens(scenarioOf([T4, { ...T4, price: '2500' }], [{ sku: 'artlab.tool.shared' }]), SEED)) {
      expect(explainBreakEven(scenarioOf([T4, { ...T4, price: '2500' }], [{ sku: 'artlab.tool.shared' }]), SEED, pair)?.hours).toBe(
        pair.hours,
      );
    }
    expect(ask(T4, { sku: 'artlab.tool.shared', onNodes: 'n1' })).toBeNull();
    expect(ask(T4, { sku: 'artlab.traffic.out.day' })).toBeNull();
    expect(
      explainBreakEven(scenarioOf([], []), LATER, { node: { option: 'A', line: 'n1' }, usage: { option: 'B', line: 'u1' } }),
    ).toBeNull();
  });
});
