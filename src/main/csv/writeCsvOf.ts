/** One table of a billed scenario as a CSV file: a sheet with all its options, or the charges of one option in the columns of FOCUS. */
import type { Result } from '../../shared/core/result.ts';
import type { CsvSheet } from '../../shared/ipc/contract.ts';
import type { Row } from '../xlsx/model.ts';
import type { WorkbookInput } from '../xlsx/workbookModel.ts';
import { focusTable } from './focus/focusRows.ts';
import { sheetRows } from './sheetRows.ts';
import { writeCsv } from './writeCsv.ts';

export interface CsvTable {
  readonly sheet: CsvSheet;
  /** id of an option of the scenario; only FOCUS asks for it */
  readonly option: string;
}

export const csvRowsOf = (input: WorkbookInput, { sheet, option }: CsvTable): Iterable<Row> =>
  sheet === 'focus' ? focusTable(input, option) : sheetRows(input, sheet);

/** Errors: FILE_LOCKED, FILE_NOT_WRITTEN; an existing file is then as it was. `input.bill` was computed from the rest of it. */
export const writeCsvOf = (input: WorkbookInput, table: CsvTable, file: string): Promise<Result<void>> =>
  writeCsv(file, csvRowsOf(input, table));
