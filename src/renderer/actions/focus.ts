/** Whether keys belong to a text that is being typed. */

const TEXT_INPUTS: ReadonlySet<string> = new Set(['text', 'search', 'number', 'email', 'tel', 'url']);

/**
 * A field of a setting in which nothing is typed yet (`data-typed`) leaves undo to the scenario: what was committed is a gesture. A grid keeps one text field over its active cell for input methods: it is typed in only while it shows itself (`data-open`).
 */
export const isTypingText = (element: Element | null): boolean => {
  if (element instanceof HTMLInputElement) return TEXT_INPUTS.has(element.type) && element.dataset.typed !== 'false';
  if (element instanceof HTMLTextAreaElement) return element.closest('[data-sheet]') === null || element.dataset.open !== undefined;
  return element instanceof HTMLElement && element.isContentEditable;
};

/** Leaves a field or a cell that is being edited, which commits it. A search keeps the focus: nothing in it can be lost. */
export const commitTyping = (): void => {
  const active = document.activeElement;
  if (active instanceof HTMLElement && (active.dataset.typed === 'true' || active.dataset.open !== undefined)) active.blur();
};

export const SEARCH_FIELD = 'scenario-search';

/** Moves the focus to an element by its id: at once, so that the next key is its, or when it comes on screen. */
export const focusById = (id: string): void => {
  if (!focusNow(id)) requestAnimationFrame(() => focusNow(id));
};

const focusNow = (id: string): boolean => {
  const element = document.getElementById(id);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
  return element !== null;
};
