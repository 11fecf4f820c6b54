import { describe, expect, it } from 'vitest';
import { commandOfKey } from '../../../src/renderer/actions/commands.ts';
import { gestureText } from '../../../src/renderer/actions/texts.ts';

const press = (keys: string, typing = false) => {
  const parts = keys.split('+');
  const held = (name: string): boolean => parts.slice(0, -1).includes(name);
  const key = parts.at(-1) ?? '';
  return commandOfKey({ key, ctrlKey: held('Ctrl'), metaKey: held('Cmd'), shiftKey: held('Shift'), altKey: held('Alt') }, typing);
};

describe('keys of the window', () => {
  it.each([
    ['Ctrl+z', 'edit.undo'],
    ['Cmd+z', 'edit.undo'],
    ['Ctrl+Shift+Z', 'edit.redo'],
    ['Ctrl+y', 'edit.redo'],
    ['Ctrl+p', 'view.findScenario'],
    ['Ctrl+2', 'sheet.usage'],
    ['Ctrl+PageDown', 'option.next'],
    ['Ctrl+Alt+ArrowLeft', 'option.previous'],
    ['z', null],
    ['Ctrl+c', null],
    ['Ctrl+Alt+z', null],
  ])('%s is %s', (keys, command) => expect(press(keys)).toBe(command));

  it.each(['Ctrl+z', 'Ctrl+y', 'Ctrl+Shift+Z'])('%s stays the text’s while one is typed', (keys) => expect(press(keys, true)).toBeNull());
});

describe('names of gestures', () => {
  it.each([
    [{ key: 'edit', params: { field: 'quantity' } }, 'change of quantity', '修改数量'],
    [{ key: 'edit', params: { field: 'm:2026-03' } }, 'change of usage of 2026-03', '修改2026-03 用量'],
    [{ key: 'edit', params: { count: '40' } }, 'change of 40 cells', '修改 40 个单元格'],
    [{ key: 'deleteLines', params: { count: '1' } }, 'deletion of a row', '删除行'],
    [{ key: 'deleteLines', params: { count: '3' } }, 'deletion of 3 rows', '删除 3 行'],
    [{ key: 'settings', params: { field: 'months' } }, 'change of months', '修改月数'],
  ] as const)('%o', (label, en, zh) => {
    expect(gestureText(label, 'en')).toBe(en);
    expect(gestureText(label, 'zh-CN')).toBe(zh);
  });
});
