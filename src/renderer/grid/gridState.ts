/** What the grid shows beside its cells: the list to choose from, the message at the active cell, the menu, the sentence read aloud. */
import type { CellRef, Choice } from './types.ts';

/** A cell's place in the window, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
}
export interface ChoiceState {
  readonly items: readonly Choice[];
  readonly query: string;
  /** -1: none, what is typed counts */
  readonly highlighted: number;
  /** null until its cell is on screen */
  readonly box: Box | null;
}
export interface MessageState {
  readonly text: string;
  readonly box: Box;
}
/** A note beside its cell: to be read, or being written. */
export interface NoteState {
  readonly cell: CellRef;
  readonly text: string;
  readonly isWritten: boolean;
  readonly box: Box;
}
/** Where the menu stands, in pixels of the window. */
export interface MenuState {
  readonly left: number;
  readonly top: number;
}
export interface GridState {
  readonly choices: ChoiceState | null;
  readonly message: MessageState | null;
  readonly announcement: string;
  readonly menu: MenuState | null;
  readonly note: NoteState | null;
}

export interface GridStateStore {
  readonly get: () => GridState;
  readonly set: (change: Partial<GridState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createGridState = (): GridStateStore => {
  let state: GridState = { choices: null, message: null, announcement: '', menu: null, note: null };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const keys = Object.keys(change) as (keyof GridState)[];
      if (keys.every((key) => state[key] === change[key])) return;
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const boxOf = (element: HTMLElement): Box => {
  const { left, top, bottom, width } = element.getBoundingClientRect();
  return { left, top, bottom, width };
};

/** null: it is not on screen */
export const boxIfShown = (element: HTMLElement | null): Box | null => (element === null ? null : boxOf(element));
