/** The sheets that say what a number rests on: every issue and assumption with its cell, and the prices in use with their sources. */
import { describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { cellUnder, exportScenario, openWorkbook, rowsUnder, scenarioOf, sheetOf } from './workbooks.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 60_000 });

const [A] = scenarioOf({
  nodes: [{ region: 'moon' }],
  usage: [{ quantity: '-1' }, { quantity: '100', monthly: { '2026-02': 'many' } }],
  packs: [],
}).options;
const [B] = scenarioOf({
  usage: [{ quantity: '64936' }, { sku: 'artlab.requests.put', quantity: '5', price: '0.01' }],
  packs: [{ sku: 'artlab.voucher.student-300', count: '1' }],
}).options;
const PLAN: Scenario = { ...scenarioOf({}), options: [A, B].flatMap((option, at) => (option ? [{ ...option, id: 'AB'[at] ?? '' }] : [])) };

const issueRowsOf = async (locale: Locale, name: string): Promise<readonly (readonly string[])[]> =>
  rowsUnder(sheetOf(await openWorkbook((await exportScenario(PLAN, { locale })).file), name));

describe('assumptions and issues', () => {
  it('lists every issue of every option in its order, and then the prices in use that are assumed', async () => {
    const { bill, file } = await exportScenario(PLAN);
    const rows = rowsUnder(sheetOf(await openWorkbook(file), 'Assumptions and issues'));
    const issues = bill.options.flatMap(({ id, issues }) => issues.map(({ line, code }) => [id, line, code]));
    expect(rows.map(([option, line, , , code]) => [option, line, code])).toEqual([...issues, ['', '', 'ASSUMPTION']]);
    expect(issues.map(([, , code]) => code)).toEqual(expect.arrayContaining(['VALUE_INVALID', 'REGION_NOT_OFFERED', 'ASSUMPTION']));
  });

  it.each([
    ['en', 'Assumptions and issues', ['A', 'n1', 'Nodes!E4', 'error', 'REGION_NOT_OFFERED'], 'The item is not offered in “moon”.'],
    ['zh-CN', '假设与问题', ['A', 'n1', '节点!E4', '错误', 'REGION_NOT_OFFERED'], '“moon”不提供此计费项。'],
  ] as const)('names option, line, cell, severity and code, and says it in %s', async (locale, name, facts, sentence) => {
    const [first] = await issueRowsOf(locale, name);
    expect(first?.slice(0, 5)).toEqual(facts);
    expect(first?.[5]).toContain(sentence);
  });

  it('points at the cell of the field, of a month too, and at the SKU where the line as a whole is meant', async () => {
    const rows = await issueRowsOf('en', 'Assumptions and issues');
    const placesOf = (line: string, option: string): readonly string[] =>
      rows.filter((row) => row[0] === option && row[1] === line).map((row) => row[2] ?? '');
    expect(placesOf('u1', 'A')).toEqual(['Usage!E4']);
    // column X: the override of 2026-02 of the second line
    expect(placesOf('u2', 'A')).toEqual(['Usage!X5']);
    expect(placesOf('p1', 'B')).toContain('Packs!C4');
    expect(rows.at(-1)?.slice(0, 5)).toEqual(['', '', "'Price book'!A8", 'note', 'ASSUMPTION']);
  });

  it('is there, with its headers, where there is nothing to say', async () => {
    const { file } = await exportScenario(scenarioOf({ nodes: [{}] }));
    expect(rowsUnder(sheetOf(await openWorkbook(file), 'Assumptions and issues'))).toEqual([]);
  });
});

describe('the price book of a workbook', () => {
  it('holds the SKUs that lines name, and the allowances that these bring with them', async () => {
    const sheet = sheetOf(await openWorkbook((await exportScenario(PLAN)).file), 'Price book');
    const used = [
      'ti-ems.node.8c32g1t4',
      'artlab.tool.shared',
      'artlab.requests.put',
      'artlab.allowance.put',
      'artlab.voucher.student-300',
    ];
    expect(rowsUnder(sheet).map(([sku]) => sku)).toEqual(used);
  });

  it('gives each price with its unit, edition, document and date', async () => {
    const sheet = sheetOf(await openWorkbook((await exportScenario(PLAN)).file), 'Price book');
    const shared = (header: string): unknown => cellUnder(sheet, header, 2).value;
    expect(shared('Price, or tiers (CNY)')).toBe(0.0077);
    expect(['Unit', 'Edition', 'Assumed'].map(shared)).toEqual(['GPU seconds', 'seed', null]);
    expect(String(shared('Source document'))).not.toBe('');
    expect(String(shared('Date of source'))).toMatch(/^\d{4}-\d{2}/);
  });

  it.each([
    ['en', 'Price book', 'Price, or tiers (CNY)', 'not published', 'Assumed', 'assumed'],
    ['zh-CN', '价格簿', '单价或阶梯（元）', '未公布', '是否假设', '假设'],
  ] as const)('says in %s what is not published and what is assumed', async (locale, name, price, unpublished, assumed, yes) => {
    const sheet = sheetOf(await openWorkbook((await exportScenario(PLAN, { locale })).file), name);
    expect(cellUnder(sheet, price, 3).value).toBe(unpublished);
    expect([1, 2, 3, 4, 5].map((line) => cellUnder(sheet, assumed, line).value)).toContain(yes);
  });
});
