/** The charts of Compare: native ones that follow their cells, with the numbers of the export beside for viewers that do not compute. */

import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { type Chart, chartXml } from '../../../src/main/xlsx/charts.ts';
import { pixelsOf } from '../../../src/main/xlsx/page.ts';
import { makeWorkbookModel } from '../../../src/main/xlsx/workbookModel.ts';
import { computeBill } from '../../../src/shared/billing/computeBill.ts';
import type { Locale } from '../../../src/shared/ipc/contract.ts';
import type { Option, Scenario } from '../../../src/shared/scenario/types.ts';
import { billOptions, NODES, node, option, TOOLS, UNPRICED } from '../../renderer/reportScenario.ts';
import { partsOf, sheetXml } from './parts.ts';
import { editWorkbook, exportScenario, readBack, SEED, sheetOf } from './workbooks.ts';

const scenarioOf = (months: number, ...options: readonly Option[]): Scenario => billOptions(months, ...options).scenario;

const chartsOf = (scenario: Scenario, locale: Locale = 'en'): readonly Chart[] =>
  makeWorkbookModel({ scenario, priceBook: SEED, bill: computeBill({ scenario, priceBook: SEED }), locale })[1]?.charts ?? [];

const many = (count: number): readonly Option[] =>
  Array.from({ length: count }, (_, index) => option(String.fromCharCode(65 + index), { nodes: [node('n1', {})] }));

describe('the charts', () => {
  it('are cumulative cash by month, and cash and expense side by side, in the language of the export', () => {
    const titles = (locale: Locale): readonly string[] => chartsOf(scenarioOf(12, NODES, TOOLS), locale).map(({ title }) => title);
    expect(titles('en')).toEqual(['Cumulative cash (CNY)', 'Cash and expense (CNY)']);
    expect(titles('zh-CN')).toEqual(['累计现金（元）', '现金与费用（元）']);
  });

  it('are no line of a single month', () => {
    expect(chartsOf(scenarioOf(1, NODES, TOOLS)).map(({ kind }) => kind)).toEqual(['columns']);
  });

  it('have a series for each option, in its colour; after the fourth colours come again with other marks', () => {
    const [lines] = chartsOf(scenarioOf(2, ...many(6)));
    expect(lines?.series.map(({ color, round }) => `${color} ${round}`)).toEqual([
      '2360CC 0',
      'B23B0A 0',
      '0B6E6E 0',
      '6D3FC0 0',
      '2360CC 1',
      'B23B0A 1',
    ]);
    expect(lines === undefined ? '' : chartXml(lines)).toMatch(/symbol val="circle".*symbol val="diamond"/);
  });

  it('dash the line and hatch the columns of an incomplete option', () => {
    const [lines, columns] = chartsOf(scenarioOf(12, NODES, UNPRICED)).map(chartXml);
    expect(lines?.match(/<c:ser>.*?prstDash val="\w+"/gs)?.map((text) => text.slice(-6))).toEqual(['solid"', '"dash"']);
    expect(columns?.match(/<c:ser>.*?<c:spPr><a:\w+/gs)?.map((text) => text.replace(/.*<a:/s, ''))).toEqual(['solidFill', 'pattFill']);
  });

  it('lie beside each other over rows that hold nothing', () => {
    for (const options of [many(2), many(4), many(9)]) {
      const scenario = scenarioOf(12, ...options);
      const sheet = makeWorkbookModel({ scenario, priceBook: SEED, bill: computeBill({ scenario, priceBook: SEED }), locale: 'en' })[1];
      const [lines, columns] = sheet?.charts?.map(({ place }) => place) ?? [];
      const covered = [...(sheet?.rows ?? [])].slice((lines?.firstRow ?? 0) - 1, lines?.lastRow);
      expect(covered.filter((row) => row.length > 0)).toEqual([]);
      expect(covered).toHaveLength((lines?.lastRow ?? 0) - (lines?.firstRow ?? 0) + 1);
      expect(columns?.left).toBeGreaterThan(lines?.right ?? Number.POSITIVE_INFINITY);
    }
  });

  it('are whole on the first page of a sheet that prints on several, beside the column that comes again on each', () => {
    for (const [count, months] of [
      [7, 12],
      [12, 12],
      [7, 1],
    ] as const) {
      const scenario = scenarioOf(months, ...many(count));
      const sheet = makeWorkbookModel({ scenario, priceBook: SEED, bill: computeBill({ scenario, priceBook: SEED }), locale: 'en' })[1];
      const pixels = (columns: number): number => (sheet?.widths ?? []).slice(0, columns).reduce((sum, width) => sum + pixelsOf(width), 0);
      const [firstBreak = 0] = sheet?.columnBreaks ?? [];
      for (const { place } of sheet?.charts ?? []) {
        expect(place.left).toBeGreaterThanOrEqual(pixels(1));
        expect(place.right).toBeLessThanOrEqual(pixels(firstBreak));
      }
    }
  });
});

/** Each reference of a chart with what the chart says is there. */
const referencesOf = (xml: string): readonly (readonly [string, readonly string[]])[] =>
  [...xml.matchAll(/<c:f>([^<]*)<\/c:f>(.*?)<\/c:(?:num|str)Ref>/gs)].map(([, range = '', cache = '']) => [
    range,
    [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value = '']) => value),
  ]);

/** The cells of `'Compare'!$B$3:$B$9` as they stand in the file. */
const cellsOf = (workbook: xlsx.WorkBook, range: string): readonly string[] => {
  const [, name = '', cells = ''] = /^'(.*)'!(.*)$/.exec(range) ?? [];
  const sheet = workbook.Sheets[name] ?? {};
  const { s, e } = xlsx.utils.decode_range(cells.replaceAll('$', ''));
  return Array.from({ length: e.r - s.r + 1 }, (_, index) => String(sheet[xlsx.utils.encode_cell({ r: s.r + index, c: s.c })]?.v));
};

describe('in the package', () => {
  it.each(['en', 'zh-CN'] as const)('a chart says beside each reference what its cells hold (%s)', async (locale) => {
    const { file } = await exportScenario(scenarioOf(18, NODES, TOOLS, UNPRICED), { locale });
    const parts = partsOf(file);
    const workbook = xlsx.read(readFileSync(file), { type: 'buffer' });
    const references = ['xl/charts/chart2_1.xml', 'xl/charts/chart2_2.xml'].flatMap((path) => referencesOf(parts.get(path) ?? ''));
    expect(references).toHaveLength(2 * 3 * 3);
    for (const [range, values] of references) expect([range, values]).toEqual([range, cellsOf(workbook, range)]);
  });

  it('the sheet names a drawing, before its comments, and the drawing its charts', async () => {
    const { file } = await exportScenario(scenarioOf(12, NODES, UNPRICED));
    const parts = partsOf(file);
    expect(sheetXml(file, 2)).toMatch(/<rowBreaks .*<\/rowBreaks><drawing r:id="rId\d+"\/><legacyDrawing r:id="rId\d+"\/><\/worksheet>$/);
    expect(parts.get('xl/worksheets/_rels/sheet2.xml.rels')).toContain('Target="../drawings/drawing2.xml"');
    expect(parts.get('xl/drawings/_rels/drawing2.xml.rels')?.match(/Target="[^"]*"/g)).toEqual([
      'Target="../charts/chart2_1.xml"',
      'Target="../charts/chart2_2.xml"',
    ]);
    const overrides = parts.get('[Content_Types].xml')?.match(/PartName="[^"]*(?:chart|drawing2)[^"]*"/g);
    expect(overrides).toEqual(['chart2_1', 'chart2_2', 'drawing2'].map((name) => expect.stringContaining(`${name}.xml"`)));
    expect(parts.get('xl/drawings/drawing2.xml')?.match(/<xdr:twoCellAnchor /g)).toHaveLength(2);
  });

  it('no import reads the sheet: a workbook comes back as it was, and with what was edited elsewhere', async () => {
    const scenario = scenarioOf(12, NODES, TOOLS);
    const { file } = await exportScenario(scenario);
    expect(await readBack(file)).toEqual(scenario);
    await editWorkbook(file, (workbook) => {
      sheetOf(workbook, 'Compare').getCell('B3').value = 'scribble';
    });
    expect(await readBack(file)).toEqual(scenario);
  });
});
