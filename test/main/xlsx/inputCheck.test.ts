/** A workbook says which inputs its values belong to, and turns red when they are others. LibreOffice computes the formulas where it is there. */
import type ExcelJS from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { formulaResults, hasLibreOffice, recalculate } from './libreOffice.ts';
import { cellUnder, editWorkbook, exportScenario, openWorkbook, scenarioOf, sheetOf, shownIn } from './workbooks.ts';

// A busy machine is no failure: files are written and threads started.
vi.setConfig({ testTimeout: 120_000 });

const NOTE = '长'.repeat(300);
const PLAN = scenarioOf({
  nodes: [{ note: NOTE }, { price: '123456789.1234567891', count: '99999', months: '1' }],
  usage: [
    { quantity: '64936', monthly: { '2026-02': '0' } },
    { quantity: '5', sku: 'ti-ems.public', price: '8.07', instances: '2' },
  ],
  packs: [{ note: 'a "quoted" note' }],
});

describe.each([
  ['en', 'Summary', 'Usage', 'Inputs', /^Results belong to these inputs \([0-9a-f]{8}\)\.$/],
  ['zh-CN', '汇总', '用量', '输入', /^结果与当前输入一致（[0-9a-f]{8}）。$/],
] as const)('an export (%s)', (locale, summary, usage, header, sentence) => {
  it('says which inputs its values belong to, in the same words on Summary and on each sheet of lines', async () => {
    const workbook = await openWorkbook((await exportScenario(PLAN, { locale })).file);
    const onSummary = String(shownIn(sheetOf(workbook, summary).getCell('A4')));
    expect(onSummary).toMatch(sentence);
    const sheets = workbook.worksheets.slice(1, 4);
    expect(sheets.map((sheet) => shownIn(sheet.getCell('D2')))).toEqual([onSummary, onSummary, onSummary]);
    expect(shownIn(cellUnder(sheetOf(workbook, usage), header, 1))).toBe('✓');
  });

  it('turns them red by a rule', async () => {
    const workbook = await openWorkbook((await exportScenario(PLAN, { locale })).file);
    // exceljs reads these rules, its types do not say so
    const rulesOf = (sheet: ExcelJS.Worksheet): readonly string[] =>
      (Reflect.get(sheet, 'conditionalFormattings') as readonly { readonly ref: string }[]).map(({ ref }) => ref);
    expect(rulesOf(sheetOf(workbook, summary))).toEqual(['A4']);
    expect(rulesOf(sheetOf(workbook, usage))).toEqual(['D2', 'T4:T5']);
  });
});

type Edit = (sheet: (name: string) => ExcelJS.Worksheet) => void;

/** Rows whose inputs are said to be others, and whether the sentences are those of the export. */
const afterEdit = async (
  edits: readonly Edit[],
): Promise<readonly { readonly changed: readonly string[]; readonly fits: readonly boolean[] }[]> => {
  const files: string[] = [];
  for (const edit of edits) {
    const { file } = await exportScenario(PLAN);
    await editWorkbook(file, (workbook) => edit((name) => sheetOf(workbook, name)));
    files.push(file);
  }
  return recalculate(files).map((file) => {
    const results = formulaResults(file);
    const changed = [...results].flatMap(([cell, result]) => (result === 'changed' ? [cell] : []));
    const sentences = ['Nodes!D2', 'Usage!D2', 'Packs!D2', 'Summary!A4'].map((cell) => String(results.get(cell)));
    return { changed, fits: sentences.map((text) => text.startsWith('Results belong')) };
  });
};

const ALL_FIT = [true, true, true, true];
const set =
  (sheet: string, header: string, line: number, value: ExcelJS.CellValue): Edit =>
  (sheetNamed) => {
    cellUnder(sheetNamed(sheet), header, line).value = value;
  };

describe.skipIf(!hasLibreOffice)('computed anew after an edit', () => {
  const cases: readonly (readonly [string, Edit, readonly string[], readonly boolean[]])[] = [
    ['nothing was changed', () => undefined, [], ALL_FIT],
    ['a note is no input', set('Nodes', 'Note', 1, 'other'), [], ALL_FIT],
    ['the count of a node is followed by formulas', set('Nodes', 'Count', 1, 9), [], ALL_FIT],
    ['its duration is not', set('Nodes', 'Duration (months)', 1, 6), ['Nodes!M4'], [false, true, true, false]],
    ['nor the count of a node whose cost is a value', set('Nodes', 'Count', 2, 9), ['Nodes!M5'], [false, true, true, false]],
    ['a quantity that a pack may pay for', set('Usage', 'Quantity (units)', 1, 64937), ['Usage!T4'], [true, false, true, false]],
    ['an override of 0 that is gone', set('Usage', '2026-02 override (units)', 1, null), ['Usage!T4'], [true, false, true, false]],
    ['an override that was not there', set('Usage', '2026-01 override (units)', 1, 7), ['Usage!T4'], [true, false, true, false]],
    ['a quantity that no pack pays for', set('Usage', 'Quantity (units)', 2, 6), [], ALL_FIT],
    ['its period', set('Usage', 'From (month or day)', 2, '2026-02'), ['Usage!T5'], [true, false, true, false]],
    ['a pack', set('Packs', 'Count', 1, 3), ['Packs!U4'], [true, true, false, false]],
    ['a new line', set('Packs', 'SKU', 2, 'artlab.pack.entry-200'), [], [true, true, false, false]],
  ];

  it('shows each change that its values do not follow, and no other', async () => {
    const found = await afterEdit(cases.map(([, edit]) => edit));
    expect(found.map((each, at) => [cases[at]?.[0], each.changed, each.fits])).toEqual(
      cases.map(([name, , changed, fits]) => [name, changed, fits]),
    );
  });
});
