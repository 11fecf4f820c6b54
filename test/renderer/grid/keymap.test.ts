import { describe, expect, test } from 'vitest';
import { type Action, type KeyPress, keyAction, type Mode } from '../../../src/renderer/grid/keymap.ts';

/** 'Ctrl+Shift+e' -> the key press */
const press = (keys: string): KeyPress => {
  const parts = keys.split('+');
  const key = keys.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key, ctrlKey: has('Ctrl'), metaKey: has('Meta'), shiftKey: has('Shift'), altKey: has('Alt') };
};
const act = (keys: string, mode: Mode, choicesOpen = false, completing = false): Action | null =>
  keyAction(press(keys), { mode, choicesOpen, completing });

describe('an active cell', () => {
  test.each<[string, Action | null]>([
    ['ArrowDown', { type: 'move', move: 'down' }],
    ['Enter', { type: 'move', move: 'enter' }],
    ['Shift+Enter', { type: 'move', move: 'enterBack' }],
    ['Tab', { type: 'move', move: 'tab' }],
    ['Shift+Tab', { type: 'move', move: 'tabBack' }],
    ['Home', { type: 'move', move: 'rowStart' }],
    ['Ctrl+Home', { type: 'move', move: 'first' }],
    ['Ctrl+End', { type: 'move', move: 'last' }],
    ['Meta+ArrowRight', { type: 'move', move: 'edgeRight' }],
    ['PageDown', { type: 'move', move: 'pageDown' }],
    ['F2', { type: 'edit' }],
    ['Backspace', { type: 'typeOver' }],
    ['Delete', { type: 'clear' }],
    ['Escape', { type: 'unselect' }],
    ['Shift+ ', { type: 'selectRow' }],
    ['Ctrl+ ', { type: 'selectColumn' }],
    ['Ctrl+Shift+ ', { type: 'selectAll' }],
    ['Shift+ArrowUp', { type: 'extend', move: 'up' }],
    ['Shift+ArrowRight', { type: 'extend', move: 'right' }],
    ['Ctrl+Shift+ArrowDown', { type: 'extend', move: 'edgeDown' }],
    ['Shift+PageDown', { type: 'extend', move: 'pageDown' }],
    ['Shift+Home', { type: 'extend', move: 'rowStart' }],
    ['Ctrl+Shift+End', { type: 'extend', move: 'last' }],
    ['Ctrl+-', { type: 'deleteRows' }],
    ['Ctrl+Shift++', { type: 'insertRows' }],
    ['Ctrl+a', { type: 'selectAll' }],
    ['Ctrl+d', { type: 'fill', to: 'down' }],
    ['Ctrl+r', { type: 'fill', to: 'right' }],
    ['Shift+F10', { type: 'openMenu' }],
    ['ContextMenu', { type: 'openMenu' }],
    ['Alt+Shift+ArrowDown', { type: 'moveRows', by: 1 }],
    ['Ctrl+Shift+E', { type: 'explain' }],
    ['Alt+ArrowDown', { type: 'openChoices' }],
    ['F6', { type: 'leave', back: false }],
    // The text field takes these; the window or the menu bar takes those below.
    ['a', null],
    ['7', null],
    [' ', null],
    ['Ctrl+z', null],
    ['Ctrl+y', null],
    ['Ctrl+c', null],
    ['Ctrl+PageDown', null],
  ])('%s', (keys, action) => {
    expect(act(keys, 'idle')).toEqual(action);
  });
});

describe('text that replaces the cell (typing)', () => {
  test.each<[string, Action | null]>([
    ['Enter', { type: 'commit', move: 'enter' }],
    ['Tab', { type: 'commit', move: 'tab' }],
    ['ArrowRight', { type: 'commit', move: 'right' }],
    ['ArrowUp', { type: 'commit', move: 'up' }],
    ['Shift+ArrowLeft', null],
    ['Ctrl+Enter', { type: 'commitAll' }],
    ['Escape', { type: 'cancel' }],
    ['F2', { type: 'toggleMode' }],
    ['Ctrl+z', { type: 'textUndo' }],
    ['Delete', null],
    ['Home', null],
    ['x', null],
  ])('%s', (keys, action) => {
    expect(act(keys, 'typing')).toEqual(action);
  });
});

describe('text in which the caret moves (editing)', () => {
  test.each<[string, Action | null]>([
    ['ArrowRight', null],
    ['ArrowDown', null],
    ['Shift+Enter', { type: 'commit', move: 'enterBack' }],
    ['F2', { type: 'toggleMode' }],
  ])('%s', (keys, action) => {
    expect(act(keys, 'editing')).toEqual(action);
  });
});

describe('an open list', () => {
  test.each<[string, Action | null]>([
    ['ArrowDown', { type: 'highlight', by: 1 }],
    ['ArrowUp', { type: 'highlight', by: -1 }],
    ['PageDown', { type: 'highlight', by: 6 }],
    ['ArrowLeft', null],
    ['Enter', { type: 'commit', move: 'enter' }],
    ['Escape', { type: 'cancel' }],
  ])('%s', (keys, action) => {
    expect(act(keys, 'typing', true)).toEqual(action);
  });
});

describe('a list of what could be typed on', () => {
  test.each<[string, Action | null]>([
    ['Tab', { type: 'complete' }],
    ['Enter', { type: 'commit', move: 'enter' }],
    ['Shift+Tab', { type: 'commit', move: 'tabBack' }],
    ['ArrowDown', { type: 'highlight', by: 1 }],
    ['ArrowLeft', null],
  ])('%s', (keys, action) => {
    expect(act(keys, 'editing', true, true)).toEqual(action);
  });
});
