/** The lines of a plan as a spreadsheet: id, provider, month, quantity, price, amount; sums on a second sheet. */
import ExcelJS from 'exceljs';
import type { Scenario, UsageLine } from '../../src/shared/scenario/types.ts';
import { MONTHS } from './plain/plainBill.ts';

type Value = string | number;
/** Cells as HyperFormula and exceljs take them; a text that begins with = is a formula. */
export interface SheetCells {
  readonly lines: readonly (readonly Value[])[];
  readonly sums: readonly (readonly Value[])[];
}

export const SHEET_LINES = 100_000;
const PRICES: Readonly<Record<string, number>> = { A: 0.3, B: 0.0077 };

export const cellsOf = ({ options }: Scenario, sums: 'byProviderAndMonth' | 'total'): SheetCells => {
  const row = (provider: string, line: UsageLine, at: number): readonly Value[] => {
    const month = Number((line.from ?? '').slice(5, 7));
    return [line.id, provider, month, Number(line.quantity), PRICES[provider] ?? 0, `=ROUND(D${at}*E${at},2)`];
  };
  const flat = options.flatMap(({ id, usage }) => usage.map((line) => ({ id, line })));
  const lines = flat.map(({ id, line }, index) => row(id, line, index + 1));
  const column = (letter: string): string => `Lines!$${letter}$1:$${letter}$${lines.length}`;
  const groups = options.flatMap(({ id }) => Array.from({ length: MONTHS }, (_, month) => ({ id, month: month + 1 })));
  const byGroup = groups.map(({ id, month }, index): readonly Value[] => {
    const at = index + 2;
    return [id, `=SUMIFS(${column('F')},${column('B')},A${at},${column('C')},C${at})`, month];
  });
  const total: readonly Value[] = ['total', `=SUM(${column('F')})`, 0];
  return { lines, sums: sums === 'total' ? [total] : [total, ...byGroup] };
};

export const writeSheetFile = async ({ lines, sums }: SheetCells, filename: string): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename });
  for (const [name, rows] of [
    ['Lines', lines],
    ['Sums', sums],
  ] as const) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow(row.map(cellOf)).commit();
    sheet.commit();
  }
  await workbook.commit();
};

const cellOf = (value: Value): Value | { readonly formula: string } =>
  typeof value === 'string' && value.startsWith('=') ? { formula: value.slice(1) } : value;
