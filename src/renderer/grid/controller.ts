/**
 * The grid's hands: what keys and clicks do and when an edit goes out. The rows are the source's: an edit changes them
 * there, and the change is back through the subscription before `onEdit` returns.
 */

import { Listeners, OncePerFrame } from './dom.ts';
import { Editing } from './editing.ts';
import { EditorBox } from './editorBox.ts';
import { boxOf, createGridState } from './gridState.ts';
import { type ActionTable, keyAction, runAction } from './keymap.ts';
import { focusBeside } from './leave.ts';
import type { Move } from './navigation.ts';
import { listenToPointer } from './pointer.ts';
import { activate, extendRows, selectRow } from './selection.ts';
import { SheetView, type SheetViewInput } from './sheetView.ts';
import { BLANK_ROW, type CellRef, type ColumnId, type GridHandlers, type GridModel, type GridRow, type RowId } from './types.ts';

/** Where the rows come from; listeners run at once after each change. */
export interface GridSource<R extends GridRow> {
  readonly get: () => GridModel<R>;
  readonly subscribe: (listener: () => void) => () => void;
}
export interface ControllerInput<R extends GridRow> extends Omit<SheetViewInput<R>, 'model'> {
  /** holds grid and editor */
  readonly frame: HTMLElement;
  readonly area: HTMLTextAreaElement;
  readonly source: GridSource<R>;
  readonly handlers: GridHandlers;
}

export class GridController<R extends GridRow> {
  readonly state = createGridState();
  readonly #input: ControllerInput<R>;
  readonly #view: SheetView<R>;
  readonly #box: EditorBox;
  readonly #editing: Editing;
  readonly #listeners = new Listeners();
  readonly #placing = new OncePerFrame(() => this.#place());
  readonly #actions: ActionTable = {
    move: ({ move }) => (move === 'enter' && this.#isComputed() ? this.#explain() : this.#move(move)),
    extendRows: ({ by }) => this.#view.select(extendRows(this.#view.selection, this.#view.order(), by)),
    commit: ({ move }) => this.#commit(move),
    cancel: () => {
      this.#editing.cancel();
      this.#rest();
    },
    edit: () => this.#begin('editing', null, 'end'),
    toggleMode: () => this.#editing.toggleMode(),
    typeOver: () => this.#begin('typing', '', 'end'),
    openChoices: () => this.#editAll(),
    highlight: ({ by }) => this.#editing.highlight(by),
    clear: () => this.#clear(),
    deleteRows: () => this.deleteRows(),
    selectRow: () => this.#selectRow(this.#view.active?.row ?? null, { extend: false, add: false }),
    selectAllRows: () => this.#view.select({ ...this.#view.selection, rows: new Set(this.#view.rows.map(({ id }) => id)) }),
    unselect: () => {
      this.#view.select({ ...this.#view.selection, rows: new Set(), rowAnchor: null });
      this.state.set({ message: null });
    },
    explain: () => this.#explain(),
    leave: ({ back }) => focusBeside(this.#input.frame, back),
    textUndo: () => this.#undoText(),
  };

  constructor(input: ControllerInput<R>) {
    this.#input = input;
    this.#view = new SheetView({ ...input, model: input.source.get() });
    this.#box = new EditorBox(input.area, input.frame);
    this.#editing = new Editing(this.#box, this.state);
    this.#listen();
    this.#rest();
  }

  #undoText(): void {
    // The only way to undo inside a text field; nothing replaces it.
    document.execCommand('undo');
    // What replaced the cell's text is taken back whole: the cell holds what it held, an empty text would clear it.
    if (this.#editing.mode === 'typing' && this.#box.text === '') runAction(this.#actions, { type: 'cancel' });
  }

  destroy(): void {
    this.#placing.stop();
    this.#listeners.stop();
  }

  focus(): void {
    this.#box.focus();
  }

  /** Scrolls to a cell, makes it active and takes the focus. */
  reveal(cell: CellRef): void {
    this.#finishElsewhere();
    this.focus();
    this.#activate(this.#view.nearest(cell));
  }

  /** The selected rows, or the active one. */
  deleteRows(): void {
    this.#finishElsewhere();
    const { rows, active } = this.#view.selection;
    const chosen = rows.size > 0 ? [...rows] : active === null ? [] : [active.row];
    const lines = chosen.filter((row) => row !== BLANK_ROW);
    if (lines.length > 0) this.#input.handlers.onDeleteRows(lines);
  }

  /** A click on an entry of the list. */
  pick(index: number): void {
    this.#editing.pick(index);
    this.#commit(null);
    this.focus();
  }

  #listen(): void {
    const { frame, area, source } = this.#input;
    const listeners = this.#listeners;
    listeners.on(area, 'keydown', (event) => this.#onKey(event));
    listeners.on(area, 'compositionstart', () => this.#onText());
    listeners.on(area, 'input', () => this.#onText());
    listeners.on(area, 'focus', () => this.#onFocus(true));
    listeners.on(area, 'blur', () => this.#onFocus(false));
    listenToPointer(frame, listeners, {
      onPress: () => {
        this.#finishElsewhere();
        this.focus();
      },
      onCell: (cell) => this.#onCell(cell),
      onTotal: (cell) => this.#input.handlers.onActive(cell, 'open'),
      onRowNumber: (row, how) => this.#selectRow(row, how),
      // As a double click in any text field selects the word.
      onDoubleClick: () => this.#editAll(),
    });
    listeners.on(frame, 'mouseover', ({ target }) => this.#view.showHover(target));
    listeners.on(frame, 'scroll', () => this.#placing.ask(), true);
    const resized = new ResizeObserver(() => this.#placing.ask());
    resized.observe(frame);
    listeners.add(() => resized.disconnect());
    listeners.add(source.subscribe(() => this.#onModel(source.get())));
  }

  #onModel(model: GridModel<R>): void {
    const { active } = this.#view;
    if (!this.#view.setModel(model)) return;
    const { cell } = this.#editing;
    if (cell !== null && this.#view.indexOf(cell.row) === null) this.#editing.cancel();
    if (this.#editing.mode === 'idle') this.#rest();
    if (this.#view.active !== active && this.#view.active !== null) this.#input.handlers.onActive(this.#view.active, 'follow');
  }

  #activate(cell: CellRef, tabOrigin: ColumnId | null = null): void {
    this.#view.select(activate(cell, tabOrigin));
    this.#rest();
    this.#input.handlers.onActive(cell, 'follow');
  }

  #move(move: Move, from: CellRef | null = this.#view.active): void {
    if (from === null) return;
    const { tabOrigin } = this.#view.selection;
    const target = this.#view.target(from, move, tabOrigin);
    if (target === null) focusBeside(this.#input.frame, move === 'tabBack');
    else this.#activate(target, move === 'tab' || move === 'tabBack' ? (tabOrigin ?? from.column) : null);
  }

  /** Nothing is being edited: the field waits, empty, over the active cell. */
  #rest(): void {
    const { active } = this.#view;
    const readOnly = active === null || !this.#isEditable(active);
    const label = this.#view.describe();
    this.#box.rest({ readOnly, label });
    if (this.#box.hasFocus) this.state.set({ announcement: label });
    this.#placing.ask();
  }

  #place(): void {
    this.#view.showActive();
    if (this.#editing.mode === 'idle') this.#placeAtRest();
    else this.#editing.place((cell) => this.#view.element(cell));
  }

  #placeAtRest(): void {
    const { active } = this.#view;
    const element = active === null ? null : this.#view.element(active);
    this.#box.place(element);
    this.#view.tintHeader();
    const view = active === null ? null : this.#view.view(active.row, active.column);
    const problem = this.#box.hasFocus ? view?.problem : undefined;
    // Warnings wait for the pointer: only what is wrong may lie over the neighbouring rows.
    const shows = problem !== undefined && view?.tone === 'bad' && element !== null;
    this.state.set({ message: shows ? { text: problem(), box: boxOf(element) } : null });
  }

  /** Something was typed, or a composition begins: it is in the field already. */
  #onText(): void {
    if (this.#editing.mode === 'idle') this.#begin('typing', null, 'end');
    else this.#editing.typed();
  }

  #begin(mode: 'typing' | 'editing', text: string | null, select: 'all' | 'end'): void {
    const { active } = this.#view;
    const column = active === null ? undefined : this.#view.column(active.column);
    if (active === null || column === undefined || column.editor === 'none') return;
    this.#view.reveal(active);
    const element = this.#view.element(active);
    if (element === null) return;
    const view = this.#view.view(active.row, active.column);
    const current = active.row === BLANK_ROW ? '' : (view.edit ?? view.text);
    const choices = column.editor === 'choice' ? this.#view.choices(active) : [];
    this.#editing.begin(
      { cell: active, column, element, current, choices },
      // In a list the first key searches anew, whatever is there.
      { mode, text: text ?? (mode === 'editing' ? current : null), select: column.editor === 'choice' ? 'all' : select },
    );
  }

  /** Ends the edit, sends it, then moves. */
  #commit(move: Move | null): void {
    const { cell } = this.#editing;
    const text = this.#editing.finish();
    if (cell === null) return;
    const row = this.#send(cell, text);
    // The blank row became a line: Enter and a click go on in it, the arrows move as they look.
    const added = cell.row === BLANK_ROW && row !== null;
    const next = added && (move === null || move === 'enter') ? 'tab' : move;
    if (next === null) this.#rest();
    else this.#move(next, added ? { row, column: cell.column } : cell);
  }

  #send(cell: CellRef, text: string | null): RowId | null {
    if (text === null || (cell.row === BLANK_ROW && text.trim() === '')) return null;
    return this.#input.handlers.onEdit({ ...cell, text });
  }

  /** The user went elsewhere while editing. */
  #finishElsewhere(): void {
    const { cell } = this.#editing;
    if (cell === null) return;
    this.#send(cell, this.#editing.leave());
    this.#rest();
  }

  #isEditable({ column }: CellRef): boolean {
    const editor = this.#view.column(column)?.editor;
    return editor !== undefined && editor !== 'none';
  }

  /** A computed cell has nothing to enter: Enter asks why it is what it is. */
  #isComputed(): boolean {
    const { active } = this.#view;
    return active !== null && active.row !== BLANK_ROW && !this.#isEditable(active);
  }

  #clear(): void {
    const { active, rows } = this.#view.selection;
    if (rows.size > 0) this.deleteRows();
    else if (active !== null && active.row !== BLANK_ROW && this.#isEditable(active)) this.#input.handlers.onEdit({ ...active, text: '' });
  }

  #explain(): void {
    if (this.#view.active !== null) this.#input.handlers.onActive(this.#view.active, 'open');
  }

  #editAll(): void {
    if (this.#editing.mode === 'idle') this.#begin('editing', null, 'all');
  }

  #selectRow(row: RowId | null, how: { readonly extend: boolean; readonly add: boolean }): void {
    if (row === null) return;
    this.#view.select(selectRow(this.#view.selection, { row, order: this.#view.order(), ...how }));
    this.#rest();
  }

  #onFocus(focused: boolean): void {
    this.#input.frame.toggleAttribute('data-focused', focused);
    // Another window in front is no reason to end an edit.
    if (!focused && document.hasFocus()) this.#finishElsewhere();
    this.#placing.ask();
  }

  #onCell(cell: CellRef): void {
    this.#activate(cell);
    if (!this.#isEditable(cell)) this.#explain();
  }

  #onKey(event: KeyboardEvent): void {
    // 229: the key belongs to an input method, whatever its name says.
    if (event.isComposing || event.keyCode === 229) return;
    const action = keyAction(event, { mode: this.#editing.mode, choicesOpen: this.#editing.choicesOpen });
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    runAction(this.#actions, action);
  }
}
