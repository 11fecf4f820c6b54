/** An operation that failed as a whole: what happened, where, and what to do. One sentence for every ErrorCode, in both languages. */
import type { AppError, ErrorCode } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import { defineTexts, translate } from './texts.ts';

const SENTENCES = defineTexts<ErrorCode>(
  {
    INPUT_NOT_FOUND: '文件读不到。请确认它还在原处，并且可以打开。',
    INPUT_NOT_JSON: '这个文件既不是工作簿，也不是方案文件。请选择 Costbook 导出的 xlsx 文件。',
    FORMAT_UNKNOWN: '文件的格式不认识。请选择 Costbook 导出的文件。',
    KEY_UNKNOWN: '文件里有不认识的内容“{key}”。请删除它，或用同版本的 Costbook 重新导出。',
    VALUE_INVALID: '“{value}”不能使用。请改填有效的值。',
    ID_DUPLICATE: '标识“{id}”重复。请改成不同的标识后再导入。',
    DRIVER_NAME_INVALID: '“{value}”不能作参数名称：名称由文字、数字和下划线组成，不以数字开头，不与函数或其他参数同名。',
    EDITION_NOT_FOUND: '方案使用的价格簿“{edition}”不在这里。请先导入该价格簿。',
    EDITION_CHANGED: '价格簿“{edition}”的内容与方案记录的不一致。请核对价格簿版本。',
    WORKBOOK_BROKEN: '工作簿已损坏，读不出来。请在 Excel 中另存一份再试。',
    WORKBOOK_ENCRYPTED: '工作簿有密码。请去掉密码后另存一份再试。',
    WORKBOOK_LEGACY: '这是旧的 .xls 格式。请在 Excel 中另存为 .xlsx 再试。',
    WORKBOOK_TOO_LARGE: '工作簿太大。请拆成小一些的文件再试。',
    WORKBOOK_FOREIGN: '这个文件是表格，不是方案。请用“导入”选择要取的列。',
    COLUMNS_UNKNOWN: '没有一列能识别。请指定表头所在的行，并为各列选择内容。',
    ROWS_UNUSABLE: '有的行有错误，没有导入任何行。请更正后再试，或只导入无误的行。',
    FILE_LOCKED: '文件正被其他程序打开，写不进去。请关闭它，或换一个文件名。',
    FILE_NOT_WRITTEN: '文件没有写成。请检查磁盘空间和文件夹权限，或换一个位置。',
    EXPORT_RUNNING: '另一个文件还在导出。请等它完成，或取消它，然后再导出。',
    EXPORT_STOPPED: '导出已停止。',
    EXPORT_FAILED: '导出中断，文件没有写成，原有内容不变。请重试；如果再次出现，请先关闭其他程序，或减少行数。',
    SCENARIO_NOT_FOUND: '这个方案已经不在了。请在左侧另选一个。',
    REVISION_CONFLICT: '保存的方案已被改动，与窗口里的不一致。请复制要保留的内容，然后重新打开方案。',
    STORE_FAILED: '数据没有写入磁盘。请检查磁盘空间和权限，然后重试。',
    REQUEST_INVALID: '这个操作没有被接受。请重试；如果再次出现，请重新打开 Costbook。',
    USAGE: '命令的写法不对。',
    COMMAND_REFUSED: '这个操作在这里不能做。',
  },
  {
    INPUT_NOT_FOUND: 'The file cannot be read. Check that it is still there and can be opened.',
    INPUT_NOT_JSON: 'The file is neither a workbook nor a scenario. Choose an xlsx file that Costbook exported.',
    FORMAT_UNKNOWN: 'The format of the file is not known. Choose a file that Costbook exported.',
    KEY_UNKNOWN: 'The file holds something unknown: “{key}”. Remove it, or export it again with the same version of Costbook.',
    VALUE_INVALID: '“{value}” cannot be used. Enter another value.',
    ID_DUPLICATE: 'The id “{id}” is there twice. Make the ids different, then import again.',
    DRIVER_NAME_INVALID:
      '“{value}” cannot be the name of a driver: letters, digits and _, not a digit first, and no function or other driver of that name.',
    EDITION_NOT_FOUND: 'The scenario uses the price book “{edition}”, which is not here. Import that price book first.',
    EDITION_CHANGED: 'The price book “{edition}” is not the one that the scenario was made with. Check its edition.',
    WORKBOOK_BROKEN: 'The workbook is damaged and cannot be read. Save a copy of it in Excel and try again.',
    WORKBOOK_ENCRYPTED: 'The workbook has a password. Save a copy without it and try again.',
    WORKBOOK_LEGACY: 'This is the old .xls format. Save it as .xlsx in Excel and try again.',
    WORKBOOK_TOO_LARGE: 'The workbook is too large. Split it into smaller files and try again.',
    WORKBOOK_FOREIGN: 'This file holds tables, not a scenario. Import it and say what its columns are.',
    COLUMNS_UNKNOWN: 'No column is known. Say which row holds the headers, and what each column is.',
    ROWS_UNUSABLE: 'Rows have errors, so none was imported. Correct them, or import the good rows only.',
    FILE_LOCKED: 'Another program has the file open, so it cannot be written. Close it there, or choose another name.',
    FILE_NOT_WRITTEN: 'The file was not written. Check disk space and permissions, or choose another folder.',
    EXPORT_RUNNING: 'Another file is still being exported. Wait for it or cancel it, then export again.',
    EXPORT_STOPPED: 'The export was stopped.',
    EXPORT_FAILED:
      'The export broke off before the file was complete; what was there is unchanged. Try again; if it comes back, close other programs or export fewer lines.',
    SCENARIO_NOT_FOUND: 'The scenario is not there any more. Choose another one on the left.',
    REVISION_CONFLICT: 'The saved scenario differs from the one in the window. Copy what you want to keep, then open it again.',
    STORE_FAILED: 'The data was not written to disk. Check disk space and permissions, then retry.',
    REQUEST_INVALID: 'The operation was not accepted. Try again; if it comes back, restart Costbook.',
    USAGE: 'The command is not written correctly.',
    COMMAND_REFUSED: 'This cannot be done here.',
  },
);
const FRAME = defineTexts(
  { place: '{sentence}（位置：{place}；{code}）', plain: '{sentence}（{code}）', reason: '{sentence}（{reason}；{code}）' },
  { place: '{sentence} (at {place}; {code})', plain: '{sentence} ({code})', reason: '{sentence} ({reason}; {code})' },
);

export const errorText = (error: AppError, locale: Locale): string => {
  const { code, place, params } = error;
  const sentence = translate(SENTENCES, locale)(code, params);
  const key = place !== null ? 'place' : params.reason !== undefined ? 'reason' : 'plain';
  return translate(FRAME, locale)(key, { sentence, code, place: place ?? '', reason: params.reason ?? '' });
};
