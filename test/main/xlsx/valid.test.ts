/**
 * Excel takes what we write without a repair: Microsoft's validator finds nothing in exports that use everything.
 * Skipped where the validator has no program for the platform.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import type { Option, Scenario } from '../../../src/shared/scenario/types.ts';
import { billOptions, NODES, option, TOOLS, UNPRICED } from '../../renderer/reportScenario.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { findingsOf, hasJudge } from './judge.ts';
import { exportScenario, must } from './workbooks.ts';

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
const sample = (name: string): Scenario => must(parseScenario(readJson(`resources/sample/${name}.json`)));
const compared = (months: number, ...options: readonly Option[]): Scenario => billOptions(months, ...options).scenario;
const MORE = ['D', 'E', 'F'].map((id) => option(id, id === 'F' ? {} : { nodes: NODES.nodes }));
const golden = (index: number): Scenario => {
  const { cases } = readJson('test/golden/engine-cases.json') as { readonly cases: readonly { readonly scenario: unknown }[] };
  return must(parseScenario(cases[index]?.scenario));
};

describe.skipIf(!hasJudge)('Office finds nothing to repair in', () => {
  it.each([
    ['the sample', 'en', () => sample('en')],
    ['the sample', 'zh-CN', () => sample('zh-CN')],
    ['two options with all kinds of lines, over 18 months', 'en', () => golden(77)],
    ['two options with charts of one month', 'zh-CN', () => compared(1, NODES, TOOLS)],
    ['six options with charts, some incomplete or empty, over 36 months', 'en', () => compared(36, NODES, TOOLS, UNPRICED, ...MORE)],
    ['one option with a price book of its own', 'zh-CN', () => golden(111)],
  ] as const)('%s (%s)', async (_, locale, read) => {
    const scenario = read();
    const priceBook = scenario.priceBookInline ?? readPriceBook(scenario.priceBook === 'seed' ? 'seed' : '2021-01-21');
    const { file } = await exportScenario(scenario, { locale, priceBook });
    expect(await findingsOf(file)).toEqual([]);
  });
});
