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
    lineDeleted: '已删除 1 行。',
    imported: '已导入“{file}”，并打开为新方案。',
    exported: '已导出到“{file}”。',
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
    linesDeleted: '{count} rows deleted.',
    lineDeleted: '1 row deleted.',
    imported: '“{file}” imported and opened as a new scenario.',
    exported: 'Exported to “{file}”.',
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

export const noticeSentence = ({ message }: Notice, locale: Locale): string =>
  isError(message) ? errorText(message, locale) : noticeText(singular(message.key, message.params), locale, message.params);

const singular = (key: string, { count }: Readonly<Record<string, string>>): string =>
  key === 'linesDeleted' && count === '1' ? 'lineDeleted' : key;

const ERRORS: ReadonlySet<string> = new Set<NoticeKey>(['leaveRefused', 'closeRefused', 'unexpected']);

export const isErrorNotice = ({ message }: Notice): boolean => isError(message) || ERRORS.has(message.key);
