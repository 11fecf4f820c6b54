/** A row of ours says the same as the library's, cell by cell. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openPackage, openSheetPart } from '../../../src/main/xlsx/exceljsInsides.ts';
import { blankCell, decimalCell, formulaCell, type Row, textCell, textFormulaCell } from '../../../src/main/xlsx/model.ts';
import { rowXml } from '../../../src/main/xlsx/rowXml.ts';
import { safeValue } from '../../../src/main/xlsx/sanitise.ts';
import { styleOf } from '../../../src/main/xlsx/styles.ts';
import { tempFolder } from './workbooks.ts';

const CELLS: Row = [
  textCell('plain'),
  textCell('  spaces  '),
  textCell('a & b < c > "d" \u{1F600}\nnext_x0041_'),
  textCell('=1+1'),
  textCell('长'.repeat(1_500)),
  null,
  blankCell('money'),
  decimalCell('1314.53', 'money'),
  decimalCell('-0.000000000001', 'exact'),
  { value: { kind: 'date', date: '2026-03-01' }, style: 'month' },
  { value: { kind: 'input', text: '0.1' }, style: 'inputNumber', flag: 'error' },
  { value: { kind: 'input', text: '12345678901234567890' }, style: 'inputNumber' },
  formulaCell('IF(A1<>"x",ROUND(H2*2,2),0)&""', '2629.06', 'money'),
  textFormulaCell('IF(A1="<&>","✓","")', '<&>', 'check'),
];

describe('a row of ours', () => {
  it('is read as the library’s own, with values, results and styles', async () => {
    const file = path.join(tempFolder(), 'rows.xlsx');
    const output = createWriteStream(file);
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
    const { styleNumber, textNumber } = openPackage(workbook);
    const sheet = workbook.addWorksheet('Sheet');
    const row = sheet.getRow(1);
    for (const [index, cell] of CELLS.entries()) {
      if (cell !== null) Object.assign(row.getCell(index + 1), { value: safeValue(cell.value), style: styleOf(cell) });
    }
    row.commit();
    openSheetPart(sheet).stream.write(rowXml(CELLS, 2, { styleNumber: (cell) => styleNumber(styleOf(cell)), textNumber }));
    sheet.commit();
    await Promise.all([workbook.commit(), finished(output)]);
    const again = new ExcelJS.Workbook();
    await again.xlsx.readFile(file);
    const read = (number: number) =>
      CELLS.map((_, index) => {
        const { value, style } = again.getWorksheet('Sheet')?.getCell(number, index + 1) ?? {};
        return { value, style };
      });
    // A long text stands in its cell: read as rich text of one run, or as text.
    const long = read(2)[4]?.value;
    expect(typeof long === 'string' ? long : JSON.stringify(long)).toContain('长'.repeat(1_500));
    const rest = (number: number) => read(number).filter((_, index) => index !== 4);
    expect(rest(2)).toEqual(rest(1));
  });
});
