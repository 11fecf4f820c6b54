import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openPackage, openSheetPart } from '../../../src/main/xlsx/exceljsInsides.ts';
import { partsOf, sheetXml } from './parts.ts';
import { tempFolder } from './workbooks.ts';

const write = async (fill: (workbook: ExcelJS.stream.xlsx.WorkbookWriter) => void): Promise<string> => {
  const file = path.join(tempFolder(), 'parts.xlsx');
  const stream = createWriteStream(file);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  fill(workbook);
  await Promise.all([workbook.commit(), finished(stream)]);
  return file;
};

describe('what exceljs cannot say', () => {
  it('stands in the package: a part with its type, a relation, text after the rows and at the end', async () => {
    const file = await write((workbook) => {
      const parts = openPackage(workbook);
      const worksheet = workbook.addWorksheet('Sheet');
      const sheet = openSheetPart(worksheet);
      worksheet.getCell('A1').value = 1;
      worksheet.autoFilter = 'A1:B2';
      parts.addPart({ path: 'xl/drawings/drawing1.xml', contentType: 'application/x', xml: '<part/>' });
      const id = sheet.relate('http://type', '../drawings/drawing1.xml');
      sheet.addAfterRows('<sheetProtection sheet="1"/>');
      sheet.addAtEnd(`<drawing r:id="${id}"/>`);
      worksheet.commit();
    });
    const sheet = sheetXml(file, 1);
    expect(sheet).toContain('</sheetData><sheetProtection sheet="1"/><autoFilter');
    expect(sheet).toMatch(/<pageSetup [^>]*\/><drawing r:id="rId1"\/><\/worksheet>$/);
    const parts = partsOf(file);
    expect(parts.get('xl/drawings/drawing1.xml')).toBe('<part/>');
    expect(parts.get('[Content_Types].xml')).toContain(
      '<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/x"/></Types>',
    );
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      '<Relationship Id="rId1" Type="http://type" Target="../drawings/drawing1.xml"/>',
    );
  });

  it('is the order in which Office reads a font', async () => {
    const file = await write((workbook) => {
      openPackage(workbook);
      const worksheet = workbook.addWorksheet('Sheet');
      const cell = worksheet.getCell('A1');
      cell.value = 1;
      cell.style = { font: { name: 'Calibri', family: 2, size: 11, bold: true, color: { argb: 'FF112233' } } };
      worksheet.commit();
    });
    expect(partsOf(file).get('xl/styles.xml')).toContain(
      '<font><b/><sz val="11"/><color rgb="FF112233"/><name val="Calibri"/><family val="2"/></font>',
    );
  });

  it.each([
    ['a workbook', () => openPackage({ zip: {} })],
    ['a sheet', () => openSheetPart({ id: 1, stream: { write: () => true } })],
  ])('is refused where %s has other parts', (_, open) => {
    expect(open).toThrow('another version than 4.4.0');
  });
});
