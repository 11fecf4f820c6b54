/** Names that actions give, and what a gesture is called in "Undo …". */
import type { Locale } from '../../shared/ipc/contract.ts';
import type { HistoryLabel } from '../../shared/scenario/history.ts';
import { fieldName } from '../../shared/wording/fieldTexts.ts';
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
    insertLines: '插入 {count} 行',
    duplicateLines: '复制 {count} 行',
    moveLines: '移动 {count} 行',
    paste: '粘贴 {count} 个单元格',
    cut: '移动单元格',
    clear: '清除 {count} 个单元格',
    fill: '填充 {count} 个单元格',
    enter: '输入到 {count} 个单元格',
    replace: '替换 {count} 个单元格',
    note: '{field}的批注',
    deleteNotes: '删除 {count} 个批注',
    import: '导入 {count} 行',
    takeChanges: '采用 {count} 行修改',
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
    editCells: 'change of {count} {count|cell|cells}',
    addLine: 'new row',
    deleteLines: 'deletion of {count} {count|row|rows}',
    deleteLine: 'deletion of a row',
    insertLines: 'insertion of {count} {count|row|rows}',
    duplicateLines: 'copy of {count} {count|row|rows}',
    moveLines: 'move of {count} {count|row|rows}',
    paste: 'paste of {count} {count|cell|cells}',
    cut: 'move of cells',
    clear: 'clearing of {count} {count|cell|cells}',
    fill: 'fill of {count} {count|cell|cells}',
    enter: 'entry into {count} {count|cell|cells}',
    replace: 'replacement in {count} {count|cell|cells}',
    note: 'note on {field}',
    deleteNotes: 'deletion of {count} {count|note|notes}',
    import: 'import of {count} {count|row|rows}',
    takeChanges: 'taking over {count} changed {count|row|rows}',
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

/** English says one of something otherwise. */
const SINGULARS: Partial<Record<HistoryLabel['key'], string>> = {
  insertLines: 'insertion of a row',
  duplicateLines: 'copy of a row',
  moveLines: 'move of a row',
  paste: 'paste of a cell',
  clear: 'clearing of a cell',
  fill: 'fill of a cell',
  replace: 'replacement in a cell',
  deleteNotes: 'deletion of a note',
  import: 'import of a row',
  takeChanges: 'taking over a changed row',
};

export const gestureText = ({ key, params }: HistoryLabel, locale: Locale): string => {
  const text = translate(ACTION_TEXTS, locale);
  const field = params.field === undefined ? '' : fieldName(params.field, locale);
  const count = params.count ?? '1';
  if (key === 'edit' && field === '') return text('editCells', { count });
  if (key === 'deleteLines' && count === '1') return text('deleteLine');
  const one = SINGULARS[key];
  if (locale === 'en' && one !== undefined && count === '1') return one;
  return text(key, { ...params, field: locale === 'en' ? field.toLowerCase() : field, count });
};
