/**
 * The grid's hands: which key and which click goes to whom. The rows are the source's: an edit changes them there, and the change is back
 * through the subscription before a handler returns.
 */
import { CellEditing } from './cellEditing.ts';
import { type ChangeGestures, Changing } from './changing.ts';
import { listenToClipboard } from './clipboardEvents.ts';
import { Listeners, OncePerFrame } from './dom.ts';
import { Editing } from './editing.ts';
import { EditorBox } from './editorBox.ts';
import { createGridState } from './gridState.ts';
import { type ActionTable, keyAction, runAction } from './keymap.ts';
import { focusBeside } from './leave.ts';
import type { Move } from './navigation.ts';
import { type NoteGestures, Notes } from './notes.ts';
import { Overlay } from './overlay.ts';
import { listenToPointer } from './pointer.ts';
import { type PointerCalls, PointerHands } from './pointerHands.ts';
import { Selecting } from './selecting.ts';
import { activate, areasOf, cellCount, stepInside } from './selection.ts';
import { rangesOf, reportOf, selectionOf } from './selectionReport.ts';
import { SheetView, type SheetViewInput } from './sheetView.ts';
import { BLANK_ROW, type CellRef, type ColumnId, type GridHandlers, type GridModel, type GridRow, type RangeRef } from './types.ts';

/** Where the rows come from; listeners run at once after each change. */
export interface GridSource<R extends GridRow> {
  readonly get: () => GridModel<R>;
  readonly subscribe: (listener: () => void) => () => void;
}
export interface ControllerInput<R extends GridRow> extends Omit<SheetViewInput<R>, 'model'> {
  /** holds grid and editor */
  readonly frame: HTMLElement;
  readonly area: HTMLTextAreaElement;
  /** the square that is dragged to fill */
  readonly handle: HTMLElement;
  readonly source: GridSource<R>;
  readonly handlers: GridHandlers;
}

/** Enter and Tab inside a selection of several cells. */
const INSIDE: Partial<Record<Move, Parameters<typeof stepInside>[2]>> = {
  enter: { along: 'rows', by: 1 },
  enterBack: { along: 'rows', by: -1 },
  tab: { along: 'columns', by: 1 },
  tabBack: { along: 'columns', by: -1 },
};

export class GridController<R extends GridRow> {
  readonly state = createGridState();
  readonly #input: ControllerInput<R>;
  readonly #view: SheetView<R>;
  readonly #box: EditorBox;
  readonly #editing: Editing;
  readonly #cells: CellEditing<R>;
  readonly #selecting: Selecting<R>;
  readonly #changing: Changing<R>;
  readonly #overlay: Overlay<R>;
  readonly notes: NoteGestures;
  readonly #listeners = new Listeners();
  readonly #reporting = new OncePerFrame(() => this.#report());
  readonly #actions: ActionTable = {
    move: ({ move }) => (move === 'enter' && this.#isComputed() ? this.explain() : this.#step(move)),
    extend: ({ move }) => this.#selecting.extend(move),
    commit: ({ move }) => this.#cells.commit(move),
    commitAll: () => this.#commitAll(),
    cancel: () => this.#cells.cancel(),
    edit: () => this.#cells.begin('editing', null, 'end'),
    editNote: () => this.notes.write(),
    toggleMode: () => this.#editing.toggleMode(),
    typeOver: () => this.#cells.begin('typing', '', 'end'),
    openChoices: () => this.#editAll(),
    complete: () => this.#editing.complete(),
    highlight: ({ by }) => this.#editing.highlight(by),
    clear: () => this.#changing.clear(),
    fill: ({ to }) => this.#changing.fill(to),
    deleteRows: () => this.#changing.deleteRows(),
    insertRows: () => this.#changing.insertRows('above'),
    moveRows: ({ by }) => this.#changing.moveRows(by),
    selectRow: () => this.#selecting.activeRow(),
    selectColumn: () => this.#selecting.activeColumn(),
    selectAll: () => this.#selecting.all(),
    openMenu: () => this.#openMenuAtActive(),
    unselect: () => this.#unselect(),
    explain: () => this.explain(),
    leave: ({ back }) => focusBeside(this.#input.frame, back),
    textUndo: () => this.#cells.undoText(),
  };

  constructor(input: ControllerInput<R>) {
    const { area, frame, handle, handlers, texts } = input;
    this.#input = input;
    this.#view = new SheetView({ ...input, model: input.source.get() });
    this.#box = new EditorBox(area, frame);
    this.#editing = new Editing(this.#box, this.state, (column, text, caret) => this.#view.model.complete(column, text, caret));
    const parts = { view: this.#view, box: this.#box, editing: this.#editing, state: this.state, handlers, texts, frame, handle };
    const notes = new Notes({ ...parts, onWrite: () => this.#cells.finishElsewhere(), onRest: () => this.#overlay.ask() });
    this.notes = notes;
    this.#overlay = new Overlay({ ...parts, notes });
    this.#cells = new CellEditing({ ...parts, onRest: () => this.#overlay.rest(), onMove: (move, from) => this.#move(move, from) });
    const onSelected = () => this.#onSelected();
    this.#selecting = new Selecting({ ...parts, onSelected });
    this.#changing = new Changing({ ...parts, onSelected });
    this.#listen();
    if (this.#box.hasFocus) this.#onFocus(true);
    // Typed before the grid stood; where nothing can be changed it is gone.
    if (this.#box.text !== '') this.#cells.typed();
    this.#overlay.rest();
  }

  destroy(): void {
    this.#overlay.stop();
    this.notes.stop();
    this.#reporting.stop();
    this.#listeners.stop();
  }

  focus(): void {
    this.#box.focus();
  }

  /** Scrolls to a cell, makes it active, selects the ranges and takes the focus. */
  reveal(cell: CellRef, ranges: readonly RangeRef[] = []): void {
    this.#cells.finishElsewhere();
    this.focus();
    this.#activate(this.#view.nearest(cell));
    if (ranges.length === 0) return;
    this.#view.select(selectionOf(ranges, this.#view.axes, this.#view.active));
    this.#onSelected();
  }

  /** Ends what is being typed, then does something to the selection. */
  change(gesture: (changing: ChangeGestures) => void): void {
    this.#cells.finishElsewhere();
    this.focus();
    gesture(this.#changing);
  }

  get isReadOnly(): boolean {
    return this.#view.isReadOnly;
  }

  get activeCell(): CellRef | null {
    return this.#view.active;
  }

  /** Asks why the active cell is what it is. */
  explain(): void {
    if (this.#view.active !== null) this.#input.handlers.onActive(this.#view.active, 'open');
  }

  closeMenu(): void {
    this.state.set({ menu: null });
    this.focus();
  }

  /** A click on an entry of the list. */
  pick(index: number): void {
    this.#editing.pick(index);
    if (this.#editing.completing) this.#editing.complete();
    else this.#cells.commit(null);
    this.focus();
  }

  #listen(): void {
    const { frame, host, area, source } = this.#input;
    const listeners = this.#listeners;
    listeners.on(area, 'keydown', (event) => this.#onKey(event));
    listeners.on(area, 'compositionstart', () => this.#cells.typed());
    listeners.on(area, 'input', () => this.#cells.typed());
    listeners.on(area, 'focus', () => this.#onFocus(true));
    listeners.on(area, 'blur', () => this.#onFocus(false));
    listenToClipboard(area, listeners, { isIdle: () => this.#editing.mode === 'idle', target: this.#changing });
    listenToPointer(
      frame,
      host,
      listeners,
      new PointerHands({ view: this.#view, selecting: this.#selecting, changing: this.#changing, ...this.#pointerCalls() }),
    );
    listeners.on(frame, 'mouseover', ({ target }) => {
      this.#view.showHover(target);
      this.notes.hover(target);
    });
    listeners.on(frame, 'mouseleave', () => this.notes.hover(null));
    listeners.on(frame, 'scroll', () => this.#overlay.ask(), true);
    const resized = new ResizeObserver(() => this.#overlay.ask());
    resized.observe(frame);
    listeners.add(() => resized.disconnect());
    listeners.add(source.subscribe(() => this.#onModel(source.get())));
  }

  #pointerCalls(): PointerCalls {
    return {
      onPress: () => {
        this.#cells.finishElsewhere();
        this.focus();
      },
      onActivate: (cell) => this.#activate(cell),
      onExplain: () => this.explain(),
      // As a double click in any text field selects the word.
      onDoubleClick: () => this.#editAll(),
      onMenu: (menu) => this.state.set({ menu }),
    };
  }

  #onModel(model: GridModel<R>): void {
    const { active } = this.#view;
    if (!this.#view.setModel(model)) return;
    this.#changing.forgetCopied();
    if (this.#editing.cell !== null && !this.#view.has(this.#editing.cell.row)) this.#editing.cancel();
    this.#overlay.rest();
    this.#reporting.ask();
    if (this.#view.active !== active && this.#view.active !== null) this.#input.handlers.onActive(this.#view.active, 'follow');
  }

  #activate(cell: CellRef, tabOrigin: ColumnId | null = null): void {
    this.#view.select(activate(cell, tabOrigin));
    this.#onSelected();
    this.#input.handlers.onActive(cell, 'follow');
  }

  #onSelected(): void {
    this.#overlay.rest();
    this.#reporting.ask();
  }

  #report(): void {
    this.#input.handlers.onSelection(reportOf(this.#view), rangesOf(this.#view.selection, this.#view.axes));
  }

  #unselect(): void {
    this.#changing.forgetCopied();
    this.#view.select({ ...this.#view.selection, ranges: [] });
    this.#onSelected();
    this.state.set({ message: null });
  }

  /** Enter and Tab go round inside a selection of several cells, everything else moves away. */
  #step(move: Move): void {
    const { selection, axes } = this.#view;
    const inside = INSIDE[move];
    if (inside === undefined || areasOf(selection, axes).every((area) => cellCount(area) === 1)) {
      this.#move(move);
      return;
    }
    this.#view.select(stepInside(selection, axes, inside));
    this.#onSelected();
    if (this.#view.active !== null) this.#input.handlers.onActive(this.#view.active, 'follow');
  }

  #move(move: Move, from: CellRef | null = this.#view.active): void {
    if (from === null) return;
    const { tabOrigin } = this.#view.selection;
    const target = this.#view.target(from, move, tabOrigin);
    if (target === null) focusBeside(this.#input.frame, move === 'tabBack');
    else this.#activate(target, move === 'tab' || move === 'tabBack' ? (tabOrigin ?? from.column) : null);
  }

  #commitAll(): void {
    const typed = this.#cells.take();
    if (typed !== null) this.#changing.enterAll(typed.cell, typed.text);
    this.#overlay.rest();
  }

  /** A computed cell has nothing to enter: Enter asks why it is what it is. */
  #isComputed(): boolean {
    const { active, selection } = this.#view;
    return active !== null && selection.ranges.length === 0 && active.row !== BLANK_ROW && !this.#view.isEditable(active);
  }

  #editAll(): void {
    if (this.#editing.mode === 'idle') this.#cells.begin('editing', null, 'all');
  }

  #onFocus(focused: boolean): void {
    this.#input.frame.toggleAttribute('data-focused', focused);
    // Another window in front is no reason to end an edit.
    if (!focused && document.hasFocus()) this.#cells.finishElsewhere();
    this.#overlay.ask();
  }

  #openMenuAtActive(): void {
    const { active } = this.#view;
    const box = active === null ? undefined : this.#view.element(active)?.getBoundingClientRect();
    if (box !== undefined) this.state.set({ menu: { left: box.left + 8, top: box.bottom } });
  }

  #onKey(event: KeyboardEvent): void {
    // 229: the key belongs to an input method, whatever its name says.
    if (event.isComposing || event.keyCode === 229) return;
    const action = keyAction(event, {
      mode: this.#editing.mode,
      choicesOpen: this.#editing.choicesOpen,
      completing: this.#editing.completing,
    });
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    runAction(this.#actions, action);
  }
}
