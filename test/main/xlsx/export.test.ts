import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { writeWorkbook } from '../../../src/main/xlsx/writeWorkbook.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import { formatFen } from '../../../src/shared/numeric/fixed.ts';
import type { Scenario } from '../../../src/shared/scenario/types.ts';
import { cellUnder, exportScenario, openWorkbook, SEED, scenarioOf, sheetOf, shownIn, tempFolder } from './workbooks.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 60_000 });

const SCENARIO = scenarioOf({
  nodes: [{}, { price: '2500.5', count: null, months: null, start: null }, { sku: 'ti-ems.node.nowhere' }],
  usage: [{ quantity: '64936' }, { sku: 'ti-ems.public', quantity: '10' }],
  packs: [{}],
});

describe('the sheets of an export', () => {
  it.each([
    ['en', ['Summary', 'Nodes', 'Usage', 'Packs', 'Ledger', 'Price book', 'Assumptions and issues', '_costbook_lists', '_costbook']],
    ['zh-CN', ['汇总', '节点', '用量', '资源包', '明细', '价格簿', '假设与问题', '_costbook_lists', '_costbook']],
  ] as const)('are named in %s, and the last two are very hidden', async (locale, names) => {
    const { file } = await exportScenario(SCENARIO, { locale });
    const workbook = await openWorkbook(file);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(names);
    expect(workbook.worksheets.map((sheet) => sheet.state)).toEqual([...Array(7).fill('visible'), 'veryHidden', 'veryHidden']);
  });

  it.each(['en', 'zh-CN'] as const)('have headers of their own in %s, frozen', async (locale) => {
    const workbook = await openWorkbook((await exportScenario(SCENARIO, { locale })).file);
    for (const sheet of workbook.worksheets.slice(1, 5)) {
      const headers: string[] = [];
      sheet.getRow(3).eachCell((cell) => headers.push(cell.text));
      expect(new Set(headers).size).toBe(headers.length);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 3 });
    }
  });
});

describe('a node', () => {
  it('costs price x count x months as a live formula with the exact result', async () => {
    const nodes = sheetOf(await openWorkbook((await exportScenario(SCENARIO)).file), 'Nodes');
    const cost = cellUnder(nodes, 'Purchase cost (CNY)', 1);
    expect(cost.formula).toMatch(/ROUND\(.*F4.*H4.*,2\)/);
    expect(shownIn(cost)).toBe(108000);
    // one node for one month, both by default
    expect(shownIn(cellUnder(nodes, 'Purchase cost (CNY)', 2))).toBe(2500.5);
    expect(shownIn(nodes.getCell(2, Number(cost.col)))).toBe(110500.5);
  });

  it('shows whose price it is', async () => {
    const nodes = sheetOf(await openWorkbook((await exportScenario(SCENARIO)).file), 'Nodes');
    expect([1, 2, 3].map((line) => shownIn(cellUnder(nodes, 'Price source', line)))).toEqual(['price book', 'own', 'not published']);
    expect(shownIn(cellUnder(nodes, 'Published price (CNY)', 2))).toBe(3000);
    expect(shownIn(cellUnder(nodes, 'Own price (CNY)', 2))).toBe(2500.5);
  });

  it('without an amount has an empty cost, never zero, and says why', async () => {
    const nodes = sheetOf(await openWorkbook((await exportScenario(SCENARIO)).file), 'Nodes');
    expect(cellUnder(nodes, 'Purchase cost (CNY)', 3).value).toBeNull();
    expect(cellUnder(nodes, 'Problems', 3).text).toContain('SKU_NOT_FOUND');
  });

  it('keeps a value where a formula in doubles would miss the fen', async () => {
    // 1234567890.1234567891 has more digits than Excel
    const { file, bill } = await exportScenario(scenarioOf({ nodes: [{ price: '123456789.1234567891', count: '99999', months: '1' }] }));
    const cost = cellUnder(sheetOf(await openWorkbook(file), 'Nodes'), 'Purchase cost (CNY)', 1);
    expect(cost.type).toBe(ExcelJS.ValueType.Number);
    expect(cost.value).toBe(Number(formatFen(bill.options[0]?.totals.purchases ?? 0n)));
  });
});

describe('typed text', () => {
  it.each(['=HYPERLINK("http://x")', '+1', '-1-1', '@SUM(1)', "'quoted"])('%j stays text', async (note) => {
    const { file } = await exportScenario(scenarioOf({ nodes: [{ note }] }));
    const cell = cellUnder(sheetOf(await openWorkbook(file), 'Nodes'), 'Note', 1);
    expect([cell.type, cell.value, cell.numFmt]).toEqual([ExcelJS.ValueType.String, note, '@']);
  });

  it.each([
    ['007', '007'],
    ['-3', -3],
    ['ten', 'ten'],
    ['99999999999999999999.5', '99999999999999999999.5'],
  ])('a count of %j is shown as %j', async (count, shown) => {
    const { file } = await exportScenario(scenarioOf({ nodes: [{ count }] }));
    expect(cellUnder(sheetOf(await openWorkbook(file), 'Nodes'), 'Count', 1).value).toBe(shown);
  });
});

const twoOptions = (): Scenario => {
  const [a] = SCENARIO.options;
  const other = scenarioOf({ usage: [{ quantity: '1000000', growth: '0.05' }], packs: [{}, { count: '1', start: '2026-02-01' }] })
    .options[0];
  if (a === undefined || other === undefined) throw new Error('no option');
  // Ids that SUMIFS would read as patterns or numbers, were they its criteria.
  return {
    ...SCENARIO,
    options: [
      { ...a, id: '*' },
      { ...other, id: '>0' },
      { ...other, id: '1', name: '' },
    ],
  };
};

describe('the summary', () => {
  it('repeats the engine to the fen, by option and by month', async () => {
    const { file, bill } = await exportScenario(twoOptions());
    const summary = sheetOf(await openWorkbook(file), 'Summary');
    const rowOf = (label: string): ExcelJS.Row => {
      let found: ExcelJS.Row | null = null;
      summary.eachRow((row) => {
        if (row.getCell(1).text === label) found ??= row;
      });
      if (found === null) throw new Error(`no row ${label}`);
      return found;
    };
    for (const [index, option] of bill.options.entries()) {
      const shown = (label: string): unknown => shownIn(rowOf(label).getCell(index + 2));
      expect(shown('Cash (CNY)')).toBe(Number(formatFen(option.totals.cash)));
      expect(shown('Expense (CNY)')).toBe(Number(formatFen(option.totals.expense)));
      expect(shown('Payable for usage (CNY)')).toBe(Number(formatFen(option.totals.payable)));
      expect(shown('Prepaid balance at the end (CNY)')).toBe(Number(formatFen(option.totals.prepaidBalance)));
      const months = [1, 2].map((month) => shownIn(summary.getCell(rowOf('Cash by month (CNY)').number + month, index + 2)));
      expect(months).toEqual(option.months.map(({ cash }) => Number(formatFen(cash))));
    }
    expect(rowOf('Completeness').getCell(2).text).toMatch(/^incomplete/);
    expect(rowOf('Completeness').getCell(3).text).toBe('complete');
  });
});

describe('a summary of a scenario with rules of its own', () => {
  it.each([
    ['en', 'Rules set in this scenario: Alibaba Cloud PAI ArtLab: half-up, allowance > free > voucher > pack'],
    ['zh-CN', '本方案自定规则: 阿里云 PAI ArtLab: half-up, allowance > free > voucher > pack'],
  ] as const)('names those that are not the price book’s, and no others, in %s', async (locale, sentence) => {
    const overrides =
      '{"artlab":{"rounding":"half-up","burnClasses":["allowance","free","voucher","pack"]},"elsewhere":{"rounding":"down"},"ti-ems":{"rounding":"half-up"}}';
    const subtitleOf = async (scenario: Scenario): Promise<string> => {
      const workbook = await openWorkbook((await exportScenario(scenario, { locale })).file);
      return workbook.worksheets[0]?.getCell('A2').text ?? '';
    };
    expect((await subtitleOf({ ...SCENARIO, overrides })).split(' · ')[2]).toBe(sentence);
    expect(await subtitleOf({ ...SCENARIO, overrides: '{"ti-ems":{"rounding":"half-up"}}' })).not.toContain(sentence.slice(0, 5));
  });
});

describe('the ledger', () => {
  it('adds up to every total of every option', async () => {
    const { file, bill } = await exportScenario(twoOptions());
    const ledger = sheetOf(await openWorkbook(file), 'Ledger');
    const sumOf = (header: string, option: number): number => {
      let sum = 0;
      for (let line = 1; line <= ledger.rowCount - 3; line += 1) {
        if (cellUnder(ledger, 'No.', line).value === option) sum += Number(shownIn(cellUnder(ledger, header, line)) ?? 0);
      }
      return Math.round(sum * 100);
    };
    for (const [index, { totals }] of bill.options.entries()) {
      expect(sumOf('Payable (CNY)', index + 1)).toBe(Number(totals.payable));
      expect(sumOf('Purchase (CNY)', index + 1)).toBe(Number(totals.purchases));
      expect(sumOf('Expense (CNY)', index + 1)).toBe(Number(totals.expense));
      expect(sumOf('Forfeited cost (CNY)', index + 1)).toBe(Number(totals.forfeitedCost));
    }
  });
});

describe('an existing file', () => {
  const write = (file: string, scenario: Scenario = SCENARIO): ReturnType<typeof writeWorkbook> =>
    writeWorkbook({ scenario, priceBook: SEED, bill: computeBill({ scenario, priceBook: SEED }), locale: 'en', file });

  it('is replaced whole, and nothing else is left in its folder', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'plan.xlsx');
    writeFileSync(file, 'old');
    expect(await write(file)).toMatchObject({ ok: true });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect(readdirSync(folder)).toEqual(['plan.xlsx']);
  });

  it.each([
    ['is read-only', 'FILE_NOT_WRITTEN', (file: string) => chmodSync(file, 0o444)],
    ['is open in LibreOffice', 'FILE_LOCKED', (file: string) => writeFileSync(path.join(path.dirname(file), '.~lock.plan.xlsx#'), '')],
    ['is open in Excel', 'FILE_LOCKED', (file: string) => writeFileSync(path.join(path.dirname(file), '~$plan.xlsx'), '')],
  ])('that %s stays as it was: %s', async (_, code, prepare) => {
    const file = path.join(tempFolder(), 'plan.xlsx');
    writeFileSync(file, 'old');
    prepare(file);
    const before = readdirSync(path.dirname(file));
    expect(await write(file)).toMatchObject({ ok: false, error: { code, place: 'plan.xlsx' } });
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(path.dirname(file))).toEqual(before);
  });

  it('cannot be a folder, nor in a folder that is not there', async () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'plan.xlsx'));
    expect(await write(path.join(folder, 'plan.xlsx'))).toMatchObject({ error: { code: 'FILE_NOT_WRITTEN' } });
    expect(await write(path.join(folder, 'nowhere', 'plan.xlsx'))).toMatchObject({ error: { code: 'FILE_NOT_WRITTEN' } });
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
  });

  it('stays as it was when making the new one fails half-way', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'plan.xlsx');
    writeFileSync(file, 'old');
    const bill = computeBill({ scenario: SCENARIO, priceBook: SEED });
    const wrong = { ...bill, options: [] };
    await expect(writeWorkbook({ scenario: SCENARIO, priceBook: SEED, bill: wrong, locale: 'en', file })).rejects.toThrow();
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['plan.xlsx']]);
  });
});

describe('the Summary page', () => {
  it('wraps its sentences over its own columns, so that they do not widen what is printed', async () => {
    const { file } = await exportScenario(scenarioOf({ nodes: [{}] }));
    const sheet = sheetOf(await openWorkbook(file), 'Summary');
    expect(['A2', 'A3'].map((cell) => [sheet.getCell(cell).isMerged, sheet.getCell(cell).alignment?.wrapText])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(sheet.getRow(3).height).toBeGreaterThan(15);
    expect(sheet.getRow(5).height).toBeGreaterThan(15);
  });
});
