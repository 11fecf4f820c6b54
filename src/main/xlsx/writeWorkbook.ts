/** Exports a scenario with its bill as a workbook. */
import type { Result } from '../../shared/core/result.ts';
import { replaceFile } from './replaceFile.ts';
import { makeWorkbookModel, type WorkbookInput } from './workbookModel.ts';
import { writeSheets } from './writer.ts';

/** Errors: FILE_LOCKED, FILE_NOT_WRITTEN; an existing file is then as it was. `bill` was computed from `scenario` and `priceBook`. */
export const writeWorkbook = async ({ file, ...input }: WorkbookInput & { readonly file: string }): Promise<Result<void>> => {
  const sheets = makeWorkbookModel(input);
  return replaceFile(file, (stream) => writeSheets(sheets, stream));
};
