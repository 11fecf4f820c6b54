import { describe, expect, it } from 'vitest';
import {
  type ImportContext,
  type ImportPreview,
  previewImport,
  suggestMapping,
  takeImport,
} from '../../../src/shared/importing/preview.ts';
import { makeEdition } from '../../../src/shared/importing/readPrices.ts';
import { makeSkuMatcher } from '../../../src/shared/importing/skuMatch.ts';
import type { RawCell, Table } from '../../../src/shared/importing/table.ts';
import { parsePriceBook } from '../../../src/shared/pricebook/parse.ts';
import { makeBlankScenario } from '../../../src/shared/scenario/blank.ts';
import { readPriceBook } from '../../support/priceBooks.ts';

const SEED = readPriceBook('seed');
const SCENARIO = makeBlankScenario({ name: 'Plan', priceBook: 'seed', startMonth: '2026-01' });
const CONTEXT: ImportContext = { priceBook: SEED, scenario: SCENARIO, option: 'A', taken: ['u1'] };

const read = (...rows: readonly (readonly RawCell[])[]) => {
  const tables: readonly Table[] = [{ name: 'Sheet1', rows }];
  const mapping = suggestMapping(tables, CONTEXT, []);
  if (mapping === null) throw new Error('no guess');
  return { preview: previewImport(tables, mapping, CONTEXT, 100), taken: takeImport(tables, mapping, CONTEXT) };
};
const linesOf = (...rows: readonly (readonly RawCell[])[]) => {
  const { taken } = read(...rows);
  return taken.kind === 'lines' ? taken.lines : [];
};
const problemsOf = ({ problems }: ImportPreview) => problems.map(({ row, column, code, severity }) => [row, column, code, severity]);

describe('an item is known by', () => {
  const { find, suggest } = makeSkuMatcher(SEED, 'nodes');
  it.each([
    ['ti-ems.node.8c32g1t4', 'ti-ems.node.8c32g1t4'],
    ['TI-EMS Node 8C32G1T4', 'ti-ems.node.8c32g1t4'],
    ['专用资源组节点 8核32G1T4', 'ti-ems.node.8c32g1t4'],
    ['Dedicated node 8C32G1T4', 'ti-ems.node.8c32g1t4'],
    ['8核32GB，1*NVIDIA T4', 'ti-ems.node.8c32g1t4'],
    ['8 vCPU 32 GB 1 x T4', 'ti-ems.node.8c32g1t4'],
    ['24核48G', 'ti-ems.node.24c48g'],
    ['９核９Ｇ', null],
    ['', null],
    ['something else', null],
  ])('%j: %s', (text, sku) => {
    expect(find(text)).toBe(sku);
  });

  it('what is like it comes first among the suggestions', () => {
    expect(suggest('节点 8核32G T4 高配')[0]).toBe('ti-ems.node.8c32g1t4');
  });

  it('an id of another sheet is found too: billing says where it belongs', () => {
    expect(find('artlab.tool.shared')).toBe('artlab.tool.shared');
  });
});

describe('a row becomes a line', () => {
  it('with numbers, dates and months as a planner would type them', () => {
    const headers = ['产品', '用量（小时）', '起始月份', '结束月份', '月增长率', '备注'];
    const lines = linesOf(headers, ['共享版工具', 18.0378, { serial: 46_023, hasDay: true }, '2026年6月', '5%', '画图']);
    expect(lines).toMatchObject([
      { id: 'u2', sku: 'artlab.tool.shared', quantity: '64936.08', from: '2026-01', to: '2026-06', growth: '0.05', note: '画图' },
    ]);
  });

  it('of a node, by region name and years', () => {
    expect(
      linesOf(['规格', '台数', '时长（年）', '地域', '开始日期'], ['8核32G1T4', '3', 1, '北京', { serial: 46_037, hasDay: true }]),
    ).toMatchObject([{ sku: 'ti-ems.node.8c32g1t4', count: '3', months: '12', region: 'ap-beijing', start: '2026-01-15' }]);
  });

  it('of a pack: the last valid day is one before the expiry', () => {
    expect(linesOf(['资源包', '份数', '购买日期', '有效期至'], ['入门版 59 元抵 200 元', 2, '2026-01-10', '2026-12-31'])).toMatchObject([
      { sku: 'artlab.pack.entry-200', count: '2', start: '2026-01-10', expiry: '2027-01-01' },
    ]);
  });

  it('with a quantity for each month; an empty month is nothing', () => {
    expect(linesOf(['Item', '2026-01', '2026-02'], ['Shared tool', 3_600, null])).toMatchObject([
      { quantity: '0', monthly: { '2026-01': '3600' } },
    ]);
  });

  it('without the noise of doubles, and with all digits of text', () => {
    expect(linesOf(['Item', 'Quantity'], ['Shared tool', 0.1 + 0.2], ['Shared tool', '1,234,567.123456'])).toMatchObject([
      { quantity: '0.3' },
      { quantity: '1234567.123456' },
    ]);
  });

  it('with a warning, not an error, where nobody has published a price', () => {
    const { preview } = read(['Item', 'Quantity (GB)'], ['Standard storage', 5]);
    expect([preview.good, problemsOf(preview)]).toEqual([1, [[2, null, 'PRICE_NOT_PUBLISHED', 'warning']]]);
  });
});

describe('a row with an error gives no line, and says where', () => {
  const headers = ['Item', 'Quantity (hours)', 'From'];
  it.each<[string, readonly RawCell[], readonly unknown[]]>([
    ['an unknown item', ['Our tool', 5, '2026-01'], [2, 0, 'SKU_NOT_FOUND', 'error']],
    ['no item', [null, 5, '2026-01'], [2, 0, 'SKU_NOT_FOUND', 'error']],
    ['a word for a number', ['Shared tool', 'about ten', '2026-01'], [2, 1, 'VALUE_INVALID', 'error']],
    ['a negative number', ['Shared tool', -5, '2026-01'], [2, 1, 'VALUE_INVALID', 'error']],
    ['an error value', ['Shared tool', '#REF!', '2026-01'], [2, 1, 'CELL_ERROR', 'error']],
    ['a formula that was never computed', ['Shared tool', '=A1*2', '2026-01'], [2, 1, 'FORMULA_UNCOMPUTED', 'error']],
    ['a unit that does not fit', ['Standard storage', 5, '2026-01'], [2, 1, 'UNIT_MISMATCH', 'error']],
    ['a month 13', ['Shared tool', 5, '2026-13'], [2, 2, 'VALUE_INVALID', 'error']],
  ])('%s', (_, row, problem) => {
    const { preview, taken } = read(headers, row);
    expect(problemsOf(preview)).toContainEqual(problem);
    expect(preview).toMatchObject({ good: 0, bad: 1 });
    expect(taken).toMatchObject({ lines: [] });
  });

  it('an item of another sheet', () => {
    const good = ['Shared tool', 5, '2026-01'];
    const { preview } = read(headers, good, good, good, ['ti-ems.node.8c32g1t4', 5, '2026-01']);
    expect(problemsOf(preview)).toEqual([[5, 0, 'SKU_KIND_MISMATCH', 'error']]);
  });

  it('one problem for one cell', () => {
    expect(problemsOf(read(headers, ['Shared tool', '#N/A', '2026-01']).preview)).toHaveLength(1);
  });
});

describe('what is no line is skipped', () => {
  it.each<[string, readonly RawCell[]]>([
    ['a total', ['合计', 999]],
    ['a total beside the item', [null, 'Total', null]],
    ['the headers again', ['Item', 'Quantity']],
    ['a title', ['Part two']],
  ])('%s', (_, row) => {
    const { preview } = read(['Item', 'Quantity'], ['Shared tool', 5], row);
    expect(preview).toMatchObject({ good: 1, bad: 0, skipped: 1 });
  });

  it('and a blank row is not even named', () => {
    expect(read(['Item', 'Quantity'], [], ['', ' '], ['Shared tool', 5]).preview).toMatchObject({ good: 1, skipped: 0, problemCount: 0 });
  });
});

describe('a price list', () => {
  const HEADERS = ['SKU', 'Unit price (CNY)', 'Unit'];
  it('changes the prices that it names, with the file as their source, and nothing else', () => {
    const { taken } = read(HEADERS, ['artlab.tool.shared', 0.0066, '元/秒'], ['Dedicated node 8C32G1T4', '2,800', '元/台/月']);
    if (taken.kind !== 'prices') throw new Error('no prices');
    expect(taken.prices).toEqual([
      { sku: 'artlab.tool.shared', price: '0.0066', before: '0.0077' },
      { sku: 'ti-ems.node.8c32g1t4', price: '2800', before: '3000' },
    ]);
    const edition = makeEdition(SEED, taken.prices, { id: 'deal', file: 'deal.xlsx', today: '2026-01-15' });
    expect(parsePriceBook(JSON.parse(JSON.stringify(edition))).ok).toBe(true);
    const changed = edition.skus.filter((sku, at) => sku !== SEED.skus[at]);
    expect(changed.map(({ sku, price, source }) => [sku, price, source.document])).toEqual([
      ['ti-ems.node.8c32g1t4', '2800', 'deal.xlsx'],
      ['artlab.tool.shared', '0.0066', 'deal.xlsx'],
    ]);
  });

  it.each<[string, readonly RawCell[], string]>([
    ['no price', ['artlab.tool.shared', null, null], 'VALUE_INVALID'],
    ['a negative price', ['artlab.tool.shared', -1, null], 'VALUE_INVALID'],
    ['more decimals than a price has', ['artlab.tool.shared', '0.00000000001', null], 'VALUE_INVALID'],
    ['an unknown item', ['another', 1, null], 'SKU_NOT_FOUND'],
    ['another unit', ['artlab.tool.shared', 27.72, '元/小时'], 'UNIT_MISMATCH'],
  ])('refuses a row with %s', (_, row, code) => {
    const { preview } = read(HEADERS, ['artlab.tool.dedicated.from', 8, null], row);
    expect(preview.problems.map((problem) => [problem.row, problem.code])).toEqual([[3, code]]);
    expect(preview).toMatchObject({ good: 1, bad: 1 });
  });

  it('takes each item once', () => {
    expect(read(HEADERS, ['artlab.tool.shared', 1, null], ['artlab.tool.shared', 2, null]).preview).toMatchObject({ good: 1, bad: 1 });
  });

  it('has blocks: requests are priced by 10,000', () => {
    expect(read(HEADERS, ['artlab.requests.put', '0.01', '元/万次']).preview).toMatchObject({ good: 1 });
    expect(read(HEADERS, ['artlab.requests.put', '0.01', '元/次']).preview).toMatchObject({ bad: 1 });
  });
});
