/** Usage that no pack can pay for: its charges are formulas over the inputs of its line, and nothing else is. */
import ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { applyPatch } from '../../../src/shared/scenario/patch.ts';
import type { UsageLine } from '../../../src/shared/scenario/types.ts';
import { cellUnder, exportScenario, openWorkbook, scenarioOf, sheetOf, shownIn } from './workbooks.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 60_000 });

type Lines = Parameters<typeof scenarioOf>[0];

const ledgerOf = async (lines: Lines, locale: 'en' | 'zh-CN' = 'en'): Promise<ExcelJS.Worksheet> =>
  sheetOf(await openWorkbook((await exportScenario(scenarioOf(lines), { locale })).file), locale === 'en' ? 'Ledger' : '明细');

const formulaOf = (sheet: ExcelJS.Worksheet, header: string, line: number): string | null => cellUnder(sheet, header, line).formula ?? null;

/** Whether the first charge of a single usage line is live. */
const isLive = async (line: Partial<UsageLine>, more: Lines = {}): Promise<boolean> =>
  formulaOf(await ledgerOf({ ...more, usage: [line] }), 'List cost (CNY)', 1) !== null;

describe('a charge of a line that no pack has in scope', () => {
  it.each([
    ['en', 'Usage', 'Quantity (units)', 'List cost (CNY)', 'Payable (CNY)', 'Expense (CNY)'],
    ['zh-CN', '用量', '用量（单位）', '目录价（元）', '应付（元）', '费用确认（元）'],
  ] as const)('follows quantity, instances, override and price (%s)', async (locale, sheet, quantity, listCost, payable, expense) => {
    const ledger = await ledgerOf({ usage: [{ quantity: '64936' }] }, locale);
    const override = `'${sheet}'!$W$4`;
    expect(formulaOf(ledger, quantity, 1)).toBe(
      `ROUND(IF(${override}="",'${sheet}'!$E$4,${override})*IF('${sheet}'!$H$4="",1,'${sheet}'!$H$4),6)`,
    );
    expect(formulaOf(ledger, listCost, 1)).toBe(`ROUND(H4*'${sheet}'!$P$4,12)`);
    // ArtLab drops what is below a fen
    expect(formulaOf(ledger, payable, 1)).toBe('ROUNDDOWN(J4,2)');
    expect(formulaOf(ledger, expense, 1)).toBe('O4');
    expect([quantity, listCost, payable, expense].map((header) => shownIn(cellUnder(ledger, header, 1)))).toEqual([
      64936, 500.0072, 500, 500,
    ]);
  });

  it('follows the growth from its second month on, and takes the part of a month before it rounds', async () => {
    const ledger = await ledgerOf({ usage: [{ quantity: '1000', growth: '0.05', from: '2026-01-10' }] });
    expect(formulaOf(ledger, 'List cost (CNY)', 1)).toContain("*22/31*'Usage'!$P$4,12)");
    expect(formulaOf(ledger, 'Quantity (units)', 2)).toContain("ROUND('Usage'!$E$4*(1+'Usage'!$K$4)^1,6)");
    expect(shownIn(cellUnder(ledger, 'Quantity (units)', 2))).toBe(1050);
  });

  it('of a total shares it out over the days, and looks at no override', async () => {
    const ledger = await ledgerOf({ usage: [{ quantity: '590', per: 'total' }] });
    expect(formulaOf(ledger, 'Quantity (units)', 1)).toBe(`ROUND('Usage'!$E$4*IF('Usage'!$H$4="",1,'Usage'!$H$4)*31/59,6)`);
    expect(shownIn(cellUnder(ledger, 'Quantity (units)', 1))).toBe(310);
  });

  it('costs by the unit what the own price says, or the published one, for its block', async () => {
    const scenario = scenarioOf({ usage: [{ quantity: '1' }, { quantity: '1', price: '0.25' }, { quantity: '1', sku: 'ti-ems.public' }] });
    const usage = sheetOf(await openWorkbook((await exportScenario(scenario)).file), 'Usage');
    expect([1, 2, 3].map((line) => shownIn(cellUnder(usage, 'Price per unit (CNY)', line)))).toEqual([0.0077, 0.25, undefined]);
    expect(formulaOf(usage, 'Price per unit (CNY)', 1)).toBe('IF(L4="",IF(ISNUMBER(M4),M4/O4,""),IF(ISNUMBER(L4),L4/O4,""))');
  });
});

describe('a charge is a value', () => {
  it.each([
    ['where a pack has the line in scope', {}, { packs: [{}] }],
    ['also where that pack is not valid, for it may become so', {}, { packs: [{ start: '2030-01-01' }] }],
    ['where an allowance covers the line', { sku: 'artlab.requests.put', price: '0.01' }, {}],
    ['where its inputs have more digits than Excel', { quantity: '123456789012.123456' }, {}],
  ] as const)('%s', async (_, line, more) => {
    expect(await isLive({ quantity: '64936', ...line }, more)).toBe(false);
  });

  it('but stays live beside packs that have other usage in scope', async () => {
    expect(await isLive({ sku: 'ti-ems.public', price: '8', quantity: '5' }, { packs: [{}] })).toBe(true);
  });

  it('where charges round half to even, for which Excel has no function', async () => {
    const plan = scenarioOf({ usage: [{ quantity: '64936' }] });
    const even = applyPatch(plan, [{ op: 'scenario.set', field: 'overrides', before: null, after: '{"artlab":{"rounding":"half-even"}}' }]);
    const ledger = sheetOf(await openWorkbook((await exportScenario(even)).file), 'Ledger');
    expect(cellUnder(ledger, 'Payable (CNY)', 1).type).toBe(ExcelJS.ValueType.Number);
  });
});
