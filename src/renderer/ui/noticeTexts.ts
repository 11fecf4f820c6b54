/** Sentences of the notice bar and of its one button. */
import type { AppError } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';
import type { Notice } from '../state/ui.ts';
import { errorText } from './errorTexts.ts';
import { defineTexts, translate } from './texts.ts';

export const NOTICE_TEXTS = defineTexts(
  {
    scenarioDeleted: '已删除方案“{name}”。',
    optionRemoved: '已移除选项“{name}”。',
    linesDeleted: '已删除 {count} 行。',
    batch: '已写入 {count} 个单元格。',
    batchWrong: '{wrong} 个有错误：原文保留，标红显示。',
    batchSkipped: '{skipped} 个属于计算列，未改动。',
    batchClipped: '{clipped} 个超出最后一列，未写入。',
    goToFirst: '转到第一个错误',
    copyShape: '不能复制这样的多重选区：请选择同样的行或同样的列。',
    nothingToPaste: '剪贴板里没有可粘贴的文字。请先在表格中复制单元格。',
    arranged: '行已排序或筛选，不能移动。请先清除排序和筛选。',
    computed: '所选单元格由计算得出，不能修改。请选择可输入的单元格。',
    readOnly: '这张表由计算得出，只能查看。请在“节点”“用量”“资源包”里修改。',
    imported: '已导入“{file}”，并打开为新方案。',
    rowsImported: '已从“{file}”导入 {count} 行。',
    pricesImported: '已由“{file}”生成新的价格簿：{count} 个价格有更新。在方案中选用后才会生效。',
    changesTaken: '已采用“{file}”中的 {count} 行修改。',
    exported: '已导出到“{file}”。',
    exportedLarge: '已导出到“{file}”。它可以在 Excel 中打开，但太大，不能再作为工作簿导入 Costbook；如需导回，请再导出一份 JSON。',
    importStopped: '导入已取消，什么都没有改变。',
    exportStopped: '导出已停止，没有写入文件。',
    exportStoppedKept: '导出已停止，“{file}”保持原样。',
    leaveRefused: '当前方案还没有保存成功，暂不离开，以免丢失刚才的输入。请检查磁盘后重试。',
    closeRefused: '刚才的输入还没有保存成功，窗口暂不关闭。请检查磁盘后在状态栏重试，或放弃这些输入。',
    unexpected: '刚才的操作出了错，没有完成。已保存的内容不受影响。（{reason}）',
    undo: '撤销',
    retry: '重试',
    closeAnyway: '不保存并关闭',
    dismiss: '关闭提示',
  },
  {
    scenarioDeleted: 'Scenario “{name}” deleted.',
    optionRemoved: 'Option “{name}” removed.',
    linesDeleted: '{count} {count|row|rows} deleted.',
    batch: 'Cells written: {count}.',
    batchWrong: 'With an error, kept as typed and shown in red: {wrong}.',
    batchSkipped: 'In computed columns, left alone: {skipped}.',
    batchClipped: 'Beyond the last column, left out: {clipped}.',
    goToFirst: 'Go to the first error',
    copyShape: 'These ranges cannot be copied together: choose ranges with the same rows or the same columns.',
    nothingToPaste: 'There is no text to paste. Copy cells in a spreadsheet first.',
    arranged: 'Rows are sorted or filtered and cannot be moved. Clear sorting and filter first.',
    computed: 'These cells are computed and cannot be changed. Choose cells that take input.',
    readOnly: 'This sheet is computed and only shown. Change it in Nodes, Usage or Packs.',
    imported: '“{file}” imported and opened as a new scenario.',
    rowsImported: 'Rows imported from “{file}”: {count}.',
    pricesImported: 'A new price book was made of “{file}”, with {count} other prices. It counts once a scenario uses it.',
    changesTaken: 'Changed rows taken over from “{file}”: {count}.',
    exported: 'Exported to “{file}”.',
    exportedLarge:
      'Exported to “{file}”. It opens in Excel, but is too large to be imported into Costbook again; export the scenario as JSON too if it has to come back.',
    importStopped: 'Import cancelled. Nothing was changed.',
    exportStopped: 'Export stopped. No file was written.',
    exportStoppedKept: 'Export stopped. “{file}” is as it was.',
    leaveRefused: 'This scenario could not be saved yet, so it stays open and nothing typed is lost. Check the disk, then retry.',
    closeRefused: 'What you typed last could not be saved, so the window stays. Check the disk and retry in the status bar, or give it up.',
    unexpected: 'Something went wrong, and the last action was not completed. What was saved is safe. ({reason})',
    undo: 'Undo',
    retry: 'Retry',
    closeAnyway: 'Close without saving',
    dismiss: 'Dismiss',
  },
);
export type NoticeKey = keyof (typeof NOTICE_TEXTS)['en'];

const isNoticeKey = (text: string): text is NoticeKey => Object.hasOwn(NOTICE_TEXTS.en, text);
const isError = (message: Notice['message']): message is AppError => 'code' in message;

/** A key that is not known comes back as it is: it is a bug, but no reason for an empty bar. */
export const noticeText = (key: string, locale: Locale, params: Readonly<Record<string, string>> = {}): string =>
  isNoticeKey(key) ? translate(NOTICE_TEXTS, locale)(key, params) : key;

export const noticeSentence = ({ message }: Notice, locale: Locale): string => {
  if (isError(message)) return errorText(message, locale);
  const { key, params } = message;
  const keys =
    key === 'batch' ? ['batch', ...BATCH_LOSSES.filter(([, count]) => (params[count] ?? '0') !== '0').map(([part]) => part)] : [key];
  return keys.map((part) => noticeText(part, locale, params)).join(locale === 'en' ? ' ' : '');
};

/** Said only of what there is. */
const BATCH_LOSSES: readonly (readonly [NoticeKey, string])[] = [
  ['batchWrong', 'wrong'],
  ['batchSkipped', 'skipped'],
  ['batchClipped', 'clipped'],
];

const ERRORS: ReadonlySet<string> = new Set<NoticeKey>(['leaveRefused', 'closeRefused', 'unexpected']);

/** News that should not go before it has been read. */
const WARNINGS: ReadonlySet<string> = new Set<NoticeKey>(['exportedLarge']);

export const staysInView = (notice: Notice): boolean =>
  notice.action !== null || isErrorNotice(notice) || (!isError(notice.message) && WARNINGS.has(notice.message.key));

export const isErrorNotice = ({ message }: Notice): boolean => isError(message) || ERRORS.has(message.key);
