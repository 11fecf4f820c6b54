/** What sheetStreams takes for granted of exceljs: a new version that changes it fails here. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openPackage, openSheetPart } from '../../../src/main/xlsx/exceljsInsides.ts';
import { sheetXml } from './parts.ts';
import { tempFolder } from './workbooks.ts';

const openFile = () => {
  const file = path.join(tempFolder(), 'streams.xlsx');
  const output = createWriteStream(file);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: true });
  const streams = openPackage(workbook);
  const sheet = workbook.addWorksheet('Sheet');
  const finish = async (): Promise<string> => {
    sheet.commit();
    await Promise.all([workbook.commit(), finished(output)]);
    return file;
  };
  return { streams, sheet, finish };
};

describe('the streams of a workbook', () => {
  it('take rows of ours between those of the library', async () => {
    const { streams, sheet, finish } = openFile();
    const row = sheet.getRow(1);
    row.getCell(1).value = 'first';
    row.commit();
    openSheetPart(sheet).stream.write(`<row r="2"><c r="A2" t="s"><v>${streams.textNumber('second')}</v></c></row>`);
    const third = sheet.getRow(3);
    third.getCell(1).value = 'third';
    third.commit();
    const file = await finish();
    expect(sheetXml(file, 1).match(/<row r="\d"/g)).toEqual(['<row r="1"', '<row r="2"', '<row r="3"']);
    const again = new ExcelJS.Workbook();
    await again.xlsx.readFile(file);
    expect([1, 2, 3].map((number) => again.getWorksheet('Sheet')?.getCell(number, 1).value)).toEqual(['first', 'second', 'third']);
  });

  it('give a style one number, and the library the same one', async () => {
    const { streams, sheet, finish } = openFile();
    const style = { numFmt: '0.000' };
    const number = streams.styleNumber(style);
    expect(streams.styleNumber(style)).toBe(number);
    const row = sheet.getRow(1);
    Object.assign(row.getCell(1), { value: 1, style });
    row.commit();
    expect(sheetXml(await finish(), 1)).toContain(`<c r="A1" s="${number}">`);
  });

  it('ask to wait while nobody takes what was written', async () => {
    const output = new PassThrough();
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output });
    openPackage(workbook);
    const { stream } = openSheetPart(workbook.addWorksheet('Sheet'));
    // Noise: a zip would take any amount of what packs well.
    const noise = (): string => Array.from({ length: 8_192 }, () => Math.random().toString(36).slice(2, 10)).join('');
    let written = 0;
    while (stream.ready() === null && written < 1_000) {
      stream.write(noise());
      written += 1;
      await setImmediate();
    }
    const waiting = stream.ready();
    expect(waiting).not.toBeNull();
    output.resume();
    await waiting;
    expect(stream.ready()).toBeNull();
  });
});
