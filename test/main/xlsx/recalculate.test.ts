/**
 * Every formula of an export comes to the engine's number in LibreOffice too, for all golden scenarios; and what a colleague changes
 * moves the totals to what the engine makes of the same change. Skipped where LibreOffice is not installed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import { driversText } from '../../../src/shared/scenario/drivers.ts';
import { parseScenario } from '../../../src/shared/scenario/json.ts';
import { billOptions, node, option, usage } from '../../renderer/reportScenario.ts';
import { readPriceBook } from '../../support/priceBooks.ts';
import { differences, formulaResults, formulaTexts, hasLibreOffice, recalculate } from './libreOffice.ts';
import { cellUnder, editWorkbook, exportScenario, must, readBack, scenarioOf, sheetOf, tempFolder } from './workbooks.ts';

vi.setConfig({ testTimeout: 600_000 });

const GOLDEN: { readonly cases: readonly { readonly scenario: unknown }[] } = JSON.parse(
  readFileSync(new URL('../../golden/engine-cases.json', import.meta.url), 'utf8'),
);
const BOOKS = { seed: readPriceBook('seed'), '2021-01-21': readPriceBook('2021-01-21') };

/** The golden scenarios as workbooks, every other one in Chinese. */
const exportGolden = async (): Promise<readonly string[]> => {
  const folder = tempFolder();
  const files: string[] = [];
  for (const [index, each] of GOLDEN.cases.entries()) {
    const scenario = must(parseScenario(each.scenario));
    const priceBook = scenario.priceBookInline ?? (scenario.priceBook === 'seed' ? BOOKS.seed : BOOKS['2021-01-21']);
    const locale: Locale = index % 2 === 0 ? 'en' : 'zh-CN';
    const { file } = await exportScenario(scenario, { file: path.join(folder, `golden-${index}.xlsx`), locale, priceBook });
    files.push(file);
  }
  return files;
};

describe.skipIf(!hasLibreOffice)('recalculated by LibreOffice', () => {
  it('every formula of every golden scenario comes to what the engine said', async () => {
    const files = await exportGolden();
    const recalculated = recalculate(files);
    const found = files.flatMap((file, index) => differences(file, recalculated[index] ?? '').map((text) => `${index} ${text}`));
    expect(found).toEqual([]);
    expect(files.filter((file) => [...formulaResults(file).keys()].some((cell) => /^(?:Compare|对比)!/.test(cell))).length).toBeGreaterThan(
      20,
    );
    expect(files.reduce((sum, file) => sum + formulaResults(file).size, 0)).toBeGreaterThan(9_000);
  });

  it.each(['en', 'zh-CN'] as const)('so does every formula over drivers (%s)', async (locale) => {
    const { file, bill } = await exportScenario(DRIVEN, { locale });
    expect(bill.options[0]?.complete).toBe(true);
    const [recalculated = ''] = recalculate([file]);
    expect(differences(file, recalculated)).toEqual([]);
    const live = [...formulaTexts(file)].filter((text) => /driver_|每日图片/.test(text));
    expect(live.length).toBeGreaterThan(8);
  });

  it('what is changed in Excel moves every total to what the engine makes of it, where no pack can pay', async () => {
    const { file } = await exportScenario(PLAN);
    await editWorkbook(file, (workbook) => {
      const [nodes, usage] = [sheetOf(workbook, 'Nodes'), sheetOf(workbook, 'Usage')];
      cellUnder(nodes, 'Count', 1).value = 7;
      cellUnder(usage, 'Quantity (units)', 1).value = 70_001.5;
      cellUnder(usage, 'Growth (per month)', 1).value = 0.025;
      cellUnder(usage, 'Instances', 2).value = 3;
      cellUnder(usage, '2026-02 override (units)', 2).value = 12.25;
      cellUnder(usage, 'Own price (CNY)', 3).value = 9.333;
    });
    const changed = await exportScenario(await readBack(file));
    const [recalculated = ''] = recalculate([file]);
    // The sentence that says so names the inputs of the export.
    const others = differences(changed.file, recalculated).filter((text) => !text.includes(': Results belong to these inputs'));
    expect(others).toEqual([]);
    // what stood there before was not left there
    expect(differences(file, recalculated).length).toBeGreaterThan(20);
  });
});

describe.skipIf(!hasLibreOffice)('the sentences of Compare', () => {
  const options = ['3', '4', '5'].map((count, index) =>
    option(String.fromCharCode(65 + index), { nodes: [node('n1', { count })], usage: [usage('u1', { quantity: '64936' })] }),
  );

  it.each([
    ['en', 'Compare', 'Nodes', 'Count', 'These sentences belong to the figures below.', 'The figures were changed since'],
    ['zh-CN', '对比', '节点', '数量', '以下结论与下方数字一致。', '导出后数字有改动'],
  ] as const)('say so once the figures are others, which follow the edit (%s)', async (locale, sheet, nodes, count, fits, changed) => {
    const { file } = await exportScenario(billOptions(6, ...options).scenario, { locale });
    const [untouched = ''] = recalculate([file]);
    expect(formulaResults(untouched).get(`${sheet}!A5`)).toBe(fits);
    await editWorkbook(file, (workbook) => {
      cellUnder(sheetOf(workbook, nodes), count, 2).value = 9;
    });
    const [recalculated = ''] = recalculate([file]);
    const results = formulaResults(recalculated);
    expect(results.get(`${sheet}!A5`)).toContain(changed);
    const marks = [...results].filter(
      ([cell, value]) => cell.startsWith(`${sheet}!`) && value === (locale === 'en' ? 'changed' : '已改动'),
    );
    // cash and expense of B
    expect(marks.map(([cell]) => cell.replace(/\d+$/, ''))).toEqual([`${sheet}!C`, `${sheet}!C`]);
    const again = await exportScenario(await readBack(file), { locale });
    const figures = differences(again.file, recalculated).filter((text) => text.startsWith(`${sheet}!`));
    expect(figures.filter((text) => !/: (?:✓|These sentences|以下结论)/.test(text))).toEqual([]);
  });
});

/** Names that need a prefix, every operator and function, chains, and what is no live formula. */
const DRIVEN = {
  ...scenarioOf({
    nodes: [{ count: '=ROUNDUP(每日图片/1000)', price: '=1000/3' }, { count: '=IF(Q1>=0.25, C+1, 9)' }],
    usage: [
      { quantity: '=每日图片*30*6.5', growth: '=Q1/10', monthly: { '2026-02': '=MAX(每日图片, 10)^2*DAYSINMONTH()' } },
      { quantity: '=-2^2+MIN(C, 5)*(3-(2-1))%', sku: 'ti-ems.public', price: '=ROUND(constructor/7, 4)' },
      { quantity: '=SUM(C, constructor, ABS(-3))-ROUNDDOWN(C/7, 2)', monthly: { '2026-01': '=IF(OR(C<1, NOT(C=2)), 1/3, 2/3)' } },
    ],
  }),
  drivers: driversText(
    [
      ['每日图片', '1200.5'],
      ['Q1', '=25%'],
      ['C', '=constructor/3-1/3'],
      ['constructor', '7'],
      ['R1C1', '=C/3'],
    ].map(([name = '', value = ''], index) => ({ id: `d${index + 1}`, name, value, unit: '', note: '' })),
  ),
};

const PLAN = {
  ...scenarioOf({
    nodes: [{}],
    usage: [
      { quantity: '64936', growth: '0.05', from: '2026-01-10' },
      { quantity: '1000.333333', sku: 'artlab.tool.dedicated.from', to: '2026-03-20' },
      { quantity: '333', sku: 'ti-ems.public', price: '8.07', per: 'total', from: '2026-01-05', to: '2026-04-17', instances: '2' },
    ],
  }),
  months: 6,
};
