/**
 * What is typed while a sheet opens. Its text field stands and has the focus some frames before its grid does; no key may be lost until then.
 * Text waits in the field itself, as it does at any time. A key that would do something waits in a queue, and so does all that came before
 * it, in its order.
 */
import { Listeners } from './dom.ts';
import { keyAction } from './keymap.ts';

/** a text that was typed, or a key or a paste that followed it */
type Step = string | Event;

export class TypeAhead {
  readonly #area: HTMLTextAreaElement;
  readonly #listeners = new Listeners();
  readonly #steps: Step[] = [];

  /** Begins to listen to the field. */
  constructor(area: HTMLTextAreaElement) {
    this.#area = area;
    this.#listeners.on(area, 'keydown', (event) => this.#onKey(event));
    this.#listeners.on(area, 'paste', (event) => this.#onPaste(event));
  }

  /** The grid stands. A text that nothing followed stays in the field, where an input method may still be at work on it. */
  stop(): void {
    this.#listeners.stop();
    if (this.#steps.length > 0) this.#keepText();
  }

  /** Everything that waited, in its order, to those who listen to the field now. */
  replay(): void {
    for (const step of this.#steps.splice(0)) {
      if (typeof step === 'string') this.#area.value = step;
      this.#area.dispatchEvent(typeof step === 'string' ? new Event('input', { bubbles: true }) : step);
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    const mode = this.#area.value === '' ? 'idle' : 'typing';
    if (keyAction(event, { mode, choicesOpen: false, completing: false }) === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#keepText();
    this.#steps.push(new KeyboardEvent(event.type, event));
  }

  /** Into a text that is being typed the browser pastes. A block of cells can be read during its event only. */
  #onPaste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    if (this.#area.value !== '' || clipboardData === null || clipboardData.files.length > 0) return;
    event.preventDefault();
    const held = new DataTransfer();
    for (const type of clipboardData.types) held.setData(type, clipboardData.getData(type));
    this.#steps.push(new ClipboardEvent(event.type, { clipboardData: held, bubbles: true, cancelable: true }));
  }

  #keepText(): void {
    if (this.#area.value !== '') this.#steps.push(this.#area.value);
    this.#area.value = '';
  }
}
