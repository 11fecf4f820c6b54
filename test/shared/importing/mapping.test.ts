import { describe, expect, it } from 'vitest';
import { guessMapping, matchHeaders, recallMapping, shapeOf } from '../../../src/shared/importing/mapping.ts';
import { monthOfHeader } from '../../../src/shared/importing/months.ts';
import type { RawCell, Table } from '../../../src/shared/importing/table.ts';
import { listMonths } from '../../../src/shared/time/calendar.ts';

const HORIZON = listMonths('2026-03', 12);
const table = (...rows: readonly (readonly RawCell[])[]): Table => ({ name: 'Sheet1', rows });
const guess = (...rows: readonly (readonly RawCell[])[]) => guessMapping([table(...rows)], HORIZON, () => false);

describe('a month column is known by', () => {
  it.each<[RawCell, string | null]>([
    ['2026-03', '2026-03'],
    ['2026年3月', '2026-03'],
    ['2026/3', '2026-03'],
    ['2026-03 用量', '2026-03'],
    ['Mar 2026', '2026-03'],
    ['Mar-26', '2026-03'],
    ['March 2026', '2026-03'],
    [{ serial: 46_082, hasDay: false }, '2026-03'],
    // the first of that name in the horizon, which begins in March 2026
    ['3月', '2026-03'],
    ['1月', '2027-01'],
    ['Feb', '2027-02'],
    ['13月', null],
    ['2026-03-15', null],
    ['Total', null],
    [46_082, null],
    [null, null],
  ])('%j: %s', (header, month) => {
    expect(monthOfHeader(header, HORIZON)).toBe(month);
  });
});

describe('what a sheet holds is guessed from its headers', () => {
  it.each<[string, readonly RawCell[], string]>([
    ['nodes', ['机型', '台数', '购买时长（月）', '开始日期'], 'nodes'],
    ['usage', ['产品名称', '用量（小时）', '起始月'], 'usage'],
    ['usage by months', ['Tool', '2026-03', '2026-04'], 'usage'],
    ['packs', ['资源包', '份数', '到期日'], 'packs'],
    ['prices', ['SKU', 'Unit price (CNY)'], 'prices'],
    ['prices with units', ['计费项', '单位', '官网价'], 'prices'],
  ])('%s', (_, headers, target) => {
    expect(guess(headers)?.target).toBe(target);
  });

  it('wherever the header row and the sheet are', () => {
    const tables = [table(['Cover'], ['by Finance']), { name: 'Plan', rows: [['AI budget'], [], ['Item', 'Quantity', 'From', 'To']] }];
    expect(guessMapping(tables, HORIZON, () => false)).toMatchObject({ table: 'Plan', headerRow: 3, target: 'usage' });
  });

  it.each<[string, readonly RawCell[]]>([
    ['words that mean nothing here', ['Name', 'Age', 'City']],
    ['one known word', ['Quantity']],
    ['numbers', [1, 2, 3]],
    ['nothing', []],
  ])('and not at all from %s', (_, headers) => {
    expect(guess(headers)).toBeNull();
  });

  it('two meanings of one header are told apart by the items', () => {
    const sheet = table(['Item', 'Quantity'], ['a node', 3]);
    const of = (kind: string) => guessMapping([sheet], HORIZON, (target, item) => target === kind && item === 'a node')?.target;
    expect([of('nodes'), of('usage')]).toEqual(['nodes', 'usage']);
  });

  it('its units stand in the headers', () => {
    expect(matchHeaders('usage', ['产品', '用量（GPU小时）', '单价，元', '备注（元）'], HORIZON)).toEqual([
      { column: 0, field: 'sku', unit: null },
      { column: 1, field: 'quantity', unit: 'GPU小时' },
      { column: 3, field: 'note', unit: '元' },
    ]);
  });

  it('the first of two columns of one name counts', () => {
    expect(matchHeaders('nodes', ['Item', 'Product', 'Count'], HORIZON).map(({ column }) => column)).toEqual([0, 2]);
  });
});

describe('a mapping is remembered by the shape of the headers', () => {
  const headers = ['Product', 'Used (h)', 'When'];
  const mapping = {
    table: 'Sheet1',
    headerRow: 1,
    target: 'usage' as const,
    columns: [{ column: 1, field: 'quantity', unit: null }],
    skus: { x: 'y' },
  };
  const remembered = [{ shape: shapeOf(headers), mapping }];

  it('on any sheet, in any row, in any case', () => {
    const other = { name: 'Next year', rows: [['title'], ['PRODUCT', 'used (H)', ' When ']] };
    expect(recallMapping([other], remembered)).toEqual({ ...mapping, table: 'Next year', headerRow: 2 });
  });

  it('and not by other headers', () => {
    expect(recallMapping([table(['Product', 'Used (h)'])], remembered)).toBeNull();
  });
});
