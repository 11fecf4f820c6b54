/** Which key does what, as Excel users' hands expect. Pure: (key, mode) -> action, null where the key is not the grid's. */
import type { Move } from './navigation.ts';

/**
 * `idle`: a cell is active; `typing`: typing replaced the cell's text, arrows commit and move; `editing`: the caret moves
 * inside the text.
 */
export type Mode = 'idle' | 'typing' | 'editing';

interface Nothing {
  readonly type: unknown;
}
/** Each action with what it needs to know. */
interface Actions {
  readonly move: { readonly move: Move };
  /** the selection grows to where the move leads */
  readonly extend: { readonly move: Move };
  readonly commit: { readonly move: Move | null };
  /** into all selected cells */
  readonly commitAll: Nothing;
  readonly cancel: Nothing;
  readonly edit: Nothing;
  readonly editNote: Nothing;
  readonly toggleMode: Nothing;
  readonly typeOver: Nothing;
  readonly openChoices: Nothing;
  /** the highlighted entry goes into the text */
  readonly complete: Nothing;
  readonly highlight: { readonly by: number };
  readonly clear: Nothing;
  readonly fill: { readonly to: 'down' | 'right' };
  readonly deleteRows: Nothing;
  readonly insertRows: Nothing;
  readonly moveRows: { readonly by: 1 | -1 };
  readonly selectRow: Nothing;
  readonly selectColumn: Nothing;
  readonly selectAll: Nothing;
  readonly openMenu: Nothing;
  readonly unselect: Nothing;
  readonly explain: Nothing;
  readonly leave: { readonly back: boolean };
  readonly textUndo: Nothing;
}
export type Action<T extends keyof Actions = keyof Actions> = { [K in T]: { readonly type: K } & Actions[K] }[T];
export type ActionTable = { readonly [K in keyof Actions]: (action: Action<K>) => void };

export const runAction = <T extends keyof Actions>(table: ActionTable, action: Action<T>): void => table[action.type](action);

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}
interface State {
  readonly mode: Mode;
  readonly choicesOpen: boolean;
  /** the list offers how the text could go on */
  readonly completing: boolean;
}

export const keyAction = (press: KeyPress, state: State): Action | null => {
  const mod = press.ctrlKey || press.metaKey;
  if (press.key === 'F6') return { type: 'leave', back: press.shiftKey };
  if (press.altKey) return withAlt(press, state);
  if (state.mode === 'idle') return mod ? idleWithMod(press) : idle(press);
  return inText(press, state, mod);
};

/** Alt and an arrow opens the list of a cell, with Shift it moves the selected rows. */
const withAlt = ({ key, shiftKey }: KeyPress, { mode }: State): Action | null => {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  if (!shiftKey) return { type: 'openChoices' };
  return mode === 'idle' ? { type: 'moveRows', by: key === 'ArrowDown' ? 1 : -1 } : null;
};

const ARROWS: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const EDGES: Readonly<Record<string, Move>> = {
  ArrowUp: 'edgeUp',
  ArrowDown: 'edgeDown',
  ArrowLeft: 'edgeLeft',
  ArrowRight: 'edgeRight',
  Home: 'first',
  End: 'last',
};
const PLAIN: Readonly<Record<string, Move>> = { ...ARROWS, Home: 'rowStart', End: 'rowEnd', PageUp: 'pageUp', PageDown: 'pageDown' };

/** Enter and Tab move in every mode; in text they commit first. */
const stepMove = ({ key, shiftKey }: KeyPress): Move | null => {
  if (key === 'Enter') return shiftKey ? 'enterBack' : 'enter';
  if (key === 'Tab') return shiftKey ? 'tabBack' : 'tab';
  return null;
};

const idle = (press: KeyPress): Action | null => {
  const step = stepMove(press);
  if (step !== null) return { type: 'move', move: step };
  const { key, shiftKey } = press;
  if (shiftKey && key === ' ') return { type: 'selectRow' };
  if (key === 'ContextMenu' || (shiftKey && key === 'F10')) return { type: 'openMenu' };
  const move = PLAIN[key];
  if (move !== undefined) return shiftKey ? { type: 'extend', move } : { type: 'move', move };
  switch (key) {
    case 'F2':
      return { type: shiftKey ? 'editNote' : 'edit' };
    case 'Backspace':
      return { type: 'typeOver' };
    case 'Delete':
      return { type: 'clear' };
    case 'Escape':
      return { type: 'unselect' };
    default:
      return null;
  }
};

const idleWithMod = ({ key, shiftKey }: KeyPress): Action | null => {
  const move = EDGES[key];
  if (move !== undefined) return shiftKey ? { type: 'extend', move } : { type: 'move', move };
  switch (key.toLowerCase()) {
    case '-':
      return { type: 'deleteRows' };
    // The plus of the main keys needs Shift, that of the number block does not.
    case '+':
      return { type: 'insertRows' };
    case ' ':
      return { type: shiftKey ? 'selectAll' : 'selectColumn' };
    case 'a':
      return shiftKey ? null : { type: 'selectAll' };
    case 'd':
      return shiftKey ? null : { type: 'fill', to: 'down' };
    case 'r':
      return shiftKey ? null : { type: 'fill', to: 'right' };
    case 'e':
      return shiftKey ? { type: 'explain' } : null;
    default:
      return null;
  }
};

const inText = (press: KeyPress, { mode, choicesOpen, completing }: State, mod: boolean): Action | null => {
  const { key } = press;
  // The menu bar's undo is the scenario's; inside a text it means the text.
  if (mod && key.toLowerCase() === 'z' && !press.shiftKey) return { type: 'textUndo' };
  if (mod) return key === 'Enter' ? { type: 'commitAll' } : null;
  if (completing && key === 'Tab' && !press.shiftKey) return { type: 'complete' };
  const step = stepMove(press);
  if (step !== null) return { type: 'commit', move: step };
  if (key === 'Escape') return { type: 'cancel' };
  if (key === 'F2') return { type: 'toggleMode' };
  if (choicesOpen && !press.shiftKey) {
    const by = HIGHLIGHTS[key];
    if (by !== undefined) return { type: 'highlight', by };
    return null;
  }
  const arrow = ARROWS[key];
  return mode === 'typing' && arrow !== undefined && !press.shiftKey ? { type: 'commit', move: arrow } : null;
};

const HIGHLIGHTS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
