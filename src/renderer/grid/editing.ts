/** One edit of one cell, from the first key to commit or cancel: its mode, its text and, for a choice column, its list. */
import { exactChoice, filterChoices } from './choices.ts';
import type { EditorBox } from './editorBox.ts';
import { boxIfShown, type GridStateStore } from './gridState.ts';
import type { Mode } from './keymap.ts';
import type { CellRef, Choice, ColumnId, GridColumn, TextCompletions } from './types.ts';

export type CompleteText = (column: ColumnId, text: string, caret: number) => TextCompletions | null;

export interface EditStart {
  readonly cell: CellRef;
  readonly column: GridColumn;
  /** null while it is not on screen */
  readonly element: () => HTMLElement | null;
  /** what the cell holds; nothing is committed while it stays so */
  readonly current: string;
  readonly choices: readonly Choice[];
}
interface Edit extends EditStart {
  readonly initial: string;
  /** the user typed, or walked through the list */
  touched: boolean;
}

export class Editing {
  readonly #box: EditorBox;
  readonly #state: GridStateStore;
  readonly #complete: CompleteText;
  #edit: Edit | null = null;
  #mode: Mode = 'idle';
  /** the part of the text that the list would replace */
  #word: { readonly from: number; readonly to: number } | null = null;

  constructor(box: EditorBox, state: GridStateStore, complete: CompleteText) {
    this.#box = box;
    this.#state = state;
    this.#complete = complete;
  }

  get mode(): Mode {
    return this.#mode;
  }

  get cell(): CellRef | null {
    return this.#edit?.cell ?? null;
  }

  /** The list offers what could be typed on, and is no list to choose a value from. */
  get completing(): boolean {
    return this.#word !== null;
  }

  get choicesOpen(): boolean {
    return this.#state.get().choices !== null;
  }

  /** `typing`: what is typed replaces the text; `text` null keeps what the field already holds. */
  begin(
    start: EditStart,
    input: { readonly mode: 'typing' | 'editing'; readonly text: string | null; readonly select: 'all' | 'end' },
  ): void {
    this.#mode = input.mode;
    this.#box.open(input.text, input.select, start.column.align);
    // A key or a composition that is already in the field is a change by itself.
    this.#edit = { ...start, initial: input.mode === 'editing' ? start.current : '', touched: input.mode === 'typing' };
    this.#box.place(start.element());
    this.#state.set({ message: null });
    if (start.column.editor === 'choice') this.#showChoices(input.mode === 'typing' ? this.#box.text : '');
  }

  /** The text changed. */
  typed(): void {
    if (this.#edit === null) return;
    this.#edit.touched = true;
    this.#box.place(this.#edit.element());
    if (this.#edit.column.editor === 'choice') this.#showChoices(this.#box.text);
    else this.#showCompletions(this.#edit);
  }

  #showCompletions({ column, element }: Edit): void {
    const { text, caret } = this.#box;
    // In a formula the arrows move the caret, as everybody who corrects one expects.
    if (/^[=＝]/.test(text)) this.#mode = 'editing';
    const found = this.#complete(column.id, text, caret);
    this.#word = found === null ? null : { from: found.from, to: caret };
    const items = found?.items.map(({ insert, label }) => ({ value: insert, text: label })) ?? [];
    this.#state.set({ choices: items.length === 0 ? null : { items, query: '', highlighted: 0, box: boxIfShown(element()) } });
  }

  /** Puts the highlighted entry into the text, which goes on being typed. */
  complete(): void {
    const { choices } = this.#state.get();
    const picked = choices?.items[choices.highlighted];
    if (this.#word !== null && picked !== undefined) this.#box.replace(this.#word.from, this.#word.to, picked.value);
  }

  toggleMode(): void {
    this.#mode = this.#mode === 'typing' ? 'editing' : 'typing';
  }

  highlight(by: number): void {
    const { choices } = this.#state.get();
    if (choices === null || choices.items.length === 0 || this.#edit === null) return;
    const last = choices.items.length - 1;
    const highlighted = Math.min(Math.max(choices.highlighted + by, 0), last);
    this.#edit.touched = true;
    this.#state.set({ choices: { ...choices, highlighted } });
  }

  /** A click on an entry. */
  pick(index: number): void {
    const { choices } = this.#state.get();
    if (choices === null || this.#edit === null) return;
    this.#edit.touched = true;
    this.#state.set({ choices: { ...choices, highlighted: index } });
  }

  /** Ends the edit. The text to commit, null where nothing changed. */
  finish(): string | null {
    const text = this.#result();
    this.#end();
    return text;
  }

  /** Ends the edit because the user went elsewhere: a search that was not finished is no value. */
  leave(): string | null {
    const edit = this.#edit;
    const unfinished = edit?.column.editor === 'choice' && this.#box.text !== '' && exactChoice(edit.choices, this.#box.text) === undefined;
    const text = unfinished ? null : this.#typedResult();
    this.#end();
    return text;
  }

  cancel(): void {
    this.#end();
  }

  /** Again over its cell, after scrolling or a new size. */
  place(): void {
    const { choices } = this.#state.get();
    const element = this.#edit?.element();
    if (element === undefined) return;
    this.#box.place(element);
    if (choices !== null) this.#state.set({ choices: { ...choices, box: boxIfShown(element) ?? choices.box } });
  }

  #end(): void {
    this.#edit = null;
    this.#mode = 'idle';
    this.#word = null;
    this.#state.set({ choices: null });
  }

  #result(): string | null {
    const { choices } = this.#state.get();
    const picked = this.#word === null ? choices?.items[choices.highlighted] : undefined;
    if (this.#edit === null || !this.#edit.touched) return null;
    return picked?.value ?? this.#typedResult();
  }

  #typedResult(): string | null {
    const edit = this.#edit;
    const typed = this.#box.text;
    if (edit === null || !edit.touched) return null;
    // Left as it was found: also when the cell shows a name in place of the value.
    if (this.#mode === 'editing' && typed === edit.initial) return null;
    return edit.column.editor === 'choice' ? (exactChoice(edit.choices, typed)?.value ?? typed) : typed;
  }

  #showChoices(query: string): void {
    const edit = this.#edit;
    if (edit === null) return;
    const items = filterChoices(edit.choices, query);
    const current = items.findIndex(({ value, text }) => value === edit.current || text === edit.current);
    const highlighted = query === '' ? current : items.length === 0 ? -1 : 0;
    this.#state.set({ choices: { items, query, highlighted, box: boxIfShown(edit.element()) } });
  }
}
