/** Leaving the grid by keyboard: the next or former element of the window that takes the focus. */
const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex]';

export const focusBeside = (frame: HTMLElement, back: boolean): void => {
  const all = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => !frame.contains(element) && element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0,
  );
  const after = all.filter((element) => (frame.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  const before = all.slice(0, all.length - after.length);
  const target = back ? (before.at(-1) ?? after.at(-1)) : (after[0] ?? before[0]);
  target?.focus();
};
