import type { AppError } from '../../shared/core/result.ts';
import type { Locale } from '../../shared/ipc/contract.ts';

interface StartText {
  readonly title: string;
  readonly text: string;
}
type Sentence = (error: AppError) => string;

const file = ({ place }: AppError): string => place ?? '';

/** Why Costbook did not start, and what to do: one neutral sentence each, then the file, then the code. */
const REASONS: Readonly<Record<Locale, Readonly<Record<string, Sentence>>>> = {
  'zh-CN': {
    newer: () => '数据文件由更新版本的 Costbook 写入，本版本不会改动它。请安装更新的版本。',
    foreign: () => '数据文件属于另一个程序，本程序不会改动它。请移走该文件，或另选数据文件夹。',
    SQLITE_NOTADB: () => '数据文件不是 Costbook 的数据库，本程序不会改动它。请移走该文件，或另选数据文件夹。',
    damaged: () => '数据文件已损坏，本程序不会改动它。请先复制该文件，再从 backups 文件夹恢复一份备份。',
    SQLITE_CORRUPT: () => '数据文件已损坏，本程序不会改动它。请先复制该文件，再从 backups 文件夹恢复一份备份。',
    other: () => '无法打开数据文件。请检查磁盘空间和文件夹权限。',
  },
  en: {
    newer: () => 'The data file was written by a newer Costbook; this version leaves it alone. Please install the newer version.',
    foreign: () => 'The data file belongs to another program and is left alone. Please move it away, or use another data folder.',
    SQLITE_NOTADB: () => 'The data file is no Costbook database and is left alone. Please move it away, or use another data folder.',
    damaged: () => 'The data file is damaged and is left alone. Please copy it, then restore one from the folder backups.',
    SQLITE_CORRUPT: () => 'The data file is damaged and is left alone. Please copy it, then restore one from the folder backups.',
    other: () => 'The data file cannot be opened. Please check free space and the rights of the folder.',
  },
};
const TITLES: Readonly<Record<Locale, string>> = { 'zh-CN': 'Costbook 无法启动', en: 'Costbook cannot start' };

export const startText = (locale: Locale, error: AppError): StartText => {
  const reason = error.params.reason ?? 'other';
  const sentence = REASONS[locale][reason] ?? REASONS[locale].other;
  return { title: TITLES[locale], text: [sentence?.(error) ?? '', file(error), `${error.code} ${reason}`].join('\n\n') };
};
