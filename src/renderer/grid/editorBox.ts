/**
 * The one text field of a grid. It always has the focus, invisible over the active cell, so that the first key, also of an
 * input method's composition, lands in it; it shows itself as the cell's editor once something is in it. (AG Grid's own
 * editors lose the text of a composition that starts the edit.)
 */
export class EditorBox {
  readonly #area: HTMLTextAreaElement;
  readonly #frame: HTMLElement;

  /** `frame`: the element that cells are looked for in and that the field is placed in */
  constructor(area: HTMLTextAreaElement, frame: HTMLElement) {
    this.#area = area;
    this.#frame = frame;
  }

  get text(): string {
    return this.#area.value;
  }

  get caret(): number {
    return this.#area.selectionEnd;
  }

  /** Puts a text in the place of another, the caret behind it; the browser's undo knows it as typed. */
  replace(from: number, to: number, text: string): void {
    this.#area.setSelectionRange(from, to);
    document.execCommand('insertText', false, text);
  }

  get element(): HTMLTextAreaElement {
    return this.#area;
  }

  get hasFocus(): boolean {
    return document.activeElement === this.#area;
  }

  focus(): void {
    if (!this.hasFocus) this.#area.focus({ preventScroll: true });
  }

  /** Empty, invisible and ready for the next key. */
  rest(input: { readonly readOnly: boolean; readonly label: string }): void {
    this.#area.value = '';
    this.#area.readOnly = input.readOnly;
    this.#area.setAttribute('aria-label', input.label);
    delete this.#area.dataset.open;
  }

  /** Shows the field as an editor; `text` null keeps what is in it (a composition under way must not be touched). */
  open(text: string | null, select: 'all' | 'end', align: 'left' | 'right'): void {
    if (text !== null) {
      this.#area.value = text;
      this.#area.setSelectionRange(select === 'all' ? 0 : text.length, text.length);
    }
    this.#area.dataset.open = align;
  }

  /** Lays the field over the cell; wider than it where the text needs room. Out of sight while the cell is. */
  place(cell: HTMLElement | null): void {
    const { style } = this.#area;
    if (cell === null) {
      style.transform = 'translate(-9999px, 0)';
      return;
    }
    const frame = this.#frame.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    const left = Math.max(box.left - frame.left, 0);
    style.width = `${box.width + 1}px`;
    style.height = `${box.height + 1}px`;
    style.transform = `translate(${left - 1}px, ${box.top - frame.top - 1}px)`;
    if (this.#area.dataset.open === undefined || this.#area.scrollWidth <= box.width + 1) return;
    style.width = `${Math.min(this.#area.scrollWidth + 12, frame.width - left)}px`;
  }
}
