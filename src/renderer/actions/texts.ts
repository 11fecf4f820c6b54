/** Names that actions give, and what a gesture is called in "Undo …". */
import type { Locale } from '../../shared/ipc/contract.ts';
import type { HistoryLabel } from '../state/history.ts';
import { fieldName } from '../ui/fieldTexts.ts';
import { defineTexts, translate } from '../ui/texts.ts';

export const ACTION_TEXTS = defineTexts(
  {
    newScenario: '未命名方案',
    copyOf: '{name} 副本',
    newOption: '选项 {letter}',
    edit: '修改{field}',
    editCells: '修改 {count} 个单元格',
    addLine: '新增行',
    deleteLines: '删除 {count} 行',
    deleteLine: '删除行',
    addOption: '新增选项',
    duplicateOption: '复制选项',
    removeOption: '移除选项',
    renameOption: '重命名选项',
    settings: '修改{field}',
    undo: '撤销：{gesture}',
    redo: '重做：{gesture}',
    undoNothing: '没有可撤销的操作',
    redoNothing: '没有可重做的操作',
  },
  {
    newScenario: 'Untitled plan',
    copyOf: 'Copy of {name}',
    newOption: 'Option {letter}',
    edit: 'change of {field}',
    editCells: 'change of {count} cells',
    addLine: 'new row',
    deleteLines: 'deletion of {count} rows',
    deleteLine: 'deletion of a row',
    addOption: 'new option',
    duplicateOption: 'copy of an option',
    removeOption: 'removal of an option',
    renameOption: 'new name of an option',
    settings: 'change of {field}',
    undo: 'Undo {gesture}',
    redo: 'Redo {gesture}',
    undoNothing: 'Nothing to undo',
    redoNothing: 'Nothing to redo',
  },
);

export const gestureText = ({ key, params }: HistoryLabel, locale: Locale): string => {
  const text = translate(ACTION_TEXTS, locale);
  const field = params.field === undefined ? '' : fieldName(params.field, locale);
  const count = params.count ?? '1';
  if (key === 'edit' && field === '') return text('editCells', { count });
  if (key === 'deleteLines' && count === '1') return text('deleteLine');
  return text(key, { ...params, field: locale === 'en' ? field.toLowerCase() : field, count });
};
