/** Typing into cells: when an edit begins, what its text becomes, and where the user is after it. */

import type { Editing } from './editing.ts';
import type { EditorBox } from './editorBox.ts';
import type { Move } from './navigation.ts';
import type { SheetView } from './sheetView.ts';
import { BLANK_ROW, type CellRef, type GridHandlers, type GridRow, type RowId } from './types.ts';

interface Input<R extends GridRow> {
  readonly view: SheetView<R>;
  readonly box: EditorBox;
  readonly editing: Editing;
  readonly handlers: GridHandlers;
  /** nothing is edited any more, the selection stays */
  readonly onRest: () => void;
  readonly onMove: (move: Move, from: CellRef) => void;
}

export class CellEditing<R extends GridRow> {
  readonly #input: Input<R>;

  constructor(input: Input<R>) {
    this.#input = input;
  }

  begin(mode: 'typing' | 'editing', text: string | null, select: 'all' | 'end'): void {
    const { view, editing } = this.#input;
    const { active } = view;
    const column = active === null ? undefined : view.column(active.column);
    if (active === null || column === undefined || !view.isEditable(active)) return;
    view.reveal(active);
    const shown = view.view(active.row, active.column);
    const current = active.row === BLANK_ROW ? '' : (shown.edit ?? shown.text);
    const choices = column.editor === 'choice' ? view.choices(active) : [];
    editing.begin(
      { cell: active, column, element: () => view.element(active), current, choices },
      // In a list the first key searches anew, whatever is there.
      { mode, text: text ?? (mode === 'editing' ? current : null), select: column.editor === 'choice' ? 'all' : select },
    );
  }

  /** Something was typed, or a composition begins: it is in the field already. */
  typed(): void {
    if (this.#input.editing.mode === 'idle') this.begin('typing', null, 'end');
    else this.#input.editing.typed();
  }

  cancel(): void {
    this.#input.editing.cancel();
    this.#input.onRest();
  }

  undoText(): void {
    const { editing, box } = this.#input;
    // The only way to undo inside a text field; nothing replaces it.
    document.execCommand('undo');
    // What replaced the cell's text is taken back whole: the cell holds what it held, an empty text would clear it.
    if (editing.mode === 'typing' && box.text === '') this.cancel();
  }

  /** Ends the edit, sends it, then moves. */
  commit(move: Move | null): void {
    const { editing, onRest, onMove } = this.#input;
    const { cell } = editing;
    const text = editing.finish();
    if (cell === null) return;
    const row = this.#send(cell, text);
    // The blank row became a line: Enter and a click go on in it, the arrows move as they look.
    const added = cell.row === BLANK_ROW && row !== null;
    const next = added && (move === null || move === 'enter') ? 'tab' : move;
    if (next === null) onRest();
    else onMove(next, added ? { row, column: cell.column } : cell);
  }

  /** Ends the edit without sending it: the cell and what was typed; null where nothing was. */
  take(): { readonly cell: CellRef; readonly text: string } | null {
    const { editing } = this.#input;
    const { cell } = editing;
    const text = editing.finish();
    return cell === null || text === null ? null : { cell, text };
  }

  /** The user went elsewhere while editing. */
  finishElsewhere(): void {
    const { editing, onRest } = this.#input;
    const { cell } = editing;
    if (cell === null) return;
    this.#send(cell, editing.leave());
    onRest();
  }

  #send(cell: CellRef, text: string | null): RowId | null {
    if (text === null || (cell.row === BLANK_ROW && text.trim() === '')) return null;
    return this.#input.handlers.onEdit({ ...cell, text });
  }
}
