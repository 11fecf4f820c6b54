import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { tempFolder } from '../xlsx/workbooks.ts';
import { costbook } from './costbook.ts';

// Processes are started and files written: a busy machine is no failure.
vi.setConfig({ testTimeout: 60_000 });

const write = (name: string, content: string | Buffer): string => {
  const file = path.join(tempFolder(), name);
  writeFileSync(file, content);
  return file;
};
const BUDGET = '产品,用量（小时）,开始月份,结束月份\n共享版工具,5,2026-02,2026-04\n神秘工具,1,2026-02,\n合计,6,,\n';

describe('tables of other makers', () => {
  it('are checked: what they would become, and every problem with sheet, row, column and code', async () => {
    const { status, stdout } = await costbook(['check', write('budget.csv', BUDGET)]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'costbook.check/1',
      import: { sheet: 'budget.csv', headerRow: 1, target: 'usage', rows: { good: 1, bad: 1, skipped: 1 } },
      problems: [
        { sheet: 'budget.csv', row: 3, column: 'A', address: 'budget.csv!A3', code: 'SKU_NOT_FOUND', severity: 'error' },
        { row: 4, column: null, code: 'ROW_SKIPPED', severity: 'info' },
      ],
    });
    expect((await costbook(['check', write('budget.csv', BUDGET), '--strict'])).status).toBe(1);
  });

  it('and as a table, in both languages', async () => {
    const { stdout } = await costbook(['check', write('budget.csv', BUDGET), '--format', 'table', '--lang', 'zh-CN']);
    expect(stdout).toContain('1 可导入, 1 有错误, 1 已跳过');
    expect(stdout).toContain('价格簿中没有此计费项');
  });

  it('become a scenario whole or not at all, unless the good rows are asked for', async () => {
    const file = write('budget.csv', BUDGET);
    const out = path.join(path.dirname(file), 'plan.json');
    const refused = await costbook(['convert', file, out]);
    expect([refused.status, refused.stderr.split(' ')[0]]).toEqual([2, 'ROWS_UNUSABLE']);
    expect(readdirSync(path.dirname(file))).toEqual(['budget.csv']);
    expect((await costbook(['convert', file, out, '--good-rows'])).status).toBe(0);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      name: 'budget',
      startMonth: '2026-02',
      months: 3,
      options: [{ usage: [{ sku: 'artlab.tool.shared', quantity: '18000', from: '2026-02', to: '2026-04' }] }],
    });
  });

  const gbk = Buffer.from('b2fac6b72cd3c3c1bf0ab1ead7bcb4e6b4a22c350a', 'hex');
  it.each<[string, string | Buffer]>([
    ['UTF-8', '产品,用量\n标准存储,5\n'],
    ['UTF-8 with a byte-order mark', '\uFEFF产品,用量\n标准存储,5\n'],
    ['GBK', gbk],
    ['semicolons', '产品;用量\n标准存储;5\n'],
    ['tabs, under the name of a workbook', '产品\t用量\n标准存储\t5\n'],
    ['quoted line breaks', '产品,用量\n"标准存储",5\n"a\nb",1\n'],
  ])('are read as CSV in %s', async (_, content) => {
    const { stdout } = await costbook(['check', write('plan.xlsx', content)]);
    expect(JSON.parse(stdout)).toMatchObject({
      import: { target: 'usage', columns: [{ field: 'sku' }, { field: 'quantity' }], rows: { good: 1 } },
    });
  });

  it('of which nothing is known are refused with what to do', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('People').addRows([
      ['Name', 'Age'],
      ['Ann', 40],
    ]);
    const file = path.join(tempFolder(), 'people.xlsx');
    await workbook.xlsx.writeFile(file);
    const { status, stderr } = await costbook(['check', file]);
    expect([status, stderr.split(' ')[0]]).toEqual([2, 'COLUMNS_UNKNOWN']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect((await costbook(['price', file])).stderr).toMatch(/^WORKBOOK_FOREIGN .*people\.xlsx/);
  });
});
