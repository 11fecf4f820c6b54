/** The parts of a workbook's package as text, read by neither of the product's libraries' object models. */
import { readFileSync } from 'node:fs';
import { checkZip } from '../../../src/main/xlsx/read/zip.ts';
import { must } from './workbooks.ts';

export const partsOf = (file: string): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  must(checkZip(readFileSync(file), [], (name, content) => parts.set(name, content.toString('utf8'))));
  return parts;
};

/** The part of a sheet, by its position in the workbook. */
export const sheetXml = (file: string, position: number): string => {
  const xml = partsOf(file).get(`xl/worksheets/sheet${position}.xml`);
  if (xml === undefined) throw new Error(`no sheet ${position}`);
  return xml;
};
