/**
 * Notes on cells: shown beside the cell under the pointer, else beside the active one while the keys are here; written in place.
 *
 * What is shown on hover stays while the pointer is on it, and goes with Escape (WCAG 1.4.13); a moment passes before it goes, so that the
 * pointer can get there.
 */
import { cellAt } from './dom.ts';
import type { EditorBox } from './editorBox.ts';
import { boxOf, type GridStateStore } from './gridState.ts';
import type { SheetView } from './sheetView.ts';
import type { CellRef, GridHandlers, GridRow } from './types.ts';

interface Input<R extends GridRow> {
  readonly view: SheetView<R>;
  readonly box: EditorBox;
  readonly state: GridStateStore;
  readonly handlers: Pick<GridHandlers, 'onNotes'>;
  readonly frame: HTMLElement;
  /** before writing begins: a cell may be in the middle of an edit */
  readonly onWrite: () => void;
  readonly onRest: () => void;
}
/** What others may ask of the notes. */
export type NoteGestures = Pick<Notes<GridRow>, 'atActive' | 'hover' | 'dismiss' | 'write' | 'finish' | 'stop'>;
const LEAVE_MS = 250;

export class Notes<R extends GridRow> {
  readonly #input: Input<R>;
  #hovered: CellRef | null = null;
  /** told to go, until something else is looked at */
  #dismissed: CellRef | null = null;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(input: Input<R>) {
    this.#input = input;
  }

  /** The note on the active cell: '' where there is none, null where there can be none. */
  get atActive(): string | null {
    const { view } = this.#input;
    return view.active === null ? null : view.note(view.active);
  }

  /** The pointer came over something of the grid; null: it went away. */
  hover(target: EventTarget | null): void {
    if (target instanceof Element && target.closest('[data-note]') !== null) {
      clearTimeout(this.#leaving);
      return;
    }
    const cell = cellAt(target);
    if (isSame(cell, this.#hovered)) clearTimeout(this.#leaving);
    else if (this.#input.state.get().note === null || (cell !== null && this.#textOf(cell) !== '')) this.#look(cell);
    else this.#leaveSoon(cell);
  }

  /** Again where it belongs: after a scroll, another active cell, an edit. */
  place(): void {
    const { view, box, state } = this.#input;
    const { note } = state.get();
    if (note?.isWritten === true) {
      const element = view.element(note.cell);
      if (element !== null) state.set({ note: { ...note, box: boxOf(element) } });
      return;
    }
    const looked = [this.#hovered, box.hasFocus ? view.active : null].filter((cell) => cell !== null);
    if (!looked.some((cell) => isSame(cell, this.#dismissed))) this.#dismissed = null;
    const cell = looked.find((one) => !isSame(one, this.#dismissed) && this.#textOf(one) !== '');
    const element = cell === undefined ? null : view.element(cell);
    const shown = cell === undefined || element === null ? null : { cell, text: this.#textOf(cell), isWritten: false, box: boxOf(element) };
    if (shown !== null || note !== null) state.set({ note: shown });
  }

  /** Escape. */
  dismiss(): void {
    const { state } = this.#input;
    const { note } = state.get();
    if (note === null || note.isWritten) return;
    this.#dismissed = note.cell;
    state.set({ note: null });
  }

  /** Writing begins at the active cell, where it can have a note. */
  write(): void {
    const { view, state, onWrite } = this.#input;
    onWrite();
    const { active } = view;
    const text = this.atActive;
    if (active === null || text === null) return;
    view.reveal(active);
    const element = view.element(active);
    if (element !== null) state.set({ note: { cell: active, text, isWritten: true, box: boxOf(element) } });
  }

  /** Writing is over: what was written counts. The keys go back to the cells unless they went elsewhere by themselves. */
  finish(text: string): void {
    const { state, handlers, frame, box, onRest } = this.#input;
    const { note } = state.get();
    if (note?.isWritten !== true) return;
    const isHere = frame.contains(document.activeElement);
    state.set({ note: null });
    if (text.trimEnd() !== note.text) handlers.onNotes([note.cell], text);
    if (isHere) box.focus();
    onRest();
  }

  stop(): void {
    clearTimeout(this.#leaving);
  }

  #textOf(cell: CellRef): string {
    return this.#input.view.note(cell) ?? '';
  }

  #look(cell: CellRef | null): void {
    clearTimeout(this.#leaving);
    this.#hovered = cell;
    this.place();
  }

  #leaveSoon(next: CellRef | null): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.#look(next), LEAVE_MS);
  }
}

const isSame = (a: CellRef | null, b: CellRef | null): boolean => a === b || (a !== null && a.row === b?.row && a.column === b.column);
