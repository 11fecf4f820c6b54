/** Files that are dropped on the window or pasted into it. What is copied in a spreadsheet has text beside its picture: that is the grid's. */
import type { ActionContext } from './context.ts';
import type { ImportActions } from './importActions.ts';

/** Returns a function that stops listening. */
export const connectFileDrops = ({ ui }: Pick<ActionContext, 'ui'>, { receive }: Pick<ImportActions, 'receive'>): (() => void) => {
  const setDropping = (dropping: boolean): void => {
    if (ui.getState().dropping !== dropping) ui.setState({ dropping });
  };
  const onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    // Without this the page would be left for the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setDropping(true);
  };
  const onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setDropping(false);
  };
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])];
    setDropping(false);
    if (files.length === 0) return;
    event.preventDefault();
    void receive(files);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    const files = [...(clipboardData?.files ?? [])].filter(({ type }) => !type.startsWith('image/'));
    if (files.length === 0 || clipboardData?.types.includes('text/plain') === true) return;
    event.preventDefault();
    event.stopPropagation();
    void receive(files);
  };
  window.addEventListener('dragover', onDragOver);
  window.addEventListener('dragleave', onDragLeave);
  window.addEventListener('drop', onDrop);
  // Before the grid, which takes every paste.
  window.addEventListener('paste', onPaste, { capture: true });
  return () => {
    window.removeEventListener('dragover', onDragOver);
    window.removeEventListener('dragleave', onDragLeave);
    window.removeEventListener('drop', onDrop);
    window.removeEventListener('paste', onPaste, { capture: true });
  };
};
