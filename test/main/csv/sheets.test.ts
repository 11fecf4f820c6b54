/** CSV files of whole scenarios, read back by a parser that shares no code with the product. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../../src/main/csv/csvText.ts';
import { FOCUS_COLUMNS } from '../../../src/main/csv/focus/columns.ts';
import { writeCsvOf } from '../../../src/main/csv/writeCsvOf.ts';
import { textCell } from '../../../src/main/xlsx/model.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatResult } from '../../../src/shared/billing/result.ts';
import type { CsvSheet, Locale } from '../../../src/shared/ipc/contract.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { must, SEED, scenarioOf, tempFolder } from '../xlsx/workbooks.ts';
import { parseCsv } from './parseCsv.ts';

const PLAN = scenarioOf({
  nodes: [{ note: '=cmd|"/c calc"!A1' }],
  usage: [{ quantity: '64936', growth: '-0.05', from: '2026-01', to: '2026-02' }],
  packs: [{ count: '1' }],
});

const write = async (scenario: Scenario, sheet: CsvSheet, locale: Locale = 'en', file = path.join(tempFolder(), 'plan.csv')) =>
  writeCsvOf({ scenario, priceBook: SEED, bill: computeBill({ scenario, priceBook: SEED }), locale }, { sheet, option: 'A' }, file);

const tableOf = async (scenario: Scenario, sheet: CsvSheet, locale: Locale = 'en'): Promise<readonly (readonly string[])[]> => {
  const file = path.join(tempFolder(), 'plan.csv');
  must(await write(scenario, sheet, locale, file));
  return parseCsv(readFileSync(file, 'utf8'));
};
const columnOf = (table: readonly (readonly string[])[], header: string): readonly (string | undefined)[] => {
  const [headers = [], ...rows] = table;
  return rows.map((row) => row[headers.indexOf(header)]);
};

describe('a sheet as CSV', () => {
  it.each<readonly [CsvSheet, Locale, readonly string[]]>([
    ['nodes', 'en', ['Option', 'Line', 'SKU']],
    ['nodes', 'zh-CN', ['选项', '行号', '计费项']],
    ['usage', 'en', ['Option', 'Line', 'SKU']],
    ['packs', 'zh-CN', ['选项', '行号', '计费项']],
    ['ledger', 'en', ['No.', 'Option', 'Line']],
    ['ledger', 'zh-CN', ['序号', '选项', '行号']],
    ['focus', 'zh-CN', ['BilledCost', 'BillingAccountId', 'BillingAccountName']],
  ])('%s (%s) begins with its headers, and every row is as long', async (sheet, locale, headers) => {
    const table = await tableOf(PLAN, sheet, locale);
    expect(table[0]?.slice(0, 3)).toEqual(headers);
    expect(table.length).toBeGreaterThan(1);
    expect(new Set(table.map((row) => row.length)).size).toBe(1);
  });

  it('has what was typed, and no formula of it', async () => {
    expect(columnOf(await tableOf(PLAN, 'nodes'), 'Note')).toEqual([`'=cmd|"/c calc"!A1`]);
    expect(columnOf(await tableOf(PLAN, 'usage'), 'Growth (per month)')).toEqual(['-0.05']);
    expect(columnOf(await tableOf(PLAN, 'nodes'), 'Purchase cost (CNY)')).toEqual(['108000.00']);
  });

  it('has exact amounts where a workbook has the nearest double', async () => {
    const [option] = formatResult('', computeBill({ scenario: PLAN, priceBook: SEED })).options;
    const listCosts = columnOf(await tableOf(PLAN, 'ledger'), 'List cost (CNY)').filter((text) => text !== '');
    const line = option?.lines.u1;
    expect(listCosts).toEqual(line?.kind === 'usage' ? Object.values(line.months).map(({ listCost }) => listCost) : []);
    expect(columnOf(await tableOf(PLAN, 'ledger'), 'Month')).toEqual(['2026-01', '2026-02', '2026-01', '2026-02', '2026-01']);
  });

  it('of Summary is the page without the advice about cells', async () => {
    const text = (await tableOf(PLAN, 'summary')).flat().join('\n');
    expect(text).toContain('Cash (CNY)');
    expect(text).not.toContain('Blue cells');
    expect(text).not.toContain('live formulas');
  });

  it('reads back as it was, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const [row = []] = parseCsv(`\uFEFF${csvRecord(texts.map((text) => textCell(text)))}`);
        expect(row.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(
          texts.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')),
        );
        expect(row.filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([]);
      }),
    );
  });
});

describe('the file', () => {
  it('is UTF-8 with a byte order mark and CR LF', async () => {
    const file = path.join(tempFolder(), 'plan.csv');
    must(await write(PLAN, 'nodes', 'zh-CN', file));
    const bytes = readFileSync(file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(bytes.toString('utf8').endsWith('\r\n')).toBe(true);
  });

  it('takes the place of an old one whole, or not at all', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'plan.csv');
    writeFileSync(file, 'old');
    must(await write(PLAN, 'focus', 'en', file));
    expect(parseCsv(readFileSync(file, 'utf8'))[0]).toEqual(FOCUS_COLUMNS);
    mkdirSync(path.join(folder, 'folder.csv'));
    expect(await write(PLAN, 'focus', 'en', path.join(folder, 'folder.csv'))).toMatchObject({ error: { code: 'FILE_NOT_WRITTEN' } });
    expect(readdirSync(folder).toSorted()).toEqual(['folder.csv', 'plan.csv']);
  });
});
