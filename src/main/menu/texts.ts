import type { Locale } from '../../shared/ipc/contract.ts';

export interface MenuTexts {
  readonly file: string;
  readonly new: string;
  readonly newFromSample: string;
  readonly duplicate: string;
  readonly rename: string;
  readonly delete: string;
  readonly import: string;
  readonly export: string;
  readonly exportCsv: string;
  /** what only a file shows, besides the sheets */
  readonly csvTables: { readonly ledger: string; readonly focus: string };
  readonly quit: string;
  readonly edit: string;
  readonly undo: (label: string | null) => string;
  readonly redo: (label: string | null) => string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly find: string;
  readonly findReplace: string;
  readonly deleteRows: string;
  readonly insertAbove: string;
  readonly insertBelow: string;
  readonly duplicateRows: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly fill: string;
  readonly fillDown: string;
  readonly fillRight: string;
  readonly fillSeries: string;
  readonly fillGrowth: string;
  readonly view: string;
  readonly sheets: {
    readonly drivers: string;
    readonly nodes: string;
    readonly usage: string;
    readonly packs: string;
    readonly summary: string;
    readonly compare: string;
    readonly ledger: string;
  };
  readonly nextOption: string;
  readonly previousOption: string;
  readonly addOption: string;
  readonly findScenario: string;
  readonly scenarios: string;
  readonly why: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly resetZoom: string;
  readonly fullScreen: string;
  readonly language: string;
  readonly developerTools: string;
  readonly help: string;
  readonly about: string;
  readonly openDialog: string;
  readonly saveDialog: string;
  readonly workbooks: string;
  readonly scenarioFiles: string;
  readonly json: string;
  readonly csv: string;
}

export const MENU_TEXTS: Readonly<Record<Locale, MenuTexts>> = {
  'zh-CN': {
    file: '文件(&F)',
    new: '新建方案',
    newFromSample: '从示例新建',
    duplicate: '复制方案',
    rename: '重命名方案',
    delete: '删除方案',
    import: '导入…',
    export: '导出…',
    exportCsv: '导出为 CSV',
    csvTables: { ledger: '明细…', focus: 'FOCUS 1.4 账单格式（当前选项）…' },
    quit: '退出',
    edit: '编辑(&E)',
    undo: (label) => (label === null ? '撤销' : `撤销“${label}”`),
    redo: (label) => (label === null ? '重做' : `重做“${label}”`),
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    find: '查找…',
    findReplace: '替换…',
    deleteRows: '删除行',
    insertAbove: '在上方插入行',
    insertBelow: '在下方插入行',
    duplicateRows: '复制所选行到下方',
    moveUp: '上移行',
    moveDown: '下移行',
    fill: '填充',
    fillDown: '向下',
    fillRight: '向右',
    fillSeries: '序列',
    fillGrowth: '按增长率',
    view: '视图(&V)',
    sheets: { nodes: '节点', usage: '用量', packs: '资源包', drivers: '参数', summary: '汇总', compare: '对比', ledger: '明细' },
    nextOption: '下一个选项',
    previousOption: '上一个选项',
    addOption: '添加选项',
    findScenario: '搜索方案',
    scenarios: '显示或隐藏方案栏',
    why: '显示或隐藏“为什么是这个数”',
    zoomIn: '放大',
    zoomOut: '缩小',
    resetZoom: '实际大小',
    fullScreen: '全屏',
    language: '语言 / Language',
    developerTools: '开发者工具',
    help: '帮助(&H)',
    about: '关于 Costbook',
    openDialog: '导入方案',
    saveDialog: '导出方案',
    workbooks: 'Excel 工作簿',
    scenarioFiles: 'Excel 工作簿和 Costbook 方案',
    json: 'Costbook 方案 (JSON)',
    csv: 'CSV 表格 (UTF-8)',
  },
  en: {
    file: '&File',
    new: 'New Plan',
    newFromSample: 'New from Sample',
    duplicate: 'Duplicate Plan',
    rename: 'Rename Plan',
    delete: 'Delete Plan',
    import: 'Import…',
    export: 'Export…',
    exportCsv: 'Export as CSV',
    csvTables: { ledger: 'Ledger…', focus: 'FOCUS 1.4 Charges (Option in View)…' },
    quit: 'Quit',
    edit: '&Edit',
    undo: (label) => (label === null ? 'Undo' : `Undo ${label}`),
    redo: (label) => (label === null ? 'Redo' : `Redo ${label}`),
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    find: 'Find…',
    findReplace: 'Replace…',
    deleteRows: 'Delete Rows',
    insertAbove: 'Insert Rows Above',
    insertBelow: 'Insert Rows Below',
    duplicateRows: 'Duplicate Rows',
    moveUp: 'Move Rows Up',
    moveDown: 'Move Rows Down',
    fill: 'Fill',
    fillDown: 'Down',
    fillRight: 'Right',
    fillSeries: 'Series',
    fillGrowth: 'By Growth',
    view: '&View',
    sheets: {
      nodes: 'Nodes',
      usage: 'Usage',
      packs: 'Packs',
      drivers: 'Drivers',
      summary: 'Summary',
      compare: 'Compare',
      ledger: 'Ledger',
    },
    nextOption: 'Next Option',
    previousOption: 'Previous Option',
    addOption: 'Add Option',
    findScenario: 'Find Plan',
    scenarios: 'Show or Hide Plans',
    why: 'Show or Hide “Why This Number”',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    resetZoom: 'Actual Size',
    fullScreen: 'Full Screen',
    language: 'Language / 语言',
    developerTools: 'Developer Tools',
    help: '&Help',
    about: 'About Costbook',
    openDialog: 'Import a plan',
    saveDialog: 'Export the plan',
    workbooks: 'Excel workbook',
    scenarioFiles: 'Excel workbooks and Costbook plans',
    json: 'Costbook plan (JSON)',
    csv: 'CSV table (UTF-8)',
  },
};
