/** What lies over the cells: the text field, the message at the active cell, the fill handle, the tinted headers. Placed once a frame. */
import { OncePerFrame } from './dom.ts';
import type { Editing } from './editing.ts';
import type { EditorBox } from './editorBox.ts';
import { boxOf, type GridStateStore } from './gridState.ts';
import type { Notes } from './notes.ts';
import { areasOf } from './selection.ts';
import { reportOf } from './selectionReport.ts';
import type { SheetView } from './sheetView.ts';
import type { GridRow, GridTexts } from './types.ts';

interface Input<R extends GridRow> {
  readonly view: SheetView<R>;
  readonly box: EditorBox;
  readonly editing: Editing;
  readonly state: GridStateStore;
  readonly texts: GridTexts;
  readonly frame: HTMLElement;
  readonly handle: HTMLElement;
  readonly notes: Notes<R>;
}

export class Overlay<R extends GridRow> {
  readonly #input: Input<R>;
  readonly #placing = new OncePerFrame(() => this.#place());

  constructor(input: Input<R>) {
    this.#input = input;
  }

  stop(): void {
    this.#placing.stop();
  }

  /** Something moved: before the next frame everything stands where it belongs. */
  ask(): void {
    this.#placing.ask();
  }

  /** Where nothing is being edited, the field waits, empty, over the active cell. */
  rest(): void {
    const { view, box, state, editing } = this.#input;
    if (editing.mode !== 'idle') return;
    const { active } = view;
    const readOnly = active === null || !view.isEditable(active);
    const label = this.#describe();
    box.rest({ readOnly, label });
    if (box.hasFocus) state.set({ announcement: label });
    this.ask();
  }

  /** The active cell, and how many are selected. */
  #describe(): string {
    const { view, texts } = this.#input;
    if (view.selection.ranges.length === 0) return view.describe();
    const { cells, rows, columns } = reportOf(view);
    const range = texts.range.replace('{cells}', String(cells)).replace('{rows}', String(rows)).replace('{columns}', String(columns));
    return `${range}, ${view.describe()}`;
  }

  #place(): void {
    const { view, editing } = this.#input;
    view.showActive();
    if (editing.mode === 'idle') this.#placeAtRest();
    else editing.place();
    this.#input.notes.place();
    this.#placeHandle();
  }

  #placeAtRest(): void {
    const { view, box, state } = this.#input;
    const { active } = view;
    const element = active === null ? null : view.element(active);
    box.place(element);
    view.tintHeader();
    const shown = active === null ? null : view.view(active.row, active.column);
    const problem = box.hasFocus ? shown?.problem : undefined;
    // Warnings wait for the pointer: only what is wrong may lie over the neighbouring rows.
    const shows = problem !== undefined && shown?.tone === 'bad' && element !== null;
    state.set({ message: shows ? { text: problem(), box: boxOf(element) } : null });
  }

  /** At the lower right corner of the range that grows; away while that cell is not on screen, computed or being typed in. */
  #placeHandle(): void {
    const { view, editing, frame, handle } = this.#input;
    const area = areasOf(view.selection, view.axes).at(-1);
    const corner = area === undefined ? null : { row: view.axes.rowAt(area.bottom), column: view.axes.columnAt(area.right) };
    const isLine = corner !== null && view.row(corner.row) !== null;
    const shows = isLine && editing.mode === 'idle' && view.isEditable(corner);
    const cell = shows ? view.element(corner)?.getBoundingClientRect() : undefined;
    handle.hidden = cell === undefined;
    if (cell === undefined) return;
    const { left, top } = frame.getBoundingClientRect();
    handle.style.transform = `translate(${cell.right - left - 5}px, ${cell.bottom - top - 5}px)`;
  }
}
