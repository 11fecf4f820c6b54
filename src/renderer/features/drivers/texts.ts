import { defineTexts } from '../../ui/texts.ts';

export const DRIVERS_TEXTS = defineTexts(
  {
    title: '参数表',
    name: '名称',
    nameTitle: '在公式中使用的名称，如 =images_per_day*30。改名时所有公式一起改。',
    value: '值或公式',
    valueTitle: '一个数，或以 = 开头的公式，可引用其他参数。',
    result: '结果',
    unit: '单位',
    used: '引用',
    usedTitle: '有多少个单元格或参数直接引用它。',
    note: '备注',
    addHint: '输入名称以添加参数…',
  },
  {
    title: 'Drivers sheet',
    name: 'Name',
    nameTitle: 'As formulas use it: =images_per_day*30. A new name goes into every formula.',
    value: 'Value or formula',
    valueTitle: 'A number, or a formula that begins with = and may use other drivers.',
    result: 'Result',
    unit: 'Unit',
    used: 'Used by',
    usedTitle: 'How many cells and drivers name it directly.',
    note: 'Note',
    addHint: 'Type a name to add a driver…',
  },
);
export type DriversTextKey = keyof (typeof DRIVERS_TEXTS)['en'];
